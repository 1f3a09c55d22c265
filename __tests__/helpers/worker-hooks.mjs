// Lets a worker thread run our TypeScript: vitest itself compiles only what its own thread loads. Loaded into vitest's
// processes by vitest.config.ts, and by Node into each worker that they start.
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

if (!isMainThread) register('./typescript-hooks.mjs', import.meta.url)

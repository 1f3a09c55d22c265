import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Warnings are about source maps that @actions/workflow-parser names and does not ship.
  logLevel: 'error',
  test: {
    include: ['__tests__/**/*.test.ts'],
    // Worker threads load TypeScript, too.
    execArgv: ['--import', './__tests__/helpers/worker-hooks.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // It imports JSON without an attribute, which Node alone refuses.
    server: { deps: { inline: [/workflow-parser/, /@actions\/expressions/] } },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/**/*.generated.ts', 'src/**/*.d.ts'] },
  },
})

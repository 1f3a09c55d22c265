/** Files in a folder, and bytes of a signature file, from which on memory counts for more than time. */
export const MANY_FILES = 50_000
export const LARGE_SIGNATURE = 8 * 1024 * 1024

/**
 * Keeps V8 from letting its heap grow where it would rather collect later: the young generation stays as it is, and the old
 * one grows by a fifth between two collections. 300,000 files are verified in 240 MiB instead of 370, in as much time
 * (measured, Node 24). It counts from now on for the whole process.
 */
export function boundMemory(): void {
  // Only here, because to load it takes 2 ms of every run's 50.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=20')
}

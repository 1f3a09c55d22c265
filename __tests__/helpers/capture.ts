/** What a call writes to stdout. */
export function capture(call: () => void): string {
  const { write } = process.stdout
  let written = ''
  process.stdout.write = (chunk: string | Uint8Array) => {
    written += chunk.toString()
    return true
  }
  try {
    call()
  } finally {
    process.stdout.write = write
  }
  return written
}

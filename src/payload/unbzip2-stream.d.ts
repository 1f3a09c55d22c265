declare module 'unbzip2-stream' {
  /** Takes bzip2, gives what was packed; reports damage as an error event. */
  export default function unbzip2(): NodeJS.ReadWriteStream
}

/** Is told, again and again, how many files and bytes were read until now. Bytes are unpacked ones. */
export type Progress = (read: { readonly files: number; readonly bytes: number }) => void

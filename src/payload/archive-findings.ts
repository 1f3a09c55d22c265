import type { Finding } from '../findings/finding'

/** What is wrong with an archive's entries, whatever it is packed with (SPEC 6). */
export const DOT_PREFIX: Finding = {
  code: 'DOT_PREFIX',
  severity: 'error',
  message: 'Names in the archive begin with "./", and the App Store finds no app folder in it.',
  hint: 'Pack the folder by its name: tar -czf app.tar.gz app, not ./app.',
}

/** Two entries of one path, or a file where a folder is. */
export function duplicate(path: string): Finding {
  return {
    code: 'DUPLICATE_ENTRY',
    severity: 'error',
    path,
    message: `"${path}" stands in the archive more than once: which of them is unpacked depends on the tool.`,
    hint: 'Pack the app in one go.',
  }
}

/** An entry that servers do not know how to unpack. */
export function sparse(path: string): Finding {
  return {
    code: 'SPARSE_FILE',
    severity: 'error',
    path,
    message: `"${path}" is packed in a way that servers can not unpack (a sparse file, or an unknown kind of entry).`,
    hint: 'Pack with tar --format=gnu and without --sparse.',
  }
}

/** A name that must not be unpacked; `shown` stands for it where it is no text. */
export function unsafeName(shown: string, problem: string): Finding {
  return {
    code: 'UNSAFE_NAME',
    severity: 'error',
    path: shown,
    message: `The name "${shown}" in the archive ${problem}.`,
    hint: 'Pack the app again from its folder, with relative names.',
  }
}

/** One file under two names. */
export function hardLink(path: string, target: string): Finding {
  return {
    code: 'HARD_LINK',
    severity: 'error',
    path,
    message: `"${path}" is a hard link to "${target}", which many tools do not unpack.`,
    hint: 'Pack the app from a copy (cp -r), or with tar --hard-dereference.',
  }
}

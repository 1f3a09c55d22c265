// Module hooks: a name that is no file may be that of a .ts file, whose types are taken out. What comes of that is kept for
// the next thread, because the compiler takes longer to load than all our tests of threads together.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/appsign/', import.meta.url))

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') || specifier.startsWith('file:')) {
    const url = new URL(specifier.replace(/\.js$/, ''), context.parentURL)
    const source = new URL(`${url.href}.ts`)
    if (!existsSync(url) && existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true }
  }
  return next(specifier, context)
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const typescript = readFileSync(fileURLToPath(url), 'utf8')
  const cached = `${CACHE}${createHash('sha256').update(typescript).digest('hex')}.mjs`
  if (!existsSync(cached)) {
    mkdirSync(CACHE, { recursive: true })
    const temporary = `${cached}.${process.pid}.${performance.now()}`
    writeFileSync(temporary, await compile(typescript))
    renameSync(temporary, cached)
  }
  return { source: readFileSync(cached, 'utf8'), format: 'module', shortCircuit: true }
}

/** @param {string} typescript */
async function compile(typescript) {
  const { default: ts } = await import('typescript')
  const { outputText } = ts.transpileModule(typescript, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
  })
  return outputText
}

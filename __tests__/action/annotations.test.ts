import { describe, expect, it } from 'vitest'
import { annotateFindings } from '../../src/action/annotations'
import type { Finding } from '../../src/findings/finding'
import { capture } from '../helpers/capture'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'
import { makeApp } from '../helpers/tree'

const SIGNATURE = '{\n    "hashes": {\n        "a": "1",\n        "lib\\/gone.php": "2"\n    }\n}'
const root = makeApp({ 'appinfo/signature.json': SIGNATURE })
const annotated = (findings: readonly Finding[], workspace = root) =>
  capture(() => annotateFindings([makeReport(findings, { root })], workspace))

describe('annotateFindings', () => {
  it('puts a finding on its file', () => {
    const written = annotated([EXTRA])
    expect(written).toContain('file=js/new.js')
    expect(written).toContain('title=EXTRA_FILE%3A activity')
    expect(written).toContain('not in the signature. Remove it.')
  })

  it('puts the refusal of a signature on the signature', () => {
    expect(annotated([REVOKED])).toMatch(
      /title=REVOKED%3A Certificate has been revoked\.,file=appinfo\/signature\.json::/,
    )
    const unsigned = makeReport([REVOKED], { root, signaturePath: undefined })
    expect(capture(() => annotateFindings([unsigned], root))).not.toContain('file=')
  })

  it('puts a missing file on its line of the signature', () => {
    const gone: Finding = { ...EXTRA, code: 'FILE_MISSING', path: 'lib/gone.php' }
    expect(annotated([gone])).toContain('file=appinfo/signature.json,line=4::')
  })

  it('names files from the workspace, and none outside of it', () => {
    const above = root.slice(0, root.lastIndexOf('/'))
    expect(annotated([EXTRA], above)).toContain(`file=${root.slice(above.length + 1)}/js/new.js`)
    expect(annotated([EXTRA], `${root}/lib`)).not.toContain('file=')
  })

  it('says which files a server that compares by value would not show', () => {
    expect(annotated([{ ...EXTRA, unseenByValue: true }])).toContain('do not show this one')
  })

  it('keeps within what the runner takes, and counts the others', () => {
    const many = (finding: Finding, count: number) => Array.from({ length: count }, () => finding)
    const written = annotated([...many(EXTRA, 12), ...many(WARNING, 11), ...many(NOTICE, 10)])
    expect(written.match(/^::error /gm)).toHaveLength(9)
    expect(written.match(/^::warning /gm)).toHaveLength(10)
    expect(written.match(/^::notice /gm)).toHaveLength(10)
    expect(written).toContain('4 findings more without an annotation')
    expect(annotated(many(EXTRA, 9))).not.toContain('more without')
  })
})

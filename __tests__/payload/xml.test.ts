import { expect, it } from 'vitest'
import { parseXml } from '../../src/payload/xml'

it('names what is wrong and its line, without a full stop in the middle of the sentence', () => {
  expect(() => parseXml('<info>\n<name>a&nbsp;b</name>\n</info>')).toThrow(/^undefined entity \(line 2\)$/)
})

import { describe, expect, it } from 'vitest'
import { watchWith } from '../../src/action/progress'
import { capture } from '../helpers/capture'

/** What is printed when progress is told at these times, in milliseconds. */
const printed = (times: readonly number[]) =>
  capture(() => {
    let at = 0
    const { progress, end } = watchWith(() => at)('nextcloud.tar.bz2')
    for (const time of times) {
      at = time
      progress({ files: time, bytes: 1_000_000 * (time / 1000) })
    }
    end()
  })

describe('progress', () => {
  it('is not shown for short work', () => {
    expect(printed([0, 500, 1999])).toBe('')
  })

  it('is a line at most every two seconds, with files, bytes and rate, in a group', () => {
    expect(printed([1000, 2500, 3000, 4400, 4600]).trim().split('\n')).toEqual([
      '::group::Progress',
      'nextcloud.tar.bz2: 2500 files, 2.5 MB, 1.0 MB a second',
      'nextcloud.tar.bz2: 4600 files, 4.6 MB, 1.0 MB a second',
      '::endgroup::',
    ])
  })
})

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { parseServerInfo } from '../../src/payload/server-info'

const parse = (php: string) => parseServerInfo(Buffer.from(php))
const NEXTCLOUD = { version: '25.0.12', major: 25, vendor: 'nextcloud' }

describe('a version.php', () => {
  it.each([
    [
      'as servers have it',
      "<?php\n$OC_Version = array(25,0,12,1);\n$OC_VersionString = '25.0.12';\n$vendor = 'nextcloud';\n",
    ],
    [
      'with double quotes, blanks and CRLF',
      '<?php\r\n  $OC_VersionString="25.0.12" ;\r\n\t$vendor  =  "nextcloud";\r\n',
    ],
    ['that begins in its first line', "<?php $vendor = 'nextcloud';\n$OC_VersionString = '25.0.12';"],
    ['that says it twice', "<?php\n$vendor = 'owncloud';\n$vendor = 'nextcloud';\n$OC_VersionString = '25.0.12';"],
    [
      'with comments',
      "<?php\n// $vendor = 'owncloud';\n$vendor = 'nextcloud';\n$OC_VersionString = '25.0.12'; // stable\n",
    ],
  ])('%s', (_, php) => expect(parse(php)).toEqual(NEXTCLOUD))

  it('of somebody else says no vendor that is known', () => {
    expect(parse("<?php\n$OC_VersionString = '1.0';\n$vendor = 'mine';\n")).toEqual({
      version: '1.0',
      major: 1,
      vendor: undefined,
    })
  })

  it('that says nothing leaves all open', () => {
    expect(parse('<?php\n$OC_VersionString = ver();\n')).toEqual({ version: '', major: undefined, vendor: undefined })
  })
})

export const id = 925;
export const ids = [925,428];
export const modules = {

/***/ 3057:
/***/ ((module) => {

function isBuffer(value) {
  return Buffer.isBuffer(value) || value instanceof Uint8Array
}

function isEncoding(encoding) {
  return Buffer.isEncoding(encoding)
}

function alloc(size, fill, encoding) {
  return Buffer.alloc(size, fill, encoding)
}

function allocUnsafe(size) {
  return Buffer.allocUnsafe(size)
}

function allocUnsafeSlow(size) {
  return Buffer.allocUnsafeSlow(size)
}

function byteLength(string, encoding) {
  return Buffer.byteLength(string, encoding)
}

function compare(a, b) {
  return Buffer.compare(a, b)
}

function concat(buffers, totalLength) {
  return Buffer.concat(buffers, totalLength)
}

function copy(source, target, targetStart, start, end) {
  return toBuffer(source).copy(target, targetStart, start, end)
}

function equals(a, b) {
  return toBuffer(a).equals(b)
}

function fill(buffer, value, offset, end, encoding) {
  return toBuffer(buffer).fill(value, offset, end, encoding)
}

function from(value, encodingOrOffset, length) {
  return Buffer.from(value, encodingOrOffset, length)
}

function includes(buffer, value, byteOffset, encoding) {
  return toBuffer(buffer).includes(value, byteOffset, encoding)
}

function indexOf(buffer, value, byfeOffset, encoding) {
  return toBuffer(buffer).indexOf(value, byfeOffset, encoding)
}

function lastIndexOf(buffer, value, byteOffset, encoding) {
  return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding)
}

function swap16(buffer) {
  return toBuffer(buffer).swap16()
}

function swap32(buffer) {
  return toBuffer(buffer).swap32()
}

function swap64(buffer) {
  return toBuffer(buffer).swap64()
}

function toBuffer(buffer) {
  if (Buffer.isBuffer(buffer)) return buffer
  return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

function toString(buffer, encoding, start, end) {
  return toBuffer(buffer).toString(encoding, start, end)
}

function toHex(buffer, start, end) {
  return toBuffer(buffer).toString('hex', start, end)
}

function write(buffer, string, offset, length, encoding) {
  return toBuffer(buffer).write(string, offset, length, encoding)
}

function readDoubleBE(buffer, offset) {
  return toBuffer(buffer).readDoubleBE(offset)
}

function readDoubleLE(buffer, offset) {
  return toBuffer(buffer).readDoubleLE(offset)
}

function readFloatBE(buffer, offset) {
  return toBuffer(buffer).readFloatBE(offset)
}

function readFloatLE(buffer, offset) {
  return toBuffer(buffer).readFloatLE(offset)
}

function readInt32BE(buffer, offset) {
  return toBuffer(buffer).readInt32BE(offset)
}

function readInt32LE(buffer, offset) {
  return toBuffer(buffer).readInt32LE(offset)
}

function readUInt32BE(buffer, offset) {
  return toBuffer(buffer).readUInt32BE(offset)
}

function readUInt32LE(buffer, offset) {
  return toBuffer(buffer).readUInt32LE(offset)
}

function writeDoubleBE(buffer, value, offset) {
  return toBuffer(buffer).writeDoubleBE(value, offset)
}

function writeDoubleLE(buffer, value, offset) {
  return toBuffer(buffer).writeDoubleLE(value, offset)
}

function writeFloatBE(buffer, value, offset) {
  return toBuffer(buffer).writeFloatBE(value, offset)
}

function writeFloatLE(buffer, value, offset) {
  return toBuffer(buffer).writeFloatLE(value, offset)
}

function writeInt32BE(buffer, value, offset) {
  return toBuffer(buffer).writeInt32BE(value, offset)
}

function writeInt32LE(buffer, value, offset) {
  return toBuffer(buffer).writeInt32LE(value, offset)
}

function writeUInt32BE(buffer, value, offset) {
  return toBuffer(buffer).writeUInt32BE(value, offset)
}

function writeUInt32LE(buffer, value, offset) {
  return toBuffer(buffer).writeUInt32LE(value, offset)
}

module.exports = {
  isBuffer,
  isEncoding,
  alloc,
  allocUnsafe,
  allocUnsafeSlow,
  byteLength,
  compare,
  concat,
  copy,
  equals,
  fill,
  from,
  includes,
  indexOf,
  lastIndexOf,
  swap16,
  swap32,
  swap64,
  toBuffer,
  toString,
  toHex,
  write,
  readDoubleBE,
  readDoubleLE,
  readFloatBE,
  readFloatLE,
  readInt32BE,
  readInt32LE,
  readUInt32BE,
  readUInt32LE,
  writeDoubleBE,
  writeDoubleLE,
  writeFloatBE,
  writeFloatLE,
  writeInt32BE,
  writeInt32LE,
  writeUInt32BE,
  writeUInt32LE
}


/***/ }),

/***/ 8428:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

const b4a = __webpack_require__(3057)

const ZEROS = '0000000000000000000'
const SEVENS = '7777777777777777777'
const ZERO_OFFSET = '0'.charCodeAt(0)
const USTAR_MAGIC = b4a.from([0x75, 0x73, 0x74, 0x61, 0x72, 0x00]) // ustar\x00
const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET])
const GNU_MAGIC = b4a.from([0x75, 0x73, 0x74, 0x61, 0x72, 0x20]) // ustar\x20
const GNU_VER = b4a.from([0x20, 0x00])
const MASK = 0o7777
const MAGIC_OFFSET = 257
const VERSION_OFFSET = 263

exports.decodeLongPath = function decodeLongPath (buf, encoding) {
  return decodeStr(buf, 0, buf.length, encoding)
}

exports.encodePax = function encodePax (opts) { // TODO: encode more stuff in pax
  let result = ''
  if (opts.name) result += addLength(' path=' + opts.name + '\n')
  if (opts.linkname) result += addLength(' linkpath=' + opts.linkname + '\n')
  const pax = opts.pax
  if (pax) {
    for (const key in pax) {
      result += addLength(' ' + key + '=' + pax[key] + '\n')
    }
  }
  return b4a.from(result)
}

exports.decodePax = function decodePax (buf) {
  const result = {}

  while (buf.length) {
    let i = 0
    while (i < buf.length && buf[i] !== 32) i++
    const len = parseInt(b4a.toString(buf.subarray(0, i)), 10)
    if (!len) return result

    const b = b4a.toString(buf.subarray(i + 1, len - 1))
    const keyIndex = b.indexOf('=')
    if (keyIndex === -1) return result
    result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1)

    buf = buf.subarray(len)
  }

  return result
}

exports.encode = function encode (opts) {
  const buf = b4a.alloc(512)
  let name = opts.name
  let prefix = ''

  if (opts.typeflag === 5 && name[name.length - 1] !== '/') name += '/'
  if (b4a.byteLength(name) !== name.length) return null // utf-8

  while (b4a.byteLength(name) > 100) {
    const i = name.indexOf('/')
    if (i === -1) return null
    prefix += prefix ? '/' + name.slice(0, i) : name.slice(0, i)
    name = name.slice(i + 1)
  }

  if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null
  if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null

  b4a.write(buf, name)
  b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100)
  b4a.write(buf, encodeOct(opts.uid, 6), 108)
  b4a.write(buf, encodeOct(opts.gid, 6), 116)
  encodeSize(opts.size, buf, 124)
  b4a.write(buf, encodeOct((opts.mtime.getTime() / 1000) | 0, 11), 136)

  buf[156] = ZERO_OFFSET + toTypeflag(opts.type)

  if (opts.linkname) b4a.write(buf, opts.linkname, 157)

  b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET)
  b4a.copy(USTAR_VER, buf, VERSION_OFFSET)
  if (opts.uname) b4a.write(buf, opts.uname, 265)
  if (opts.gname) b4a.write(buf, opts.gname, 297)
  b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329)
  b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337)

  if (prefix) b4a.write(buf, prefix, 345)

  b4a.write(buf, encodeOct(cksum(buf), 6), 148)

  return buf
}

exports.decode = function decode (buf, filenameEncoding, allowUnknownFormat) {
  let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET

  let name = decodeStr(buf, 0, 100, filenameEncoding)
  const mode = decodeOct(buf, 100, 8)
  const uid = decodeOct(buf, 108, 8)
  const gid = decodeOct(buf, 116, 8)
  const size = decodeOct(buf, 124, 12)
  const mtime = decodeOct(buf, 136, 12)
  const type = toType(typeflag)
  const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding)
  const uname = decodeStr(buf, 265, 32)
  const gname = decodeStr(buf, 297, 32)
  const devmajor = decodeOct(buf, 329, 8)
  const devminor = decodeOct(buf, 337, 8)

  const c = cksum(buf)

  // checksum is still initial value if header was null.
  if (c === 8 * 32) return null

  // valid checksum
  if (c !== decodeOct(buf, 148, 8)) throw new Error('Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?')

  if (isUSTAR(buf)) {
    // ustar (posix) format.
    // prepend prefix, if present.
    if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + '/' + name
  } else if (isGNU(buf)) {
    // 'gnu'/'oldgnu' format. Similar to ustar, but has support for incremental and
    // multi-volume tarballs.
  } else {
    if (!allowUnknownFormat) {
      throw new Error('Invalid tar header: unknown format.')
    }
  }

  // to support old tar versions that use trailing / to indicate dirs
  if (typeflag === 0 && name && name[name.length - 1] === '/') typeflag = 5

  return {
    name,
    mode,
    uid,
    gid,
    size,
    byteOffset: 0,
    mtime: new Date(1000 * mtime),
    type,
    linkname,
    uname,
    gname,
    devmajor,
    devminor,
    pax: null
  }
}

function isUSTAR (buf) {
  return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6))
}

function isGNU (buf) {
  return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) &&
    b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2))
}

function clamp (index, len, defaultValue) {
  if (typeof index !== 'number') return defaultValue
  index = ~~index // Coerce to integer.
  if (index >= len) return len
  if (index >= 0) return index
  index += len
  if (index >= 0) return index
  return 0
}

function toType (flag) {
  switch (flag) {
    case 0:
      return 'file'
    case 1:
      return 'link'
    case 2:
      return 'symlink'
    case 3:
      return 'character-device'
    case 4:
      return 'block-device'
    case 5:
      return 'directory'
    case 6:
      return 'fifo'
    case 7:
      return 'contiguous-file'
    case 72:
      return 'pax-header'
    case 55:
      return 'pax-global-header'
    case 27:
      return 'gnu-long-link-path'
    case 28:
    case 30:
      return 'gnu-long-path'
  }

  return null
}

function toTypeflag (flag) {
  switch (flag) {
    case 'file':
      return 0
    case 'link':
      return 1
    case 'symlink':
      return 2
    case 'character-device':
      return 3
    case 'block-device':
      return 4
    case 'directory':
      return 5
    case 'fifo':
      return 6
    case 'contiguous-file':
      return 7
    case 'pax-header':
      return 72
  }

  return 0
}

function indexOf (block, num, offset, end) {
  for (; offset < end; offset++) {
    if (block[offset] === num) return offset
  }
  return end
}

function cksum (block) {
  let sum = 8 * 32
  for (let i = 0; i < 148; i++) sum += block[i]
  for (let j = 156; j < 512; j++) sum += block[j]
  return sum
}

function encodeOct (val, n) {
  val = val.toString(8)
  if (val.length > n) return SEVENS.slice(0, n) + ' '
  return ZEROS.slice(0, n - val.length) + val + ' '
}

function encodeSizeBin (num, buf, off) {
  buf[off] = 0x80
  for (let i = 11; i > 0; i--) {
    buf[off + i] = num & 0xff
    num = Math.floor(num / 0x100)
  }
}

function encodeSize (num, buf, off) {
  if (num.toString(8).length > 11) {
    encodeSizeBin(num, buf, off)
  } else {
    b4a.write(buf, encodeOct(num, 11), off)
  }
}

/* Copied from the node-tar repo and modified to meet
 * tar-stream coding standard.
 *
 * Source: https://github.com/npm/node-tar/blob/51b6627a1f357d2eb433e7378e5f05e83b7aa6cd/lib/header.js#L349
 */
function parse256 (buf) {
  // first byte MUST be either 80 or FF
  // 80 for positive, FF for 2's comp
  let positive
  if (buf[0] === 0x80) positive = true
  else if (buf[0] === 0xFF) positive = false
  else return null

  // build up a base-256 tuple from the least sig to the highest
  const tuple = []
  let i
  for (i = buf.length - 1; i > 0; i--) {
    const byte = buf[i]
    if (positive) tuple.push(byte)
    else tuple.push(0xFF - byte)
  }

  let sum = 0
  const l = tuple.length
  for (i = 0; i < l; i++) {
    sum += tuple[i] * Math.pow(256, i)
  }

  return positive ? sum : -1 * sum
}

function decodeOct (val, offset, length) {
  val = val.subarray(offset, offset + length)
  offset = 0

  // If prefixed with 0x80 then parse as a base-256 integer
  if (val[offset] & 0x80) {
    return parse256(val)
  } else {
    // Older versions of tar can prefix with spaces
    while (offset < val.length && val[offset] === 32) offset++
    const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length)
    while (offset < end && val[offset] === 0) offset++
    if (end === offset) return 0
    return parseInt(b4a.toString(val.subarray(offset, end)), 8)
  }
}

function decodeStr (val, offset, length, encoding) {
  return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding)
}

function addLength (str) {
  const len = b4a.byteLength(str)
  let digits = Math.floor(Math.log(len) / Math.log(10)) + 1
  if (len + digits >= Math.pow(10, digits)) digits++

  return (len + digits) + str
}


/***/ }),

/***/ 2424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planRelease: () => (/* binding */ planRelease)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/errors.ts
var findings_errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope_envelope = __webpack_require__(9666);
// EXTERNAL MODULE: ./src/envelope/parse.ts + 3 modules
var parse = __webpack_require__(6991);
// EXTERNAL MODULE: ./src/pki/certificate.ts
var certificate = __webpack_require__(4839);
// EXTERNAL MODULE: ./src/pki/chain.ts
var chain = __webpack_require__(5637);
// EXTERNAL MODULE: ./src/pki/identity.ts
var identity = __webpack_require__(9304);
// EXTERNAL MODULE: ./src/verdict.ts
var verdict = __webpack_require__(3138);
;// CONCATENATED MODULE: ./src/once-signed.ts






/** Who signed an app, as its signature.json says. */
function readSigner(payload, authorities) {
    const bytes = payload.read(envelope_envelope/* APP_SIGNATURE */.t, envelope_envelope/* MAX_ENVELOPE_SIZE */.m);
    if (bytes === undefined)
        return { signed: false };
    if (bytes === 'too-large')
        return { signed: true, problem: `its ${envelope_envelope/* APP_SIGNATURE */.t} is too large` };
    const parsed = (0,parse/* parseEnvelope */.m)(bytes);
    if ('problem' in parsed)
        return { signed: true, problem: `its ${parsed.problem}` };
    const { envelope } = parsed;
    const leaf = (0,verdict/* readLeaf */.rf)(envelope.format === 'v2' ? envelope.leaf : envelope.certificate);
    if (!leaf)
        return { signed: true, problem: 'its certificate can not be read' };
    const candidates = envelope.format === 'v2' ? envelope.chain.map(verdict/* readLeaf */.rf).filter((one) => one !== undefined) : [];
    const authority = (0,chain/* findChain */.r_)(leaf, authorities, candidates)?.authority;
    if (!authority)
        return { signed: true, problem: `nobody known issued its certificate ("${leaf.issuer.text}")` };
    const commonName = (0,identity/* commonNameOf */.KJ)(leaf);
    if (commonName === undefined)
        return { signed: true, problem: 'its certificate has not one CN' };
    return { signed: true, commonName, authority, fingerprint: (0,certificate/* fingerprint */.Rj)(leaf.publicKey) };
}
/**
 * Once signed, always signed: servers refuse an update that is not signed when the installed app is. Of several archives of
 * a release (one for each line of ownCloud) the one that the same authority vouches for is compared.
 *
 * @param now the archive to be released
 * @returns no finding when the signer is the same, or the earlier release was not signed
 */
function compareSigners(earlier, now) {
    if ('unchecked' in earlier)
        return [unchecked(earlier.unchecked)];
    const known = earlier.archives.flatMap(({ signer, ...where }) => 'fingerprint' in signer && signer.fingerprint !== undefined ? [{ ...where, signer }] : []);
    const [first] = known;
    if (!first) {
        const [odd] = earlier.archives.filter(({ signer }) => signer.signed);
        if (odd?.signer.signed)
            return [unchecked(`"${odd.asset}" of ${odd.tag}: ${odd.signer.problem}`)];
        return [];
    }
    if (!now.signed)
        return [changed(first, 'is not signed')];
    if (now.problem !== undefined)
        return [changed(first, `is signed in a way that can not be compared: ${now.problem}`)];
    return compareKnown(known.find(({ signer }) => signer.fingerprint === now.fingerprint) ??
        known.find(({ signer }) => signer.authority.id === now.authority.id) ??
        first, now);
}
function compareKnown(earlier, now) {
    const { signer } = earlier;
    const moved = isMoveToG2(signer, now);
    if (signer.authority.id !== now.authority.id && !moved)
        return [changed(earlier, `is vouched for by ${now.authority.name}`)];
    const fold = (name) => (moved ? (0,identity/* foldAscii */.Dr)(name) : name);
    if (fold(signer.commonName) !== fold(now.commonName))
        return [changed(earlier, `is signed for CN=${now.commonName}`)];
    if (signer.fingerprint === now.fingerprint)
        return [];
    return [
        {
            code: 'KEY_CHANGED',
            severity: 'warning',
            message: `The key is another one than that of "${earlier.asset}" of ${earlier.tag}. SHA-256 of the public keys: ${signer.fingerprint} then, ${now.fingerprint} now.`,
            hint: moved
                ? 'This is right if the app has moved from ownCloud G1 to G2.'
                : 'This is right if a new certificate was requested with a new key; register it in the App Store. If nobody did, find out whose key this is before you publish.',
        },
    ];
}
/** G1 ends, and its apps have to go to G2 (SPEC 3, the sunset): the one change of authority that is no surprise. */
function isMoveToG2(earlier, now) {
    return earlier.authority.id === 'owncloud-g1' && now.authority.id === 'owncloud-g2';
}
function changed({ asset, tag, signer }, what) {
    return {
        code: 'SIGNER_CHANGED',
        severity: 'error',
        message: `"${asset}" of ${tag} was signed for CN=${signer.commonName}, vouched for by ${signer.authority.name}; this one ${what}.`,
        hint: 'Once signed, always signed: sign with the certificate of the same authority and for the same app.',
    };
}
function unchecked(why) {
    return {
        code: 'EARLIER_RELEASE_UNCHECKED',
        severity: 'notice',
        message: `Whether an earlier release was signed by the same signer was not checked: ${why}.`,
    };
}

// EXTERNAL MODULE: ./src/payload/archive.ts + 17 modules
var payload_archive = __webpack_require__(6644);
// EXTERNAL MODULE: ./src/payload/package-path.ts
var package_path = __webpack_require__(8552);
// EXTERNAL MODULE: ./src/store/rules.ts
var rules = __webpack_require__(1730);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/action/commit.ts

/**
 * The commit that a check run belongs to: the head of the pull request or of the run that started this one, else
 * `GITHUB_SHA`, which for pull requests is a merge that nobody looks at (PLATFORM, "which commit").
 *
 * @returns forty hex digits; undefined where there is no commit
 */
function headCommit(env) {
    const { pull_request: pullRequest, workflow_run: workflowRun } = readEvent(env);
    const candidates = [pullRequest?.head?.sha, workflowRun?.head_sha, env.GITHUB_SHA];
    return candidates.find((candidate) => typeof candidate === 'string' && /^[0-9a-f]{40}$/.test(candidate));
}
/** What started the run, as GitHub wrote it to a file. */
function readEvent(env) {
    if (!env.GITHUB_EVENT_PATH)
        return {};
    try {
        const event = JSON.parse((0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH, 'utf8'));
        return typeof event === 'object' && event !== null ? event : {};
    }
    catch {
        // No file, or none that can be read: GITHUB_SHA is what is left.
        return {};
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/action/github.ts

/** Tries in all, for answers that another try may change. */
const TRIES = 5;
/** Milliseconds before the second try; doubled each time. */
const FIRST_PAUSE = 1000;
/** Milliseconds. A limit that lasts longer than this is not waited for: the job has better things to do. */
const MAX_WAIT = 120_000;
/** Milliseconds. What GitHub asks to wait for at least when its headers name no time. */
const UNNAMED_LIMIT = 60_000;
/** Milliseconds for an answer, and for one with a file in it or before it. Our own: the runtime waits five minutes. */
const TIMEOUT = 30_000;
const FILE_TIMEOUT = 600_000;
/** Milliseconds between requests that change something, when there are many (PLATFORM, "pacing"). */
const PACE = 1000;
/** Requests that may follow each other at once. */
const UNPACED = 3;
/** A request that GitHub did not do. `status` is 0 when there was no answer at all. */
class GitHubError extends Error {
    status;
    name = 'GitHubError';
    constructor(status, message, cause) {
        super(message, { cause });
        this.status = status;
    }
}
/** One client a run: one request at a time, paced, and tried again where that may help. */
class GitHub {
    send;
    waiting;
    repository;
    writes = 0;
    constructor(send, waiting, 
    /** `owner/name`. */
    repository) {
        this.send = send;
        this.waiting = waiting;
        this.repository = repository;
    }
    /**
     * Sends one request, and again after 5xx, a broken connection, or a limit that the headers say will end soon.
     *
     * @param route such as `GET /repos/{owner}/{repo}/releases`; owner and repo are filled in
     * @param settle is asked before another try whether the last one was done after all; what it returns is the answer then
     * @throws GitHubError
     */
    async request(route, parameters = {}, settle) {
        const [owner = '', repo = ''] = this.repository.split('/');
        if (!route.startsWith('GET ') && ++this.writes > UNPACED)
            await this.waiting.pause(this.waiting.pace);
        for (let attempt = 1;; attempt++) {
            try {
                return await this.send(route, { owner, repo, ...parameters });
            }
            catch (error) {
                const wait = waitFor(error, attempt, this.waiting.now());
                if (wait === undefined || attempt === TRIES)
                    throw new GitHubError(statusOf(error), whyOf(error), error);
                await this.waiting.pause(wait);
            }
            const done = await settle?.();
            if (done)
                return done;
        }
    }
}
/**
 * A client for the repository that the run is for.
 *
 * @param token from the input github-token
 * @param env for the API's address (`GITHUB_API_URL`) and the repository
 * @throws AppsignError INPUT_INVALID when there is no token or no repository
 */
async function connect(token, env, waiting) {
    if (!token)
        throw new findings_errors/* AppsignError */.xE('INPUT_INVALID', 'github-token is empty. Leave it out, or pass ${{ github.token }}.');
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (!/^[^/]+\/[^/]+$/.test(repository))
        throw new findings_errors/* AppsignError */.xE('INPUT_INVALID', 'GITHUB_REPOSITORY is not set: this is no run of GitHub Actions.');
    // Brings its network along, which most runs do not need.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const silent = () => undefined;
    const octokit = getOctokit(token, {
        baseUrl: env.GITHUB_API_URL || 'https://api.github.com',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    const send = (route, { request, ...parameters }) => {
        const timeout = request || 'data' in parameters ? FILE_TIMEOUT : (waiting.timeout ?? TIMEOUT);
        return octokit.request(route, {
            ...parameters,
            request: { ...(request ?? {}), signal: AbortSignal.timeout(timeout) },
        });
    };
    return new GitHub(send, waiting, repository);
}
/** Octokit says 500 as well when there was no answer. */
function statusOf(error) {
    const { status = 0, response } = error;
    return response ? status : 0;
}
/** Milliseconds until another try makes sense; undefined when none does. */
function waitFor(error, attempt, now) {
    const status = statusOf(error);
    const headers = error.response?.headers ?? {};
    const asked = retryAfter(headers['retry-after'], now);
    if (status === 429 || status === 403) {
        const limit = asked ?? limitOf(headers, now) ?? (status === 429 || isSecondary(error) ? UNNAMED_LIMIT : undefined);
        return limit === undefined || limit > MAX_WAIT ? undefined : limit;
    }
    if (status !== 0 && status < 500)
        return undefined;
    return asked !== undefined && asked <= MAX_WAIT ? asked : FIRST_PAUSE * 2 ** (attempt - 1);
}
/** Seconds or a date, as milliseconds from now. */
function retryAfter(value, now) {
    if (value === undefined || value === '')
        return undefined;
    const wait = Number.isFinite(Number(value)) ? Number(value) * 1000 : Date.parse(String(value)) - now;
    return Number.isFinite(wait) ? Math.max(wait, 0) : undefined;
}
function limitOf(headers, now) {
    if (headers['x-ratelimit-remaining'] !== '0')
        return undefined;
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    return Number.isFinite(reset) ? Math.max(reset - now, 0) : undefined;
}
/** A limit that the headers do not name. */
function isSecondary(error) {
    return /secondary rate limit/i.test(messageOf(error.response?.data));
}
function messageOf(data) {
    const message = typeof data === 'object' && data !== null && 'message' in data ? data.message : '';
    return typeof message === 'string' ? message : '';
}
/** Characters of an answer that a message repeats. */
const MAX_SAID = 300;
/** What GitHub said, in one line: its message and its list of errors, nothing of what was sent. */
function whyOf(error) {
    const { data } = error.response ?? {};
    const status = statusOf(error);
    if (status === 0)
        return `no answer (${(0,findings_errors/* reasonOf */.A3)(error)})`;
    const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : [];
    const more = Array.isArray(errors) && errors.length > 0 ? `: ${JSON.stringify(errors).slice(0, MAX_SAID)}` : '';
    return `${status} ${messageOf(data).slice(0, MAX_SAID)}${more}`.trim();
}

;// CONCATENATED MODULE: ./src/action/connect-github.ts


/**
 * The client of a run, at the pace that GitHub asks for, or that a test sets in the environment.
 *
 * @throws AppsignError INPUT_INVALID as `connect` does
 */
function connectGitHub(token, env) {
    const pace = /^\d{1,5}$/.test(env.APPSIGN_GITHUB_PACE ?? '') ? Number(env.APPSIGN_GITHUB_PACE) : PACE;
    return connect(token, env, { pause: (milliseconds) => (0,promises_.setTimeout)(milliseconds), pace, now: Date.now });
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/payload/app-info.ts + 1 modules
var app_info = __webpack_require__(3219);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/action/asset-download.ts





/** Downloads in all, where one breaks off. */
const asset_download_TRIES = 3;
/**
 * Reads an asset through the API, drafts' too, and keeps nothing of it in memory.
 *
 * @param limit bytes
 * @param path absolute path of a file to write it to; undefined: nothing is kept
 * @returns its SHA-256 in lower-case hex
 * @throws GitHubError; AppsignError RELEASE_FAILED when it is larger than the limit
 */
async function downloadAsset(github, asset, limit, path) {
    for (let attempt = 1;; attempt++) {
        const { data } = await github.request('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', {
            asset_id: asset.id,
            headers: { accept: 'application/octet-stream' },
            request: { parseSuccessResponseBody: false },
        });
        try {
            return await drain(data ?? [], { name: asset.name, limit, path });
        }
        catch (error) {
            if (error instanceof findings_errors/* AppsignError */.xE)
                throw error;
            if (attempt === asset_download_TRIES)
                throw new GitHubError(0, `the download of "${asset.name}" broke off (${(0,findings_errors/* reasonOf */.A3)(error)})`, error);
        }
    }
}
async function drain(body, { name, limit, path }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const measure = async function* () {
        let size = 0;
        for await (const piece of body) {
            size += piece.length;
            if (size > limit)
                throw new findings_errors/* AppsignError */.xE('RELEASE_FAILED', `"${name}" is larger than the ${limit} bytes expected of it. Delete it from the release, and run the job again.`);
            hash.update(piece);
            yield piece;
        }
    };
    if (path === undefined)
        for await (const _ of measure())
            ;
    else
        await (0,external_node_stream_promises_.pipeline)(measure, (0,external_node_fs_.createWriteStream)(path));
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/action/release-error.ts


/**
 * Does something with a release, and says of a request that GitHub did not do what to do about it.
 *
 * @param doing what GitHub was asked to do, such as `publish the release of "v1.2.3"`
 * @param state what there is now and what a new run makes of it, as a sentence
 * @throws AppsignError RELEASE_FAILED in place of GitHubError; anything else as it is
 */
async function explained(doing, state, act) {
    try {
        return await act();
    }
    catch (error) {
        if (!(error instanceof GitHubError))
            throw error;
        const message = `GitHub did not ${doing}: ${error.message}. ${remedyOf(error)} ${state}`;
        throw new findings_errors/* AppsignError */.xE('RELEASE_FAILED', message, error);
    }
}
/** A release that is not as it has to be. */
function releaseError(message) {
    return new findings_errors/* AppsignError */.xE('RELEASE_FAILED', message);
}
/** Whether GitHub answered that there is no such thing, or none for this token. */
function isMissing(error) {
    return error instanceof GitHubError && error.status === 404;
}
const PERMISSION = 'Give the job "permissions: contents: write"; a run for a fork or for Dependabot can not have it, whatever the workflow says.';
function remedyOf({ status, message }) {
    if (status === 429 || /rate limit/i.test(message))
        return 'Too many requests were sent with this token: run the job again later.';
    if (status === 401)
        return `github-token is not valid, or not any more: pass \${{ github.token }}. ${PERMISSION}`;
    if (status === 403 || status === 404)
        return PERMISSION;
    if (status === 422)
        return "Look at the repository's releases, drafts too, for what stands in the way.";
    return 'Run the job again.';
}

;// CONCATENATED MODULE: ./src/action/release-data.ts

/**
 * Reads a release from an answer.
 *
 * @throws GitHubError when the answer is something else
 */
function readRelease(data) {
    const { id, tag_name, html_url, upload_url, draft, prerelease, immutable, target_commitish, body } = fieldsOf(data);
    if (typeof id !== 'number' || typeof tag_name !== 'string')
        throw unreadable('release');
    return {
        id,
        tag: tag_name,
        htmlUrl: textOf(html_url),
        uploadUrl: textOf(upload_url).replace(/\{.*$/, ''),
        draft: draft === true,
        prerelease: prerelease === true,
        immutable: immutable === true,
        target: textOf(target_commitish),
        body: textOf(body),
    };
}
/**
 * Reads an asset from an answer.
 *
 * @throws GitHubError when the answer is something else
 */
function readAsset(data) {
    const { id, name, state, size, digest, browser_download_url } = fieldsOf(data);
    if (typeof id !== 'number' || typeof name !== 'string')
        throw unreadable('release asset');
    return {
        id,
        name,
        complete: state === 'uploaded',
        size: typeof size === 'number' ? size : 0,
        sha256: /^sha256:([0-9a-f]{64})$/.exec(textOf(digest))?.[1],
        url: textOf(browser_download_url),
    };
}
/**
 * What the notes of a release that appsign makes begin with, unseen by readers: the next run knows by it what is its own.
 *
 * @param repository `owner/name`: notes are copied from one repository to another
 * @param commit forty hex digits
 */
function markOf(repository, commit) {
    return `<!-- appsign ${repository}@${commit} -->`;
}
/** The commit for which appsign made this release; undefined when somebody else made it. */
function markedCommit({ body }, repository) {
    const marks = body.matchAll(/<!-- appsign ([^\s@]+)@([0-9a-f]{40}) -->/g);
    return [...marks].find(([, marked]) => marked === repository)?.[2];
}
function fieldsOf(data) {
    return typeof data === 'object' && data !== null ? data : {};
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function unreadable(what) {
    return new GitHubError(0, `the answer is no ${what}`, undefined);
}

;// CONCATENATED MODULE: ./src/action/release-find.ts


/** Entries of a list that one answer holds at most. */
const PAGE = 100;
/** Pages of a list; GitHub shows no more than 10,000 releases, and a release has no more than 1,000 assets. */
const MAX_PAGES = 100;
/**
 * The release of a tag: the published one, else a draft, of which appsign's own goes first.
 *
 * @param commit forty hex digits: drafts of ours are told apart by it
 * @returns undefined when there is none, or none that this token may see
 * @throws GitHubError; AppsignError RELEASE_FAILED when nobody can tell which draft is meant
 */
async function findRelease(github, tag, commit) {
    const published = await findPublished(github, tag);
    if (published)
        return published;
    const drafts = [];
    for await (const release of listReleases(github))
        if (release.draft && release.tag === tag)
            drafts.push(release);
    const [own] = drafts.filter((draft) => markedCommit(draft, github.repository) === commit);
    if (own === undefined && drafts.length > 1)
        throw releaseError(`${drafts.length} drafts are for the tag "${tag}". Delete all but the one that the package belongs to, and run the job again.`);
    return own ?? drafts[0];
}
/** Every release, newest first, drafts too where the token may see them. @throws GitHubError */
async function* listReleases(github) {
    for await (const data of list(github, 'GET /repos/{owner}/{repo}/releases', {}))
        yield readRelease(data);
}
/** Every asset of a release, those too of which the upload broke off. @throws GitHubError */
async function* listAssets(github, release) {
    const route = 'GET /repos/{owner}/{repo}/releases/{release_id}/assets';
    for await (const data of list(github, route, { release_id: release.id }))
        yield readAsset(data);
}
/** The asset of a name. @throws GitHubError */
async function findAsset(github, release, name) {
    for await (const asset of listAssets(github, release))
        if (asset.name === name)
            return asset;
    return undefined;
}
async function findPublished(github, tag) {
    try {
        const { data } = await github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { tag });
        return readRelease(data);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
async function* list(github, route, parameters) {
    for (let page = 1; page <= MAX_PAGES; page++) {
        const { data, headers } = await github.request(route, { ...parameters, per_page: PAGE, page });
        if (!Array.isArray(data))
            throw releaseError('GitHub answered with something that is no list. Run the job again.');
        yield* data;
        // A page may be short although others follow: drafts that the token may not see are taken out of it.
        if (!/rel="next"/.test(String(headers.link ?? '')))
            return;
    }
}

;// CONCATENATED MODULE: ./src/action/release-wish.ts

/** Whether a version has a suffix: semantic ones, and the shorter forms that info.xml takes. Build metadata (`+1`) is none. */
function isPrerelease(version) {
    return !/^v?\d+(\.\d+)*(\+.*)?$/.test(version);
}
/**
 * GitHub renames what it does not like, and the package would not be found again.
 *
 * @throws AppsignError RELEASE_FAILED
 */
function checkAssetName(name) {
    if (!/^[A-Za-z0-9_+@-]+(\.[A-Za-z0-9_+@-]+)*$/.test(name))
        throw releaseError(`GitHub would rename "${name}". Give the package a name of letters, digits, "_", "-" and single dots (input package).`);
}

;// CONCATENATED MODULE: ./src/action/earlier-release.ts










/** Earlier releases that are looked through for an archive of the app. */
const MAX_RELEASES = 10;
/** Releases of which the names are looked at: where all are prereleases, no final one is searched for to the end. */
const MAX_LISTED = 300;
/** Archives that are downloaded in all: a monorepo's release has those of other apps too. */
const MAX_DOWNLOADS = 10;
/** Bytes of an archive; the App Store takes 30 MiB (SPEC 6), ownCloud's are larger. */
const MAX_ARCHIVE_SIZE = 256 * 1024 * 1024;
/**
 * The archives of the app in its latest earlier release that has one. Drafts do not count; before a final version,
 * prereleases count only when there is no archive in a final one; before a prerelease, both.
 *
 * @returns why there is nothing to compare with, where the token may not read, or nothing is there that can be read
 * @throws AppsignError RELEASE_FAILED when GitHub fails: nobody knows then
 */
async function findEarlierRelease(github, release, compare) {
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(compare.folder, 'appsign-earlier-'));
    try {
        return await explained('show the earlier releases', 'Nothing was published.', () => search(github, release, { ...compare, folder }));
    }
    catch (error) {
        const { cause } = error;
        if (cause instanceof GitHubError && isDenied(cause))
            return { unchecked: `GitHub answered ${cause.message}` };
        throw error;
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Not a limit, which is 403 as well, and passes. */
function isDenied({ status, message }) {
    return (status === 403 && !/rate limit/i.test(message)) || status === 404;
}
async function search(github, release, compare) {
    const candidates = await listCandidates(github, release);
    let downloads = 0;
    let problem;
    for (const earlier of candidates) {
        const archives = [];
        for (const asset of await listArchives(github, earlier, release.appId)) {
            if (downloads++ === MAX_DOWNLOADS)
                break;
            const signer = await readArchive(github, asset, release, compare);
            const where = { tag: earlier.tag, asset: asset.name };
            if (typeof signer === 'string')
                problem ??= `"${where.asset}" of ${where.tag} ${signer}`;
            else if (signer)
                archives.push({ ...where, signer });
        }
        if (archives.length > 0)
            return { archives };
    }
    if (candidates.length === 0)
        return { unchecked: 'there is no earlier release' };
    return { unchecked: problem ?? `no archive of "${release.appId}" is among the latest ${candidates.length} releases` };
}
/** Newest first, as GitHub lists them. */
async function listCandidates(github, { tag, version }) {
    const finals = [];
    const others = [];
    const mixed = isPrerelease(version);
    let listed = 0;
    for await (const release of listReleases(github)) {
        if (release.draft || release.tag === tag)
            continue;
        if (mixed || !release.prerelease)
            finals.push(release);
        else if (others.length < MAX_RELEASES)
            others.push(release);
        if (finals.length === MAX_RELEASES || ++listed === MAX_LISTED)
            break;
    }
    return [...finals, ...others].slice(0, MAX_RELEASES);
}
/** Those that are named after the app first. */
async function listArchives(github, release, appId) {
    const archives = [];
    for await (const asset of listAssets(github, release))
        if (asset.complete && /\.(tar\.gz|tgz|tar\.bz2|zip)$/i.test(asset.name))
            archives.push(asset);
    const isNamed = ({ name }) => name.toLowerCase().includes(appId.toLowerCase());
    return [...archives.filter(isNamed), ...archives.filter((asset) => !isNamed(asset))];
}
/** Who signed an archive; undefined when it is of another app, text when it can not be told. */
async function readArchive(github, asset, { appId }, { folder, authorities, maxSize = MAX_ARCHIVE_SIZE }) {
    if (asset.size > maxSize)
        return `is larger than ${maxSize} bytes`;
    const path = (0,external_node_path_.join)(folder, String(asset.id));
    await downloadAsset(github, asset, asset.size, path);
    try {
        const { openArchive } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6644));
        const payload = await openArchive(path, asset.name);
        return (0,app_info/* readAppInfo */.Mh)(payload).id === appId ? readSigner(payload, authorities) : undefined;
    }
    catch (error) {
        if (!(error instanceof findings_errors/* AppsignError */.xE))
            throw error;
        return `can not be read: ${error.message}`;
    }
    finally {
        await (0,external_node_fs_promises_.rm)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./src/action/release-tag.ts

/** Annotated tags that point at each other before someone is making fun of us. */
const MAX_DEPTH = 5;
/**
 * Makes sure that a tag is of this run's commit: what was signed is what the tag says.
 *
 * @param tag its name, without `refs/tags/`
 * @param commit forty hex digits
 * @throws GitHubError; AppsignError RELEASE_FAILED when there is no such tag, or it is of another commit
 */
async function checkTag(github, tag, commit) {
    const tagged = await readTag(github, tag);
    if (tagged === commit)
        return;
    throw releaseError(`The tag "${tag}" is of commit ${tagged}, and this run is of commit ${commit}. Run the workflow on the tag (on: push: tags), or move the tag to this commit and push it.`);
}
/** The commit that a tag is of in the end, forty hex digits. */
async function readTag(github, tag) {
    let object = await readReference(github, tag);
    for (let depth = 0; object.type === 'tag' && depth < MAX_DEPTH; depth++) {
        const { data } = await github.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { tag_sha: object.sha });
        object = objectOf(data);
    }
    if (object.type !== 'commit')
        throw releaseError(`The tag "${tag}" is not of a commit. Tag the commit of the release.`);
    return object.sha;
}
async function readReference(github, tag) {
    try {
        const { data } = await github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `tags/${tag}` });
        return objectOf(data);
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        throw releaseError(`There is no tag "${tag}" in ${github.repository}, or github-token may not read it. Push the tag first (git push origin "${tag}"), and give the job "permissions: contents: write".`);
    }
}
function objectOf(data) {
    const { object } = (data ?? {});
    return { type: String(object?.type), sha: String(object?.sha) };
}

;// CONCATENATED MODULE: ./src/action/release.ts





/**
 * Everything that can be said before there is a package, and changes nothing: the tag is of this commit, its release takes
 * this package. Whether the token may write, GitHub tells only when it is asked to.
 *
 * @throws AppsignError RELEASE_FAILED
 */
function prepareRelease(github, wish) {
    checkAssetName(wish.asset);
    return explained(`show the release of "${wish.tag}"`, 'Nothing was published.', async () => {
        await checkTag(github, wish.tag, wish.commit);
        await findFitting(github, wish);
    });
}
/**
 * The release that takes the package, made as a draft where there is none.
 *
 * @throws GitHubError; AppsignError RELEASE_FAILED when it is of another commit, or can not be changed any more
 */
async function openRelease(github, wish) {
    const found = await findFitting(github, wish);
    if (found)
        return { release: found, created: false };
    const { tag, commit, version } = wish;
    const { data } = await github.request('POST /repos/{owner}/{repo}/releases', {
        tag_name: tag,
        name: tag,
        body: markOf(github.repository, commit),
        draft: true,
        prerelease: isPrerelease(version),
    }, async () => {
        const made = await findRelease(github, tag, commit);
        return made && readAgain(github, made);
    });
    return { release: readRelease(data), created: true };
}
/**
 * Publishes the draft that appsign made, now that everything is on it. A maintainer's draft stays a draft.
 *
 * @throws AppsignError RELEASE_FAILED
 */
function publishRelease(github, wish, attached) {
    const { release, created, uploaded } = attached;
    const state = `The package is on the release's page, ${release.draft ? 'which is a draft still' : 'which is public'}; a new run goes on from there.`;
    return explained(`publish the release of "${wish.tag}"`, state, async () => {
        // It may be public by now: it has the packages of other apps of this run, too.
        const current = readRelease((await readAgain(github, release)).data);
        if (isOwnDraft(current, github, wish))
            await publishDraft(github, wish, current);
        const { draft, htmlUrl } = readRelease((await readAgain(github, release)).data);
        // Not before: the addresses of a draft are others.
        const asset = await findAsset(github, release, wish.asset);
        if (!asset?.complete)
            throw releaseError(`"${wish.asset}" is not on the release of "${wish.tag}" any more. Run the job again.`);
        return { url: asset.url, htmlUrl, created, uploaded, draft };
    });
}
/**
 * Whether other bytes may be replaced: on the draft that an earlier run for this commit made and did not publish, which
 * nobody has downloaded; and in a re-run of the same run, which GitHub always starts at the same commit.
 */
function mayReplace(release, github, wish) {
    return isOwnDraft(release, github, wish) || wish.attempt > 1;
}
function isOwnDraft(release, { repository }, { commit }) {
    return release.draft && markedCommit(release, repository) === commit;
}
async function publishDraft(github, { tag, commit }, release) {
    // Signing takes a while, in which a tag can be moved; and a tag that is gone would be made anew.
    await checkTag(github, tag, commit);
    await github.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', 
    // By version and date: a release of an older line does not become the latest.
    { release_id: release.id, draft: false, make_latest: 'legacy' }, async () => {
        const answer = await readAgain(github, release);
        return readRelease(answer.data).draft ? undefined : answer;
    });
}
function readAgain(github, { id }) {
    return github.request('GET /repos/{owner}/{repo}/releases/{release_id}', { release_id: id });
}
async function findFitting(github, { tag, commit, asset }) {
    const release = await findRelease(github, tag, commit);
    if (!release)
        return undefined;
    const made = markedCommit(release, github.repository) ?? commitIn(release.target) ?? commit;
    if (made !== commit)
        throw releaseError(`The release of "${tag}" (${release.htmlUrl}) was made for commit ${made}, and this run is of commit ${commit}: the tag was moved. Delete the release if nobody has downloaded it, or release a new version.`);
    if (release.immutable && !(await findAsset(github, release, asset))?.complete)
        throw releaseError(`The release of "${tag}" (${release.htmlUrl}) is immutable and has no "${asset}", and nothing can be added to it. Release a new version, and leave it to appsign to publish it, or publish it when the package is attached.`);
    return release;
}
/** A branch's name says nothing about a commit. */
function commitIn(target) {
    return /^[0-9a-f]{40}$/.test(target) ? target : undefined;
}

;// CONCATENATED MODULE: ./src/action/release-asset.ts







/**
 * Attaches the package to the release of the tag, which is made as a draft where there is none. The same bytes are left
 * alone; other bytes are replaced where `mayReplace` says so. What is there in the end is read back.
 *
 * @param path absolute path of the package
 * @throws AppsignError RELEASE_FAILED
 */
async function attachPackage(github, wish, path) {
    const bytes = await (0,external_node_fs_promises_.readFile)(path);
    const file = { name: wish.asset, bytes, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') };
    const state = 'The release was not published by this run; a new run goes on from there.';
    return explained(`attach "${wish.asset}" to the release of "${wish.tag}"`, state, async () => {
        const { release, created } = await openRelease(github, wish);
        const uploaded = await bringIn(github, wish, release, file);
        const asset = await findAsset(github, release, file.name);
        if (!asset?.complete)
            throw missing(file, release);
        await readBack(github, asset, file, uploaded === 'same');
        return { release, asset, created, uploaded };
    });
}
async function bringIn(github, wish, release, file) {
    const standing = await findAsset(github, release, file.name);
    if (standing?.complete && (await isSame(github, standing, file)))
        return 'same';
    if (standing?.complete)
        refuseOther(standing, release, mayReplace(release, github, wish));
    if (standing)
        await remove(github, standing);
    await upload(github, release, file);
    return standing?.complete ? 'replaced' : 'new';
}
/** @throws AppsignError RELEASE_FAILED unless the asset may be replaced */
function refuseOther({ name, url }, { tag, immutable }, replaceable) {
    const what = `The release of "${tag}" has another "${name}" already (${url})`;
    if (immutable)
        throw releaseError(`${what} and is immutable. Release a new version.`);
    if (replaceable)
        return;
    throw releaseError(`${what}, with other bytes, and this is no re-run of the same commit. Release a new version; or delete that file if nobody has downloaded it, and run the job again.`);
}
async function isSame(github, asset, { bytes, sha256 }) {
    if (asset.sha256 !== undefined)
        return asset.sha256 === sha256;
    return asset.size === bytes.length && (await downloadAsset(github, asset, bytes.length)) === sha256;
}
/** Uploads, and again after an upload that broke off; what that has left is deleted. */
async function upload(github, release, file) {
    const settle = () => settleUpload(github, release, file);
    const send = () => github.request(`POST ${release.uploadUrl}{?name}`, { name: file.name, data: file.bytes, headers: { 'content-type': 'application/octet-stream' } }, settle);
    try {
        await send();
    }
    catch (error) {
        if (!(error instanceof GitHubError))
            throw error;
        if (await settle().catch(() => undefined))
            return;
        // What broke off may show only now, when it has stood in the way.
        if (error.status !== 422)
            throw error;
        await send();
    }
}
/** The asset, if an upload without an answer was done after all; else what is left of it is deleted. */
async function settleUpload(github, release, file) {
    const asset = await findAsset(github, release, file.name);
    if (asset && !asset.complete)
        await remove(github, asset);
    if (!asset?.complete || !(await isSame(github, asset, file)))
        return undefined;
    return { status: 201, headers: {}, data: asset };
}
async function remove(github, asset) {
    try {
        await github.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', { asset_id: asset.id });
    }
    catch (error) {
        // Gone: by a request of which the answer was lost, or by somebody else.
        if (!isMissing(error))
            throw error;
    }
}
/** What people will download has to be what was signed; what we made of it otherwise is taken away again. */
async function readBack(github, asset, file, wasThere) {
    const sha256 = asset.size === file.bytes.length ? await downloadAsset(github, asset, file.bytes.length) : 'none';
    if (sha256 === file.sha256)
        return;
    if (!wasThere)
        await remove(github, asset);
    throw releaseError(`"${file.name}" was read back from GitHub with other bytes (SHA-256 ${sha256}) than the package has (${file.sha256}). ${wasThere ? 'Delete it from the release, and run the job again.' : 'It was deleted again. Run the job again.'}`);
}
function missing({ name }, { tag }) {
    return releaseError(`GitHub took "${name}", and does not show it on the release of "${tag}". Run the job again.`);
}

;// CONCATENATED MODULE: ./src/action/release-day.ts











/**
 * Asks everything that can be asked before anything is signed: is the token one, does the tag belong to this commit, does
 * its release take the package, who signed the earlier release.
 *
 * @throws AppsignError INPUT_INVALID, RELEASE_FAILED
 */
async function planRelease(app, inputs, { env, now, authorities }) {
    const { appStoreToken, appStoreDownloadUrl, releaseAsset } = inputs;
    if (appStoreToken)
        (0,rules/* assertToken */.Oi)(appStoreToken);
    if (appStoreDownloadUrl)
        (0,rules/* assertDownloadAddress */.DF)(appStoreDownloadUrl);
    const github = releaseAsset || inputs.githubToken ? await connectGitHub(inputs.githubToken, env) : undefined;
    const wish = releaseAsset ? wishOf(app, inputs, env) : undefined;
    if (github && wish)
        await prepareRelease(github, wish);
    const earlier = await findEarlier(github, app, authorities, env);
    return {
        compare: async (archive) => compareSigners(earlier, readSigner(await (0,payload_archive.openArchive)(archive, (0,external_node_path_.basename)(archive)), authorities)),
        assertPublishable: (report, archive) => {
            if (appStoreToken)
                assertTakenByStore(report, archive, inputs, now);
        },
        attach: async (archive) => {
            if (github && wish)
                return beforeStore(inputs, () => attachPackage(github, wish, archive.path));
        },
        release: async (attached) => {
            if (github && wish)
                return beforeStore(inputs, () => publishRelease(github, wish, attached));
        },
        tellStore: async (report, archive, release) => {
            if (appStoreToken)
                return (await __webpack_require__.e(/* import() */ 426).then(__webpack_require__.bind(__webpack_require__, 5426))).tellStore(report, archive, release, inputs, env);
        },
    };
}
function wishOf(app, inputs, env) {
    const commit = headCommit(env);
    const tag = env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined;
    if (!tag || !commit)
        throw new findings_errors/* AppsignError */.xE('INPUT_INVALID', 'release-asset is true, and this run is not on a tag. Run the workflow on: push: tags, or leave release-asset out.');
    const asset = (0,external_node_path_.basename)((0,package_path/* packagePath */.C)(inputs.package ?? '', app));
    return { tag, commit, version: app.version, asset, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1 };
}
function findEarlier(github, { id, version }, authorities, env) {
    if (!github)
        return Promise.resolve({ unchecked: 'github-token is empty' });
    const tag = env.GITHUB_REF_TYPE === 'tag' ? (env.GITHUB_REF_NAME ?? '') : '';
    return findEarlierRelease(github, { tag, version, appId: id }, { folder: env.RUNNER_TEMP || '/tmp', authorities });
}
/** @throws AppsignError NOT_PUBLISHABLE */
function assertTakenByStore(report, archive, { releaseAsset }, now) {
    try {
        (0,rules/* assertPublishable */.M2)(report, archive, now);
    }
    catch (error) {
        if (!releaseAsset || !(error instanceof findings_errors/* AppsignError */.xE))
            throw error;
        throw new findings_errors/* AppsignError */.xE(error.code, `${error.message} Nothing was attached to the release.`, error.cause);
    }
}
/** Says of what fails before the store was asked that it was not. */
async function beforeStore({ appStoreToken }, act) {
    try {
        return await act();
    }
    catch (error) {
        if (!appStoreToken || !(error instanceof findings_errors/* AppsignError */.xE))
            throw error;
        throw new findings_errors/* AppsignError */.xE(error.code, `${error.message} Nothing was published in the App Store.`, error.cause);
    }
}


/***/ }),

/***/ 9583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ publicAddressProblem)
/* harmony export */ });
/* unused harmony export isPrivateHost */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6447);


/** Networks that nobody outside reaches, or that stand for something else (IANA special-purpose address registries). */
const PRIVATE_NETWORKS = [
    ['0.0.0.0', 8, 'ipv4'],
    ['10.0.0.0', 8, 'ipv4'],
    ['100.64.0.0', 10, 'ipv4'],
    ['127.0.0.0', 8, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.0.0.0', 24, 'ipv4'],
    ['192.0.2.0', 24, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['198.18.0.0', 15, 'ipv4'],
    ['198.51.100.0', 24, 'ipv4'],
    ['203.0.113.0', 24, 'ipv4'],
    ['224.0.0.0', 3, 'ipv4'],
    ['::', 96, 'ipv6'],
    ['64:ff9b::', 96, 'ipv6'],
    ['64:ff9b:1::', 48, 'ipv6'],
    ['100::', 64, 'ipv6'],
    ['2001:db8::', 32, 'ipv6'],
    ['2002::', 16, 'ipv6'],
    ['fc00::', 7, 'ipv6'],
    ['fe80::', 9, 'ipv6'],
    ['ff00::', 8, 'ipv6'],
];
/** Endings of names that mean something on the spot only (RFC 6761, 6762, 8375, and ICANN's `.internal`). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/;
const privateNetworks = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const [network, prefix, family] of PRIVATE_NETWORKS)
    privateNetworks.addSubnet(network, prefix, family);
/**
 * Whether a host is one that the public Internet can not have: a loopback, link-local or private IP address in any spelling,
 * or a name that means something on the spot only. Names are not looked up: many a company resolves its own public names to
 * private addresses inside, and it is from outside that the App Store asks.
 *
 * @param hostname as `URL` gives it: lower case, IPv4 with four decimals, IPv6 in brackets
 */
function isPrivateHost(hostname) {
    const bare = hostname.replace(/^\[|\]$/g, '');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bare);
    if (family)
        return privateNetworks.check(bare, family === 4 ? 'ipv4' : 'ipv6');
    const name = bare.replace(/\.$/, '').toLowerCase();
    return !name.includes('.') || PRIVATE_NAME.test(name);
}
/**
 * Why something is not an address from which anybody can download without signing in.
 *
 * @returns the rest of a sentence that begins with the address; undefined when nothing is wrong
 */
function publicAddressProblem(url) {
    if (!URL.canParse(url))
        return 'is not an address';
    const { protocol, username, password, hostname } = new URL(url);
    if (!(0,_address__WEBPACK_IMPORTED_MODULE_1__/* .isHttps */ .Q)(url) || protocol !== 'https:')
        return 'is not an https address';
    if (username || password)
        return 'has a user name or a password in it';
    if (isPrivateHost(hostname))
        return 'is on a private host, which nobody reaches from outside';
    return undefined;
}


/***/ }),

/***/ 1730:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ assertDownloadAddress),
/* harmony export */   Eb: () => (/* binding */ MAX_ARCHIVE_SIZE),
/* harmony export */   M2: () => (/* binding */ assertPublishable),
/* harmony export */   Oi: () => (/* binding */ assertToken)
/* harmony export */ });
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6927);
/* harmony import */ var _findings_verdict__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7167);
/* harmony import */ var _net_address__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6447);
/* harmony import */ var _net_public_address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9583);
/* harmony import */ var _payload_never_ship__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1711);
/* harmony import */ var _pki_validity__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9540);






/** Bytes: the store's own setting. Its documents say 20 MB, which is a warning (SPEC 6, payload/never-ship). */
const MAX_ARCHIVE_SIZE = 30 * 1024 * 1024;
/** What servers let pass and the store does not (SPEC 6). */
const REFUSED = ['CERTIFICATE_EXPIRED', 'CERTIFICATE_NOT_YET_VALID'];
/**
 * Makes sure, before anything is sent, that the App Store has no reason to refuse an app that can be seen from here (SPEC 6).
 *
 * @param report on the app as it was signed and verified
 * @param archive the package, or the single artifact; undefined when there is none
 * @throws AppsignError NOT_PUBLISHABLE, saying that nothing was published
 */
function assertPublishable(report, archive, now) {
    const problem = problemOf(report, archive, now);
    if (problem)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('NOT_PUBLISHABLE', `Nothing was published in the App Store: ${problem}`);
}
function problemOf({ appId, server, findings, chain, revocation }, archive, now) {
    if (server !== 'nextcloud')
        return `"${appId}" is for ${server === 'owncloud' ? 'ownCloud' : server}, and the App Store is Nextcloud's. Leave out app-store-token.`;
    if (!_payload_never_ship__WEBPACK_IMPORTED_MODULE_2__/* .STORE_ID */ .ax.test(appId))
        return `it takes no app with the id "${appId}". An id may have small letters, digits and underscores, and begins with a letter.`;
    if (!archive)
        return 'there is no archive. Let this step write one: package: build/{id}-{version}.tar.gz.';
    if (!/\.(?:tar\.gz|tgz)$/i.test(archive.path))
        return 'it takes tar.gz only. Pack the app with package.';
    if (archive.size > MAX_ARCHIVE_SIZE)
        return `the archive has ${archive.size} bytes, and it takes ${MAX_ARCHIVE_SIZE} at most. Leave out what is not needed to run the app.`;
    if (revocation?.state === 'revoked')
        return 'the certificate is revoked. Request a new one with a new key.';
    const [leaf] = chain;
    if (leaf && leaf.notAfter < now)
        return `the certificate expired on ${(0,_pki_validity__WEBPACK_IMPORTED_MODULE_3__/* .formatDate */ .Yq)(leaf.notAfter)}; servers do not mind, but the store does. Request a new certificate, register it in the store and sign with it.`;
    const refused = findings.find(({ code }) => REFUSED.includes(code));
    if (refused)
        return `${refused.message} ${refused.hint ?? ''}`.trim();
    const error = findings.find(({ severity }) => severity === 'error');
    if (error && (0,_findings_verdict__WEBPACK_IMPORTED_MODULE_4__/* .verdictOf */ .V)(findings) === 'failed')
        return `the app did not pass verification. ${error.message} ${error.hint ?? ''}`.trim();
    return undefined;
}
/**
 * Makes sure that an address is one from which the store can download: https, on a public host, without a password.
 *
 * @throws AppsignError INPUT_INVALID
 */
function assertDownloadAddress(url) {
    const problem = (0,_net_public_address__WEBPACK_IMPORTED_MODULE_1__/* .publicAddressProblem */ .x)(url);
    if (problem)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `app-store-download-url: ${(0,_net_address__WEBPACK_IMPORTED_MODULE_5__/* .shownAddress */ .U)(url)} ${problem}. Give the https address from which anybody can download the archive, as the App Store does.`);
}
/**
 * Makes sure that a token can be sent at all; nothing of it is repeated.
 *
 * @throws AppsignError INPUT_INVALID
 */
function assertToken(token) {
    if (/^[\x21-\x7e]{8,}$/.test(token))
        return;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', 'app-store-token is no token: it is shorter than eight characters, or has blanks, line breaks or letters that no token has. Copy it anew from https://apps.nextcloud.com/account/token into the secret, without "Token" before it.');
}


/***/ })

};

export const id = 644;
export const ids = [644];
export const modules = {

/***/ 6644:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openArchive: () => (/* binding */ openArchive)
});

// UNUSED EXPORTS: readArchive

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
;// CONCATENATED MODULE: ./src/payload/archive-format.ts



/**
 * How an archive is packed, by its first bytes, whatever its name.
 *
 * @param path absolute
 * @param name the path as the user gave it, for messages
 * @throws AppsignError PAYLOAD_UNREADABLE
 */
function formatOf(path, name) {
    const head = firstBytes(path, name);
    if (head.subarray(0, 2).toString('hex') === '1f8b')
        return 'tar.gz';
    if (head.subarray(0, 3).toString('latin1') === 'BZh')
        return 'tar.bz2';
    if (head.subarray(0, 2).toString('latin1') === 'PK')
        return 'zip';
    if (head.subarray(257, 262).toString('latin1') === 'ustar' || /\.tar$/i.test(path))
        return 'tar';
    throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `path "${name}" is a file, and no archive. It must be the folder of an app, the one that holds appinfo/info.xml, or a tar, tar.gz, tar.bz2 or zip file.`);
}
function firstBytes(path, name) {
    const bytes = external_node_buffer_.Buffer.alloc(512);
    try {
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            return bytes.subarray(0, (0,external_node_fs_.readSync)(file, bytes, 0, bytes.length, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `"${name}" can not be read: ${(0,errors/* reasonOf */.A3)(error)}`, error);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/payload/archive-findings.ts
/** What is wrong with an archive's entries, whatever it is packed with (SPEC 6). */
const DOT_PREFIX = {
    code: 'DOT_PREFIX',
    severity: 'error',
    message: 'Names in the archive begin with "./", and the App Store finds no app folder in it.',
    hint: 'Pack the folder by its name: tar -czf app.tar.gz app, not ./app.',
};
/** Two entries of one path, or a file where a folder is. */
function duplicate(path) {
    return {
        code: 'DUPLICATE_ENTRY',
        severity: 'error',
        path,
        message: `"${path}" stands in the archive more than once: which of them is unpacked depends on the tool.`,
        hint: 'Pack the app in one go.',
    };
}
/** An entry that servers do not know how to unpack. */
function sparse(path) {
    return {
        code: 'SPARSE_FILE',
        severity: 'error',
        path,
        message: `"${path}" is packed in a way that servers can not unpack (a sparse file, or an unknown kind of entry).`,
        hint: 'Pack with tar --format=gnu and without --sparse.',
    };
}
/** A name that must not be unpacked; `shown` stands for it where it is no text. */
function unsafeName(shown, problem) {
    return {
        code: 'UNSAFE_NAME',
        severity: 'error',
        path: shown,
        message: `The name "${shown}" in the archive ${problem}.`,
        hint: 'Pack the app again from its folder, with relative names.',
    };
}
/** One file under two names. */
function hardLink(path, target) {
    return {
        code: 'HARD_LINK',
        severity: 'error',
        path,
        message: `"${path}" is a hard link to "${target}", which many tools do not unpack.`,
        hint: 'Pack the app from a copy (cp -r), or with tar --hard-dereference.',
    };
}

// EXTERNAL MODULE: ./src/payload/collisions.ts
var collisions = __webpack_require__(5589);
// EXTERNAL MODULE: ./src/payload/inspect.ts
var inspect = __webpack_require__(8734);
// EXTERNAL MODULE: ./src/payload/server-tree.ts
var server_tree = __webpack_require__(1732);
;// CONCATENATED MODULE: ./src/payload/kept.ts

/** Bytes of one file that is kept while an archive goes by, and of all: the largest signature file that is read at all. */
const MAX_KEPT = 128 * 1024 * 1024;
const OF_APP = String.raw `appinfo/(?:info\.xml|signature\.json)`;
const OF_SERVER = [
    String.raw `version\.php`,
    String.raw `\.htaccess`,
    String.raw `core/(?:signature\.json|shipped\.json|js/mimetypelist\.js)`,
    String.raw `config/(?:mimetypealiases\.json|(?:[^/]+\.)?config\.php)`,
    String.raw `resources/config/mimetypealiases\.dist\.json`,
    `(?:${server_tree/* APP_FOLDERS */.qp.join('|')})/[^/]+/${OF_APP}`,
].join('|');
/** Which small files are kept, by their whole path in the archive: what the top folder is called is not known yet. */
const KEPT = {
    app: new RegExp(`^[^/]+/${OF_APP}$`),
    server: new RegExp(`^(?:[^/]+/)?(?:${OF_SERVER})$`),
};

// EXTERNAL MODULE: ./src/payload/name.ts
var payload_name = __webpack_require__(8175);
;// CONCATENATED MODULE: ./src/payload/member-name.ts

/** Bytes. No disk takes a longer path (PATH_MAX of Linux). */
const MAX_PATH = 4096;
/**
 * Makes a path of a name in an archive.
 *
 * @param bytes as they stand in the archive
 * @param backslashes whether a backslash separates folders, as in zip files that break their own rules
 */
function readMemberName(bytes, backslashes) {
    if (bytes.length > MAX_PATH)
        return { shown: `${(0,payload_name/* decodeName */.e)(bytes.subarray(0, 100)).text}…`, problem: 'is longer than any disk takes' };
    const { text, valid } = (0,payload_name/* decodeName */.e)(bytes);
    const bad = (problem) => ({ shown: text, problem });
    if (!valid)
        return bad('is not valid UTF-8');
    if (text === '' || /^(\.?\/)*\.?$/.test(text))
        return text.startsWith('.') ? { path: '', dotPrefix: true } : bad('is empty');
    if (text.includes('\0'))
        return bad('has a NUL in it, where some tools cut it off');
    if (text.startsWith('/'))
        return bad('is absolute');
    if (/^[A-Za-z]:/.test(text))
        return bad('begins with a drive letter');
    if (backslashes && text.includes('\\'))
        return bad('has backslashes, which unpack as one odd name or as folders');
    const dotPrefix = text.startsWith('./');
    const steps = text
        .replace(/\/+$/, '')
        .split('/')
        .filter((step) => step !== '.' && step !== '');
    if (steps.includes('..'))
        return bad('goes to a folder above (..)');
    return { path: steps.join('/'), dotPrefix };
}

;// CONCATENATED MODULE: ./src/payload/archive-index.ts








/** Takes an archive's members as they go by: hashes them, and looks at their names. Nothing is unpacked. */
class ArchiveIndex {
    name;
    limits;
    backslashes;
    keeps;
    inspect;
    progress;
    digests = new Map();
    sizes = new Map();
    folders = new Set();
    links = new Map();
    special = new Set();
    kept = new Map();
    findings = [];
    seen = new Map();
    entries = 0;
    bytes = 0;
    keptBytes = 0;
    current;
    /**
     * @param backslashes whether they separate folders (zip)
     * @param keeps which small files are kept, by their whole path
     * @param inspect is shown each file that is small enough
     * @param progress is told again and again how far reading has come
     */
    constructor(name, limits, backslashes, keeps, inspect, progress) {
        this.name = name;
        this.limits = limits;
        this.backslashes = backslashes;
        this.keeps = keeps;
        this.inspect = inspect;
        this.progress = progress;
    }
    report(finding) {
        this.findings.push(finding);
    }
    begin(member) {
        this.current = undefined;
        if (++this.entries > this.limits.entries)
            throw this.tooLarge(`more than ${this.limits.entries} entries`);
        const name = readMemberName(member.name, this.backslashes);
        if ('problem' in name) {
            this.report(unsafeName(name.shown, name.problem));
            return;
        }
        if (name.dotPrefix && !this.findings.some(({ code }) => code === 'DOT_PREFIX'))
            this.report(DOT_PREFIX);
        if (name.path !== '')
            this.place(name.path, member);
    }
    data(piece) {
        const { current } = this;
        if (!current)
            return;
        // A file that comes in one piece, as most do, is not copied: the piece is looked at before the reader goes on.
        if (current.hash)
            current.hash.update(piece);
        else
            current.pieces.push(piece.length === current.size ? piece : external_node_buffer_.Buffer.from(piece));
    }
    tally(bytes) {
        this.bytes += bytes;
        this.progress?.({ files: this.digests.size, bytes: this.bytes });
        if (this.bytes > this.limits.bytes)
            throw this.tooLarge(`more than ${this.limits.bytes} bytes unpacked`);
    }
    end() {
        const { current } = this;
        this.current = undefined;
        if (!current)
            return;
        const { path, pieces } = current;
        const content = pieces.length === 1 && pieces[0] ? pieces[0] : external_node_buffer_.Buffer.concat(pieces);
        this.digests.set(path, current.hash ? current.hash.digest('hex') : (0,external_node_crypto_.hash)('sha512', content, 'hex'));
        if (!current.hash)
            this.inspect(path, content);
        if (this.keeps.test(path) && content.length === current.size)
            this.keep(path, content);
    }
    /** Nothing more comes: what only the whole can tell. A file or link of a folder's name would be unpacked over, or through. */
    finish() {
        for (const path of new Set([...this.sizes.keys(), ...this.links.keys(), ...this.special]))
            if (this.folders.has(path))
                this.report(duplicate(path));
    }
    place(path, member) {
        const folder = path.slice(0, path.lastIndexOf('/'));
        for (let at = folder; at !== '' && !this.folders.has(at) && path.includes('/'); at = at.slice(0, Math.max(at.lastIndexOf('/'), 0)))
            this.folders.add(at);
        if (member.type === 'folder') {
            this.folders.add(path);
            this.collide(path);
            return;
        }
        if (this.sizes.has(path) || this.links.has(path) || this.special.has(path))
            this.report(duplicate(path));
        this.collide(path);
        if (member.type === 'link')
            this.links.set(path, member.target ?? '');
        else if (member.type === 'hard-link')
            this.hardLink(path, member.target ?? '');
        else if (member.type === 'unknown')
            this.report(sparse(path));
        else if (member.type === 'special')
            this.special.add(path);
        if (member.type !== 'file' && member.type !== 'unknown')
            return;
        this.sizes.set(path, member.size);
        const whole = member.size < inspect/* INSPECTED_SIZE */.k2 || (this.keeps.test(path) && member.size <= MAX_KEPT);
        this.current = { path, size: member.size, pieces: [], ...(whole ? {} : { hash: (0,external_node_crypto_.createHash)('sha512') }) };
    }
    hardLink(path, target) {
        this.report(hardLink(path, target));
        const digest = this.digests.get(target.replace(/^\.\//, ''));
        if (digest)
            this.digests.set(path, digest);
        const content = this.kept.get(target.replace(/^\.\//, ''));
        if (content && this.keeps.test(path))
            this.keep(path, content);
        this.sizes.set(path, 0);
    }
    /** Two names that are one on a disk that does not tell case or Unicode forms apart. */
    collide(path) {
        const other = (0,collisions/* collide */.pS)(this.seen, path);
        if (other !== undefined)
            this.report((0,collisions/* collision */.Zh)(path, other));
    }
    keep(path, content) {
        this.keptBytes += content.length;
        if (this.keptBytes > MAX_KEPT)
            throw this.tooLarge('more than 128 MiB of signature files');
        this.kept.set(path, external_node_buffer_.Buffer.from(content));
    }
    tooLarge(what) {
        return new errors/* AppsignError */.xE('ARCHIVE_TOO_LARGE', `"${this.name}" has ${what}, and was not read any further. If that is meant, unpack it and verify the folder.`);
    }
}

// EXTERNAL MODULE: ./src/payload/exclusions.ts
var exclusions = __webpack_require__(5993);
// EXTERNAL MODULE: ./src/payload/never-ship.ts
var never_ship = __webpack_require__(1711);
;// CONCATENATED MODULE: ./src/payload/archive-top.ts




/**
 * An archive has one top folder, the app or the server; everything beside an app is refused by the installer (SPEC 6), and
 * what lies beside a server would be unpacked beside it, where nobody verifies it.
 *
 * @param name of the archive, for messages
 * @throws AppsignError APP_INFO_INVALID when there is no app in it, PAYLOAD_UNREADABLE when there is no server in it
 */
function chooseTop(content, name, scope) {
    const all = [...content.digests.keys(), ...content.links.keys(), ...content.special, ...content.folders];
    const tops = new Set(all.map((path) => path.split('/', 1)[0] ?? ''));
    if (scope === 'server' && isBareServer(content))
        return { top: '', findings: [] };
    const top = scope === 'server' ? serverTop(content, tops) : [...tops].find((folder) => isApp(content, `${folder}/`));
    if (top === undefined)
        throw scope === 'server' ? noServer(name) : noApp(name, tops);
    const beside = [...tops].filter((other) => other !== top);
    const isMac = (other) => scope === 'app' && (other === '__MACOSX' || other.startsWith('._'));
    return {
        top,
        findings: [
            ...(0,never_ship/* neverShip */.BL)(beside.filter(isMac).map((path) => ({ path, kind: 'file' }))),
            ...beside.filter((other) => !isMac(other)).map((other) => standsBeside(other, top, scope)),
        ],
    };
}
function isApp(content, prefix) {
    return content.sizes.has(`${prefix}appinfo/info.xml`);
}
/** As an owner packs it from inside of its folder. */
function isBareServer({ sizes }) {
    return sizes.has(server_tree/* VERSION_FILE */.mf) || sizes.has(server_tree/* CORE_SIGNATURE */.LW);
}
function serverTop({ sizes, folders }, tops) {
    const all = [...tops];
    return (all.find((folder) => sizes.has(`${folder}/${server_tree/* CORE_SIGNATURE */.LW}`)) ??
        all.find((folder) => sizes.has(`${folder}/${server_tree/* VERSION_FILE */.mf}`)) ??
        all.find((folder) => folders.has(`${folder}/core`)));
}
function noApp(name, tops) {
    return new errors/* AppsignError */.xE('APP_INFO_INVALID', `"${name}" holds no app: there is no <folder>/appinfo/info.xml in it${tops.has('appinfo') ? '. The app must be in a folder of its own; pack that folder, not what is in it' : ''}.`);
}
function noServer(name) {
    return new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `"${name}" holds no server: there is neither <folder>/${server_tree/* VERSION_FILE */.mf} nor <folder>/core in it. Set scope: app if it is an app.`);
}
function standsBeside(other, top, scope) {
    const isServer = scope === 'server';
    return {
        code: 'TOP_FOLDER',
        severity: 'error',
        path: other,
        message: isServer
            ? `"${other}" stands beside "${top}" at the top of the archive: it would be unpacked as well, and nobody signed it.`
            : `"${other}" stands beside "${top}" at the top of the archive, and the server refuses to install that.`,
        hint: isServer ? 'Pack the server alone.' : 'Pack the app folder alone.',
    };
}
/** Paths in findings are the payload's, where they lie in it. */
function withoutTop(finding, prefix) {
    const { path } = finding;
    if (path === undefined || prefix === '' || !path.startsWith(prefix))
        return finding;
    const inside = path.slice(prefix.length);
    return { ...finding, path: inside, message: finding.message.replaceAll(path, () => inside) };
}
/** Advice on archives of apps that means nothing to whoever unpacks a server: tools for that read pax headers, and `./`. */
const OF_INSTALLERS = new Set(['PAX_HEADER', 'DOT_PREFIX']);
/** What says something of the users' files, and nothing of the server: no tool minds, and no server looks there. */
const OF_USERS = new Set(['UNSAFE_NAME', 'SPARSE_FILE', 'NAMES_COLLIDE']);
/** What is worth saying of an archive that holds a server. */
function forServerArchive(findings) {
    return findings
        .filter(({ code, path }) => !OF_INSTALLERS.has(code) && !(OF_USERS.has(code) && isOfUsers(path)))
        .map((finding) => (finding.code === 'HARD_LINK' ? { ...finding, severity: 'warning' } : finding));
}
/** Below what is passed over; but not where the name would lead out of there, or is cut off on the way. */
function isOfUsers(path = '') {
    const [top = '', ...rest] = path.split(/[\\/]/);
    return top !== 'apps' && exclusions/* SERVER_FOLDERS */.SE.has(top) && rest.length > 0 && !rest.includes('..') && !path.includes('\0');
}

;// CONCATENATED MODULE: ./src/payload/archive-tree.ts
/** More hops than this is a loop; Linux stops at 40 as well. */
const MAX_HOPS = 40;
/**
 * What a link in an archive would be to the servers once it is unpacked (SPEC 2), without unpacking it.
 *
 * @param path of the link, below the top folder
 */
function classifyArchiveLink(tree, path) {
    const target = tree.links.get(path) ?? '';
    const link = { path, target };
    const resolved = resolve(tree, path);
    if (resolved === 'leaves')
        return { ...link, kind: 'leaving-link' };
    if (resolved === 'dangles')
        return { ...link, kind: 'dangling-link' };
    if (tree.files.has(resolved))
        return { ...link, kind: 'file', resolved };
    return { ...link, kind: resolved === '' || tree.folders.has(resolved) ? 'folder-link' : 'dangling-link' };
}
/** Step by step, as a kernel would; the way through a folder above leaves, even when it comes back. */
function resolve(tree, path) {
    const at = [];
    const steps = path.split('/');
    for (let hops = 0; steps.length > 0;) {
        const step = steps.shift();
        if (step === undefined || step === '' || step === '.')
            continue;
        if (step === '..') {
            if (at.length === 0)
                return 'leaves';
            at.pop();
            continue;
        }
        const next = [...at, step].join('/');
        const target = tree.links.get(next);
        if (target === undefined) {
            if (!tree.files.has(next) && !tree.folders.has(next))
                return leaves(at.length + 1, steps) ? 'leaves' : 'dangles';
            at.push(step);
        }
        else {
            if (target === '')
                return 'dangles';
            if (target.startsWith('/') || /^[A-Za-z]:/.test(target))
                return 'leaves';
            if (++hops > MAX_HOPS)
                return 'dangles';
            steps.unshift(...target.split('/'));
        }
    }
    return at.join('/');
}
/** Whether the rest of a way that leads nowhere would go above the top. */
function leaves(depth, steps) {
    let left = depth;
    for (const step of steps) {
        if (step === '..')
            left--;
        else if (step !== '.' && step !== '')
            left++;
        if (left < 0)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/payload/bzip2.ts


/** Bytes of input for which the reader waits: no block of 900 KB is larger. The library's own numbers. */
const BLOCK = { base: 25_000, perLevel: 100_000 };
/**
 * Unpacks a bzip2 file, block by block. The library's own stream unpacks everything that it has within one call, and 2 KB can
 * hold 2 GB; here the next block is unpacked when the one before was taken.
 *
 * @param source the file's bytes in pieces
 * @param name the file, for messages
 * @throws AppsignError ARCHIVE_DAMAGED
 */
async function* bunzip2(source, name) {
    const [{ default: bzip2 }, { default: bitIterator }] = await Promise.all([
        __webpack_require__.e(/* import() */ 226).then(__webpack_require__.t.bind(__webpack_require__, 9226, 23)),
        __webpack_require__.e(/* import() */ 685).then(__webpack_require__.t.bind(__webpack_require__, 7685, 23)),
    ]);
    const input = source[Symbol.asyncIterator]();
    const queue = [];
    let received = 0;
    let ended = false;
    const receive = async () => {
        const { value, done } = await input.next();
        if (done)
            ended = true;
        else {
            queue.push(value);
            received += value.length;
        }
    };
    const cutOff = () => new Error('the data end too early');
    try {
        await receive();
        const bits = bitIterator(() => {
            const next = queue.shift();
            if (!next)
                throw cutOff();
            return next;
        });
        let level = 0;
        let checksum = null;
        for (;;) {
            const wanted = level === 0 ? BLOCK.base : BLOCK.base + BLOCK.perLevel * level;
            while (!ended && received - bits.bytesRead < wanted)
                await receive();
            if (received <= bits.bytesRead)
                break;
            if (level === 0) {
                level = bzip2.header(bits);
                checksum = 0;
                continue;
            }
            const block = new Block();
            const size = BLOCK.perLevel * level;
            checksum = bzip2.decompress(bits, (byte) => block.push(byte), new Int32Array(size), size, checksum);
            if (checksum === null)
                level = 0;
            else
                yield block.content();
        }
        if (checksum !== null || level !== 0)
            throw cutOff();
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        throw new errors/* AppsignError */.xE('ARCHIVE_DAMAGED', `"${name}" is damaged or cut off (${(0,errors/* reasonOf */.A3)(error)}). Pack it again, or download it again.`, error);
    }
}
/** Bytes that come one by one. */
class Block {
    bytes = external_node_buffer_.Buffer.allocUnsafe(1024 * 1024);
    length = 0;
    push(byte) {
        if (this.length === this.bytes.length)
            this.bytes = external_node_buffer_.Buffer.concat([this.bytes, external_node_buffer_.Buffer.allocUnsafe(this.length)]);
        this.bytes[this.length++] = byte;
    }
    content() {
        return this.bytes.subarray(0, this.length);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/payload/gzip.ts



/** Bytes that come out at once: large, because each piece costs a turn of the event loop. */
const PIECE = 1024 * 1024;
const TRAILER = 8;
const MEMBER = external_node_buffer_.Buffer.from([0x1f, 0x8b]);
const DEFLATE = 8;
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16, unknown: 0xe0 };
/**
 * Unpacks a gzip file (RFC 1952) that holds exactly one member and nothing else. Node's own gunzip takes several members
 * for one and passes over what follows; whoever reads the file otherwise would see something else.
 *
 * @param source the file's bytes in pieces
 * @param name the file, for messages
 * @yields its content in pieces that are not used again
 * @throws AppsignError ARCHIVE_DAMAGED
 */
async function* gunzip(source, name) {
    const fail = (what, cause) => new errors/* AppsignError */.xE('ARCHIVE_DAMAGED', `"${name}" ${what}. Pack it again, or download it again.`, cause);
    const input = source[Symbol.asyncIterator]();
    let head = external_node_buffer_.Buffer.alloc(0);
    let start;
    while (start === undefined) {
        const { value, done } = await input.next();
        if (done)
            throw fail('is cut off');
        head = external_node_buffer_.Buffer.concat([head, value]);
        start = headerLength(head);
        if (head.length > 1024 * 1024)
            throw fail('is no gzip file: its header does not end');
    }
    const problem = headerProblem(head, start);
    if (problem)
        throw fail(`is no gzip file that gzip can read: ${problem}`);
    const inflate = (0,external_node_zlib_.createInflateRaw)({ chunkSize: PIECE });
    const tail = feed(inflate, head.subarray(start), input);
    let checksum = 0;
    let size = 0;
    try {
        for await (const piece of inflate) {
            checksum = (0,external_node_zlib_.crc32)(piece, checksum);
            size += piece.length;
            yield piece;
        }
    }
    catch (error) {
        throw fail(`is damaged or cut off (${(0,errors/* reasonOf */.A3)(error)})`, error);
    }
    const rest = await tail();
    if (rest.length < TRAILER)
        throw fail('is cut off at its end');
    if (rest.readUInt32LE(0) !== checksum || rest.readUInt32LE(4) !== size % 2 ** 32)
        throw fail('is damaged: its checksum is wrong');
    if (rest.length > TRAILER)
        throw fail(rest.subarray(TRAILER, TRAILER + 2).equals(MEMBER)
            ? 'consists of several gzip files in a row, which servers read differently'
            : 'has further bytes behind its end');
}
/** Why gzip and zlib refuse a header (RFC 1952, 2.3). */
function headerProblem(bytes, start) {
    const flags = bytes[3] ?? 0;
    if (bytes[2] !== DEFLATE)
        return 'it is compressed in another way';
    if (flags & FLAG.unknown)
        return 'it has flags that nobody knows';
    const wrong = flags & FLAG.headerChecksum && bytes.readUInt16LE(start - 2) !== ((0,external_node_zlib_.crc32)(bytes.subarray(0, start - 2)) & 0xffff);
    return wrong ? 'the checksum of its header is wrong' : undefined;
}
/** Where the compressed data begin, or undefined when more bytes are needed to know. */
function headerLength(bytes) {
    const flags = bytes[3] ?? 0;
    let at = 10;
    if (flags & FLAG.extra)
        at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0);
    for (const flag of [FLAG.name, FLAG.comment]) {
        if (!(flags & flag))
            continue;
        const end = bytes.indexOf(0, at);
        if (end < 0)
            return undefined;
        at = end + 1;
    }
    if (flags & FLAG.headerChecksum)
        at += 2;
    return bytes.length > at ? at : undefined;
}
/**
 * Feeds compressed bytes in, a piece at a time, so that what is left over when the data end is known.
 *
 * @returns gives the bytes behind the end of the data, once that was reached: more than a trailer when there are more
 */
function feed(inflate, first, input) {
    let written = 0;
    let last = first;
    const ended = new Promise((resolve) => inflate.once('end', resolve).once('error', () => resolve()));
    const run = async () => {
        try {
            for (let piece = first; piece && !inflate.readableEnded && !inflate.destroyed;) {
                const bytes = piece;
                last = bytes;
                written += bytes.length;
                // Behind the end of the data the engine takes nothing more, and never says so.
                await Promise.race([new Promise((resolve) => inflate.write(bytes, resolve)), ended]);
                if (inflate.bytesWritten < written)
                    return;
                const next = await input.next();
                piece = next.done ? undefined : next.value;
            }
            inflate.end();
        }
        catch (error) {
            inflate.destroy(error);
        }
    };
    const done = run();
    return async () => {
        await done;
        let rest = last.subarray(last.length - (written - inflate.bytesWritten));
        while (rest.length <= TRAILER + MEMBER.length) {
            const next = await input.next();
            if (next.done)
                break;
            rest = external_node_buffer_.Buffer.concat([rest, next.value]);
        }
        return rest;
    };
}

;// CONCATENATED MODULE: ./src/payload/member.ts
/** A whole server release has 30,000 files and 500 MB; what has more than this is not unpacked any further. */
const ARCHIVE_LIMITS = { bytes: 2 * 1024 ** 3, entries: 200_000 };

// EXTERNAL MODULE: ./src/payload/memory.ts
var memory = __webpack_require__(5559);
// EXTERNAL MODULE: ./src/payload/part.ts
var part = __webpack_require__(9365);
// EXTERNAL MODULE: ./node_modules/tar-stream/headers.js
var headers = __webpack_require__(8428);
;// CONCATENATED MODULE: ./src/payload/pax.ts
const BLANK = 0x20;
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
/**
 * Reads the records of a pax header, `length key=value\n` each. Not by tar-stream, which alters names that are not UTF-8 and
 * stops in silence at what it does not understand.
 *
 * @param bytes the header's content
 * @throws Error at a record that can not be read
 */
function* paxRecords(bytes) {
    for (let at = 0; at < bytes.length;) {
        const blank = bytes.indexOf(BLANK, at);
        const length = Number(/^\d{1,7}$/.exec(bytes.toString('latin1', at, Math.max(blank, at)))?.[0]);
        const record = bytes.subarray(blank + 1, at + length);
        const equals = record.indexOf(EQUALS);
        if (!(at + length <= bytes.length) || record.at(-1) !== NEWLINE || equals < 1)
            throw new Error(`at byte ${at}`);
        yield [record.toString('utf8', 0, equals), record.subarray(equals + 1, -1)];
        at += length;
    }
}

;// CONCATENATED MODULE: ./src/payload/tar-entry.ts

const TYPES = {
    file: 'file',
    'contiguous-file': 'file',
    directory: 'folder',
    symlink: 'link',
    link: 'hard-link',
    fifo: 'special',
    'character-device': 'special',
    'block-device': 'special',
};
/** What an entry of a tar archive is, from tar-stream's word for it. */
function memberType(type) {
    return TYPES[type] ?? 'unknown';
}
/** Whether a decoded size is one. tar-stream makes -0 of -1. */
function isSize(size) {
    return size >= 0 && Number.isSafeInteger(size) && !Object.is(size, -0);
}
/** A copy of the bytes of a name, up to its NUL. */
function untilNul(bytes) {
    const end = bytes.indexOf(0);
    return external_node_buffer_.Buffer.from(end < 0 ? bytes : bytes.subarray(0, end));
}
/** Where a link points; headers are decoded as Latin-1, targets are UTF-8. */
function decodeTarget({ linkname }) {
    return linkname === null ? undefined : external_node_buffer_.Buffer.from(linkname, 'latin1').toString();
}

;// CONCATENATED MODULE: ./src/payload/tar-findings.ts
/** What a tar archive has that unpacks differently from tool to tool, or not at all (SPEC 6). */
const BEHIND_THE_END = {
    code: 'ARCHIVE_TRAILING_BYTES',
    severity: 'error',
    message: 'There are more entries behind the end of the tar archive: some tools unpack them, others do not.',
    hint: 'Pack the app in one go (tar -czf), not with tar --append or cat.',
};
const GLOBAL_HEADER = {
    code: 'PAX_HEADER',
    severity: 'error',
    message: 'The archive has a global pax header: the server takes it for a second folder and refuses to install the app.',
    hint: 'git archive makes one: pack with tar --format=gnu, or with package.',
};
const PAX_HEADER = {
    code: 'PAX_HEADER',
    severity: 'warning',
    message: 'The archive has pax headers, which the installer of some servers takes for further folders.',
    hint: 'Pack with tar --format=gnu, or with package.',
};

// EXTERNAL MODULE: ./src/payload/tar-header.ts
var tar_header = __webpack_require__(4859);
;// CONCATENATED MODULE: ./src/payload/tar.ts







const tar_BLOCK = 512;
/** Bytes. A long name or a pax header is never larger; tar-stream has the same limit. */
const MAX_LONG_HEADER = 4 * 1024 * 1024;
/**
 * Reads a tar archive from its bytes. tar-stream decodes the headers; the walk from header to header is our own, because
 * what its extractor passes over in silence is what has to be known here: global headers, and bytes behind the end.
 */
class TarReader {
    sink;
    name;
    pending = [];
    pendingSize = 0;
    /** Bytes of the current member's content, or of a long header, that are still to come; then its padding. */
    content = 0;
    padding = 0;
    long;
    ahead = {};
    zeroBlocks = 0;
    told = new Set();
    constructor(sink, name) {
        this.sink = sink;
        this.name = name;
    }
    /** Takes the next bytes. @throws AppsignError ARCHIVE_DAMAGED */
    push(chunk) {
        let rest = chunk;
        while (rest.length > 0) {
            if (this.content > 0 && !this.long)
                rest = this.takeContent(rest);
            else if (this.content === 0 && this.padding > 0) {
                const passed = Math.min(this.padding, rest.length);
                this.padding -= passed;
                rest = rest.subarray(passed);
            }
            else
                rest = this.collect(rest);
        }
    }
    /** No more bytes come. @throws AppsignError ARCHIVE_DAMAGED when something is missing */
    finish() {
        if (this.content > 0 || this.padding > 0 || this.pendingSize > 0)
            throw this.damaged('is cut off in the middle of an entry');
        if (this.zeroBlocks === 0)
            throw this.damaged('is cut off: the two empty blocks at its end are missing');
    }
    takeContent(bytes) {
        const piece = bytes.length > this.content ? bytes.subarray(0, this.content) : bytes;
        this.sink.data(piece);
        this.content -= piece.length;
        if (this.content === 0)
            this.sink.end();
        return bytes.subarray(piece.length);
    }
    /** Gathers a whole block, or a whole long header. */
    collect(bytes) {
        const wanted = this.long ? this.long.size : tar_BLOCK;
        const piece = bytes.subarray(0, wanted - this.pendingSize);
        if (this.pendingSize === 0 && piece.length === wanted)
            this.complete(piece);
        else {
            // Copied: the chunk belongs to whoever gave it.
            this.pending.push(external_node_buffer_.Buffer.from(piece));
            this.pendingSize += piece.length;
            if (this.pendingSize === wanted) {
                const whole = external_node_buffer_.Buffer.concat(this.pending);
                this.pending = [];
                this.pendingSize = 0;
                this.complete(whole);
            }
        }
        return bytes.subarray(piece.length);
    }
    complete(bytes) {
        if (!this.long) {
            this.header(bytes);
            return;
        }
        const { type } = this.long;
        this.long = undefined;
        this.content = 0;
        if (type === 'gnu-long-path')
            this.ahead.longName = untilNul(bytes);
        else if (type === 'gnu-long-link-path')
            this.ahead.target ??= untilNul(bytes).toString();
        else if (type === 'pax-header')
            this.takePax(bytes);
    }
    header(block) {
        const header = this.decode(block);
        if (!header) {
            this.zeroBlocks++;
            return;
        }
        if (this.zeroBlocks > 0)
            this.tell(BEHIND_THE_END);
        const type = header.type ?? 'unknown';
        if (type.startsWith('gnu-long') || type.startsWith('pax')) {
            if (!isSize(header.size))
                throw this.damaged('has a long header without a size');
            if (header.size > MAX_LONG_HEADER)
                throw this.damaged('has a long header of more than 4 MiB');
            if (type === 'pax-global-header')
                this.tell(GLOBAL_HEADER);
            if (type === 'pax-header')
                this.tell(PAX_HEADER);
            if (header.size > 0)
                this.long = { type, size: header.size };
            this.content = header.size;
            this.padding = (0,tar_header/* padding */.Ms)(header.size);
            return;
        }
        this.begin(header, type);
    }
    begin(header, type) {
        const { longName = external_node_buffer_.Buffer.from(header.name, 'latin1'), target = decodeTarget(header), sparse } = this.ahead;
        const { name = longName } = this.ahead;
        const size = this.ahead.size ?? header.size;
        this.ahead = {};
        if (!isSize(size))
            throw this.damaged('has an entry without a size');
        // Some tools take what follows for the link's content, others for the next entry.
        if (type === 'symlink' && size > 0)
            throw this.damaged('has a link with content');
        const kind = sparse ? 'unknown' : memberType(type);
        const member = { name, type: kind, size, ...(target === undefined ? {} : { target }) };
        this.content = type === 'directory' ? 0 : size;
        this.padding = (0,tar_header/* padding */.Ms)(this.content);
        this.sink.begin({ ...member, size: this.content });
        if (this.content === 0)
            this.sink.end();
    }
    decode(block) {
        try {
            // As Latin-1, so that no byte of a name is lost; what it means is decided later.
            return headers.decode(block, 'latin1', true);
        }
        catch (error) {
            throw this.damaged('has a header whose checksum is wrong', error);
        }
    }
    takePax(bytes) {
        for (const [key, value] of this.records(bytes)) {
            if (key === 'path')
                this.ahead.name = value;
            else if (key === 'linkpath')
                this.ahead.target = value.toString();
            else if (key === 'size')
                this.ahead.size = /^\d+$/.test(value.toString()) ? Number(value) : Number.NaN;
            else if (key.startsWith('GNU.sparse'))
                this.ahead.sparse = true;
        }
    }
    records(bytes) {
        try {
            return [...paxRecords(bytes)];
        }
        catch (error) {
            throw this.damaged('has a pax header with a record that can not be read', error);
        }
    }
    /** Once a kind is enough. */
    tell(finding) {
        if (this.told.has(finding.message))
            return;
        this.told.add(finding.message);
        this.sink.report(finding);
    }
    damaged(what, cause) {
        const reason = cause === undefined ? '' : ` (${(0,errors/* reasonOf */.A3)(cause)})`;
        return new errors/* AppsignError */.xE('ARCHIVE_DAMAGED', `"${this.name}" ${what}${reason}. Pack it again, or download it again.`, cause);
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./src/payload/windowed-file.ts


/** Bytes that are read at once where little is asked for: headers and small files lie behind each other. */
const WINDOW = 32 * 1024;
/** A directory and what it lists are read in turn. */
const WINDOWS = 2;
const NOTHING = external_node_buffer_.Buffer.alloc(0);
/** A file of which small parts are read here and there, without waiting and with few calls. */
class WindowedFile {
    file;
    windows = [];
    /**
     * @param path absolute
     * @throws the file system's error
     */
    constructor(path) {
        this.file = (0,external_node_fs_.openSync)(path, 'r');
    }
    /**
     * A part of the file, which must not be written to. What is in memory of its beginning is not read again: a file's content
     * begins in the window of its header.
     *
     * @returns fewer bytes than asked for where the file ends
     * @throws the file system's error
     */
    read(start, length) {
        const known = this.windows.find((one) => one.start <= start && start < one.start + one.bytes.length);
        const head = known?.bytes.subarray(start - known.start) ?? NOTHING;
        const window = known && head.length >= length ? known : { start, bytes: this.readOn(start, head, length) };
        const others = this.windows.filter((one) => one !== window && one !== known);
        if (window.bytes.length <= 2 * WINDOW)
            this.windows = [window, ...others].slice(0, WINDOWS);
        return window.bytes.subarray(start - window.start, start - window.start + length);
    }
    /** As much as is asked for, or a window more than is known where that is not much. */
    readOn(start, head, length) {
        const rest = this.readThrough(start + head.length, length > WINDOW ? length - head.length : WINDOW);
        return head.length === 0 ? rest : external_node_buffer_.Buffer.concat([head, rest]);
    }
    close() {
        (0,external_node_fs_.closeSync)(this.file);
    }
    readThrough(start, length) {
        const bytes = external_node_buffer_.Buffer.allocUnsafeSlow(length);
        let filled = 0;
        while (filled < length) {
            const read = (0,external_node_fs_.readSync)(this.file, bytes, filled, length - filled, start + filled);
            if (read === 0)
                break;
            filled += read;
        }
        return bytes.subarray(0, filled);
    }
}

;// CONCATENATED MODULE: ./src/payload/zip-file.ts





/** Bytes of a large entry that are read at once. */
const zip_file_PIECE = 256 * 1024;
const STORED = 0;
const DEFLATED = 8;
/**
 * Opens a zip file by its central directory.
 *
 * @param path absolute
 * @throws Error when it is none
 */
async function openZip(path) {
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const { size } = (0,external_node_fs_.statSync)(path);
    const file = new WindowedFile(path);
    try {
        const reader = readerOf(new (class extends yauzl.RandomAccessReader {
        })(), file);
        const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
        return { zip: await yauzl.fromRandomAccessReaderPromise(reader, size, options), file };
    }
    catch (error) {
        file.close();
        throw error;
    }
}
/**
 * All of a small entry's content.
 *
 * @returns undefined for a large entry, and for one that is packed in another way
 * @throws Error when the file is cut off, or does not hold what its headers say
 */
function readSmall(file, entry, local) {
    const { compressedSize, uncompressedSize, compressionMethod } = entry;
    if (Math.max(compressedSize, uncompressedSize) >= inspect/* INSPECTED_SIZE */.k2)
        return undefined;
    if (compressionMethod !== STORED && compressionMethod !== DEFLATED)
        return undefined;
    const packed = file.read(local.fileDataStart, compressedSize);
    if (packed.length < compressedSize)
        throw new Error('the data end too early');
    const content = compressionMethod === DEFLATED ? (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(uncompressedSize, 1) }) : packed;
    if (content.length !== uncompressedSize)
        throw new Error('an entry has another size than its header says');
    return content;
}
function readerOf(reader, file) {
    reader.read = (buffer, offset, length, position, done) => {
        let bytes;
        try {
            bytes = file.read(position, length);
        }
        catch (error) {
            done(error);
            return;
        }
        done(null, bytes.copy(buffer, offset));
    };
    reader._readStreamForRange = (start, end) => external_node_stream_.Readable.from(piecesOf(file, start, end), { objectMode: false });
    return reader;
}
function* piecesOf(file, start, end) {
    for (let at = start; at < end; at += zip_file_PIECE)
        yield file.read(at, Math.min(zip_file_PIECE, end - at));
}

;// CONCATENATED MODULE: ./src/payload/zip.ts





const ENCRYPTED = 1;
const UTF8 = 0x800;
const UNIX = 3;
const MACOS = 19;
/** Sizes and checksum stand behind the data. */
const DESCRIPTOR = 8;
/** Bytes: signature, checksum, two sizes of 64 bits. */
const MAX_DESCRIPTOR = 24;
/** Extra fields. */
const ZIP64 = 1;
const UNICODE_PATH = 0x7075;
/** What may follow the last entry of the directory: its end, that of zip64, or a signature. */
const END_MARKS = [0x06054b50, 0x06064b50, 0x05054b50];
const FILE_TYPE = 0o170000;
/** The file types of stat(2), as Unix writes them into a zip file. */
const zip_TYPES = new Map([
    [0, 'file'],
    [0o100000, 'file'],
    [0o040000, 'folder'],
    [0o120000, 'link'],
]);
/** Characters of a link's target that are read. */
const MAX_TARGET = 4096;
/**
 * Reads a zip file, entry by entry, in the order of its central directory.
 *
 * @param path absolute
 * @param name the file, for messages
 * @throws AppsignError ARCHIVE_DAMAGED, also for what is encrypted or where local and central directory disagree
 */
async function readZip(path, name, sink) {
    const fail = (what, cause) => new errors/* AppsignError */.xE('ARCHIVE_DAMAGED', `"${name}" ${what}. Pack it again, or download it again.`, cause);
    let open;
    try {
        open = await openZip(path);
        const { zip } = open;
        const directory = cursorOf(zip);
        const extents = [];
        for await (const entry of zip.eachEntry())
            extents.push(await readEntry(open, entry, sink, fail));
        if (!isEnd(open.file, cursorOf(zip)))
            throw fail('has more entries than it says');
        if (hasHidden(extents, directory))
            throw fail('has something between its entries that its directory does not list');
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        throw fail(`is damaged or cut off (${(0,errors/* reasonOf */.A3)(error)})`, error);
    }
    finally {
        open?.file.close();
    }
}
async function readEntry({ zip, file }, entry, sink, fail) {
    // With decodeStrings off, names are bytes, whatever the types say.
    const raw = entry.fileNameRaw;
    const shown = raw.toString();
    if (entry.generalPurposeBitFlag & ENCRYPTED)
        throw fail(`has an encrypted entry, "${shown}"`);
    const local = await zip.readLocalFileHeaderPromise(entry);
    if ([entry.extraFieldRaw, local.extraField].some((extra) => hasOtherName(extra, raw)))
        throw fail(`has two names for "${shown}": tools differ in which they take`);
    const difference = disagreement(entry, local);
    if (difference)
        throw fail(`says two things of "${shown}": its local header and the central directory differ in ${difference}`);
    if (isInCodePage(entry, raw))
        sink.report(codePage(shown));
    const extent = {
        start: entry.relativeOffsetOfLocalHeader,
        end: local.fileDataStart + entry.compressedSize,
        descriptor: (local.generalPurposeBitFlag & DESCRIPTOR) !== 0,
    };
    const type = typeOf(entry, raw);
    const empty = entry.uncompressedSize === 0 && entry.compressedSize === 0 && entry.crc32 === 0;
    if (type === 'folder' || (empty && type !== 'link')) {
        sink.begin({ name: raw, type, size: 0 });
        sink.end();
        return extent;
    }
    const small = readSmall(file, entry, local);
    const content = small ? [small] : (await zip.openReadStreamPromise(entry));
    let checksum = 0;
    if (type === 'link') {
        const pieces = [];
        for await (const piece of content) {
            checksum = (0,external_node_zlib_.crc32)(piece, checksum);
            sink.tally(piece.length);
            if (pieces.length * piece.length <= MAX_TARGET)
                pieces.push(piece);
        }
        sink.begin({ name: raw, type, size: 0, target: external_node_buffer_.Buffer.concat(pieces).toString() });
    }
    else {
        sink.begin({ name: raw, type, size: entry.uncompressedSize });
        for await (const piece of content) {
            checksum = (0,external_node_zlib_.crc32)(piece, checksum);
            sink.tally(piece.length);
            sink.data(piece);
        }
    }
    sink.end();
    if (checksum !== entry.crc32)
        throw fail(`is damaged: the checksum of "${shown}" is wrong`);
    return extent;
}
/** Programs differ in which of the two they believe; so both must say the same. */
function disagreement(entry, local) {
    const later = (local.generalPurposeBitFlag & DESCRIPTOR) !== 0;
    const wide = [...extraFields(local.extraField)].some(([id]) => id === ZIP64);
    if (!local.fileName.equals(entry.fileNameRaw))
        return 'the name';
    if (local.compressionMethod !== entry.compressionMethod)
        return 'the compression';
    if ((local.generalPurposeBitFlag & UTF8) !== (entry.generalPurposeBitFlag & UTF8))
        return "the name's encoding";
    // Sizes of 32 ones stand in the extra field of zip64; zeros are given behind the data.
    const same = (a, b) => a === b || (wide && a === 0xffffffff) || (later && a === 0);
    if (!same(local.uncompressedSize, entry.uncompressedSize))
        return 'the size';
    if (!same(local.compressedSize, entry.compressedSize))
        return 'the packed size';
    return local.crc32 === entry.crc32 || (later && local.crc32 === 0) ? undefined : 'the checksum';
}
/** Whoever reads the file as a stream unpacks what the directory does not list. */
function hasHidden(extents, directory) {
    let at = 0;
    let slack = 0;
    for (const { start, end, descriptor } of extents.sort((a, b) => a.start - b.start)) {
        if (start < at || start > at + slack)
            return true;
        at = end;
        slack = descriptor ? MAX_DESCRIPTOR : 0;
    }
    return directory < at || directory > at + slack;
}
/** yauzl's place in the central directory; it has no other name for it. */
function cursorOf(zip) {
    return zip.readEntryCursor;
}
/** Whether the central directory ends here. */
function isEnd(file, at) {
    const bytes = file.read(at, 4);
    return bytes.length === 4 && END_MARKS.includes(bytes.readUInt32LE(0));
}
/** Info-ZIP's second name, which unzip and libarchive prefer. */
function hasOtherName(extra, raw) {
    return [...extraFields(extra)].some(([id, data]) => id === UNICODE_PATH && !data.subarray(5).equals(raw));
}
/** A name that is no ASCII, does not say that it is UTF-8, and is not of a system where it is all the same. */
function isInCodePage(entry, raw) {
    if (entry.generalPurposeBitFlag & UTF8 || raw.every((byte) => byte < 0x80) || !(0,payload_name/* decodeName */.e)(raw).valid)
        return false;
    const marked = [...extraFields(entry.extraFieldRaw)].some(([id]) => id === UNICODE_PATH);
    return !marked && ![UNIX, MACOS].includes(entry.versionMadeBy >> 8);
}
function codePage(shown) {
    return {
        code: 'UNSAFE_NAME',
        severity: 'error',
        path: shown,
        message: `The name "${shown}" in the archive does not say that it is UTF-8: tools unpack it under other names.`,
        hint: 'Pack the app with a tool that marks names as UTF-8, or without such names.',
    };
}
function* extraFields(extra) {
    for (let at = 0; at + 4 <= extra.length;) {
        const end = at + 4 + extra.readUInt16LE(at + 2);
        yield [extra.readUInt16LE(at), extra.subarray(at + 4, end)];
        at = end;
    }
}
function typeOf(entry, raw) {
    if (raw.at(-1) === 0x2f)
        return 'folder';
    const madeBy = entry.versionMadeBy >> 8;
    const mode = madeBy === UNIX ? (entry.externalFileAttributes >>> 16) & FILE_TYPE : 0;
    return zip_TYPES.get(mode) ?? 'special';
}

;// CONCATENATED MODULE: ./src/payload/archive.ts
















/** Bytes read from the file at once. */
const archive_PIECE = 256 * 1024;
/**
 * Opens an archive as a payload: one pass over its bytes hashes every file on the way through. Nothing is written to disk.
 *
 * @param path absolute path of the file
 * @param name the path as the user gave it, for messages
 * @param limits how much it may unpack to
 * @param scope whether it holds an app or a whole server
 * @throws AppsignError ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, or PAYLOAD_UNREADABLE when it is no archive or holds no app
 */
async function openArchive(path, name = path, limits = ARCHIVE_LIMITS, scope = 'app', progress) {
    const format = formatOf(path, name);
    (0,memory/* boundMemory */._8)();
    const keys = [];
    const isServer = scope === 'server';
    const content = await readArchive(path, name, format, limits, KEPT[scope], isServer ? PASS : (0,inspect/* lookForKeys */.R_)(keys), progress);
    const { top, findings } = chooseTop(content, name, scope);
    const prefix = top === '' ? '' : `${top}/`;
    const sizes = below(content.sizes, prefix);
    const kept = below(content.kept, prefix);
    const digests = below(content.digests, prefix);
    const tree = treeOf(content, prefix, digests);
    const entries = entriesOf(content, prefix, tree);
    for (const { path: link, resolved } of entries)
        if (resolved)
            digests.set(link, digests.get(resolved) ?? '');
    const all = [...content.findings, ...keys, ...findings].map((finding) => withoutTop(finding, prefix));
    const payload = {
        kind: 'archive',
        name,
        root: path,
        archive: { top, format, size: (0,external_node_fs_.statSync)(path).size },
        isCheckout: false,
        list: () => ({ entries, leftOut: [] }),
        folders: (folder) => {
            assertNoLink(tree, folder, name);
            return foldersIn(tree, entries, folder);
        },
        below: (folder) => {
            assertNoLink(tree, folder, name);
            const inside = entries.filter((entry) => entry.path.startsWith(`${folder}/`));
            return (0,part/* partOf */.B)(payload, folder, () => inside);
        },
        read: (file, limit) => ((sizes.get(file) ?? 0) > limit ? 'too-large' : kept.get(file)),
        reread: async (paths) => {
            const contents = new Map();
            // A server's archive is read once: half a gigabyte is not unpacked again for better words.
            if (isServer)
                return contents;
            await readArchive(path, name, format, limits, KEPT[scope], (whole, bytes) => {
                const file = whole.slice(prefix.length);
                if (whole.startsWith(prefix) && paths.has(file))
                    contents.set(file, external_node_buffer_.Buffer.from(bytes));
            });
            return contents;
        },
        sizeOf: (file) => sizes.get(file.resolved ?? file.path) ?? 0,
        digests,
        findings: isServer ? forServerArchive(all) : all,
    };
    return payload;
}
/** In a server nobody looks for keys: its own tests have some, and nobody but its makers could remove them. */
const PASS = () => { };
/** What lies below the top folder, by its path there. */
function below(values, prefix) {
    const inside = new Map();
    for (const [path, value] of values)
        if (path.startsWith(prefix))
            inside.set(path.slice(prefix.length), value);
    return inside;
}
function treeOf(content, prefix, files) {
    return { files, folders: pathsBelow(content.folders, prefix), links: below(content.links, prefix) };
}
function pathsBelow(paths, prefix) {
    const inside = new Set();
    for (const path of paths)
        if (path.startsWith(prefix))
            inside.add(path.slice(prefix.length));
    return inside;
}
function entriesOf(content, prefix, tree) {
    return [
        ...Array.from(tree.files.keys(), (path) => ({ path, kind: 'file' })),
        ...Array.from(tree.links.keys(), (path) => classifyArchiveLink(tree, path)),
        ...Array.from(pathsBelow(content.special, prefix), (path) => ({ path, kind: 'special' })),
    ];
}
/** The folders directly below one, and links that may lead to a folder. */
function foldersIn({ folders }, entries, folder) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const links = entries.filter(({ kind }) => kind === 'folder-link' || kind === 'leaving-link').map(({ path }) => path);
    return [...pathsBelow([...folders, ...links], prefix)].filter((name) => name !== '' && !name.includes('/'));
}
function assertNoLink({ links }, folder, name) {
    if (!folder.split('/').some((_, depth, steps) => links.has(steps.slice(0, depth + 1).join('/'))))
        return;
    throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `"${folder}" in "${name}" is a link to a folder, and was not entered. Unpack the archive and verify the folder.`);
}
/** Runs an archive by a sink of one's own: once to index it, again to look at files that failed. */
async function readArchive(path, name, format, limits, keeps, inspect, progress) {
    const index = new ArchiveIndex(name, limits, format === 'zip', keeps, inspect, progress);
    if (format === 'zip')
        await readZip(path, name, index);
    else {
        const reader = new TarReader(index, name);
        for await (const piece of unpacked(path, name, format)) {
            index.tally(piece.length);
            reader.push(piece);
        }
        reader.finish();
    }
    index.finish();
    return index;
}
function unpacked(path, name, format) {
    const file = (0,external_node_fs_.createReadStream)(path, { highWaterMark: archive_PIECE });
    if (format === 'tar.gz')
        return gunzip(file, name);
    return format === 'tar.bz2' ? bunzip2(file, name) : file;
}


/***/ }),

/***/ 5589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zh: () => (/* binding */ collision),
/* harmony export */   pS: () => (/* binding */ collide),
/* harmony export */   tn: () => (/* binding */ findCollisions)
/* harmony export */ });
/** Names that are one on a disk that does not tell case or Unicode forms apart. Paths relative to the root. */
function findCollisions(paths) {
    const seen = new Map();
    const findings = [];
    for (const path of paths) {
        const other = collide(seen, path);
        if (other !== undefined)
            findings.push(collision(path, other));
    }
    return findings;
}
/**
 * Enters a path among those that were seen.
 *
 * @returns the path that it would overwrite, if there is one
 */
function collide(seen, path) {
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other === undefined)
        seen.set(key, path);
    return other === path ? undefined : other;
}
/** Says which two names are one. */
function collision(path, other) {
    return {
        code: 'NAMES_COLLIDE',
        severity: 'warning',
        path,
        message: `"${path}" and "${other}" differ only in case or Unicode form: on some disks one overwrites the other.`,
        hint: 'Rename one of them.',
    };
}


/***/ }),

/***/ 4859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ padding),
/* harmony export */   pI: () => (/* binding */ tarHeader),
/* harmony export */   y7: () => (/* binding */ TAR_END)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

const BLOCK = 512;
const NAME_SIZE = 100;
const PREFIX_SIZE = 155;
/**
 * The header blocks of an entry: ustar, and a GNU long name in front where a name does not fit. No library writes the
 * latter; they all write pax headers, which the servers' installer takes for further folders (SPEC 6).
 */
function tarHeader(entry) {
    const name = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(entry.name);
    const cut = splitName(name);
    if (cut)
        return header(entry, entry.name.endsWith('/') ? '5' : '0', cut.name, cut.prefix);
    const content = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.concat([name, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from([0])]);
    const long = { name: '././@LongLink', size: content.length, mode: 0o644, mtime: 0 };
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.concat([
        header(long, 'L', node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(long.name), node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(0)),
        content,
        node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(padding(content.length)),
        header(entry, entry.name.endsWith('/') ? '5' : '0', name.subarray(0, NAME_SIZE), node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(0)),
    ]);
}
/** Bytes of zeros that fill up the last block of a content. */
function padding(size) {
    return (BLOCK - (size % BLOCK)) % BLOCK;
}
/** Two blocks of zeros: the end of an archive. */
const TAR_END = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(2 * BLOCK);
/** Name and prefix of ustar, divided at a slash; undefined when there is no way to do so. */
function splitName(name) {
    if (name.length <= NAME_SIZE)
        return { name, prefix: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(0) };
    for (let at = name.indexOf('/'); at >= 0 && at <= PREFIX_SIZE; at = name.indexOf('/', at + 1)) {
        const rest = name.subarray(at + 1);
        if (at > 0 && rest.length > 0 && rest.length <= NAME_SIZE)
            return { name: rest, prefix: name.subarray(0, at) };
    }
    return undefined;
}
function header(entry, type, name, prefix) {
    const block = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(BLOCK);
    name.copy(block, 0);
    octal(block, 100, 8, entry.mode);
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, entry.size);
    octal(block, 136, 12, entry.mtime);
    block.write('        ', 148, 'latin1');
    block.write(type, 156, 'latin1');
    block.write('ustar\x0000', 257, 'latin1');
    octal(block, 329, 8, 0);
    octal(block, 337, 8, 0);
    prefix.copy(block, 345);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return block;
}
function octal(block, at, length, value) {
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
}


/***/ })

};

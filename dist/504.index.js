export const id = 504;
export const ids = [504];
export const modules = {

/***/ 8504:
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
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/payload/inspect.ts
var inspect = __webpack_require__(8734);
// EXTERNAL MODULE: ./src/payload/name.ts
var payload_name = __webpack_require__(8175);
;// CONCATENATED MODULE: ./src/payload/member-name.ts

/**
 * Makes a path of a name in an archive.
 *
 * @param bytes as they stand in the archive
 * @param backslashes whether a backslash separates folders, as in zip files that break their own rules
 */
function readMemberName(bytes, backslashes) {
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





/** Small files that are kept while an archive goes by: below whatever its top folder is called. */
const KEPT = /^[^/]+\/appinfo\/(?:info\.xml|signature\.json)$/;
/** Bytes of one of them, and of all: the largest signature file that is read at all. */
const MAX_KEPT = 128 * 1024 * 1024;
/** Takes an archive's members as they go by: hashes them, and looks at their names. Nothing is unpacked. */
class ArchiveIndex {
    name;
    limits;
    backslashes;
    inspect;
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
     * @param inspect is shown each file that is small enough
     */
    constructor(name, limits, backslashes, inspect) {
        this.name = name;
        this.limits = limits;
        this.backslashes = backslashes;
        this.inspect = inspect;
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
            this.report({
                code: 'UNSAFE_NAME',
                severity: 'error',
                path: name.shown,
                message: `The name "${name.shown}" in the archive ${name.problem}.`,
                hint: 'Pack the app again from its folder, with relative names.',
            });
            return;
        }
        if (name.dotPrefix && !this.findings.some(({ code }) => code === 'DOT_PREFIX'))
            this.report(DOT_PREFIX);
        if (name.path !== '')
            this.place(name.path, member);
    }
    data(piece) {
        this.bytes += piece.length;
        if (this.bytes > this.limits.bytes)
            throw this.tooLarge(`more than ${this.limits.bytes} bytes unpacked`);
        const { current } = this;
        if (!current)
            return;
        // A file that comes in one piece, as most do, is not copied: the piece is looked at before the reader goes on.
        if (current.hash)
            current.hash.update(piece);
        else
            current.pieces.push(piece.length === current.size ? piece : external_node_buffer_.Buffer.from(piece));
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
        if (KEPT.test(path) && content.length === current.size)
            this.keep(path, content);
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
        const whole = member.size < inspect/* INSPECTED_SIZE */.k || (KEPT.test(path) && member.size <= MAX_KEPT);
        this.current = { path, size: member.size, pieces: [], ...(whole ? {} : { hash: (0,external_node_crypto_.createHash)('sha512') }) };
    }
    hardLink(path, target) {
        this.report({
            code: 'HARD_LINK',
            severity: 'error',
            path,
            message: `"${path}" is a hard link to "${target}", which many tools do not unpack.`,
            hint: 'Pack the app from a copy (cp -r), or with tar --hard-dereference.',
        });
        const digest = this.digests.get(target.replace(/^\.\//, ''));
        if (digest)
            this.digests.set(path, digest);
        this.sizes.set(path, 0);
    }
    /** Two names that are one on a disk that does not tell case or Unicode forms apart. */
    collide(path) {
        const key = path.normalize('NFC').toLowerCase();
        const other = this.seen.get(key);
        if (other === undefined)
            this.seen.set(key, path);
        else if (other !== path)
            this.report({
                code: 'NAMES_COLLIDE',
                severity: 'warning',
                path,
                message: `"${path}" and "${other}" differ only in case or Unicode form: on some disks one overwrites the other.`,
                hint: 'Rename one of them.',
            });
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
const DOT_PREFIX = {
    code: 'DOT_PREFIX',
    severity: 'error',
    message: 'Names in the archive begin with "./", and the App Store finds no app folder in it.',
    hint: 'Pack the folder by its name: tar -czf app.tar.gz app, not ./app.',
};
function duplicate(path) {
    return {
        code: 'DUPLICATE_ENTRY',
        severity: 'error',
        path,
        message: `"${path}" stands in the archive more than once: which of them is unpacked depends on the tool.`,
        hint: 'Pack the app in one go.',
    };
}
function sparse(path) {
    return {
        code: 'SPARSE_FILE',
        severity: 'error',
        path,
        message: `"${path}" is packed in a way that servers can not unpack (a sparse file, or an unknown kind of entry).`,
        hint: 'Pack with tar --format=gnu and without --sparse.',
    };
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./src/payload/bzip2.ts



/**
 * Unpacks a bzip2 file.
 *
 * @param source the file's bytes in pieces
 * @param name the file, for messages
 * @throws AppsignError ARCHIVE_DAMAGED
 */
async function* bunzip2(source, name) {
    const { default: unbzip2 } = await __webpack_require__.e(/* import() */ 183).then(__webpack_require__.t.bind(__webpack_require__, 8183, 23));
    const input = external_node_stream_.Readable.from(source);
    const output = new external_node_stream_.Readable({ objectMode: true, read: () => input.resume() });
    // An old kind of stream: it knows data, end and error, and no back-pressure but its input's.
    const stream = unbzip2();
    stream.on('data', (piece) => {
        if (!output.push(external_node_buffer_.Buffer.from(piece)))
            input.pause();
    });
    stream.on('end', () => output.push(null));
    stream.on('error', (error) => output.destroy(error));
    input.on('data', (piece) => stream.write(piece));
    input.on('end', () => stream.end());
    input.on('error', (error) => output.destroy(error));
    try {
        for await (const piece of output)
            yield piece;
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        throw new errors/* AppsignError */.xE('ARCHIVE_DAMAGED', `"${name}" is damaged or cut off (${(0,errors/* reasonOf */.A3)(error)}). Pack it again, or download it again.`, error);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/payload/gzip.ts



/** Bytes that come out at once: large, because each piece costs a turn of the event loop. */
const PIECE = 1024 * 1024;
const TRAILER = 8;
const MEMBER = external_node_buffer_.Buffer.from([0x1f, 0x8b]);
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16 };
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

// EXTERNAL MODULE: ./node_modules/tar-stream/headers.js
var headers = __webpack_require__(8428);
;// CONCATENATED MODULE: ./src/payload/tar.ts



const BLOCK = 512;
/** Bytes. A long name or a pax header is never larger; tar-stream has the same limit. */
const MAX_LONG_HEADER = 4 * 1024 * 1024;
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
        const wanted = this.long ? this.long.size : BLOCK;
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
            this.ahead.name = untilNul(bytes);
        else if (type === 'gnu-long-link-path')
            this.ahead.target = untilNul(bytes).toString();
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
            if (header.size > MAX_LONG_HEADER)
                throw this.damaged('has a long header of more than 4 MiB');
            if (type === 'pax-global-header')
                this.tell(GLOBAL_HEADER);
            if (type === 'pax-header')
                this.tell(PAX_HEADER);
            if (header.size > 0)
                this.long = { type, size: header.size };
            this.content = header.size;
            this.padding = padded(header.size);
            return;
        }
        this.begin(header, type);
    }
    begin(header, type) {
        const { name = external_node_buffer_.Buffer.from(header.name, 'latin1'), target = decodeTarget(header), sparse } = this.ahead;
        const size = this.ahead.size ?? header.size;
        this.ahead = {};
        if (!(size >= 0 && Number.isSafeInteger(size)))
            throw this.damaged('has an entry without a size');
        const kind = sparse ? 'unknown' : (TYPES[type] ?? 'unknown');
        const member = { name, type: kind, size, ...(target === undefined ? {} : { target }) };
        this.content = type === 'directory' ? 0 : size;
        this.padding = padded(this.content);
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
        const { path, linkpath, size, ...others } = headers.decodePax(bytes);
        if (path !== undefined)
            this.ahead.name = external_node_buffer_.Buffer.from(path);
        if (linkpath !== undefined)
            this.ahead.target = linkpath;
        if (size !== undefined)
            this.ahead.size = /^\d+$/.test(size) ? Number(size) : Number.NaN;
        if (Object.keys(others).some((key) => key.startsWith('GNU.sparse')))
            this.ahead.sparse = true;
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
function padded(size) {
    return (BLOCK - (size % BLOCK)) % BLOCK;
}
function untilNul(bytes) {
    const end = bytes.indexOf(0);
    return external_node_buffer_.Buffer.from(end < 0 ? bytes : bytes.subarray(0, end));
}
function decodeTarget({ linkname }) {
    return linkname === null ? undefined : external_node_buffer_.Buffer.from(linkname, 'latin1').toString();
}

;// CONCATENATED MODULE: ./src/payload/zip.ts



const ENCRYPTED = 1;
const UTF8 = 0x800;
const UNIX = 3;
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
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    let zip;
    try {
        zip = await yauzl.openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false });
        for await (const entry of zip.eachEntry())
            await readEntry(zip, entry, sink, fail);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        throw fail(`is damaged or cut off (${(0,errors/* reasonOf */.A3)(error)})`, error);
    }
    finally {
        zip?.close();
    }
}
async function readEntry(zip, entry, sink, fail) {
    // With decodeStrings off, names are bytes, whatever the types say.
    const raw = entry.fileNameRaw;
    const shown = raw.toString();
    if (entry.generalPurposeBitFlag & ENCRYPTED)
        throw fail(`has an encrypted entry, "${shown}"`);
    const local = await zip.readLocalFileHeaderPromise(entry);
    const difference = disagreement(entry, local);
    if (difference)
        throw fail(`says two things of "${shown}": its local header and the central directory differ in ${difference}`);
    const type = typeOf(entry, raw);
    if (type === 'folder' || entry.uncompressedSize === 0) {
        sink.begin({ name: raw, type, size: 0 });
        sink.end();
        return;
    }
    const stream = await zip.openReadStreamPromise(entry);
    let checksum = 0;
    if (type === 'link') {
        const pieces = [];
        for await (const piece of stream) {
            checksum = (0,external_node_zlib_.crc32)(piece, checksum);
            if (pieces.length * piece.length <= MAX_TARGET)
                pieces.push(piece);
        }
        sink.begin({ name: raw, type, size: 0, target: external_node_buffer_.Buffer.concat(pieces).toString() });
    }
    else {
        sink.begin({ name: raw, type, size: entry.uncompressedSize });
        for await (const piece of stream) {
            checksum = (0,external_node_zlib_.crc32)(piece, checksum);
            sink.data(piece);
        }
    }
    sink.end();
    if (checksum !== entry.crc32)
        throw fail(`is damaged: the checksum of "${shown}" is wrong`);
}
/** Programs differ in which of the two they believe; so both must say the same. */
function disagreement(entry, local) {
    const later = (local.generalPurposeBitFlag & 8) !== 0;
    if (!local.fileName.equals(entry.fileNameRaw))
        return 'the name';
    if (local.compressionMethod !== entry.compressionMethod)
        return 'the compression';
    if ((local.generalPurposeBitFlag & UTF8) !== (entry.generalPurposeBitFlag & UTF8))
        return "the name's encoding";
    // Sizes of 32 ones stand in the extra field of zip64; zeros are given behind the data.
    const same = (a, b) => a === b || a === 0xffffffff || (later && a === 0);
    if (!same(local.uncompressedSize, entry.uncompressedSize))
        return 'the size';
    if (!same(local.compressedSize, entry.compressedSize))
        return 'the packed size';
    return same(local.crc32, entry.crc32) ? undefined : 'the checksum';
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
 * @throws AppsignError ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, or PAYLOAD_UNREADABLE when it is no archive or holds no app
 */
async function openArchive(path, name = path, limits = ARCHIVE_LIMITS) {
    const format = formatOf(path, name);
    boundMemory();
    const keys = [];
    const content = await readArchive(path, name, format, limits, (0,inspect/* lookForKeys */.R)(keys));
    const { top, findings } = chooseTop(content, name);
    const prefix = `${top}/`;
    const sizes = below(content.sizes, prefix);
    const kept = below(content.kept, prefix);
    const digests = below(content.digests, prefix);
    const entries = entriesOf(content, prefix, digests);
    for (const { path: link, resolved } of entries)
        if (resolved)
            digests.set(link, digests.get(resolved) ?? '');
    return {
        kind: 'archive',
        name,
        root: path,
        archive: { top, format, size: (0,external_node_fs_.statSync)(path).size },
        isCheckout: false,
        list: () => ({ entries, leftOut: [] }),
        read: (file, limit) => ((sizes.get(file) ?? 0) > limit ? 'too-large' : kept.get(file)),
        pathOf: (file) => file.path,
        reread: async (paths) => {
            const contents = new Map();
            await readArchive(path, name, format, limits, (whole, bytes) => {
                const file = whole.slice(prefix.length);
                if (whole.startsWith(prefix) && paths.has(file))
                    contents.set(file, external_node_buffer_.Buffer.from(bytes));
            });
            return contents;
        },
        sizeOf: (file) => sizes.get(file.resolved ?? file.path) ?? 0,
        digests,
        findings: [...content.findings, ...keys, ...findings].map((finding) => withoutTop(finding, prefix)),
    };
}
/**
 * Headers and names are a stream of short-lived objects, for which V8 would let its young generation grow. Without that,
 * 24,000 files are read in 135 MiB instead of 200, and no slower (measured, Node 24).
 */
function boundMemory() {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
}
/** What lies below the top folder, by its path there. */
function below(values, prefix) {
    const inside = new Map();
    for (const [path, value] of values)
        if (path.startsWith(prefix))
            inside.set(path.slice(prefix.length), value);
    return inside;
}
function entriesOf(content, prefix, files) {
    const inside = (paths) => [
        ...below(new Map(Array.from(paths, (path) => [path, true])), prefix).keys(),
    ];
    const links = below(content.links, prefix);
    const tree = { files, folders: new Set(links.size > 0 ? inside(content.folders) : []), links };
    return [
        ...Array.from(files.keys(), (path) => ({ path, kind: 'file' })),
        ...Array.from(links.keys(), (path) => classifyArchiveLink(tree, path)),
        ...inside(content.special).map((path) => ({ path, kind: 'special' })),
    ];
}
/** Runs an archive by a sink of one's own: once to index it, again to look at files that failed. */
async function readArchive(path, name, format, limits, inspect) {
    const index = new ArchiveIndex(name, limits, format === 'zip', inspect);
    if (format === 'zip')
        await readZip(path, name, index);
    else {
        const reader = new TarReader(index, name);
        for await (const piece of unpacked(path, name, format))
            reader.push(piece);
        reader.finish();
    }
    return index;
}
function unpacked(path, name, format) {
    const file = (0,external_node_fs_.createReadStream)(path, { highWaterMark: archive_PIECE });
    if (format === 'tar.gz')
        return gunzip(file, name);
    return format === 'tar.bz2' ? bunzip2(file, name) : file;
}
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
/** An archive has one top folder, the app; everything beside it is refused by the installer (SPEC 6). */
function chooseTop(content, name) {
    const all = [...content.digests.keys(), ...content.links.keys(), ...content.special, ...content.folders];
    const tops = new Set(all.map((path) => path.split('/', 1)[0] ?? ''));
    const apps = [...tops].filter((top) => content.sizes.has(`${top}/appinfo/info.xml`));
    const [top] = apps.length > 0 ? apps : tops;
    if (top === undefined || apps.length === 0)
        throw new errors/* AppsignError */.xE('APP_INFO_INVALID', `"${name}" holds no app: there is no <folder>/appinfo/info.xml in it${tops.has('appinfo') ? '. The app must be in a folder of its own; pack that folder, not what is in it' : ''}.`);
    const others = [...tops].filter((other) => other !== top && other !== '__MACOSX' && !other.startsWith('._'));
    return {
        top,
        findings: others.map((other) => ({
            code: 'TOP_FOLDER',
            severity: 'error',
            path: other,
            message: `"${other}" stands beside "${top}" at the top of the archive, and the server refuses to install that.`,
            hint: 'Pack the app folder alone.',
        })),
    };
}
/** Paths in findings are the payload's, where they lie in it. */
function withoutTop(finding, prefix) {
    const { path } = finding;
    if (path === undefined || !path.startsWith(prefix))
        return finding;
    const inside = path.slice(prefix.length);
    return { ...finding, path: inside, message: finding.message.replaceAll(path, () => inside) };
}


/***/ })

};

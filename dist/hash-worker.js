import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./src/payload/inspect.ts

/** Bytes. A file below this size is shown whole to whoever looks for keys; no key file is larger. */
const INSPECTED_SIZE = 1024 * 1024;
const MARK = external_node_buffer_namespaceObject.Buffer.from('PRIVATE KEY-----');
const BEGIN = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;
/** Digits of base64 between the armour's lines: a program that merely has the words in it holds no key. */
const KEY_BODY = /^[A-Za-z0-9+/=]{40,}$/;
/** Bytes. The base64 of an RSA-4096 key's PEM has 5 KB; in a larger file only armoured keys are looked for. */
const MAX_KEY_FILE = 16 * 1024;
/** Digits of base64 that are compared: enough that they are nowhere by chance. */
const SAMPLE = 48;
/**
 * Looks for private keys in files, by content.
 *
 * @param findings where to put what is found
 * @param key the key that signs, so that its own file is found in forms that are no armour, too
 */
function lookForKeys(findings, key) {
    const samples = keySamples(key);
    return (path, content) => {
        const code = findKey(content, samples);
        if (code)
            findings.push(keyFinding(code, path));
    };
}
/**
 * Looks for a private key in a file.
 *
 * @param content all of the file, below INSPECTED_SIZE
 * @param samples of the key that signs (`keySamples`)
 */
function findKey(content, samples) {
    if (content.length <= MAX_KEY_FILE && holdsSample(content, samples))
        return 'SIGNING_KEY';
    return content.includes(MARK) && holdsKey(content.toString('latin1')) ? 'PRIVATE_KEY' : undefined;
}
/** What is said of a file in which a key was found. */
function keyFinding(code, path) {
    return code === 'SIGNING_KEY' ? signingKey(path) : privateKey(path);
}
function holdsSample(content, samples) {
    if (samples.length === 0)
        return false;
    const inside = unwrapBase64(content);
    return samples.some((sample) => content.includes(sample) || inside?.includes(sample));
}
function holdsKey(text) {
    const [, ...bodies] = text.replaceAll('\\n', '\n').split(BEGIN);
    return bodies.some((body) => {
        const end = body.indexOf('-----END');
        const lines = body
            .slice(0, Math.max(end, 0))
            .split('\n')
            .filter((line) => !line.includes(': '));
        return KEY_BODY.test(lines.join('').replace(/[\s"'+.,;]|\\r/g, ''));
    });
}
/** What a file is that is base64 and nothing else, in lines of any length: a key in DER, or the text of its PEM. */
function unwrapBase64(content) {
    // Most files show by their first word that they are something else.
    if (!/^\s*[A-Za-z0-9+/]{40}/.test(content.toString('latin1', 0, 2 * SAMPLE)))
        return undefined;
    const digits = content.toString('latin1').replace(/\s/g, '');
    return /^[A-Za-z0-9+/]+={0,2}$/.test(digits) ? external_node_buffer_namespaceObject.Buffer.from(digits, 'base64') : undefined;
}
/** A part of each encoding of the key in which its secret stands, as bytes and as a line of base64; none without a key. */
function keySamples(key) {
    if (!key)
        return [];
    const ders = [key.export({ type: 'pkcs8', format: 'der' })];
    if (key.asymmetricKeyType === 'rsa')
        ders.push(key.export({ type: 'pkcs1', format: 'der' }));
    if (key.asymmetricKeyType === 'ec')
        ders.push(key.export({ type: 'sec1', format: 'der' }));
    return ders.flatMap((der) => {
        const base64 = der.toString('base64');
        // A whole line of 64, from the middle, where the secret numbers stand; the end is the public half of an EC key.
        const line = base64.slice(64 * Math.floor(base64.length / 128), 64 * Math.floor(base64.length / 128) + SAMPLE);
        const middle = Math.floor(der.length / 2);
        return key.asymmetricKeyType === 'ec'
            ? [der.subarray(0, SAMPLE), Buffer.from(base64.slice(0, 64))]
            : [der.subarray(middle, middle + SAMPLE), Buffer.from(line)];
    });
}
function privateKey(path) {
    return {
        code: 'PRIVATE_KEY',
        severity: 'error',
        path,
        message: `"${path}" holds a private key: everyone who downloads the app would have it.`,
        hint: 'Remove it, or name it in exclude. If it was ever published, have its certificate revoked.',
    };
}
function signingKey(path) {
    return {
        ...privateKey(path),
        code: 'SIGNING_KEY',
        message: `"${path}" holds the very key that signs this app.`,
    };
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./src/manifest/hash-file.ts



/** Bytes read at once: most files of an app fit, and the buffer is used again for the next. */
const BUFFER_SIZE = INSPECTED_SIZE;
/**
 * SHA-512 of the raw bytes of a file.
 *
 * @param path absolute
 * @param buffer of BUFFER_SIZE, to read into
 * @param look is shown the content of a file that is smaller than the buffer
 * @yields how many bytes it read, again and again
 * @returns the raw digest, a character for each byte
 * @throws the file system's error
 */
function* hashFile(path, buffer, look) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    try {
        const first = buffer.subarray(0, fill(file, buffer));
        yield first.length;
        if (first.length < buffer.length) {
            look(first);
            return (0,external_node_crypto_namespaceObject.hash)('sha512', first, 'binary');
        }
        const digest = (0,external_node_crypto_namespaceObject.createHash)('sha512').update(first);
        for (let read = fill(file, buffer); read > 0; read = fill(file, buffer)) {
            digest.update(buffer.subarray(0, read));
            yield read;
        }
        return digest.digest('binary');
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/** Reads until the buffer is full or the file ends: a short read is not the end. */
function fill(file, buffer) {
    let length = 0;
    while (length < buffer.length) {
        const read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, length, buffer.length - length, null);
        if (read === 0)
            break;
        length += read;
    }
    return length;
}

;// CONCATENATED MODULE: ./src/manifest/hash-table.ts

/** Bytes of a SHA-512 digest. */
const hash_table_DIGEST_SIZE = 64;
/** Digests in one buffer, so that room is made as it is needed and nothing is moved. */
const PER_BUFFER = 1024;
/**
 * Path → SHA-512 in lower-case hex, as a Map in a third of its memory: paths are sorted, and digests are bytes that become
 * text when they are asked for. To ask for the paths in their order is as fast as with a Map; others are searched.
 */
class HashTable {
    digests;
    others;
    paths;
    /** Where the hash of each path is; undefined when it is where the path is. */
    places;
    last = -1;
    /**
     * @param paths in any order; of one that comes twice the last counts
     * @param digests raw, in the order of the paths, 1024 in each buffer
     * @param others hashes that are no digests, by the index of their path
     */
    constructor(paths, digests, others) {
        this.digests = digests;
        this.others = others;
        this.places = isSorted(paths) ? undefined : sortedPlaces(paths);
        this.paths = this.places ? Array.from(this.places, (place) => paths[place] ?? '') : paths;
    }
    /**
     * @param digests raw and side by side, in the order of the paths; they are not copied
     * @param dangling further paths, those of dangling links
     */
    static of(paths, digests, dangling) {
        const buffers = [];
        for (let at = 0; at < digests.length; at += PER_BUFFER * hash_table_DIGEST_SIZE)
            buffers.push(external_node_buffer_namespaceObject.Buffer.from(digests.buffer, digests.byteOffset + at, Math.min(PER_BUFFER * hash_table_DIGEST_SIZE, digests.length - at)));
        const others = new Map(dangling.map((_, index) => [paths.length + index, false]));
        return new HashTable(dangling.length > 0 ? [...paths, ...dangling] : paths, buffers, others);
    }
    get size() {
        return this.paths.length;
    }
    has(path) {
        return this.indexOf(path) !== undefined;
    }
    get(path) {
        const index = this.indexOf(path);
        return index === undefined ? undefined : this.at(index);
    }
    /** Says something else of a path that it has. */
    replace(path, hash) {
        const index = this.indexOf(path);
        if (index !== undefined)
            this.others.set(this.placeOf(index), hash);
    }
    keys() {
        return this.paths.values();
    }
    *values() {
        for (let index = 0; index < this.size; index++)
            yield this.at(index);
    }
    *entries() {
        for (const [index, path] of this.paths.entries())
            yield [path, this.at(index)];
    }
    [Symbol.iterator]() {
        return this.entries();
    }
    forEach(call) {
        for (const [path, hash] of this)
            call(hash, path, this);
    }
    /** The same path, as the very string that this table has, if it has it: so that two tables share theirs. */
    own(path) {
        const index = this.indexOf(path);
        return index === undefined ? path : (this.paths[index] ?? path);
    }
    at(index) {
        const place = this.placeOf(index);
        const other = this.others.size > 0 ? this.others.get(place) : undefined;
        if (other !== undefined)
            return other;
        const first = (place % PER_BUFFER) * hash_table_DIGEST_SIZE;
        return this.digests[Math.floor(place / PER_BUFFER)]?.toString('hex', first, first + hash_table_DIGEST_SIZE) ?? '';
    }
    placeOf(index) {
        return this.places?.[index] ?? index;
    }
    indexOf(path) {
        const { paths, last } = this;
        const isNext = paths[last + 1] === path;
        const index = isNext ? last + 1 : paths[last] === path ? last : search(paths, path);
        if (index !== undefined)
            this.last = index;
        return index;
    }
}
function isSorted(paths) {
    return paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path);
}
/** Indices of the paths in their order, each path once. */
function sortedPlaces(paths) {
    const at = (place) => paths[place] ?? '';
    // Stable: of equal paths the last comes last.
    const sorted = Uint32Array.from(paths.keys()).sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
    return sorted.filter((place, index) => index + 1 === sorted.length || at(place) !== at(sorted[index + 1] ?? 0));
}
function search(paths, path) {
    let from = 0;
    let to = paths.length;
    while (from < to) {
        const middle = (from + to) >> 1;
        if ((paths[middle] ?? '') < path)
            from = middle + 1;
        else
            to = middle;
    }
    return paths[from] === path ? from : undefined;
}

;// CONCATENATED MODULE: ./src/manifest/hash-work.ts


/** What became of a file: nobody has finished it, it was hashed, or it was hashed and a key was found in it. */
const STATE = { open: 0, hashed: 1, holdsSigningKey: 2, holdsPrivateKey: 3 };
/**
 * Lays out the work for a number of threads.
 *
 * @param names relative to the root, forward slashes
 */
function layOutWork(root, names, threads) {
    const count = names.length;
    const text = names.join('');
    const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(text)));
    bytes.write(text);
    // Most often each character is a byte.
    const lengthOf = bytes.length === text.length ? (name) => name.length : Buffer.byteLength;
    const ends = new Uint32Array(new SharedArrayBuffer(count * 4));
    let end = 0;
    for (let index = 0; index < count; index++) {
        end += lengthOf(names[index] ?? '');
        ends[index] = end;
    }
    return {
        root,
        count,
        names: bytes,
        ends,
        digests: new Uint8Array(new SharedArrayBuffer(count * DIGEST_SIZE)),
        states: new Uint8Array(new SharedArrayBuffer(count)),
        next: new Int32Array(new SharedArrayBuffer(4)),
        files: new Float64Array(new SharedArrayBuffer(threads * 8)),
        bytes: new Float64Array(new SharedArrayBuffer(threads * 8)),
    };
}
/** The name of a file, from the names' bytes. */
function nameAt({ ends }, names, index) {
    return names.toString('utf8', ends[index - 1] ?? 0, ends[index]);
}
/** Takes the next file. @returns its index, or undefined when all are taken */
function takeNext({ next, count }) {
    const index = Atomics.add(next, 0, 1);
    return index < count ? index : undefined;
}
/** Lets nobody take any further file; those that were taken before this are finished. */
function stopTaking({ next, count }) {
    Atomics.store(next, 0, count);
}
/** Whether every file was hashed, by whichever thread. */
function isComplete(work) {
    return firstOpen(work) === undefined;
}
/** The first file that was not hashed. */
function firstOpen({ states }) {
    // Atomic, so that the digests of those that were are seen as well.
    for (let index = 0; index < states.length; index++)
        if (Atomics.load(states, index) === STATE.open)
            return index;
    return undefined;
}
/** What all threads together have read. */
function sumRead({ files, bytes }) {
    const sum = (values) => values.reduce((one, other) => one + other, 0);
    return { files: sum(files), bytes: sum(bytes) };
}

;// CONCATENATED MODULE: ./src/manifest/hash-share.ts





/**
 * What every thread does: hashes file after file until all are taken, and looks for keys in those that are small enough.
 *
 * @param thread this thread's number, from 0
 * @param samples of the key that signs; undefined when nobody looks for keys
 * @yields after each piece that was read, of BUFFER_SIZE at most
 * @returns the file that could not be read, at which all threads stop
 */
function* hashShare(work, thread, samples) {
    const buffer = external_node_buffer_namespaceObject.Buffer.allocUnsafeSlow(BUFFER_SIZE);
    const digests = external_node_buffer_namespaceObject.Buffer.from(work.digests.buffer);
    const names = external_node_buffer_namespaceObject.Buffer.from(work.names.buffer);
    let state = STATE.hashed;
    const look = (content) => {
        const key = samples && findKey(content, samples);
        if (key)
            state = key === 'SIGNING_KEY' ? STATE.holdsSigningKey : STATE.holdsPrivateKey;
    };
    for (let index = takeNext(work); index !== undefined; index = takeNext(work)) {
        state = STATE.hashed;
        try {
            const reading = hashFile(`${work.root}/${nameAt(work, names, index)}`, buffer, look);
            let step = reading.next();
            for (; !step.done; step = reading.next()) {
                work.bytes[thread] = (work.bytes[thread] ?? 0) + step.value;
                yield;
            }
            digests.write(step.value, index * hash_table_DIGEST_SIZE, 'latin1');
        }
        catch (error) {
            stopTaking(work);
            return { index, error };
        }
        work.files[thread] = (work.files[thread] ?? 0) + 1;
        // Atomic, so that whoever sees it sees the digest, too.
        Atomics.store(work.states, index, state);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/manifest/hash-worker.ts
// What runs in a worker thread: a bundle of its own (scripts/build.mjs), so that it starts fast.


/** Bytes after which the main thread is told that there is progress. */
const TOLD_AFTER = 64 * 1024 * 1024;
external_node_worker_threads_namespaceObject.parentPort?.once('message', ({ work, thread, samples }) => {
    const share = hashShare(work, thread, samples);
    let told = 0;
    let step = share.next();
    for (; !step.done; step = share.next()) {
        const read = work.bytes[thread] ?? 0;
        if (read - told < TOLD_AFTER)
            continue;
        told = read;
        say(undefined);
    }
    if (step.value)
        say(step.value);
});
function say(message) {
    external_node_worker_threads_namespaceObject.parentPort?.postMessage(message);
}


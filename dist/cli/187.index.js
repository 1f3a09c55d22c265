export const id = 187;
export const ids = [187];
export const modules = {

/***/ 3187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sha256Of: () => (/* binding */ sha256Of),
  writePackage: () => (/* binding */ writePackage)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope = __webpack_require__(9666);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/payload/archive.ts + 17 modules
var archive = __webpack_require__(6644);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
// EXTERNAL MODULE: ./src/manifest/byte-order.ts
var byte_order = __webpack_require__(7602);
// EXTERNAL MODULE: ./src/payload/tar-header.ts
var tar_header = __webpack_require__(4859);
;// CONCATENATED MODULE: ./src/payload/pack.ts






const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;
/** Bytes read at once. */
const PIECE = 256 * 1024;
/** As tar -czf. */
const LEVEL = 6;
/**
 * Writes a reproducible tar.gz: entries in the order of their bytes, folders included, no owner, fixed modes, one time for
 * all. The same files make the same bytes on every system: fflate compresses in JavaScript, because what zlib makes
 * depends on the processor.
 *
 * @param top the name of the one top folder
 * @param files path below the top folder → where its content is
 * @param mtime seconds since 1970
 * @param write takes the package's bytes, piece by piece
 * @throws AppsignError PACKAGE_FAILED when a file changes while it is read
 */
function pack(top, files, mtime, write) {
    // fflate's gzip header has neither name nor, with mtime 0, a time, and names Unix on every system.
    const gzip = new esm/* Gzip */.Ne({ level: LEVEL, mtime: 0 }, (piece) => write(piece));
    for (const path of (0,byte_order/* sortByBytes */.n)([...foldersOf(files.keys()), ...files.keys()].map((one) => `${top}/${one}`))) {
        const file = files.get(path.slice(top.length + 1));
        const size = file?.size ?? 0;
        gzip.push((0,tar_header/* tarHeader */.pI)({ name: path, size, mode: file ? FILE_MODE : FOLDER_MODE, mtime }));
        if (file)
            pushContent(gzip, path, file);
    }
    gzip.push(tar_header/* TAR_END */.y7, true);
}
/** Every folder on the way to a file, each with a slash at its end; the top itself is `''`. */
function foldersOf(paths) {
    const folders = new Set(['']);
    for (const path of paths)
        for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
            folders.add(path.slice(0, at + 1));
    return folders;
}
function pushContent(gzip, name, { source, size }) {
    const file = (0,external_node_fs_.openSync)(source, 'r');
    try {
        let left = size;
        while (left > 0) {
            // A new buffer each time: the compressor keeps what it was given.
            const piece = external_node_buffer_.Buffer.allocUnsafeSlow(Math.min(PIECE, left));
            const read = (0,external_node_fs_.readSync)(file, piece, 0, piece.length, null);
            if (read === 0)
                throw new Error('it became shorter');
            gzip.push(piece.subarray(0, read));
            left -= read;
        }
    }
    catch (error) {
        throw new errors/* AppsignError */.xE('PACKAGE_FAILED', `"${name}" changed while it was packed (${(0,errors/* reasonOf */.A3)(error)}). Pack after the last change.`, error);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    gzip.push(external_node_buffer_.Buffer.alloc((0,tar_header/* padding */.Ms)(size)));
}

// EXTERNAL MODULE: ./src/payload/package-path.ts
var package_path = __webpack_require__(8552);
// EXTERNAL MODULE: ./src/verify.ts
var verify = __webpack_require__(5538);
;// CONCATENATED MODULE: ./src/package.ts









/**
 * Writes exactly the signed files, and signature.json, as a tar.gz; then reads it back and verifies it as an artifact. Only
 * a package that passes takes the place of an earlier one.
 *
 * @param paths the signed files
 * @throws AppsignError PACKAGE_FAILED or WRITE_FAILED
 */
async function writePackage(payload, app, paths, request, trust) {
    const path = (0,package_path/* packagePath */.C)(request.path, app);
    const files = new Map();
    for (const file of [...paths, envelope/* APP_SIGNATURE */.t]) {
        const source = (0,external_node_path_.join)(payload.root, file);
        files.set(file, { source, size: (0,external_node_fs_.statSync)(source).size });
    }
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${process.pid}.tmp`);
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        writeThrough(temporary, (write) => pack(app.id, files, request.mtime, write));
        const report = await (0,verify/* verify */.MX)(await (0,archive.openArchive)(temporary, (0,external_node_path_.basename)(path)), trust);
        // Whoever signs in the legacy format after the sunset was warned: it still serves ownCloud 10.
        const failed = report.findings.find(({ severity, code }) => severity === 'error' && !(code === 'BAD_ALGORITHM' && report.format === 'legacy'));
        if (failed)
            throw new errors/* AppsignError */.xE('PACKAGE_FAILED', `The package was not accepted by our own verification and was not kept: ${failed.message} ${failed.hint ?? ''}`);
        const sha256 = await sha256Of(temporary);
        const { size } = (0,external_node_fs_.statSync)(temporary);
        (0,external_node_fs_.renameSync)(temporary, path);
        return { package: { path, sha256, size }, findings: report.findings };
    }
    catch (error) {
        discard(temporary);
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        throw new errors/* AppsignError */.xE('WRITE_FAILED', `package "${path}" can not be written: ${(0,errors/* reasonOf */.A3)(error)}. Choose a folder that this step may write to.`, error);
    }
}
/** What went wrong before is told; that there is nothing to remove, or no way to do so, is not. */
function discard(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch {
        // ENOTDIR, EACCES: nothing was written either.
    }
}
function writeThrough(path, fill) {
    const file = (0,external_node_fs_.openSync)(path, 'wx', 0o644);
    try {
        fill((piece) => {
            for (let at = 0; at < piece.length;)
                at += (0,external_node_fs_.writeSync)(file, piece, at);
        });
        (0,external_node_fs_.fsyncSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** SHA-256 of a file's bytes, lower-case hex. @param path absolute */
async function sha256Of(path) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of (0,external_node_fs_.createReadStream)(path))
        digest.update(piece);
    return digest.digest('hex');
}


/***/ })

};

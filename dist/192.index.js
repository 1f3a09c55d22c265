export const id = 192;
export const ids = [192];
export const modules = {

/***/ 2724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ readServerInfo),
/* harmony export */   yg: () => (/* binding */ readShipped)
/* harmony export */ });
/* unused harmony export parseServerInfo */
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6927);
/* harmony import */ var _findings_server__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5899);
/* harmony import */ var _server_tree__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1732);



/** Bytes of version.php and of shipped.json; theirs have 1 KB. */
const MAX_SIZE = 1024 * 1024;
/**
 * Reads a server's version.php.
 *
 * @returns what is known: a file that is missing or odd is a finding of the comparison, and no reason to stop
 * @throws AppsignError PAYLOAD_UNREADABLE when there is neither that file nor a folder core
 */
function readServerInfo(payload) {
    const bytes = payload.read(_server_tree__WEBPACK_IMPORTED_MODULE_2__/* .VERSION_FILE */ .mf, MAX_SIZE);
    if (bytes === undefined && !payload.folders('').includes('core'))
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('PAYLOAD_UNREADABLE', `"${payload.name}" is no server: it has neither ${_server_tree__WEBPACK_IMPORTED_MODULE_2__/* .VERSION_FILE */ .mf} nor a folder core. The path must be the folder of a whole server; set scope: app for an app.`);
    return typeof bytes === 'object' ? parseServerInfo(bytes) : { version: '', major: undefined, vendor: undefined };
}
/** Reads the bytes of a version.php: of several assignments the last one counts, as in PHP. */
function parseServerInfo(bytes) {
    const php = bytes.toString();
    const assigned = (name) => [...php.matchAll(new RegExp(String.raw `^(?:<\?php)?[ \t]*\$${name}[ \t]*=[ \t]*(['"])([^'"\r\n]*)\1`, 'gm'))].at(-1)?.[2];
    const version = assigned('OC_VersionString') ?? '';
    const major = /^\d+/.exec(version)?.[0];
    const vendor = assigned('vendor');
    return {
        version,
        major: major === undefined ? undefined : Number(major),
        vendor: vendor !== undefined && (0,_findings_server__WEBPACK_IMPORTED_MODULE_1__/* .isServer */ .S$)(vendor) ? vendor : undefined,
    };
}
/**
 * The apps that a server ships, and that must be signed: `shippedApps` in core/shipped.json.
 *
 * @returns undefined when nobody can tell
 */
function readShipped(payload) {
    const bytes = payload.read(_server_tree__WEBPACK_IMPORTED_MODULE_2__/* .SHIPPED_FILE */ .$W, MAX_SIZE);
    if (typeof bytes !== 'object')
        return undefined;
    try {
        const { shippedApps } = JSON.parse(bytes.toString());
        return Array.isArray(shippedApps) ? new Set(shippedApps.filter((id) => typeof id === 'string')) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyServer: () => (/* binding */ verifyServer)
});

// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/manifest/byte-order.ts
var byte_order = __webpack_require__(7602);
// EXTERNAL MODULE: ./src/payload/server-tree.ts
var server_tree = __webpack_require__(1732);
;// CONCATENATED MODULE: ./src/payload/app-roots.ts


/** Bytes of one file of settings; theirs have 5 KB. */
const MAX_SIZE = 1024 * 1024;
const CONFIG = /^(?:config\.php|.+\.config\.php)$/;
/** A comment, but not what follows the colon of an address in a string. */
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|[\s;,()[\]])(?:\/\/|#).*$/gm;
/** The last text of what a path is made of: `OC::$SERVERROOT.'/custom_apps'`. */
const PATHS = /['"]path['"]\s*=>[^,\n]*?['"]([^'"\n]*)['"]\s*(?=[,\n\])])/g;
/**
 * The folders besides `apps` from which an installed server takes apps, by `apps_paths` in its settings: its own check does
 * not look there (`OC::$APPSROOTS` in lib/private/IntegrityCheck/Iterator/ExcludeFoldersByPathFilterIterator.php).
 *
 * @returns top folders of the usual names only; none where the server is not installed, or its settings can not be read
 */
function readAppRoots(payload) {
    const roots = new Set();
    for (const text of readableSettings(payload))
        for (const [, path = ''] of text.matchAll(PATHS))
            roots.add(path.replace(/\/+$/, '').replace(/^.*\//, ''));
    return new Set(server_tree/* OTHER_APP_FOLDERS */.JR.filter((folder) => roots.has(folder)));
}
/** They hold passwords, so that others than the server may not read them; what lies in such a folder is a finding then. */
function readableSettings(payload) {
    try {
        return settingsOf(payload);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            return [];
        throw error;
    }
}
function settingsOf(payload) {
    if (!payload.folders('').includes('config'))
        return [];
    return payload
        .below('config')
        .list()
        .entries.filter(({ kind, path }) => kind === 'file' && CONFIG.test(path) && !path.includes('/'))
        .map(({ path }) => payload.read(`config/${path}`, MAX_SIZE))
        .map((bytes) => (typeof bytes === 'object' ? bytes.toString().replace(COMMENTS, '') : ''))
        .filter((text) => /['"]apps_paths['"]/.test(text));
}

// EXTERNAL MODULE: ./src/payload/server-info.ts
var server_info = __webpack_require__(2724);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/subject.ts
var subject = __webpack_require__(6303);
// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope = __webpack_require__(9666);
// EXTERNAL MODULE: ./src/findings/exceptions.ts
var exceptions = __webpack_require__(358);
// EXTERNAL MODULE: ./src/findings/order.ts
var order = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/payload/app-info.ts + 1 modules
var app_info = __webpack_require__(3219);
// EXTERNAL MODULE: ./src/verify-subject.ts + 6 modules
var verify_subject = __webpack_require__(2975);
;// CONCATENATED MODULE: ./src/verify-app-in-server.ts








/**
 * Verifies an app where it lies in a server, as that server does: for it, an app is what its folder is called, and only
 * ownCloud 11 looks into info.xml for the id. One that is not signed fails if the server ships it.
 *
 * @param payload the app's folder
 * @param name of that folder
 * @returns undefined when the folder holds no app: neither info.xml nor a signature, and the server ships none of that name
 * @throws AppsignError PAYLOAD_UNREADABLE
 */
async function verifyAppInServer(payload, name, { info, shipped, trust }) {
    const isSigned = has(payload, envelope/* APP_SIGNATURE */.t);
    const mustBe = shipped?.has(name) ?? true;
    if (!isSigned && !has(payload, app_info/* APP_INFO */.LL) && !shipped?.has(name))
        return undefined;
    const app = appOf(payload);
    const isIn11 = (0,subject/* isInOwnCloud11 */.zz)({ id: name, version: '', dependencies: {}, within: info }, trust.server);
    const problem = 'problem' in app ? badInfo(app.problem, has(payload, app_info/* APP_INFO */.LL), isIn11) : undefined;
    const { id, version } = 'problem' in app ? { id: name, version: '' } : app;
    const report = await (0,verify_subject/* verifySubject */.is)(payload, (0,subject/* subjectInServer */.Dm)(isIn11 ? id : name, version, info, trust.server), trust);
    if (!isSigned && !mustBe)
        return { ...report, findings: [notSigned(name)] };
    const own = [problem, id === name ? undefined : otherName(name, id), shipped ? undefined : nobodyKnows(isSigned)];
    return { ...report, findings: (0,order/* sortFindings */.T)([...report.findings, ...own.filter((one) => one !== undefined)]) };
}
function has(payload, path) {
    return payload.read(path, 0) !== undefined;
}
/** Nothing in it stops a server, so nothing in it stops this. */
function appOf(payload) {
    try {
        return (0,app_info/* readAppInfo */.Mh)(payload);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE && error.code === 'APP_INFO_INVALID')
            return { problem: error.message };
        throw error;
    }
}
function badInfo(problem, isThere, isIn11) {
    const hint = 'Take the file from the release of this very version.';
    const sentence = isThere ? `Failed to parse ${app_info/* APP_INFO */.LL}` : `Failed to read or empty ${app_info/* APP_INFO */.LL}`;
    if (isIn11)
        return (0,exceptions/* exception */.Y)('CN_MISMATCH', problem, hint, sentence);
    return { code: 'APP_INFO_INVALID', severity: 'warning', path: app_info/* APP_INFO */.LL, message: problem, hint };
}
function notSigned(name) {
    return {
        code: 'NOT_SIGNED',
        severity: 'notice',
        message: `The app "${name}" is not signed, and the server does not ask for it: it does not ship this app.`,
        hint: 'Nobody can tell whether its files are those of its makers. ownCloud from 10.16.7 does not enable such an app.',
    };
}
function otherName(name, id) {
    return {
        code: 'APP_FOLDER',
        severity: 'warning',
        path: app_info/* APP_INFO */.LL,
        message: `The folder of the app is "${name}", and info.xml says that the app is "${id}".`,
        hint: `Name the folder "${id}", or take the app from its release.`,
    };
}
/** Said of each app that would need it, because each has a verdict of its own. */
function nobodyKnows(isSigned) {
    if (isSigned)
        return undefined;
    return {
        code: 'SHIPPED_UNKNOWN',
        severity: 'warning',
        message: `Whether the server ships this app can not be told: ${server_tree/* SHIPPED_FILE */.$W} is missing or can not be read.`,
        hint: `Take ${server_tree/* SHIPPED_FILE */.$W} from the release of this very version.`,
    };
}

;// CONCATENATED MODULE: ./src/verify-server.ts









/**
 * Verifies a whole server as it would verify itself (`occ integrity:check-core`, and what its settings' page runs): its own
 * files first, then every app below its app folders (issue 7), each with an outcome of its own. What can not be read is the
 * refusal of that one, and never stops the others.
 *
 * Whose rules: what the user said, else what version.php says, as a server that is installed trusts its own vendor only;
 * else who issued the leaf.
 *
 * @param payload a whole server, opened with `scope: 'server'`
 * @throws AppsignError PAYLOAD_UNREADABLE when it is no server
 */
async function* verifyServer(payload, trust) {
    const info = (0,server_info/* readServerInfo */.Gv)(payload);
    const own = { ...trust, server: trust.server ?? info.vendor };
    const core = await attempt(payload, '', async () => verifyCore(payload, info, own));
    yield core;
    const apps = { info, shipped: (0,server_info/* readShipped */.yg)(payload), trust: (0,report/* isRefusal */.vu)(core) ? own : trustOf(own, core) };
    for (const folder of server_tree/* APP_FOLDERS */.qp)
        yield* verifyFolder(payload, folder, apps);
}
/** Its settings say where else it has apps. */
function verifyCore(payload, info, trust) {
    return (0,verify_subject/* verifySubject */.is)(payload, (0,subject/* coreSubject */.cE)({ ...info, appRoots: readAppRoots(payload) }), trust);
}
/** Whoever issued the leaf of a server that does not say whose it is. */
function trustOf(trust, { authority, server }) {
    return trust.server === undefined && authority !== undefined ? { ...trust, server } : trust;
}
/** Every app below one of the folders, by the bytes of its name. */
async function* verifyFolder(payload, folder, apps) {
    let names;
    try {
        names = payload.folders(folder);
    }
    catch (error) {
        yield refusalOf(payload, folder, error);
        return;
    }
    for (const name of (0,byte_order/* sortByBytes */.n)(names)) {
        // The servers take nothing for an app whose name begins with a dot.
        if (name.startsWith('.'))
            continue;
        const path = `${folder}/${name}`;
        const outcome = await attempt(payload, path, () => verifyAppInServer(payload.below(path), name, apps));
        if (outcome)
            yield outcome;
    }
}
async function attempt(payload, path, step) {
    try {
        return await step();
    }
    catch (error) {
        return refusalOf(payload, path, error);
    }
}
function refusalOf({ name, root, kind }, path, error) {
    if (!(error instanceof errors/* AppsignError */.xE))
        throw error;
    const { code, message, findings } = error;
    return {
        name: path === '' ? name : `${name}/${path}`,
        root: path === '' || kind === 'archive' ? root : `${root}/${path}`,
        error: { code, message },
        findings,
    };
}


/***/ })

};

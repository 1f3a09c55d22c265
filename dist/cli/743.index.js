export const id = 743;
export const ids = [743,961];
export const modules = {

/***/ 1743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readReports: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/findings/json-value.ts
var json_value = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/findings/verdict.ts
var findings_verdict = __webpack_require__(7167);
// EXTERNAL MODULE: ./src/report/json.ts + 1 modules
var json = __webpack_require__(4961);
// EXTERNAL MODULE: ./src/findings/titles.ts
var titles = __webpack_require__(6999);
;// CONCATENATED MODULE: ./src/report/json-payload.ts



/**
 * Whether what a JSON report says of a payload has all that `reportJson` writes (schemas/report-1.schema.json), in the right
 * types, and a verdict that follows from its findings.
 */
function isPayload(payload) {
    if (!(0,json_value/* isObject */.G)(payload) || typeof payload.name !== 'string')
        return false;
    const { findings, verdict, error } = payload;
    if (!Array.isArray(findings) || !findings.every(isFinding))
        return false;
    if (error !== undefined)
        return verdict === 'failed' && (0,json_value/* isObject */.G)(error) && areTexts(error, 'code', 'message');
    return verdict === (0,findings_verdict/* verdictOf */.V)(findings) && isReport(payload);
}
function isReport(payload) {
    const { mode, scope, kind, server, format, formats, app, chain } = payload;
    const isNamed = isOneOf(['sign', 'verify', 'check'], mode) &&
        isOneOf(['app', 'server'], scope) &&
        isOneOf(['folder', 'archive'], kind) &&
        isOneOf(['nextcloud', 'owncloud'], server) &&
        isFormat(format) &&
        (formats === null || (Array.isArray(formats) && formats.every(isFormat)));
    return (isNamed &&
        (0,json_value/* isObject */.G)(app) &&
        areTexts(app, 'id', 'version') &&
        [payload.signaturePath, payload.authority].every((value) => value === null || typeof value === 'string') &&
        [payload.fileCount, payload.bytes].every(Number.isFinite) &&
        (payload.milliseconds === null || Number.isFinite(payload.milliseconds)) &&
        Array.isArray(chain) &&
        chain.every(isCertificate) &&
        (payload.revocation === null || isRevocation(payload.revocation)) &&
        (payload.package === null || isPackage(payload.package)));
}
function isCertificate(value) {
    return (0,json_value/* isObject */.G)(value) && areTexts(value, 'subject', 'issuer', 'serial') && isDate(value.notAfter);
}
function isRevocation(value) {
    if (!(0,json_value/* isObject */.G)(value) || !isOneOf(['good', 'revoked', 'unchecked', 'no-list', 'off'], value.state))
        return false;
    const { list } = value;
    if (list === null)
        return true;
    if (!(0,json_value/* isObject */.G)(list) || !areTexts(list, 'source', 'issuer') || !isDate(list.thisUpdate))
        return false;
    return list.number === null || typeof list.number === 'string';
}
function isPackage(value) {
    return (0,json_value/* isObject */.G)(value) && areTexts(value, 'name', 'sha256') && Number.isFinite(value.size);
}
function isFinding(finding) {
    if (!(0,json_value/* isObject */.G)(finding) || !areTexts(finding, 'code', 'message'))
        return false;
    const optional = [finding.path, finding.expected, finding.current, finding.hint, finding.exception];
    return ((0,titles/* isFindingCode */.d)(String(finding.code)) &&
        isOneOf(['error', 'warning', 'notice'], finding.severity) &&
        optional.every((text) => text === undefined || typeof text === 'string'));
}
function isFormat(value) {
    return isOneOf(['legacy', 'v2'], value);
}
/** Whether a JSON value is a date. */
function isDate(value) {
    return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
function areTexts(value, ...names) {
    return names.every((name) => typeof value[name] === 'string');
}
function isOneOf(words, value) {
    return typeof value === 'string' && words.includes(value);
}

;// CONCATENATED MODULE: ./src/report/json-report.ts





const INCOMPLETE = 'it is cut off, or something else than appsign wrote it';
/**
 * The payloads of a JSON report, as `reportJson` writes it.
 *
 * @param which how messages call it
 * @throws AppsignError INPUT_INVALID when it is no report of version 1, or not whole
 */
function readPayloads(text, which) {
    const report = parse(text, which);
    if (!(0,json_value/* isObject */.G)(report))
        throw invalid(which, 'it is not a JSON object');
    if (report.version !== json.REPORT_VERSION)
        throw invalid(which, `its version is not ${json.REPORT_VERSION}, which is the only one that this appsign reads`);
    const { payloads } = report;
    const isNamed = typeof report.appsign === 'string' && isDate(report.date);
    if (!isNamed || !Array.isArray(payloads) || payloads.length === 0 || !payloads.every(isPayload))
        throw invalid(which, INCOMPLETE);
    if (report.verdict !== verdictOfPayloads(payloads))
        throw invalid(which, INCOMPLETE);
    return payloads;
}
/** The verdict of the whole must not become better on the way. */
function verdictOfPayloads(payloads) {
    const failed = payloads.some(({ verdict }) => verdict === 'failed');
    return failed ? 'failed' : (0,findings_verdict/* verdictOf */.V)(payloads.flatMap(({ findings }) => findings));
}
function parse(text, which) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw invalid(which, 'it is not JSON', error);
    }
}
function invalid(which, what, cause) {
    // What the parser says quotes the text, and that may be anything, even a key.
    const remedy = 'Give the .json files that the input report wrote, unchanged.';
    return new errors/* AppsignError */.xE('INPUT_INVALID', `The ${which} can not be merged: ${what}. ${remedy}`, cause);
}

;// CONCATENATED MODULE: ./src/report/read.ts

/**
 * The outcomes that a JSON report tells of, so that those of several machines can be told as one. What the machine knew and
 * did not write, such as absolute paths, is gone: a payload's root is its name.
 *
 * @param which how messages call the report
 * @throws AppsignError INPUT_INVALID when it is no report of version 1, or not whole
 */
function readOutcomes(text, which) {
    return readPayloads(text, which).map((payload) => {
        const { name, error, findings } = payload;
        return error ? { name, root: name, error, findings } : readPayload(payload);
    });
}
function readPayload(payload) {
    const { mode, scope, kind, name, app, server, format, formats, fileCount, bytes, milliseconds } = payload;
    return {
        ...{ mode, scope, kind, name, server, format, fileCount, bytes },
        root: name,
        appId: app.id,
        appVersion: app.version,
        ...(formats ? { formats } : {}),
        signaturePath: payload.signaturePath ?? undefined,
        chain: payload.chain.map((certificate) => ({ ...certificate, notAfter: new Date(certificate.notAfter) })),
        authority: payload.authority ?? undefined,
        revocation: payload.revocation ? readRevocation(payload.revocation) : undefined,
        ...(payload.package ? { package: { path: payload.package.name, ...payload.package } } : {}),
        ...(milliseconds === null ? {} : { milliseconds }),
        findings: payload.findings,
    };
}
function readRevocation({ state, list }) {
    if (!list)
        return { state };
    return { state, list: { ...list, number: list.number ?? undefined, thisUpdate: new Date(list.thisUpdate) } };
}

// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/action/patterns.ts
var action_patterns = __webpack_require__(6207);
;// CONCATENATED MODULE: ./src/action/merge-run.ts





/**
 * The outcomes of other machines, from the JSON reports that they wrote. What is no such report is refused, and does not
 * hide the others.
 *
 * @throws AppsignError ARTIFACT_MISSING when the patterns stand for nothing
 */
async function* readReports(patterns, { workspace, expand }) {
    for (const match of await (0,action_patterns/* matchPaths */.oq)(patterns, 'path', workspace, expand))
        yield* readOne(match);
}
function readOne({ path, name }) {
    try {
        return readOutcomes(readText(path, name), `report "${name}"`);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            return [(0,report/* refuse */.TR)(name, path, error)];
        throw error;
    }
}
function readText(path, name) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new errors/* AppsignError */.xE('INPUT_INVALID', `path "${name}" can not be read: ${(0,errors/* reasonOf */.A3)(error)}. Is the report downloaded before this step?`, error);
    }
}


/***/ }),

/***/ 6999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf),
/* harmony export */   d: () => (/* binding */ isFindingCode)
/* harmony export */ });
/** What each code means, in the few words of a heading. Closed: a new finding gets a title here. */
const TITLES = {
    INVALID_HASH: 'Changed after signing',
    FILE_MISSING: 'Signed, but missing',
    EXTRA_FILE: 'Not in the signature',
    MISSING_SIGNATURE: 'No signature that can be read',
    BAD_CHAIN: 'Certificate is not accepted',
    BAD_ALGORITHM: 'Algorithm is not accepted',
    BAD_SIGNATURE: 'Signature does not fit',
    CRL_UNAVAILABLE: 'Revocation could not be checked',
    REVOKED: 'Certificate was revoked',
    CN_MISMATCH: 'Certificate is for another app',
    DANGLING_LINK: 'Link to nothing',
    LINK_LEAVES_PAYLOAD: 'Link out of the app',
    LINK_FOLLOWED: 'Link to a file',
    LINK_TO_FOLDER: 'Link to a folder',
    LINK_TO_SIGNATURE: 'Link to the signature',
    NOT_A_FILE: 'Neither file nor folder',
    NAME_NOT_UTF8: 'Name is not UTF-8',
    NUMERIC_NAMES: 'Names that are numbers',
    NOT_SIGNABLE: 'Can not be signed',
    RECENT_EXCLUSION: 'Older servers see this file',
    VCS_FOLDER: 'Checkout left out',
    LEFT_OUT: 'Files left out',
    CERTIFICATE_EXPIRED: 'Certificate has expired',
    CERTIFICATE_NOT_YET_VALID: 'Certificate is not valid yet',
    CERTIFICATE_EXPIRES: 'Certificate expires soon',
    NO_REVOCATION_LIST: 'No revocation list',
    REVOCATION_LIST_BUNDLED: 'Revocation list may be old',
    REVOCATION_OFF: 'Revocation was not checked',
    LEGACY_ACCEPTED_WARN: 'Expired, and still accepted',
    LEGACY_SUNSET: 'Legacy format ends on ownCloud 11',
    V2_LEAVES_OUT_10: 'ownCloud 10 does not read format v2',
    SERVER_GUESSED: 'Server was guessed',
    CHAIN_NOT_USED: 'Chain was not used',
    NOT_SIGNED: 'Not signed, and need not be',
    APP_FOLDER: 'Folder and app id differ',
    SHIPPED_UNKNOWN: 'Not known what the server ships',
    APP_INFO_INVALID: 'info.xml can not be used',
    SIGNER_CHANGED: 'Signed by somebody else than before',
    KEY_CHANGED: 'Signed with another key than before',
    EARLIER_RELEASE_UNCHECKED: 'Not compared with an earlier release',
    ARCHIVE_TRAILING_BYTES: 'Entries behind the end of the archive',
    PAX_HEADER: 'Pax headers in the archive',
    UNSAFE_NAME: 'Unsafe name in the archive',
    DOT_PREFIX: 'Names begin with "./"',
    DUPLICATE_ENTRY: 'In the archive more than once',
    NAMES_COLLIDE: 'Names differ only in case',
    HARD_LINK: 'Hard link in the archive',
    SPARSE_FILE: 'Entry that servers can not unpack',
    TOP_FOLDER: 'Wrong folder in the archive',
    VCS_SHIPPED: 'Repository inside the app',
    PRIVATE_KEY: 'Private key inside the app',
    SIGNING_KEY: 'Signing key inside the app',
    MAC_METADATA: 'Metadata of macOS',
    DEVELOPMENT_FILES: 'Files for development',
    SOURCE_MAP: 'Large source map',
    BUILD_SCRATCH: 'Files for building',
    STORE_LIMIT: 'The App Store refuses this',
};
/** Whether a word is the code of a finding. */
function isFindingCode(word) {
    return Object.hasOwn(TITLES, word);
}
/** What a code means, in a few plain words without a full stop: for headings and titles of annotations. */
function titleOf(code) {
    return TITLES[code];
}


/***/ }),

/***/ 4216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9073);

/**
 * A value as JSON for a file, with two spaces an indent and a newline at the end. Names stay as they are, but none is
 * harmful when the file is shown in a log: what moves the cursor, hides or reverses text, and what a runner takes for a
 * command (PLATFORM, "log injection"), is written as `\uxxxx`, which every reader of JSON takes back.
 *
 * @param value anything that `JSON.stringify` takes; lone surrogates survive
 */
function jsonText(value) {
    return `${JSON.stringify(value, undefined, 2)
        .replace(_printable__WEBPACK_IMPORTED_MODULE_0__/* .UNPRINTABLE */ .bX, (characters) => (characters === '\n' ? characters : escapeUnits(characters)))
        .replaceAll('::', ':\\u003a')
        .replaceAll('##[', '##\\u005b')}\n`;
}
function escapeUnits(characters) {
    return Array.from({ length: characters.length }, (_, index) => {
        return `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`;
    }).join('');
}


/***/ }),

/***/ 4961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  REPORT_VERSION: () => (/* binding */ REPORT_VERSION),
  reportJson: () => (/* binding */ reportJson)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/verdict.ts
var verdict = __webpack_require__(7167);
;// CONCATENATED MODULE: ./src/report/counts.ts
function countAll(payloads) {
    const severity = { error: 0, warning: 0, notice: 0 };
    const codes = new Map();
    for (const { findings } of payloads)
        for (const finding of findings) {
            severity[finding.severity]++;
            codes.set(finding.code, (codes.get(finding.code) ?? 0) + 1);
        }
    return {
        payloads: payloads.length,
        refusals: payloads.filter(({ error }) => error !== undefined).length,
        severity,
        code: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
}

// EXTERNAL MODULE: ./src/report/json-text.ts
var json_text = __webpack_require__(4216);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
;// CONCATENATED MODULE: ./src/report/json.ts






/** Of the report's form, `schemas/report-1.schema.json`. It rises when a reader of the old form would be misled. */
const REPORT_VERSION = 1;
/**
 * Everything that a run found out, for programs: `schemas/report-1.schema.json` describes it. No path of the machine is in it
 * but what users wrote themselves. Keys always come in the same order; what is not known is null, and what a finding does
 * not have is left out.
 *
 * @returns JSON with raw names, dates in ISO form (UTC), a newline at the end
 */
function reportJson(outcomes, { version, now, verdict }) {
    return (0,json_text/* jsonText */.s)({
        version: REPORT_VERSION,
        appsign: version,
        date: now.toISOString(),
        verdict,
        counts: countAll(outcomes),
        payloads: outcomes.map((outcome) => ((0,report/* isRefusal */.vu)(outcome) ? describeRefusal(outcome) : describeReport(outcome))),
    });
}
function describeRefusal({ name, error, findings }) {
    return {
        verdict: 'failed',
        name,
        error: { code: error.code, message: error.message },
        findings: findings.map(describeFinding),
    };
}
function describeReport(report) {
    return {
        verdict: (0,verdict/* verdictOf */.V)(report.findings),
        mode: report.mode,
        scope: report.scope,
        kind: report.kind,
        name: report.name,
        app: { id: report.appId, version: report.appVersion },
        server: report.server,
        format: report.format,
        formats: report.formats ?? null,
        signaturePath: report.signaturePath ?? null,
        chain: report.chain.map(({ subject, issuer, serial, notAfter }) => ({
            subject,
            issuer,
            serial,
            notAfter: notAfter.toISOString(),
        })),
        authority: report.authority ?? null,
        revocation: report.revocation ? describeRevocation(report.revocation) : null,
        package: report.package ? describePackage(report.package) : null,
        fileCount: report.fileCount,
        bytes: report.bytes,
        milliseconds: report.milliseconds ?? null,
        findings: report.findings.map(describeFinding),
    };
}
function describeRevocation({ state, list }) {
    if (!list)
        return { state, list: null };
    const { source, issuer, number, thisUpdate } = list;
    return { state, list: { source, issuer, number: number ?? null, thisUpdate: thisUpdate.toISOString() } };
}
/** The archive's own name: where it lies on this machine says nothing to whoever reads the report on another one. */
function describePackage({ path, sha256, size }) {
    return { name: (0,external_node_path_.basename)(path), sha256, size };
}
function describeFinding(finding) {
    const { code, severity, path, expected, current, message, hint, exception, unseenByValue } = finding;
    const category = (0,findings_finding/* serverCategory */.O)(finding);
    return { code, severity, category, path, expected, current, message, hint, exception, unseenByValue };
}


/***/ })

};

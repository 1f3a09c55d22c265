export const id = 384;
export const ids = [384,961];
export const modules = {

/***/ 8384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readReports: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/report/json.ts + 1 modules
var json = __webpack_require__(4961);
;// CONCATENATED MODULE: ./src/report/merge.ts




/** From the best to the worst. */
const VERDICTS = ['passed', 'passed-with-warnings', 'failed'];
const SEVERITIES = ['error', 'warning', 'notice'];
/**
 * One JSON report of the reports of several machines: their payloads in the given order, counted anew, under the worst of
 * their verdicts. Date and version of appsign are those of the latest.
 *
 * @param texts what `reportJson` or this function made
 * @throws AppsignError INPUT_INVALID when there is none, or naming the one that is no report of version 1
 */
function mergeReports(texts) {
    const reports = texts.map((text, index) => readReport(text, `report ${index + 1} of ${texts.length}`));
    const latest = reports.reduce((a, b) => (a && Date.parse(a.date) >= Date.parse(b.date) ? a : b), undefined);
    if (!latest)
        throw new AppsignError('INPUT_INVALID', 'There is no report to merge. Did the jobs before upload theirs?');
    const payloads = reports.flatMap((report) => report.payloads);
    return jsonText({
        version: REPORT_VERSION,
        appsign: latest.appsign,
        date: latest.date,
        verdict: worstOf([...reports, ...payloads].map(({ verdict }) => verdict)),
        counts: countAll(payloads),
        payloads,
    });
}
function worstOf(verdicts) {
    return VERDICTS.findLast((verdict) => verdicts.includes(verdict));
}
/**
 * Reads one JSON report.
 *
 * @param which how messages call it
 * @throws AppsignError INPUT_INVALID when it is no report of version 1
 */
function readReport(text, which) {
    const report = parse(text, which);
    if (!isObject(report))
        throw invalid(which, 'it is not a JSON object');
    if (report.version !== json.REPORT_VERSION)
        throw invalid(which, `its version is not ${json.REPORT_VERSION}, which is the only one that this appsign reads`);
    if (!isReport(report))
        throw invalid(which, INCOMPLETE);
    return report;
}
function parse(text, which) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw invalid(which, 'it is not JSON', error);
    }
}
/** Why a report is not merged that has the right form only at first sight. */
const INCOMPLETE = 'it is cut off, or something else than appsign wrote it';
/** The error that says why a report can not be merged. */
function invalid(which, what, cause) {
    // What the parser says quotes the text, and that may be anything, even a key.
    const remedy = 'Give the .json files that the input report wrote, unchanged.';
    return new errors/* AppsignError */.xE('INPUT_INVALID', `The ${which} can not be merged: ${what}. ${remedy}`, cause);
}
function isReport(report) {
    const { appsign, date, verdict, payloads } = report;
    const isNamed = typeof appsign === 'string' && typeof date === 'string' && !Number.isNaN(Date.parse(date));
    return isNamed && isOneOf(VERDICTS, verdict) && Array.isArray(payloads) && payloads.every(isPayload);
}
function isPayload(payload) {
    if (!isObject(payload) || !isOneOf(VERDICTS, payload.verdict))
        return false;
    return Array.isArray(payload.findings) && payload.findings.every(isFinding);
}
function isFinding(finding) {
    return isObject(finding) && typeof finding.code === 'string' && isOneOf(SEVERITIES, finding.severity);
}
/** Whether a JSON value is one of a few words. */
function isOneOf(words, value) {
    return typeof value === 'string' && words.includes(value);
}
/** Whether a JSON value has names and values. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/findings/titles.ts
var titles = __webpack_require__(6999);
// EXTERNAL MODULE: ./src/findings/verdict.ts
var verdict = __webpack_require__(7167);
;// CONCATENATED MODULE: ./src/report/whole.ts



/**
 * Whether what a JSON report says of a payload has all that `reportJson` writes (schemas/report-1.schema.json), in the right
 * types, and a verdict that follows from its findings.
 */
function isWhole(payload) {
    const fields = { ...payload };
    if (typeof fields.name !== 'string' || !payload.findings.every(whole_isFinding))
        return false;
    if (payload.error !== undefined)
        return payload.verdict === 'failed' && isObject(payload.error) && areTexts(payload.error, 'code', 'message');
    return payload.verdict === (0,verdict/* verdictOf */.V)(payload.findings) && whole_isReport(fields);
}
function whole_isReport(payload) {
    const { mode, scope, kind, server, format, formats, app, chain } = payload;
    const isNamed = isOneOf(['sign', 'verify', 'check'], mode) &&
        isOneOf(['app', 'server'], scope) &&
        isOneOf(['folder', 'archive'], kind) &&
        isOneOf(['nextcloud', 'owncloud'], server) &&
        isFormat(format) &&
        (formats === null || (Array.isArray(formats) && formats.every(isFormat)));
    return (isNamed &&
        isObject(app) &&
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
    return isObject(value) && areTexts(value, 'subject', 'issuer', 'serial') && isDate(value.notAfter);
}
function isRevocation(value) {
    if (!isObject(value) || !isOneOf(['good', 'revoked', 'unchecked', 'no-list', 'off'], value.state))
        return false;
    const { list } = value;
    if (list === null)
        return true;
    if (!isObject(list) || !areTexts(list, 'source', 'issuer') || !isDate(list.thisUpdate))
        return false;
    return list.number === null || typeof list.number === 'string';
}
function isPackage(value) {
    return isObject(value) && areTexts(value, 'name', 'sha256') && Number.isFinite(value.size);
}
function whole_isFinding(value) {
    const finding = value;
    const optional = [finding.path, finding.expected, finding.current, finding.hint, finding.exception];
    return (areTexts(finding, 'code', 'message') &&
        (0,titles/* isFindingCode */.d)(String(finding.code)) &&
        optional.every((text) => text === undefined || typeof text === 'string'));
}
function isFormat(value) {
    return isOneOf(['legacy', 'v2'], value);
}
function isDate(value) {
    return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
function areTexts(value, ...names) {
    return names.every((name) => typeof value[name] === 'string');
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
    const { payloads, verdict } = readReport(text, which);
    if (payloads.length === 0 || !payloads.every(isWhole))
        throw invalid(which, INCOMPLETE);
    const outcomes = payloads.map((payload) => payload.error === undefined
        ? readPayload(payload)
        : readRefusal(payload));
    // The verdict of the whole is made of the findings: it must not become better on the way.
    if ((0,report/* verdictOfAll */.O1)(outcomes) !== verdict)
        throw invalid(which, INCOMPLETE);
    return outcomes;
}
function readRefusal({ name, error, findings }) {
    return { name, root: name, error, findings };
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

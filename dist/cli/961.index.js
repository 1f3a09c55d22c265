export const id = 961;
export const ids = [961];
export const modules = {

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

export const id = 794;
export const ids = [794];
export const modules = {

/***/ 4216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ encodeJson)
/* harmony export */ });
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9073);

/**
 * JSON that may be shown as it is: the value stays what it was, but what could move a cursor, turn text round, or be a
 * command to the runner when the file is printed into a log (`##[` anywhere in a line, PLATFORM "log injection") is
 * escaped in JSON's own way.
 *
 * @param value anything that JSON has; strings may be untrusted, and hold lone surrogates
 * @returns UTF-8 text, two blanks a level, a line feed at its end
 */
function encodeJson(value) {
    // Line feeds part the lines; all else that is found here stands in strings, because JSON's own syntax has none of it.
    const text = JSON.stringify(value, undefined, 2)
        .replace(_printable__WEBPACK_IMPORTED_MODULE_0__/* .UNPRINTABLE */ .bX, (character) => (character === '\n' ? character : escapeUnits(character)))
        .replace(/(?<=##)\[|(?<=:):/g, escapeUnits);
    return `${text}\n`;
}
/** `\uXXXX` for each UTF-16 unit. */
function escapeUnits(character) {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}


/***/ }),

/***/ 2794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   REPORT_VERSION: () => (/* binding */ REPORT_VERSION),
/* harmony export */   encodeReport: () => (/* binding */ encodeReport),
/* harmony export */   reportJson: () => (/* binding */ reportJson)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4879);
/* harmony import */ var _findings_verdict__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7167);
/* harmony import */ var _json_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4216);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8850);





/** Of the form that `schemas/report-1.schema.json` describes; another form gets another number and another file. */
const REPORT_VERSION = 1;
/**
 * The report for programs (`schemas/report-1.schema.json`). What is not known is left out; keys always come in one order.
 * No path of the machine is in it, but names as the user gave them.
 *
 * @returns JSON with a line feed at its end; names are as they are, and untrusted
 */
function reportJson(outcomes, facts) {
    return encodeReport(outcomes.map((outcome) => ((0,_report__WEBPACK_IMPORTED_MODULE_1__/* .isRefusal */ .vu)(outcome) ? refusalOf(outcome) : payloadOf(outcome))), facts);
}
/** A report file of payloads that are in its form already. */
function encodeReport(payloads, { version, now, verdict }) {
    return (0,_json_text__WEBPACK_IMPORTED_MODULE_2__/* .encodeJson */ .P)({
        version: REPORT_VERSION,
        tool: { name: 'appsign', version },
        generatedAt: now.toISOString(),
        verdict,
        counts: {
            payloads: payloads.length,
            refused: payloads.filter(({ error }) => error !== undefined).length,
            ...countFindings(payloads.flatMap(({ findings }) => findings)),
        },
        payloads,
    });
}
function countFindings(findings) {
    const count = (wanted) => findings.filter(({ severity }) => severity === wanted).length;
    return { errors: count('error'), warnings: count('warning'), notices: count('notice') };
}
function refusalOf({ name, error, findings }) {
    return {
        name,
        verdict: 'failed',
        error: { code: error.code, message: error.message },
        findings: findings.map(findingOf),
    };
}
function payloadOf(report) {
    const { findings, package: written } = report;
    return {
        name: report.name,
        verdict: (0,_findings_verdict__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .V)(findings),
        mode: report.mode,
        scope: report.scope,
        kind: report.kind,
        app: { id: report.appId, version: report.appVersion },
        server: report.server,
        format: report.format,
        formats: report.formats,
        signaturePath: report.signaturePath,
        chain: report.chain.map(({ subject, issuer, serial, notAfter }) => ({
            subject,
            issuer,
            serial,
            notAfter: notAfter.toISOString(),
        })),
        authority: report.authority,
        revocation: report.revocation && revocationOf(report.revocation),
        package: written && { name: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(written.path), sha256: written.sha256, size: written.size },
        fileCount: report.fileCount,
        bytes: report.bytes,
        milliseconds: report.milliseconds,
        counts: countFindings(findings),
        findings: findings.map(findingOf),
    };
}
function revocationOf({ state, list }) {
    if (!list)
        return { state };
    const { source, issuer, number, thisUpdate } = list;
    return { state, list: { source, issuer, number, thisUpdate: thisUpdate.toISOString() } };
}
function findingOf(finding) {
    const { code, severity, path, expected, current, message, hint, exception, unseenByValue } = finding;
    const category = (0,_findings_finding__WEBPACK_IMPORTED_MODULE_4__/* .serverCategory */ .O)(finding);
    return { code, severity, category, path, expected, current, message, hint, exception, unseenByValue };
}


/***/ })

};

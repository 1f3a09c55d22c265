export const id = 285;
export const ids = [285];
export const modules = {

/***/ 4285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   errorMarkdown: () => (/* binding */ errorMarkdown),
/* harmony export */   summaryMarkdown: () => (/* binding */ summaryMarkdown)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4879);
/* harmony import */ var _findings_server__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5899);
/* harmony import */ var _findings_verdict__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7167);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9073);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8850);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5655);







/** Findings in the summary; the log has all of them. The runner takes 1 MiB a step (PLATFORM, "step summary"). */
const MAX_ROWS = 500;
/** Bytes of rows for one payload; a step may have several, and is allowed 1 MiB in all. */
const MAX_BYTES = 300 * 1024;
/** Characters of a name or message in the summary. */
const MAX_CELL = 500;
const ICONS = { passed: '✅', 'passed-with-warnings': '⚠️', failed: '❌' };
const SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/**
 * The step summary: verdict first, then what was looked at, then the findings.
 *
 * @returns Markdown in which no file name can break out of its cell
 */
function summaryMarkdown(outcomes, _options) {
    return outcomes
        .map((outcome) => ((0,_report__WEBPACK_IMPORTED_MODULE_3__/* .isRefusal */ .vu)(outcome) ? errorMarkdown(outcome.error.message) : oneMarkdown(outcome)))
        .join('\n');
}
function oneMarkdown(report) {
    const verdict = (0,_findings_verdict__WEBPACK_IMPORTED_MODULE_4__/* .verdictOf */ .V)(report.findings);
    const [leaf] = report.chain;
    const facts = [
        ['App', `${report.appId} ${report.appVersion}`],
        ['Server', `${_findings_server__WEBPACK_IMPORTED_MODULE_1__/* .SERVER_NAMES */ .Bo[report.server]}, ${report.format} format`],
        ['Files', String(report.fileCount)],
        ...(report.package ? [['Package', `${report.package.path}, SHA-256 ${report.package.sha256}`]] : []),
        ['Signed by', leaf ? leaf.subject : 'nobody that can be read'],
        ['Issued by', report.authority ?? 'nobody that is trusted here'],
        ['Revocation', (0,_text__WEBPACK_IMPORTED_MODULE_2__/* .revocationLine */ .bm)(report)],
    ];
    return [
        `### ${ICONS[verdict]} ${cell((0,_text__WEBPACK_IMPORTED_MODULE_2__/* .verdictLine */ .MT)(report))}`,
        '',
        '| | |',
        '|---|---|',
        ...facts.map(([name = '', value = '']) => `| ${name} | ${cell(value)} |`),
        '',
        ...chainRows(report),
        ...findingRows(report.findings),
        '',
    ].join('\n');
}
function chainRows(report) {
    if (report.chain.length === 0)
        return [];
    return [
        '| Certificate | Serial | Valid until |',
        '|---|---|---|',
        ...report.chain.map(({ subject, serial, notAfter }) => `| ${cell(subject)} | ${cell(serial)} | ${notAfter.toISOString().slice(0, 10)} |`),
        '',
    ];
}
function findingRows(findings) {
    if (findings.length === 0)
        return [];
    const all = findings.slice(0, MAX_ROWS).map((finding) => {
        const text = [finding.exception, finding.message, finding.hint].filter((part) => part !== undefined).join(' ');
        const path = finding.path === undefined ? '' : cell(finding.path);
        return `| ${SEVERITY_ICONS[finding.severity]} ${(0,_findings_finding__WEBPACK_IMPORTED_MODULE_5__/* .serverCategory */ .O)(finding)} | ${path} | ${cell(text)} |`;
    });
    const rows = fitting(all);
    const left = findings.length - rows.length;
    return [
        '| Finding | File | What it means |',
        '|---|---|---|',
        ...rows,
        ...(left > 0 ? ['', `${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(left, 'finding')} more: the log lists all of them.`] : []),
    ];
}
/** As many rows as there is room for: a summary that is too large is not shown at all. */
function fitting(rows) {
    let bytes = 0;
    const end = rows.findIndex((row) => {
        bytes += node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.byteLength(row) + 1;
        return bytes > MAX_BYTES;
    });
    return rows.slice(0, end < 0 ? rows.length : end);
}
/** The message of an error that stopped the run, for the summary. */
function errorMarkdown(message) {
    return `### ❌ ${cell(message)}\n`;
}
/** Text in a table's cell: everything that Markdown or HTML could obey is escaped, and nothing becomes a link. */
function cell(text) {
    const cut = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}… (${text.length} characters)` : text;
    return (0,_printable__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(cut)
        .replace(/[\\`*_{}[\]()#+!|<>&~$@]|:(?=\S)/g, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`);
}


/***/ })

};

export const id = 101;
export const ids = [101];
export const modules = {

/***/ 8101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resultDocument: () => (/* binding */ resultDocument)
/* harmony export */ });
/* harmony import */ var _findings_finding__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9073);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8850);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5655);




const INTRODUCTION = [
    'Technical information',
    '=====================',
    'The following list covers which files have failed the integrity check. Please read',
    'the previous linked documentation to learn more about the errors and how to fix',
    'them.',
    '',
    'Results',
    '=======',
];
/** What a server answers when it has no results. */
const NOTHING = 'No errors have been found.';
/** Our own, for when that would not be the whole truth. */
const NOTHING_HERE = 'Nothing that a server would report was found, but appsign has more to say: see its log.';
const SERVER_CODES = [..._findings_finding__WEBPACK_IMPORTED_MODULE_1__/* .EXCEPTION_CODES */ .H, 'INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE'];
/**
 * The servers' "list of invalid files": what an administrator sees, with what servers report and nothing else. The layout is
 * that of their own document, print_r with its blanks at line ends included; `/` stands in front of paths as in the manual.
 * What could not be looked at, and what only appsign says, has no place in it.
 *
 * @returns text without control characters but line feeds and the tabs that indent; no name can forge a line
 */
function resultDocument(outcomes) {
    const results = labelled(outcomes.flatMap((outcome) => ((0,_report__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .vu)(outcome) ? [] : [reportedByServer(outcome)])));
    if (results.length === 0)
        return isWholeTruth(outcomes) ? NOTHING : NOTHING_HERE;
    const lines = [...INTRODUCTION, ...results.flatMap(_text__WEBPACK_IMPORTED_MODULE_0__/* .resultLines */ .DW), '', 'Raw output', '=========='];
    const raw = results.map(({ appId, findings }) => [appId, arrayOf(findings)]);
    return `${lines.map(_printable__WEBPACK_IMPORTED_MODULE_3__/* .printableLine */ .oy).join('\n')}\n${printArray(raw, '')}`;
}
/** What a server would report: it stops at the first exception. */
function reportedByServer({ appId, name, findings }) {
    const known = findings.filter(({ code, severity }) => severity === 'error' && SERVER_CODES.includes(code));
    const exception = known.find((finding) => (0,_findings_finding__WEBPACK_IMPORTED_MODULE_1__/* .serverCategory */ .O)(finding) === 'EXCEPTION');
    return { appId, name, findings: exception ? [exception] : known };
}
/** Those with results. A server has each app once; here an app may be there twice, as a folder and in its archive. */
function labelled(all) {
    const results = all.filter(({ findings }) => findings.length > 0);
    return results.map((result) => {
        const isAlone = results.filter(({ appId }) => appId === result.appId).length === 1;
        return isAlone ? result : { ...result, appId: `${result.appId} (${result.name})` };
    });
}
function isWholeTruth(outcomes) {
    const findings = outcomes.flatMap((outcome) => outcome.findings);
    return outcomes.length > 0 && !outcomes.some(_report__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .vu) && !findings.some(({ severity }) => severity === 'error');
}
/** Category → path → hashes, or EXCEPTION → class and message. */
function arrayOf(findings) {
    return [...(0,_text__WEBPACK_IMPORTED_MODULE_0__/* .groupByCategory */ .lg)(findings)].map(([category, members]) => [
        category,
        members.flatMap((finding) => (category === 'EXCEPTION' ? exceptionOf(finding) : [fileOf(finding)])),
    ]);
}
function exceptionOf({ exception, message }) {
    return [
        ['class', _text__WEBPACK_IMPORTED_MODULE_0__/* .EXCEPTION_CLASS */ .Dh],
        ['message', exception ?? message],
    ];
}
function fileOf({ path = '', expected = '', current = '' }) {
    return [
        `/${path}`,
        [
            ['expected', expected],
            ['current', current],
        ],
    ];
}
/** print_r: eight blanks more for each level, and an empty line behind each array but the outermost. */
function printArray(array, indent) {
    const members = array.map(([key, value]) => {
        const text = typeof value === 'string' ? (0,_printable__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(value) : `${printArray(value, `${indent}        `)}`;
        return `${indent}    [${(0,_printable__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(key)}] => ${text}\n`;
    });
    return `Array\n${indent}(\n${members.join('')}${indent})\n`;
}


/***/ })

};

export const id = 816;
export const ids = [816];
export const modules = {

/***/ 6816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resultDocument: () => (/* binding */ resultDocument)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
;// CONCATENATED MODULE: ./src/report/print-r.ts
/** Blanks by which PHP indents what is in an array, and what is in an array in it. */
const INDENT = ' '.repeat(4);
/**
 * What PHP's `print_r` prints of an array: bytes as PHP has them, given that the strings are well-formed.
 *
 * @param array keys and values are printed as they are
 * @param indent of the array itself
 * @returns lines that end in a line break each, the last one too
 */
function printR(array, indent = '') {
    const entries = array.map(([key, value]) => {
        const printed = typeof value === 'string' ? value : printR(value, indent + INDENT + INDENT);
        return `${indent}${INDENT}[${key}] => ${printed}\n`;
    });
    return `Array\n${indent}(\n${entries.join('')}${indent})\n`;
}

// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __webpack_require__(9073);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/report/results.ts
var report_results = __webpack_require__(8940);
;// CONCATENATED MODULE: ./src/report/document.ts






const HEAD = `Technical information
=====================
The following list covers which files have failed the integrity check. Please read
the previous linked documentation to learn more about the errors and how to fix
them.

Results
=======
`;
const RAW = `
Raw output
==========
`;
const NO_ERRORS = 'No errors have been found.';
/**
 * The document that the servers call the list of invalid files (Nextcloud and ownCloud, `settings/integrity/failed`), so
 * that it can be laid beside what an administrator sees. It holds what a server would report and no more:
 *
 * - a server stops at the first exception, and compares no file then; the log (`resultLines`) has all of both.
 * - what only appsign finds, errors included, is not in it: the log and the other reports have that.
 * - where several payloads are the same app, all but the first have their names behind the id.
 * - what appsign could not look at is an exception of the class AppsignError, so that nobody takes it for good.
 *
 * A server prints names as they are. Here control characters and what a runner obeys are written as `printable` does, so
 * that no name can forge a line. Paths that a server which compares by value would not show are in it.
 *
 * @returns text as the servers send it: the sentence without errors has no newline at its end
 */
function resultDocument(outcomes) {
    const apps = new Set();
    const results = [];
    for (const outcome of outcomes) {
        const categories = (0,report/* isRefusal */.vu)(outcome) ? [refusalOf(outcome.error)] : categoriesOf(outcome.findings);
        if (categories.length > 0)
            results.push([(0,printable/* printable */.g$)(nameOf(outcome, apps)), categories]);
    }
    if (results.length === 0)
        return NO_ERRORS;
    const lines = results.flatMap(([app, categories]) => (0,report_results/* layoutResults */.P)(app, categories.map(entriesOf)));
    return `${HEAD}${lines.join('\n')}\n${RAW}${printR(results)}`;
}
function nameOf(outcome, apps) {
    if ((0,report/* isRefusal */.vu)(outcome))
        return outcome.name;
    if (apps.has(outcome.appId))
        return `${outcome.appId} (${outcome.name})`;
    apps.add(outcome.appId);
    return outcome.appId;
}
function refusalOf({ code, message }) {
    return exceptionOf('AppsignError', `${code}: ${message}`);
}
function exceptionOf(name, message) {
    const content = [
        ['class', name],
        ['message', (0,printable/* printable */.g$)(message)],
    ];
    return ['EXCEPTION', content];
}
function categoriesOf(findings) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const exception = errors.find((finding) => (0,findings_finding/* serverCategory */.O)(finding) === 'EXCEPTION');
    if (exception)
        return [exceptionOf(report_results/* EXCEPTION_CLASS */.D, exception.exception ?? exception.message)];
    const membersOf = (code) => errors.filter((finding) => finding.code === code);
    // A server goes through the signed paths in their order, and then through those that nobody signed.
    const signed = [membersOf('INVALID_HASH'), membersOf('FILE_MISSING')].sort(compareFirst);
    return [...signed, membersOf('EXTRA_FILE')].flatMap((members) => {
        const [first] = members;
        return first ? [[first.code, members.map(hashesOf)]] : [];
    });
}
function compareFirst([a], [b]) {
    return external_node_buffer_.Buffer.compare(external_node_buffer_.Buffer.from(a?.path ?? ''), external_node_buffer_.Buffer.from(b?.path ?? ''));
}
function hashesOf({ path = '', expected = '', current = '' }) {
    const hashes = [
        ['expected', (0,printable/* printable */.g$)(expected)],
        ['current', (0,printable/* printable */.g$)(current)],
    ];
    return [`/${(0,printable/* printable */.g$)(path)}`, hashes];
}
/** What stands in the list: the values of an exception, the keys of everything else. */
function entriesOf([category, content]) {
    return [category, content.map(([key, value]) => (typeof value === 'string' ? value : key))];
}


/***/ })

};

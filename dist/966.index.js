export const id = 966;
export const ids = [966];
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

/***/ 966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportSarif: () => (/* binding */ reportSarif)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/report/json-text.ts
var json_text = __webpack_require__(4216);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
;// CONCATENATED MODULE: ./src/report/rules.ts
/** What each code means, whatever the file or the app: one sentence each, shorter than the 1,024 characters that GitHub takes. */
const MEANINGS = {
    INVALID_HASH: 'A file is not as it was signed.',
    FILE_MISSING: 'A file is in the signature, but not in the app.',
    EXTRA_FILE: 'A file is in the app, but not in the signature.',
    MISSING_SIGNATURE: 'The app has no signature that servers can read.',
    BAD_CHAIN: 'The certificate is not one that the servers trust for this.',
    BAD_ALGORITHM: 'The signature is made in a way that the servers do not accept.',
    BAD_SIGNATURE: 'The signature does not belong to the hashes and the certificate.',
    CRL_UNAVAILABLE: 'Nobody can tell whether the certificate was revoked.',
    REVOKED: 'A certificate was revoked.',
    CN_MISMATCH: 'The certificate is for another app.',
    DANGLING_LINK: 'A link leads to nothing.',
    LINK_LEAVES_PAYLOAD: 'A link leads out of the app.',
    LINK_FOLLOWED: 'A link is signed with the content of the file that it leads to.',
    LINK_TO_FOLDER: 'Servers list nothing below a link to a folder, so nothing there is signed.',
    LINK_TO_SIGNATURE: 'A link leads to signature.json, which signing itself changes.',
    NOT_A_FILE: 'Something is neither a file nor a folder.',
    NAME_NOT_UTF8: 'A file name is not valid UTF-8.',
    NUMERIC_NAMES: 'A file name looks like a number, and servers on PHP before 8.2 sort it differently.',
    RECENT_EXCLUSION: 'A file is left out as recent servers do; older ones report it.',
    VCS_FOLDER: 'A folder of version control is left out.',
    LEFT_OUT: 'Files are left out by exclude or .nextcloudignore.',
    CERTIFICATE_EXPIRED: 'The certificate has expired.',
    CERTIFICATE_NOT_YET_VALID: 'The certificate is not valid yet.',
    CERTIFICATE_EXPIRES: 'The certificate expires soon.',
    NO_REVOCATION_LIST: 'Revocation was not checked: the authority has no list.',
    REVOCATION_LIST_BUNDLED: 'Revocation was checked against the list that comes with appsign.',
    REVOCATION_OFF: 'Revocation was not checked: it is off.',
    LEGACY_ACCEPTED_WARN: 'The certificate has expired, and only the legacy format still lets ownCloud accept it.',
    LEGACY_SUNSET: 'ownCloud 11 stops accepting the legacy format.',
    V2_LEAVES_OUT_10: 'ownCloud 10 does not read format v2.',
    SERVER_GUESSED: 'Nothing says whose rules to follow, so they were guessed.',
    CHAIN_NOT_USED: 'certificate-chain is not used: the legacy format carries one certificate.',
    ARCHIVE_TRAILING_BYTES: 'There are more entries behind the end of the archive.',
    PAX_HEADER: 'The archive has pax headers, which installers take for folders.',
    UNSAFE_NAME: 'A name in the archive is not safe to unpack.',
    DOT_PREFIX: 'Names in the archive begin with "./".',
    DUPLICATE_ENTRY: 'Something stands in the archive more than once.',
    NAMES_COLLIDE: 'Two names differ only in case or Unicode form.',
    HARD_LINK: 'The archive has a hard link.',
    SPARSE_FILE: 'A file is packed in a way that servers can not unpack.',
    TOP_FOLDER: 'The archive does not have exactly one top folder, named as the app.',
    VCS_SHIPPED: 'A folder of version control is in the app.',
    PRIVATE_KEY: 'A private key is in the app.',
    SIGNING_KEY: 'The key that signs the app is in the app.',
    MAC_METADATA: 'Metadata of macOS are in the app, and installers refuse them.',
    DEVELOPMENT_FILES: 'Files that are only for development are in the app.',
    SOURCE_MAP: 'A source map is larger than the code that it is for.',
    BUILD_SCRATCH: 'Files that are only for the build are in the app.',
    STORE_LIMIT: 'The Nextcloud App Store does not take this.',
    INPUT_INVALID: 'An input is wrong.',
    PAYLOAD_UNREADABLE: 'The app can not be read.',
    PAYLOAD_NOT_SIGNABLE: 'The app can not be signed as it is.',
    ARCHIVE_DAMAGED: 'The archive is damaged, or tools read it differently.',
    ARCHIVE_TOO_LARGE: 'The archive is too large.',
    ARTIFACT_MISSING: 'What was to be verified is not there.',
    PACKAGE_FAILED: 'The package could not be made.',
    APP_INFO_INVALID: 'appinfo/info.xml is missing or wrong.',
    KEY_MISSING: 'The private key did not arrive.',
    KEY_INVALID: 'The private key can not be used.',
    KEY_PASSPHRASE: 'The private key can not be decrypted.',
    CERTIFICATE_INVALID: 'The certificate can not be read.',
    CERTIFICATE_REFUSED: 'The certificate can not be used for this app.',
    KEY_MISMATCH: 'The private key does not belong to the certificate.',
    WRITE_FAILED: 'A file could not be written.',
    NOT_SIGNABLE: 'The app as it is can not be signed.',
    NOT_SIGNED: 'An app in the server is not signed, and need not be.',
    APP_FOLDER: 'The folder of an app is not called as the app.',
    SHIPPED_UNKNOWN: 'Whether the server ships an app can not be told.',
    SIGNER_CHANGED: 'The earlier release was signed for another app, by another authority, or at all.',
    KEY_CHANGED: 'The key is another one than that of the earlier release.',
    EARLIER_RELEASE_UNCHECKED: 'There was no earlier release to compare the signer with.',
    VERSION_MISMATCH: 'The version that was expected is not that of info.xml.',
    CERTIFICATE_UNAVAILABLE: 'No certificate was given, and none could be fetched.',
    RELEASE_FAILED: 'The release at GitHub could not be made, or is not as it has to be.',
    NOT_PUBLISHABLE: 'The App Store would refuse the app.',
    DOWNLOAD_UNAVAILABLE: 'The archive can not be downloaded from its public address.',
    DOWNLOAD_DIFFERS: 'The public address serves other bytes than were signed.',
    STORE_REFUSED: 'The App Store did not take the release.',
    STORE_UNREACHABLE: 'The App Store did not answer.',
    INTERNAL: 'appsign itself went wrong.',
};
/** A rule of SARIF, as far as GitHub asks for it. */
function ruleOf(code) {
    const text = MEANINGS[code];
    const help = `${text} What to do about it stands in the message of each result, and in appsign's README under ${code}.`;
    return { id: code, name: code, shortDescription: { text }, fullDescription: { text }, help: { text: help } };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __webpack_require__(9073);
;// CONCATENATED MODULE: ./src/report/sarif-result.ts



const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/** What is shown when a place is not in the repository: GitHub refuses the whole file for one result without a place. */
const FALLBACK = 'appinfo/info.xml';
/**
 * Every finding and every refusal as a result of SARIF, errors first. Messages are `printable`; names in `properties` are raw.
 *
 * @param locate finds where in the repository a result is shown
 */
function resultsOf(outcomes, locate) {
    const seen = new Map();
    const results = outcomes.flatMap((outcome) => [
        ...((0,report/* isRefusal */.vu)(outcome) ? [refusalResult(outcome, outcome.error, locate, seen)] : []),
        ...outcome.findings.map((finding) => findingResult(outcome, finding, locate, seen)),
    ]);
    const levels = Object.values(LEVELS);
    return results.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
function refusalResult(outcome, { code, message }, locate, seen) {
    return {
        ruleId: code,
        level: 'error',
        message: { text: messageText(message) },
        locations: [locationOf(locate(outcome))],
        partialFingerprints: fingerprintOf(code, outcome, '', seen),
        properties: { payload: outcome.name },
    };
}
function findingResult(outcome, finding, locate, seen) {
    const { code, severity, message, hint, path, expected, current, unseenByValue } = finding;
    return {
        ruleId: code,
        level: LEVELS[severity],
        message: { text: messageText(hint === undefined ? message : `${message} ${hint}`) },
        locations: [locationOf(locate(outcome, finding))],
        partialFingerprints: fingerprintOf(code, outcome, path ?? '', seen),
        properties: { payload: outcome.name, app: appOf(outcome), path, expected, current, unseenByValue },
    };
}
function appOf(outcome) {
    return (0,report/* isRefusal */.vu)(outcome) ? undefined : outcome.appId;
}
/** One line in which no name is a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function messageText(text) {
    return (0,printable/* printable */.g$)(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
function locationOf({ path, line }) {
    const uri = isRelative(path) ? encodePath(path) : FALLBACK;
    return {
        physicalLocation: {
            artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
            region: { startLine: uri === FALLBACK && path !== FALLBACK ? 1 : line },
        },
    };
}
/** Whether a path stays in the repository and names something there. */
function isRelative(path) {
    return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}
function encodePath(path) {
    return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
/**
 * What makes a result the same in the next run, wherever it is shown then: its code, the app and the path. GitHub looks at
 * this key only, and shows results that agree in it, in rule and in line as one; so equals are numbered.
 */
function fingerprintOf(code, outcome, path, seen) {
    const identity = JSON.stringify([code, appOf(outcome) ?? outcome.name, path]);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex');
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return { primaryLocationLineHash: `${hash}:${count}` };
}

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
;// CONCATENATED MODULE: ./src/report/sarif.ts







/** Results of one run that GitHub takes; it shows 5,000 of them (its document "SARIF support for code scanning"). */
const MAX_RESULTS = 25_000;
/** Bytes of a file in gzip that GitHub takes (the same document: 10 MB). */
const MAX_GZIP = 10_000_000;
/** Bytes of JSON. Our own: more takes memory only, for gzip makes a fifth of it at best where hashes are in it. */
const MAX_JSON = 64 * 1024 * 1024;
/** How far below the limit the next attempt aims, because results differ in length. */
const MARGIN = 0.9;
/** Where appsign is described. */
const INFORMATION = 'https://github.com/OWNER/appsign';
/**
 * SARIF 2.1.0 for GitHub's code scanning: a rule for each code that occurs, a result for each finding and each refusal. What
 * is more than GitHub takes is cut, notices first and errors last, and a notification says so.
 *
 * @param locate finds where in the repository a finding is shown
 * @returns JSON with a newline at the end
 */
function reportSarif(outcomes, facts, locate) {
    const results = resultsOf(outcomes, locate);
    const format = (count) => (0,json_text/* jsonText */.s)(logOf(outcomes, facts, results.slice(0, count), results.length));
    let count = countFitting(results);
    let text = format(count);
    for (let size = sizeOf(text); size > MAX_GZIP && count > 0; size = sizeOf(text)) {
        count = Math.floor(((count * MAX_GZIP) / size) * MARGIN);
        text = format(count);
    }
    return text;
}
/** How many results, from the first on, are within the limits on their number and on JSON. */
function countFitting(results) {
    let bytes = 0;
    const end = results.findIndex((result, index) => {
        bytes += external_node_buffer_.Buffer.byteLength((0,json_text/* jsonText */.s)(result));
        return index === MAX_RESULTS || bytes > MAX_JSON;
    });
    return end < 0 ? results.length : end;
}
/** Bytes in gzip; of a short text its own, which is never much less. */
function sizeOf(text) {
    const bytes = external_node_buffer_.Buffer.from(text);
    return bytes.length <= MAX_GZIP ? bytes.length : (0,external_node_zlib_.gzipSync)(bytes).length;
}
function logOf(outcomes, facts, results, found) {
    const codes = [...new Set(results.map(({ ruleId }) => ruleId))];
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: driverOf(facts, codes) },
                invocations: [
                    {
                        executionSuccessful: !outcomes.some(report/* isRefusal */.vu),
                        endTimeUtc: facts.now.toISOString(),
                        toolExecutionNotifications: cutNotifications(found, results.length),
                    },
                ],
                columnKind: 'utf16CodeUnits',
                properties: { verdict: facts.verdict },
                results: results.map(({ ruleId, ...result }) => ({ ruleId, ruleIndex: codes.indexOf(ruleId), ...result })),
            },
        ],
    };
}
function driverOf({ version }, codes) {
    return { name: 'appsign', version, semanticVersion: version, informationUri: INFORMATION, rules: codes.map(ruleOf) };
}
function cutNotifications(found, kept) {
    if (found === kept)
        return [];
    const text = `${(0,report_text/* plural */.LS)(found - kept, 'result')} of ${found} left out: GitHub takes ${MAX_RESULTS} and ${MAX_GZIP} bytes in gzip. The log and the report in JSON have all.`;
    return [{ level: 'warning', message: { text } }];
}


/***/ })

};

export const id = 463;
export const ids = [463];
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

/***/ 9463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_RESULTS: () => (/* binding */ MAX_RESULTS),
  reportSarif: () => (/* binding */ reportSarif)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/report/json-text.ts
var json_text = __webpack_require__(4216);
// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __webpack_require__(9073);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
;// CONCATENATED MODULE: ./src/report/rules.ts
/** What each code stands for, whatever the payload: one sentence of plain text. */
const MEANINGS = {
    INVALID_HASH: 'A file was changed after the app was signed.',
    FILE_MISSING: 'A file is in the signature, but not in the app.',
    EXTRA_FILE: 'A file is in the app, but not in the signature.',
    MISSING_SIGNATURE: 'The app is not signed, or its signature.json can not be read.',
    BAD_CHAIN: 'The certificate does not lead to an authority that servers trust.',
    BAD_ALGORITHM: 'The signature was made in a way that servers do not accept.',
    BAD_SIGNATURE: 'The signature does not fit what it was made for.',
    CRL_UNAVAILABLE: 'There is no valid revocation list to check the certificate against.',
    REVOKED: 'The certificate was revoked.',
    CN_MISMATCH: 'The certificate is for another app.',
    DANGLING_LINK: 'A link leads to a file that does not exist.',
    LINK_LEAVES_PAYLOAD: 'A link leads out of the app.',
    LINK_FOLLOWED: 'A link is signed with the content of the file that it leads to.',
    LINK_TO_FOLDER: 'A link leads to a folder, and servers list nothing below it.',
    LINK_TO_SIGNATURE: 'A link leads to signature.json, which signing itself changes.',
    NOT_A_FILE: 'Something in the app is neither a file nor a folder nor a link.',
    NAME_NOT_UTF8: 'The name of a file is not valid UTF-8.',
    NUMERIC_NAMES: 'The name of a file looks like a number, which older PHP sorts differently.',
    NOT_SIGNABLE: 'The app as it is can not be signed.',
    RECENT_EXCLUSION: 'A file is left out of the signature by recent servers only.',
    VCS_FOLDER: 'A folder of version control is in the app.',
    LEFT_OUT: 'Files are left out of the signature by what was asked for.',
    CERTIFICATE_EXPIRED: 'The certificate has expired.',
    CERTIFICATE_NOT_YET_VALID: 'The certificate is not valid yet.',
    CERTIFICATE_EXPIRES: 'The certificate expires soon.',
    NO_REVOCATION_LIST: 'The authority has no revocation list.',
    REVOCATION_LIST_BUNDLED: 'Revocation was checked against the list that comes with appsign.',
    REVOCATION_OFF: 'Revocation was not checked.',
    LEGACY_ACCEPTED_WARN: 'ownCloud accepts the certificate only because the signature is in the legacy format.',
    LEGACY_SUNSET: 'ownCloud 11 stops accepting legacy signatures.',
    V2_LEAVES_OUT_10: 'ownCloud 10 does not read format v2.',
    SERVER_GUESSED: 'Nothing says for which server the app is.',
    CHAIN_NOT_USED: 'The format has no place for the intermediate certificates that were given.',
    ARCHIVE_TRAILING_BYTES: 'There is more behind the end of the archive.',
    PAX_HEADER: 'The archive has pax headers, which installers may take for further folders.',
    UNSAFE_NAME: 'A name in the archive is not safe to unpack.',
    DOT_PREFIX: 'Names in the archive begin with "./".',
    DUPLICATE_ENTRY: 'A name is in the archive more than once.',
    NAMES_COLLIDE: 'Two names differ only in case or Unicode form.',
    HARD_LINK: 'A hard link is in the archive.',
    SPARSE_FILE: 'A file is packed in a way that servers can not unpack.',
    TOP_FOLDER: "The archive does not hold one folder with the app's name.",
    VCS_SHIPPED: 'A folder of version control is shipped.',
    PRIVATE_KEY: 'A private key is shipped.',
    SIGNING_KEY: 'The key that signs the app is shipped.',
    MAC_METADATA: 'Metadata of macOS is shipped.',
    DEVELOPMENT_FILES: 'What is for development only is shipped.',
    SOURCE_MAP: 'A source map is larger than the code that it is for.',
    BUILD_SCRATCH: 'What the build needs, and not the app, is shipped.',
    STORE_LIMIT: 'The App Store does not take the app as it is.',
    INPUT_INVALID: 'An input is wrong.',
    PAYLOAD_UNREADABLE: 'The app can not be read.',
    PAYLOAD_NOT_SIGNABLE: 'The app was not signed.',
    ARCHIVE_DAMAGED: 'The archive is damaged, or programs read it differently.',
    ARCHIVE_TOO_LARGE: 'The archive is larger than what is looked at.',
    ARTIFACT_MISSING: 'There is nothing at the path that was given.',
    PACKAGE_FAILED: 'The package was not written.',
    APP_INFO_INVALID: 'appinfo/info.xml is missing or wrong.',
    KEY_MISSING: 'There is no private key.',
    KEY_INVALID: 'The private key can not be used.',
    KEY_PASSPHRASE: 'The private key is encrypted, and could not be decrypted.',
    CERTIFICATE_INVALID: 'A certificate can not be read.',
    CERTIFICATE_REFUSED: 'The certificate can not be used for this app.',
    KEY_MISMATCH: 'The private key is not that of the certificate.',
    WRITE_FAILED: 'A file could not be written.',
    INTERNAL: 'appsign failed in a way that it should not.',
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
};

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
;// CONCATENATED MODULE: ./src/report/sarif.ts






/** Results in one run: GitHub refuses a file with more (docs.github.com, "SARIF support for code scanning"). */
const MAX_RESULTS = 25_000;
/** The name under which GitHub looks for what makes two results the same; it hashes the line itself where it is missing. */
const FINGERPRINT = 'primaryLocationLineHash';
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
const SEVERITIES = ['error', 'warning', 'notice'];
/**
 * The report for code scanning: SARIF 2.1.0, one result for each finding and for each payload that could not be looked at.
 * Of more than GitHub takes, the worst are kept, and a notification says how many are missing.
 *
 * @param locate finds the place in the repository
 * @returns JSON with a line feed at its end
 */
function reportSarif(outcomes, { version, now }, locate) {
    const all = outcomes.flatMap((outcome) => resultsOf(outcome, locate));
    const kept = chooseResults(all);
    const codes = [...new Set(kept.map(({ code }) => code))];
    const indexes = new Map(codes.map((code, index) => [code, index]));
    return (0,json_text/* encodeJson */.P)({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'appsign',
                        version,
                        semanticVersion: version,
                        informationUri: 'https://github.com/OWNER/appsign',
                        rules: codes.map((code) => ruleOf(code, kept)),
                    },
                },
                invocations: [
                    {
                        executionSuccessful: !outcomes.some(report/* isRefusal */.vu),
                        endTimeUtc: now.toISOString(),
                        toolExecutionNotifications: notify(all.length - kept.length),
                    },
                ],
                columnKind: 'utf16CodeUnits',
                results: kept.map((result) => encodeResult(result, indexes)),
            },
        ],
    });
}
function resultsOf(outcome, locate) {
    const payload = outcome.name;
    const app = (0,report/* isRefusal */.vu)(outcome) ? outcome.name : outcome.appId;
    const results = outcome.findings.map((finding) => {
        const { code, severity, exception, message, hint } = finding;
        const text = [exception, message, hint].filter((part) => part !== undefined).join(' ');
        return { code, severity, text, place: locate(outcome, finding), app, payload, finding };
    });
    if (!(0,report/* isRefusal */.vu)(outcome))
        return results;
    const { code, message } = outcome.error;
    return [{ code, severity: 'error', text: message, place: locate(outcome), app, payload }, ...results];
}
/** As many as GitHub takes, errors first where it takes not all. */
function chooseResults(all) {
    if (all.length <= MAX_RESULTS)
        return all;
    return SEVERITIES.flatMap((wanted) => all.filter(({ severity }) => severity === wanted)).slice(0, MAX_RESULTS);
}
function notify(left) {
    if (left === 0)
        return [];
    const text = `${(0,report_text/* plural */.LS)(left, 'result')} more left out: code scanning takes ${MAX_RESULTS} a run. The reports in other forms have all.`;
    return [{ level: 'warning', message: { text } }];
}
function ruleOf(code, results) {
    const text = MEANINGS[code];
    const worst = SEVERITIES.find((wanted) => results.some((one) => one.code === code && one.severity === wanted));
    return {
        id: code,
        shortDescription: { text },
        fullDescription: { text },
        help: { text: `Each result says what to do. README.md of appsign explains ${code}.` },
        defaultConfiguration: { level: LEVELS[worst ?? 'error'] },
    };
}
function encodeResult({ code, severity, text, place, app, payload, finding }, indexes) {
    return {
        ruleId: code,
        ruleIndex: indexes.get(code),
        level: LEVELS[severity],
        message: { text: plainText(text) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: encodePath(place.path), uriBaseId: '%SRCROOT%' },
                    region: { startLine: place.line },
                },
            },
        ],
        partialFingerprints: { [FINGERPRINT]: fingerprintOf([code, app, finding?.path ?? '']) },
        properties: { app, payload, path: finding?.path, expected: finding?.expected, current: finding?.current },
    };
}
/** Text in which no name can make a link: SARIF takes `[words](address)` for one. */
function plainText(text) {
    return (0,printable/* printable */.g$)(text).replaceAll('](', ']\\u{28}');
}
/** A relative reference. What is not UTF-16 becomes U+FFFD, and what leads out of the repository is cut off. */
function encodePath(path) {
    const parts = path.split('/').filter((part) => !['', '.', '..'].includes(part));
    return parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/') || '.';
}
/** The same for the same problem in every run, wherever it is shown; parts can not run into each other. */
function fingerprintOf(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}


/***/ })

};

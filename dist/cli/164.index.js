export const id = 164;
export const ids = [164];
export const modules = {

/***/ 7559:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ makeKeyring),
/* harmony export */   t: () => (/* binding */ certificateOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6927);
/* harmony import */ var _net_clock__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2881);
/* harmony import */ var _pki_fetch_certificate__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9418);
/* harmony import */ var _pki_key__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(255);
/* harmony import */ var _pki_source__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(707);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1836);
/* harmony import */ var _input_values__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7233);









/**
 * The keys and certificates of a run: one for all, or one for each app by its id. `private-key` may be a JSON object of
 * app id → PEM; `certificate` may be such an object, or a folder that holds `<id>.crt`. Without a certificate, the one that
 * Nextcloud publishes for the app is fetched.
 *
 * @throws AppsignError KEY_INVALID, KEY_PASSPHRASE for the one key of all
 */
function makeKeyring(inputs, { workspace, env, mask }) {
    const keys = (0,_input_values__WEBPACK_IMPORTED_MODULE_8__/* .readMap */ .l8)('private-key', inputs.privateKey);
    const read = (text) => {
        const key = (0,_pki_key__WEBPACK_IMPORTED_MODULE_5__/* .parsePrivateKey */ .QW)(text, inputs.privateKeyPassphrase);
        // What the text itself holds is masked since the run began.
        mask((0,_pki_key__WEBPACK_IMPORTED_MODULE_5__/* .maskedForms */ .$e)('', key));
        return key;
    };
    // A key that can not be read is said before anything else.
    const only = keys ? undefined : read(inputs.privateKey);
    return async (info) => {
        const key = only ?? read(ofApp(keys ?? new Map(), info.id, 'private-key'));
        const chain = inputs.certificateChain && (0,_pki_source__WEBPACK_IMPORTED_MODULE_6__/* .loadCertificates */ .v)(inputs.certificateChain, 'certificate-chain', workspace);
        const value = certificateOf(inputs.certificate, info.id, workspace);
        if (value === undefined)
            return { key, ...(await fetchLeaf(info, inputs, env)), intermediates: chain || [] };
        const [leaf, ...rest] = (0,_pki_source__WEBPACK_IMPORTED_MODULE_6__/* .loadCertificates */ .v)(value, 'certificate', workspace);
        // loadCertificates returns at least one, or throws.
        return { key, leaf: leaf, intermediates: chain || rest };
    };
}
/**
 * What the input certificate means for one app.
 *
 * @returns PEM text or a path; undefined when the input is empty
 * @throws AppsignError CERTIFICATE_INVALID
 */
function certificateOf(value, id, workspace) {
    if (value === undefined)
        return undefined;
    const map = (0,_input_values__WEBPACK_IMPORTED_MODULE_8__/* .readMap */ .l8)('certificate', value);
    if (map)
        return ofApp(map, id, 'certificate');
    const folder = value.includes('\n') ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, value);
    if (!folder || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return value;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${id}.crt`);
    if (/^[\w.-]+$/.test(id) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return file;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('CERTIFICATE_INVALID', `certificate "${value}" is a folder, and there is no "${id}.crt" in it. Put the certificate of the app there under that name.`);
}
function ofApp(map, id, input) {
    const value = map.get(id);
    if (value)
        return value;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE(input === 'private-key' ? 'KEY_MISSING' : 'CERTIFICATE_INVALID', `${input} has nothing for the app "${id}": it is a JSON object of app ids, and names ${map.size} others. Add "${id}" to it.`);
}
async function fetchLeaf(info, { server, format }, env) {
    if ((server ?? (0,_server__WEBPACK_IMPORTED_MODULE_7__/* .onlyServer */ .Y)(info)) === 'owncloud' || format === 'v2')
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('INPUT_INVALID', 'certificate is empty, and only Nextcloud publishes the certificates of apps. Pass the certificate that ownCloud issued for the app: the path of the .crt file, or its text. It is no secret.');
    const { fetchCertificate } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9418));
    const base = env.APPSIGN_NEXTCLOUD_CERTIFICATES_URL || _pki_fetch_certificate__WEBPACK_IMPORTED_MODULE_4__/* .CERTIFICATES_ADDRESS */ .o;
    const { leaf, address } = await fetchCertificate(info.id, base, _net_clock__WEBPACK_IMPORTED_MODULE_3__/* .CLOCK */ .Z.pause);
    return { leaf, fetchedFrom: address };
}


/***/ }),

/***/ 3800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ makeV2Envelope)
});

// EXTERNAL MODULE: ./src/manifest/byte-order.ts
var byte_order = __webpack_require__(7602);
;// CONCATENATED MODULE: ./src/manifest/canonical-json.ts
const PLAIN = /^[^"\\\x00-\x1f]*$/;
const SPECIAL = /["\\\x00-\x1f]/g;
const SHORT = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\f': '\\f',
    '\r': '\\r',
};
/** Members that are put together before they are handed on. */
const PER_PIECE = 256;
/**
 * M, the signed bytes of format v2 (SPEC 4): compact JSON, names by their UTF-8 bytes, only `"`, `\` and control
 * characters escaped.
 *
 * @param paths in the order of their bytes (`sortByBytes`)
 * @param hashes of these paths: SHA-512 in hex
 * @yields M in pieces, to be written in UTF-8; these very bytes are signed and written
 */
function* encodeCanonicalJson(paths, hashes) {
    yield '{';
    for (let from = 0; from < paths.length; from += PER_PIECE) {
        const members = paths.slice(from, from + PER_PIECE).map((path) => `${quote(path)}:${quote(hashes.get(path) ?? '')}`);
        yield (from > 0 ? ',' : '') + members.join(',');
    }
    yield '}';
}
function quote(text) {
    if (PLAIN.test(text))
        return `"${text}"`;
    const escaped = text.replace(SPECIAL, (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `"${escaped}"`;
}

// EXTERNAL MODULE: ./src/pki/pem.ts
var pem = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/envelope/scheme.ts
var scheme = __webpack_require__(485);
;// CONCATENATED MODULE: ./src/envelope/v2.ts




/**
 * A signature.json in format v2 for a manifest (SPEC 4). What is signed and what is written come from one place.
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @param key EC P-384, or RSA with 2048 or 4096 bits
 * @param leaf its certificate
 * @param intermediates between leaf and root, the leaf's issuer first
 * @returns the text in pieces, no newline at the end; a server's is too long to have it in one
 * @throws AppsignError KEY_INVALID for a key of another kind
 */
function makeV2Envelope(hashes, key, leaf, intermediates) {
    const paths = (0,byte_order/* sortByBytes */.n)(hashes.keys());
    const algorithm = (0,scheme/* assertV2Key */.cq)(key);
    const signature = (0,scheme/* signV2 */.K4)(encodeCanonicalJson(paths, hashes), key).toString('base64');
    const certificates = { leaf: pemOf(leaf), chain: intermediates.map(pemOf) };
    return layOut(paths, hashes, algorithm, signature, JSON.stringify(certificates));
}
function* layOut(paths, hashes, algorithm, signature, certificates) {
    yield `{"v":2,"alg":"${algorithm}","hashes":`;
    yield* encodeCanonicalJson(paths, hashes);
    yield `,"signature":"${signature}","certificates":${certificates}}`;
}
/** LF line ends, one at the end too (SPEC 4). */
function pemOf(certificate) {
    return `${(0,pem/* formatPem */.uy)({ label: 'CERTIFICATE', headers: [], base64: certificate.der.toString('base64') })}\n`;
}


/***/ }),

/***/ 1538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ whatIsLeftOut)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/payload/ignore.ts
/** The app's own list of what is not to be shipped, relative to its root; the syntax is that of .gitignore. */
const IGNORE_FILE = '.nextcloudignore';
/** Bytes. */
const MAX_IGNORE_SIZE = 256 * 1024;
/**
 * What the user does not want to ship: `.nextcloudignore`, and the input `exclude` on top of it.
 *
 * @param exclude lines in the syntax of .gitignore
 */
async function readIgnored(payload, exclude) {
    const file = payload.read(IGNORE_FILE, MAX_IGNORE_SIZE);
    const rules = [typeof file === 'object' ? file.toString() : '', exclude ?? ''].join('\n');
    if (rules.trim() === '')
        return () => false;
    const { default: ignore } = await __webpack_require__.e(/* import() */ 298).then(__webpack_require__.t.bind(__webpack_require__, 298, 23));
    const matcher = ignore({ ignorecase: false, allowRelativePaths: false }).add(rules);
    return (path) => matcher.ignores(path);
}

;// CONCATENATED MODULE: ./src/left-out.ts



/**
 * What is not signed because it does not ship: what the user says, and what the run itself writes, which may lie in the
 * app's folder from an earlier one and is no part of the app.
 *
 * @param exclude lines in the syntax of .gitignore, on top of .nextcloudignore
 * @param written absolute paths of the package and the reports
 */
async function whatIsLeftOut(payload, exclude, written) {
    const ignored = await readIgnored(payload, exclude);
    const own = new Set(written.map((path) => (0,external_node_path_.relative)(payload.root, realPath(path)).split(external_node_path_.sep).join('/')));
    return (path) => own.has(path) || ignored(path);
}
/** A path without links on its way, as far as it exists. */
function realPath(path) {
    const folder = (0,external_node_path_.dirname)(path);
    if (folder === path)
        return path;
    try {
        return (0,external_node_path_.join)(external_node_fs_.realpathSync.native(folder), (0,external_node_path_.basename)(path));
    }
    catch {
        return (0,external_node_path_.join)(realPath(folder), (0,external_node_path_.basename)(path));
    }
}


/***/ }),

/***/ 2881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CLOCK)
/* harmony export */ });
/** The real time. */
const CLOCK = {
    now: Date.now,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};


/***/ }),

/***/ 9418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchCertificate: () => (/* binding */ fetchCertificate),
/* harmony export */   o: () => (/* binding */ CERTIFICATES_ADDRESS)
/* harmony export */ });
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6927);
/* harmony import */ var _net_address__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6447);
/* harmony import */ var _net_fetch_bytes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);
/* harmony import */ var _net_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _certificate__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4839);
/* harmony import */ var _identity__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9304);






/** Where Nextcloud publishes the certificate of each app, as `<id>/<id>.crt` (SPEC 5): a setting, because addresses change. */
const CERTIFICATES_ADDRESS = 'https://raw.githubusercontent.com/nextcloud/app-certificate-requests/master';
/** The largest certificate today has 2 KB. Nothing can be signed without it, so it is asked for three times. */
const LIMITS = { size: 64 * 1024, timeout: 10_000, pauses: [1_000, 4_000] };
/** What can be the name of a folder there, and of nothing outside it; the store is stricter (SPEC 6). */
const PUBLISHED_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
/**
 * Fetches an app's certificate from Nextcloud's public list. Whether it belongs to the key, and who issued it, is for
 * `acceptCredentials` to say: the list is not trusted for anything.
 *
 * @param appId the `<id>` of info.xml, untrusted
 * @param base https address of the list, without a slash at its end
 * @throws AppsignError CERTIFICATE_UNAVAILABLE, saying what came instead
 */
async function fetchCertificate(appId, base, pause) {
    if (!PUBLISHED_ID.test(appId))
        throw fail(`appinfo/info.xml says that the app is "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(appId)}", and no app of that name can have a certificate in Nextcloud's public list. Correct <id>, or pass certificate.`);
    const url = `${base.replace(/\/+$/, '')}/${appId}/${appId}.crt`;
    const address = (0,_net_address__WEBPACK_IMPORTED_MODULE_4__/* .shownAddress */ .U)(url);
    try {
        const text = (await (0,_net_fetch_bytes__WEBPACK_IMPORTED_MODULE_1__/* .fetchBytes */ .c)(url, LIMITS, pause)).toString('latin1');
        return { leaf: readOnly(text, appId, address), address };
    }
    catch (error) {
        if (error instanceof _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE)
            throw error;
        if (error instanceof _net_retry__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P && error.status === 404)
            throw fail(`certificate is empty, and Nextcloud has not published one for the app "${appId}": there is nothing at ${address}. Request one (https://github.com/nextcloud/app-certificate-requests), or pass certificate.`);
        throw fail(`certificate is empty, and the one that Nextcloud published for the app "${appId}" could not be fetched: ${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)}. Run this again later, or pass certificate.`, error);
    }
}
/** The one certificate of a text, for this app. */
function readOnly(text, appId, address) {
    const unfit = (why, cause) => fail(`certificate is empty, and what was fetched from ${address} can not take its place: ${why}. Pass certificate.`, cause);
    if (text.trim() === '')
        throw unfit('it is empty');
    if (/<(?:!doctype|html|head|body)\b/i.test(text))
        throw unfit('it is an HTML page');
    const certificates = parsed(text, (cause) => unfit('it is no certificate in PEM form', cause));
    const [leaf] = certificates;
    if (certificates.length !== 1 || !leaf)
        throw unfit(`it holds ${certificates.length} certificates instead of one`);
    if ((0,_identity__WEBPACK_IMPORTED_MODULE_5__/* .commonNameOf */ .KJ)(leaf) !== appId)
        throw unfit(`it is for "${leaf.subject.commonNames.join('", "')}", not for "${appId}"`);
    return leaf;
}
/** What `parseCertificates` advises is for somebody who can mend the text. */
function parsed(text, unfit) {
    try {
        return (0,_certificate__WEBPACK_IMPORTED_MODULE_3__/* .parseCertificates */ .WW)(text, 'certificate');
    }
    catch (error) {
        throw unfit(error);
    }
}
function fail(message, cause) {
    return new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('CERTIFICATE_UNAVAILABLE', message, cause);
}


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ judgeCertificate)
});

// EXTERNAL MODULE: ./src/pki/chain.ts
var pki_chain = __webpack_require__(5637);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
;// CONCATENATED MODULE: ./src/pki/chain-input.ts

/**
 * Makes sure that certificate-chain holds the chain and nothing else: the issuer of the leaf first, then that one's, up to
 * the root, which may be left out. The leaf itself may stand in front.
 *
 * @param given what the input holds
 * @param chain what was found
 * @throws AppsignError CERTIFICATE_INVALID
 */
function assertChainInput(given, chain) {
    const path = [chain.leaf, ...chain.issuers];
    const places = given.map((certificate) => path.findIndex((other) => other.der.equals(certificate.der)));
    const unrelated = given[places.indexOf(-1)];
    if (unrelated)
        throw new errors/* AppsignError */.xE('CERTIFICATE_INVALID', `certificate-chain holds "${unrelated.subject.text}", which is no part of the chain of certificate. Leave it out: only the issuer of the certificate, and the root, belong there.`);
    if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1)))
        throw new errors/* AppsignError */.xE('CERTIFICATE_INVALID', 'certificate-chain is in the wrong order. The issuer of the certificate comes first, then the root, which may be left out.');
}

// EXTERNAL MODULE: ./src/pki/identity.ts
var identity = __webpack_require__(9304);
// EXTERNAL MODULE: ./src/pki/leaf-profile.ts
var leaf_profile = __webpack_require__(8726);
// EXTERNAL MODULE: ./src/pki/revocation-check.ts + 1 modules
var revocation_check = __webpack_require__(1337);
// EXTERNAL MODULE: ./src/pki/trust.ts
var pki_trust = __webpack_require__(9818);
// EXTERNAL MODULE: ./src/pki/validity.ts
var pki_validity = __webpack_require__(9540);
;// CONCATENATED MODULE: ./src/pki/judge.ts







/**
 * Asks of a certificate what servers and the store will ask; it is no secret, and its key is not needed.
 *
 * @param appId the `<id>` of info.xml, or `core` for a server
 * @throws AppsignError CERTIFICATE_INVALID for certificate-chain
 */
async function judgeCertificate(leaf, intermediates, appId, format, trust) {
    const chain = (0,pki_chain/* findChain */.r_)(leaf, (0,pki_trust/* authoritiesOf */.nW)(trust), format === 'v2' ? intermediates : []);
    if (chain && format === 'v2')
        assertChainInput(intermediates, chain);
    const revocation = chain && (await (0,revocation_check/* checkRevocation */.z)(chain, trust.revocation));
    const revoked = chain && revocation ? (0,pki_trust/* revocationFindings */.vk)(revocation, chain.authority) : [];
    const problems = [
        scopeProblem(leaf, appId, format),
        format === 'v2' ? profileProblem(leaf) : undefined,
        chain ? undefined : chainProblem(leaf, intermediates, format, trust),
        ...datesProblems(chain && format === 'v2' ? [leaf, ...chain.issuers] : [leaf], trust.now),
        ...revoked.filter(({ severity }) => severity === 'error').map(problemOf),
    ];
    const unused = format === 'legacy' && intermediates.length > 0 ? CHAIN_NOT_USED : undefined;
    const expires = (0,pki_validity/* validityOf */.Gv)(leaf, trust.now) === 'valid' ? (0,pki_validity/* expiryWarning */.iD)(leaf, trust.now, trust.expiryWarningDays) : undefined;
    return {
        chain,
        revocation,
        problems: problems.filter((problem) => problem !== undefined),
        findings: [...revoked.filter(({ severity }) => severity !== 'error'), unused, expires].filter((one) => one !== undefined),
    };
}
const CHAIN_NOT_USED = {
    code: 'CHAIN_NOT_USED',
    severity: 'notice',
    message: 'certificate-chain is not used: the legacy format carries the certificate of the app alone.',
};
/** The id itself in the legacy format; its folded form, which must look like an id, in format v2 (SPEC 4). */
function scopeProblem(leaf, appId, format) {
    const problem = format === 'v2' ? (0,identity/* v2IdentityProblem */.G7)(appId, leaf) : undefined;
    if (format === 'v2' ? !problem : (0,identity/* commonNameOf */.KJ)(leaf) === appId)
        return undefined;
    const named = leaf.subject.commonNames.join('", "');
    const reason = problem ? ` (${problem})` : '';
    if (appId === identity/* CORE */.M2)
        return refused('CN_MISMATCH', `it is for "${named}", and a server is signed as "${identity/* CORE */.M2}". Use the certificate that the vendor issued for its server.`);
    return {
        code: 'CN_MISMATCH',
        why: `is for "${named}", and appinfo/info.xml says that the app is "${appId}"${reason}. Use the certificate of "${appId}", or correct <id>.`,
    };
}
function profileProblem(leaf) {
    const problem = (0,leaf_profile/* leafProfileProblem */.$)(leaf);
    return problem
        ? refused('BAD_CHAIN', `it ${problem}. Use the certificate that ownCloud issued for this app.`)
        : undefined;
}
function chainProblem(leaf, intermediates, format, trust) {
    if (format === 'legacy' && (0,pki_chain/* findChain */.r_)(leaf, (0,pki_trust/* authoritiesOf */.nW)(trust), intermediates))
        return refused('BAD_CHAIN', 'an intermediate issued it, and the legacy format has no place for that one. Set format: v2.');
    return problemOf((0,pki_trust/* unknownIssuer */.Uq)(leaf, trust.server));
}
/** Servers let some of these pass; a release that was signed with one could never be uploaded. */
function datesProblems(certificates, now) {
    const problems = certificates.map((certificate, index) => {
        const name = index === 0 ? 'it' : `its issuer "${certificate.subject.text}"`;
        const validity = (0,pki_validity/* validityOf */.Gv)(certificate, now);
        if (validity === 'valid')
            return undefined;
        return validity === 'expired'
            ? refused('CERTIFICATE_EXPIRED', `${name} expired on ${(0,pki_validity/* formatDate */.Yq)(certificate.notAfter)}. Request a new certificate from the vendor with a new CSR.`)
            : refused('CERTIFICATE_NOT_YET_VALID', `${name} is valid only from ${(0,pki_validity/* formatDate */.Yq)(certificate.notBefore)}. Wait until then, and check the clock of this machine.`);
    });
    return problems.filter((problem) => problem !== undefined);
}
function problemOf({ code, message, hint = '' }) {
    return refused(code, `${message} ${hint}`.trim());
}
function refused(code, why) {
    return { code, why: `can not be used: ${why}` };
}


/***/ }),

/***/ 255:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskedForms),
/* harmony export */   QW: () => (/* binding */ parsePrivateKey),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6927);
/* harmony import */ var _pem__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2166);




const REMEDY = 'Put the whole content of the .key file, from -----BEGIN to -----END, into the secret.';
/**
 * Reads a private key from what a secret holds.
 *
 * @param secret PKCS#8, PKCS#1 or SEC1 as PEM, encrypted or not, in any of the shapes that `unwrapPem` knows
 * @param passphrase for an encrypted key
 * @returns the key; whether its kind fits is for the signature scheme to say
 * @throws AppsignError KEY_INVALID or KEY_PASSPHRASE; no message holds a word of the key
 */
function parsePrivateKey(secret, passphrase) {
    const block = privateKeyBlock(secret);
    const encrypted = isEncrypted(block);
    if (encrypted && !passphrase) {
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_PASSPHRASE', 'private-key is encrypted and private-key-passphrase is empty. Pass the passphrase from a secret of its own, or store the key without one (openssl pkey -in app.key -out plain.key).');
    }
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPrivateKey)({ key: (0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .formatPem */ .uy)(block), format: 'pem', ...(encrypted ? { passphrase } : {}) });
    }
    catch (error) {
        if (!encrypted)
            throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_INVALID', `private-key is damaged or cut off: its content is no key. ${REMEDY}`, error);
        // Without the name of a library it is what a wrong passphrase decrypts to that OpenSSL can not read as a key.
        if (/^ERR_OSSL_.+_UNSUPPORTED/.test(String(error.code)))
            throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_INVALID', 'private-key is encrypted with a cipher that is no longer supported. Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in app.key -out new.key', error);
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_PASSPHRASE', 'private-key can not be decrypted: private-key-passphrase is wrong, or the key is damaged.', error);
    }
}
function privateKeyBlock(secret) {
    const fail = (what) => new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_INVALID', `private-key ${what}`);
    const blocks = (0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .parsePem */ .oW)(secret);
    const keys = blocks.filter((block) => block.label.endsWith('PRIVATE KEY'));
    const [key] = keys;
    if (keys.length > 1)
        throw fail('holds more than one private key. Put only the one that belongs to the certificate into the secret.');
    if (key?.label === 'OPENSSH PRIVATE KEY')
        throw fail('is an SSH key. Use the key that made the certificate request (openssl req), not one from ssh-keygen.');
    if (key)
        return key;
    const label = blocks[0]?.label;
    if (label)
        throw fail(`holds a ${label.toLowerCase()}, not a private key. ${REMEDY}`);
    if ((0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .isCutOff */ .o7)(secret))
        throw fail(`is cut off: there is no -----END line. ${REMEDY}`);
    const der = bareDer(secret);
    if (der)
        return { label: 'PRIVATE KEY', headers: [], base64: der };
    if (/^[\w./~-]{1,200}$/.test(secret.trim()) && /[./]/.test(secret))
        throw fail('looks like a file name. It takes the key itself, from a secret: private-key: ${{ secrets.APP_PRIVATE_KEY }}');
    throw fail(`is not a private key in PEM form. ${REMEDY}`);
}
/** The base64 of a PKCS#8 key whose armour was left out, if that is what the text is. */
function bareDer(secret) {
    const bare = (0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .unwrapPem */ .eQ)(secret).replace(/[\s"']/g, '');
    if (!/^MI[A-Za-z0-9+/]+={0,2}$/.test(bare))
        return undefined;
    for (const type of ['pkcs8', 'pkcs1', 'sec1']) {
        try {
            const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPrivateKey)({ key: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bare, 'base64'), format: 'der', type });
            return key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
        }
        catch {
            // Not of this type: the next one is tried, and the caller says that none fitted.
        }
    }
    return undefined;
}
function isEncrypted(block) {
    return block.label === 'ENCRYPTED PRIVATE KEY' || block.headers.length > 0;
}
/** The public half of a private key. */
function publicKeyOf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPublicKey)(key);
}
/**
 * Every form in which a secret key could show up in a log, to be masked before the key is first used: as given, decoded,
 * in one line, with literal `\n`, and each line of its armour.
 *
 * @param secret the input as given
 * @param key the parsed key, once there is one: its unencrypted encodings are added
 */
function maskedForms(secret, key) {
    const texts = [secret, secret.trim(), (0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .unwrapPem */ .eQ)(secret)];
    if (key) {
        texts.push(key.export({ type: 'pkcs8', format: 'pem' }).toString());
        if (key.asymmetricKeyType === 'rsa')
            texts.push(key.export({ type: 'pkcs1', format: 'pem' }).toString());
        if (key.asymmetricKeyType === 'ec')
            texts.push(key.export({ type: 'sec1', format: 'pem' }).toString());
    }
    const forms = new Set();
    for (const text of texts) {
        forms.add(text);
        for (const line of text.split(/\r?\n|\\n/))
            if (!line.includes('-----'))
                forms.add(line.trim());
        for (const block of (0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .parsePem */ .oW)(text)) {
            const pem = (0,_pem__WEBPACK_IMPORTED_MODULE_3__/* .formatPem */ .uy)(block);
            forms
                .add(pem)
                .add(block.base64)
                .add(pem.replaceAll('\n', '\\n'))
                .add(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(pem).toString('base64'))
                .add(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${pem}\n`).toString('base64'));
            for (const line of pem.split('\n'))
                if (!line.includes('-----'))
                    forms.add(line);
        }
    }
    // Shorter than this, a mask would only blot out ordinary words of the log.
    return [...forms].filter((form) => form.length >= 8);
}


/***/ })

};

export const id = 413;
export const ids = [413];
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

/***/ 9413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkAll: () => (/* binding */ checkAll)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope = __webpack_require__(9666);
// EXTERNAL MODULE: ./src/envelope/legacy.ts + 1 modules
var legacy = __webpack_require__(5441);
// EXTERNAL MODULE: ./src/envelope/parse.ts + 3 modules
var parse = __webpack_require__(6991);
// EXTERNAL MODULE: ./src/envelope/v2.ts + 1 modules
var v2 = __webpack_require__(3800);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/findings/order.ts
var order = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/format.ts
var src_format = __webpack_require__(6264);
// EXTERNAL MODULE: ./src/left-out.ts + 1 modules
var left_out = __webpack_require__(1538);
// EXTERNAL MODULE: ./src/manifest/build.ts + 10 modules
var build = __webpack_require__(2297);
// EXTERNAL MODULE: ./src/manifest/compare.ts
var compare = __webpack_require__(5610);
// EXTERNAL MODULE: ./src/manifest/numeric-names.ts
var numeric_names = __webpack_require__(2083);
// EXTERNAL MODULE: ./src/payload/app-info.ts + 1 modules
var app_info = __webpack_require__(3219);
// EXTERNAL MODULE: ./src/payload/collisions.ts
var collisions = __webpack_require__(5589);
// EXTERNAL MODULE: ./src/pki/authorities.ts + 1 modules
var authorities = __webpack_require__(4206);
// EXTERNAL MODULE: ./src/pki/certificate.ts
var certificate = __webpack_require__(4839);
// EXTERNAL MODULE: ./src/pki/chain.ts
var chain = __webpack_require__(5637);
// EXTERNAL MODULE: ./src/pki/judge.ts + 1 modules
var judge = __webpack_require__(9812);
// EXTERNAL MODULE: ./src/pki/key.ts
var pki_key = __webpack_require__(255);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/pki/der.ts
var der = __webpack_require__(2787);
// EXTERNAL MODULE: ./src/pki/extensions.ts
var extensions = __webpack_require__(2968);
;// CONCATENATED MODULE: ./src/pki/issue.ts



const ATTRIBUTES = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' };
const RSA_SHA256 = { oid: '1.2.840.113549.1.1.11', digest: 'sha256', parameters: [(0,der/* makeDer */.iz)(5, external_node_buffer_.Buffer.alloc(0))] };
const ECDSA_SHA384 = { oid: '1.2.840.10045.4.3.3', digest: 'sha384', parameters: [] };
/**
 * Issues a certificate: for throw-away authorities, never for real ones.
 *
 * @param signer the issuer's private key, RSA (sha256WithRSAEncryption) or EC (ecdsa-with-SHA384)
 * @returns DER
 */
function issueCertificate(request, signer) {
    const { extensions } = request;
    const body = (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [
        ...(extensions ? [(0,der/* makeContext */.og)(0, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.INTEGER, external_node_buffer_.Buffer.from([2]))])] : []),
        makeInteger(request.serial),
        algorithmOf(signer),
        makeName(request.issuer),
        (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeTime */.oA)(request.notBefore), (0,der/* makeTime */.oA)(request.notAfter)]),
        makeName(request.subject),
        (0,der/* readDer */.SU)(createSpki(request.publicKey)),
        ...(extensions ? [(0,der/* makeContext */.og)(3, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, extensions.map(makeExtension))])] : []),
    ]);
    return signBody(body, signer);
}
/**
 * Puts a signature on the body of a certificate or a revocation list.
 *
 * @returns DER of body, algorithm and signature
 */
function signBody(body, signer) {
    const signature = (0,external_node_crypto_.sign)(schemeOf(signer).digest, (0,der/* writeDer */.bk)(body), signer);
    return (0,der/* writeDer */.bk)((0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [
        body,
        algorithmOf(signer),
        (0,der/* makeDer */.iz)(der/* TAG */.Dk.BITSTRING, external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from([0]), signature])),
    ]));
}
/** The AlgorithmIdentifier with which a key signs. */
function algorithmOf(signer) {
    const scheme = schemeOf(signer);
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(scheme.oid), ...scheme.parameters]);
}
/** A Name from its attributes, in UTF-8. */
function makeName(attributes) {
    const sets = attributes.map(([label, value]) => (0,der/* makeDer */.iz)(der/* TAG */.Dk.SET, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(ATTRIBUTES[label] ?? label), (0,der/* makeUtf8 */.UJ)(value)])]));
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, sets);
}
/** A positive INTEGER from hex. */
function makeInteger(hex) {
    const bytes = external_node_buffer_.Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.INTEGER, (bytes[0] ?? 0) & 0x80 ? external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from([0]), bytes]) : bytes);
}
function schemeOf(signer) {
    return signer.asymmetricKeyType === 'ec' ? ECDSA_SHA384 : RSA_SHA256;
}
function createSpki(key) {
    const publicKey = key.type === 'private' ? (0,external_node_crypto_.createPublicKey)(key) : key;
    return publicKey.export({ type: 'spki', format: 'der' });
}
function makeExtension({ oid, critical, value }) {
    const flag = critical ? [(0,der/* makeDer */.iz)(der/* TAG */.Dk.BOOLEAN, external_node_buffer_.Buffer.from([0xff]))] : [];
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(oid), ...flag, (0,der/* makeDer */.iz)(der/* TAG */.Dk.OCTETSTRING, (0,der/* writeDer */.bk)(value))]);
}

// EXTERNAL MODULE: ./src/pki/pem.ts
var pem = __webpack_require__(2166);
;// CONCATENATED MODULE: ./src/pki/throwaway.ts






const DAY = 24 * 60 * 60 * 1000;
/** Long enough to sign and verify; nobody shall get used to it. */
const LIFETIME = 365 * DAY;
const KEY_BITS = 2048;
const CURVE = 'P-384';
const ROOT_NAME = [
    ['O', 'appsign'],
    ['CN', 'Throw-away Authority'],
];
const BASIC_CONSTRAINTS = '2.5.29.19';
/** What format v2 wants of a leaf (SPEC 4): keyUsage digitalSignature (the first bit), extendedKeyUsage codeSigning. */
const SIGNING_EXTENSIONS = [
    { oid: '2.5.29.15', critical: true, value: (0,der/* makeDer */.iz)(der/* TAG */.Dk.BITSTRING, external_node_buffer_.Buffer.from([7, 0x80])) },
    { oid: '2.5.29.37', value: (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(extensions/* OID */.V.codeSigning)]) },
];
/**
 * Makes an authority and a certificate for an app, for trying things out: no server trusts it.
 *
 * @param appId becomes the CN of the leaf
 * @param now the certificates are valid from a day before for a year
 * @param format legacy: RSA, and the leaf is version 1 like those of the vendors; v2: EC, and the leaf is for signing code
 * @param keys of that format; left out, new ones are made
 */
function makeThrowaway(appId, now, format = 'legacy', { root, leaf } = makeThrowawayKeys(format)) {
    const notBefore = new Date(now.getTime() - DAY);
    const dates = { notBefore, notAfter: new Date(now.getTime() + LIFETIME) };
    const caTrue = (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.BOOLEAN, external_node_buffer_.Buffer.from([0xff]))]);
    const rootDer = issueCertificate({
        ...dates,
        subject: ROOT_NAME,
        issuer: ROOT_NAME,
        publicKey: root.publicKey,
        serial: serial(),
        extensions: [{ oid: BASIC_CONSTRAINTS, critical: true, value: caTrue }],
    }, root.privateKey);
    const request = { ...dates, subject: [['CN', appId]], issuer: ROOT_NAME, publicKey: leaf.publicKey };
    const extensions = format === 'v2' ? { extensions: SIGNING_EXTENSIONS } : {};
    return {
        rootCertificate: throwaway_pem(rootDer),
        certificate: throwaway_pem(issueCertificate({ ...request, ...extensions, serial: serial() }, root.privateKey)),
        privateKey: exportKey(leaf.privateKey),
    };
}
/** Key pairs for several tries of one run: two of RSA take 200 ms to make, most of what a small app takes altogether. */
function makeThrowawayKeys(format) {
    return { root: makeKeys(format), leaf: makeKeys(format) };
}
function makeKeys(format) {
    return format === 'v2'
        ? (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: CURVE })
        : (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: KEY_BITS });
}
function serial() {
    return `1${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
}
function throwaway_pem(der) {
    return `${(0,pem/* formatPem */.uy)({ label: 'CERTIFICATE', headers: [], base64: der.toString('base64') })}\n`;
}
function exportKey(key) {
    return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

// EXTERNAL MODULE: ./src/pki/trust.ts
var pki_trust = __webpack_require__(9818);
// EXTERNAL MODULE: ./src/server.ts
var src_server = __webpack_require__(1836);
// EXTERNAL MODULE: ./src/shipping.ts
var shipping = __webpack_require__(2449);
// EXTERNAL MODULE: ./src/verify.ts
var verify = __webpack_require__(5538);
;// CONCATENATED MODULE: ./src/check.ts


























/**
 * Rehearses signing, for pull requests: everything that `sign` would do, with a key and a certificate that exist for this
 * moment only, and nothing written. What would stop a release is a finding here, and none of them hides another.
 *
 * @param payload the app's folder
 * @throws AppsignError when there is no app, or its files can not be read
 */
async function check(payload, trust, options = {}) {
    const app = (0,app_info/* readAppInfo */.Mh)(payload);
    const { leaf, intermediates = [] } = options;
    const issuer = leaf && (0,chain/* findChain */.r_)(leaf, (0,pki_trust/* authoritiesOf */.nW)(trust), intermediates)?.authority;
    const format = (0,src_format/* chooseFormat */.H8)({
        format: options.format,
        server: trust.server ?? issuer?.server ?? (0,src_server/* onlyServer */.Y)(app),
        key: leaf?.publicKey,
        authority: issuer,
    });
    const { server, finding } = (0,src_server/* chooseServer */.N)(trust.server, issuer, app, format);
    const needed = formatsOf(app, server, trust.server ?? issuer?.server);
    const own = leaf || needed.length === 0 ? [format] : [];
    const formats = options.format ? [format] : [...new Set([...own, ...needed])];
    const leftOut = await (0,left_out/* whatIsLeftOut */.q)(payload, options.exclude, options.written ?? []);
    const manifest = await (0,build/* buildManifest */.u)(payload, { server, scope: 'app', leftOut });
    const judged = leaf && (await (0,judge/* judgeCertificate */.Z)(leaf, intermediates, app.id, format, trust));
    return {
        mode: 'check',
        scope: 'app',
        kind: payload.kind,
        name: payload.name,
        root: payload.root,
        appId: app.id,
        appVersion: app.version,
        server,
        format: formats[0] ?? format,
        formats,
        signaturePath: undefined,
        ...(0,verify/* describe */.q0)({ leaf, chain: judged?.chain, revocation: judged?.revocation }),
        fileCount: manifest.hashes.size,
        bytes: manifest.bytes,
        findings: (0,order/* sortFindings */.T)([
            ...manifest.findings,
            ...withoutInfo(manifest),
            ...inTheWay(payload),
            ...(0,collisions/* findCollisions */.tn)(manifest.hashes.keys()),
            ...(await rehearse(formats, manifest, app, { ...trust, server })),
            ...(judged ? certificateFindings(judged) : []),
            ...formats.flatMap((format) => (0,src_format/* formatFindings */.eg)(format, server, app, trust.now, formats.length === 1)),
            ...(0,shipping/* shippingFindings */.R)(payload, app, server),
            ...(finding ? [finding] : []),
        ]),
    };
}
/** The formats in which the app must be signed for all servers that info.xml names (SPEC 4, "who needs what"). */
function formatsOf(app, server, wanted) {
    const { nextcloud, owncloud } = app.dependencies;
    const isForOwnCloud = server === 'owncloud' || (!wanted && nextcloud !== undefined && owncloud !== undefined);
    if (!isForOwnCloud)
        return ['legacy'];
    const legacy = server === 'nextcloud' || (0,src_format/* isFor10 */.PB)(app);
    return [...(legacy ? ['legacy'] : []), ...((0,src_format/* isFor11 */.Wd)(app) ? ['v2'] : [])];
}
/** Signs in memory and verifies what came of it, as `sign` reads back what it wrote. */
async function rehearse(formats, manifest, app, trust) {
    const hashes = new Map([...manifest.hashes].filter((entry) => entry[1] !== false));
    const findings = [];
    for (const format of formats) {
        if (format === 'legacy')
            for (const finding of (0,numeric_names/* numericNames */.K)(hashes.keys()))
                findings.push(finding);
        try {
            // No other server reads version 2.
            const server = format === 'v2' ? 'owncloud' : trust.server;
            for (const finding of await roundTrip(format, hashes, app, { ...trust, server }))
                findings.push(finding);
        }
        catch (error) {
            if (!(error instanceof errors/* AppsignError */.xE) || error.code !== 'PAYLOAD_NOT_SIGNABLE')
                throw error;
            findings.push({ code: 'NUMERIC_NAMES', severity: 'error', message: error.message });
        }
    }
    return findings;
}
async function roundTrip(format, hashes, app, trust) {
    const id = format === 'v2' ? app.id.toLowerCase() : app.id;
    const throwaway = makeThrowaway(id, trust.now, format, keysOf(format));
    const key = (0,pki_key/* parsePrivateKey */.QW)(throwaway.privateKey);
    const [leaf] = (0,certificate/* readCertificates */.jZ)(throwaway.certificate);
    if (!leaf)
        throw new errors/* AppsignError */.xE('INTERNAL', 'The throw-away certificate can not be read. Please report this.');
    const bytes = format === 'v2' ? (0,v2/* makeV2Envelope */.V)(hashes, key, leaf, []) : (0,legacy/* makeLegacyEnvelope */.C)(hashes, key, leaf);
    const parsed = (0,parse/* parseEnvelope */.m)(external_node_buffer_.Buffer.from([...bytes].join('')));
    if ('problem' in parsed)
        throw new errors/* AppsignError */.xE('INTERNAL', `${parsed.problem}. Please report this.`);
    const { findings } = await (0,verify/* verifyEnvelope */.Yj)(parsed.envelope, app, {
        ...trust,
        authorities: [(0,authorities/* customAuthority */.fm)((0,certificate/* readCertificates */.jZ)(throwaway.rootCertificate))],
        revocation: { ...trust.revocation, mode: 'off' },
    });
    // After the sunset a legacy signature still serves ownCloud 10; formatFindings says so.
    const refused = findings.filter(({ severity, code }) => severity === 'error' && code !== 'BAD_ALGORITHM');
    return [...refused, ...(0,compare/* compareManifests */.k)(parsed.envelope.hashes, hashes)];
}
function withoutInfo({ hashes }) {
    if (hashes.has(app_info/* APP_INFO */.LL))
        return [];
    return [
        {
            code: 'NOT_SIGNABLE',
            severity: 'error',
            message: `${app_info/* APP_INFO */.LL} would not be signed.`,
            hint: 'Either exclude or .nextcloudignore leaves it out, or appinfo is a link to a folder, which servers do not enter.',
        },
    ];
}
/** Signing replaces a file or a link there, and can not replace a folder. */
function inTheWay({ root }) {
    if (!(0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, envelope/* APP_SIGNATURE */.t), { throwIfNoEntry: false })?.isDirectory())
        return [];
    return [
        {
            code: 'NOT_SIGNABLE',
            severity: 'error',
            message: `${envelope/* APP_SIGNATURE */.t} is a folder, and the signature would have to be a file there.`,
            hint: 'Remove the folder.',
        },
    ];
}
function certificateFindings({ problems, findings }) {
    return [
        ...problems.map(({ code, why }) => ({ code, severity: 'error', message: `certificate ${why}` })),
        ...findings,
    ];
}
/** Of this process: nobody trusts them, and a hundred apps would make two hundred. */
const KEYS = new Map();
function keysOf(format) {
    const keys = KEYS.get(format) ?? makeThrowawayKeys(format);
    KEYS.set(format, keys);
    return keys;
}

// EXTERNAL MODULE: ./src/payload/folder.ts + 4 modules
var folder = __webpack_require__(3341);
// EXTERNAL MODULE: ./src/pki/source.ts
var source = __webpack_require__(707);
// EXTERNAL MODULE: ./src/action/attempt.ts
var attempt = __webpack_require__(5183);
// EXTERNAL MODULE: ./src/action/keyring.ts
var keyring = __webpack_require__(7559);
// EXTERNAL MODULE: ./src/action/patterns.ts
var patterns = __webpack_require__(6207);
;// CONCATENATED MODULE: ./src/action/rehearsal.ts








/** Rehearses signing for everything that `path` stands for. */
async function* checkAll(inputs, trust, surroundings) {
    const { workspace, expand, watch } = surroundings;
    for (const match of await (0,patterns/* matchFolders */.RZ)(inputs.path, 'path', workspace, expand))
        yield await (0,attempt/* attempt */.C)(match, 'check', watch, (progress) => checkOne(match, inputs, trust, workspace, progress));
}
async function checkOne({ path, name }, inputs, trust, workspace, progress) {
    const payload = { ...(0,folder/* openFolder */.N)(path, name, path === (0,external_node_path_.resolve)(workspace)), progress };
    const value = inputs.certificate && (0,keyring/* certificateOf */.t)(inputs.certificate, (0,app_info/* readAppInfo */.Mh)(payload).id, workspace);
    const [leaf, ...rest] = value ? (0,source/* loadCertificates */.v)(value, 'certificate', workspace) : [];
    const chain = inputs.certificateChain && (0,source/* loadCertificates */.v)(inputs.certificateChain, 'certificate-chain', workspace);
    const { format, exclude } = inputs;
    const written = inputs.report.map((report) => (0,external_node_path_.resolve)(workspace, report));
    return check(payload, trust, { format, exclude, written, leaf, intermediates: chain || rest });
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

/***/ 5589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zh: () => (/* binding */ collision),
/* harmony export */   pS: () => (/* binding */ collide),
/* harmony export */   tn: () => (/* binding */ findCollisions)
/* harmony export */ });
/** Names that are one on a disk that does not tell case or Unicode forms apart. Paths relative to the root. */
function findCollisions(paths) {
    const seen = new Map();
    const findings = [];
    for (const path of paths) {
        const other = collide(seen, path);
        if (other !== undefined)
            findings.push(collision(path, other));
    }
    return findings;
}
/**
 * Enters a path among those that were seen.
 *
 * @returns the path that it would overwrite, if there is one
 */
function collide(seen, path) {
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other === undefined)
        seen.set(key, path);
    return other === path ? undefined : other;
}
/** Says which two names are one. */
function collision(path, other) {
    return {
        code: 'NAMES_COLLIDE',
        severity: 'warning',
        path,
        message: `"${path}" and "${other}" differ only in case or Unicode form: on some disks one overwrites the other.`,
        hint: 'Rename one of them.',
    };
}


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


/***/ })

};

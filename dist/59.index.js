export const id = 59;
export const ids = [59];
export const modules = {

/***/ 3059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./src/envelope/legacy.ts + 1 modules
var legacy = __webpack_require__(5441);
// EXTERNAL MODULE: ./src/envelope/parse.ts
var parse = __webpack_require__(8019);
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
// EXTERNAL MODULE: ./src/manifest/build.ts + 4 modules
var build = __webpack_require__(8336);
// EXTERNAL MODULE: ./src/manifest/compare.ts
var compare = __webpack_require__(5610);
// EXTERNAL MODULE: ./src/manifest/numeric-names.ts
var numeric_names = __webpack_require__(2083);
// EXTERNAL MODULE: ./src/payload/app-info.ts + 30 modules
var app_info = __webpack_require__(6691);
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
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
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
 */
function makeThrowaway(appId, now, format = 'legacy') {
    const notBefore = new Date(now.getTime() - DAY);
    const dates = { notBefore, notAfter: new Date(now.getTime() + LIFETIME) };
    const root = makeKeys(format);
    const leaf = makeKeys(format);
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
    const { server, finding } = (0,src_server/* chooseServer */.N)(trust.server, issuer, app, options.format ?? issuer?.format ?? 'legacy');
    const formats = options.format ? [options.format] : formatsOf(app, server, trust.server ?? issuer?.server);
    const leftOut = await (0,left_out/* whatIsLeftOut */.q)(payload, options.exclude, options.written ?? []);
    const manifest = await (0,build/* buildManifest */.u)(payload, { server, scope: 'app', leftOut });
    const judged = leaf && (await (0,judge/* judgeCertificate */.Z)(leaf, intermediates, app.id, formats[0] ?? 'legacy', trust));
    return {
        mode: 'check',
        scope: 'app',
        kind: payload.kind,
        name: payload.name,
        root: payload.root,
        appId: app.id,
        appVersion: app.version,
        server,
        format: formats[0] ?? 'legacy',
        formats,
        signaturePath: undefined,
        ...(0,verify/* describe */.q0)({ leaf, chain: judged?.chain, revocation: judged?.revocation }),
        fileCount: manifest.hashes.size,
        bytes: manifest.bytes,
        findings: (0,order/* sortFindings */.T)([
            ...manifest.findings,
            ...withoutInfo(manifest),
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
            findings.push(...(0,numeric_names/* numericNames */.K)(hashes.keys()));
        try {
            // No other server reads version 2.
            const server = format === 'v2' ? 'owncloud' : trust.server;
            findings.push(...(await roundTrip(format, hashes, app, { ...trust, server })));
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
    const throwaway = makeThrowaway(id, trust.now, format);
    const key = (0,pki_key/* parsePrivateKey */.QW)(throwaway.privateKey);
    const [leaf] = (0,certificate/* readCertificates */.jZ)(throwaway.certificate);
    if (!leaf)
        throw new errors/* AppsignError */.xE('INTERNAL', 'The throw-away certificate can not be read. Please report this.');
    const bytes = format === 'v2' ? (0,v2/* makeV2Envelope */.V)(hashes, key, leaf, []) : (0,legacy/* makeLegacyEnvelope */.C)(hashes, key, leaf);
    const parsed = (0,parse/* parseEnvelope */.m)(bytes);
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
function certificateFindings({ problems, findings }) {
    return [
        ...problems.map(({ code, why }) => ({ code, severity: 'error', message: `certificate ${why}` })),
        ...findings,
    ];
}


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


/***/ })

};

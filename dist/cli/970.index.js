export const id = 970;
export const ids = [970];
export const modules = {

/***/ 1970:
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
// EXTERNAL MODULE: ./src/pki/throwaway.ts + 1 modules
var pki_throwaway = __webpack_require__(5583);
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
    const throwaway = (0,pki_throwaway/* makeThrowaway */.X)(id, trust.now, format, keysOf(format));
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
    const keys = KEYS.get(format) ?? (0,pki_throwaway/* makeThrowawayKeys */.$)(format);
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

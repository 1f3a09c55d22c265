export const id = 240;
export const ids = [240];
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

/***/ 6240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAll: () => (/* binding */ signAll)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/findings/order.ts
var order = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/findings/verdict.ts
var verdict = __webpack_require__(7167);
// EXTERNAL MODULE: ./src/payload/app-info.ts + 1 modules
var app_info = __webpack_require__(3219);
// EXTERNAL MODULE: ./src/payload/folder.ts + 4 modules
var folder = __webpack_require__(3341);
// EXTERNAL MODULE: ./src/payload/package-path.ts
var package_path = __webpack_require__(8552);
// EXTERNAL MODULE: ./src/payload/server-info.ts
var server_info = __webpack_require__(2724);
// EXTERNAL MODULE: ./src/report/report.ts
var report_report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/envelope/legacy.ts + 1 modules
var legacy = __webpack_require__(5441);
// EXTERNAL MODULE: ./src/envelope/scheme.ts
var scheme = __webpack_require__(485);
// EXTERNAL MODULE: ./src/envelope/v2.ts + 1 modules
var v2 = __webpack_require__(3800);
// EXTERNAL MODULE: ./src/format.ts
var src_format = __webpack_require__(6264);
// EXTERNAL MODULE: ./src/left-out.ts + 1 modules
var left_out = __webpack_require__(1538);
// EXTERNAL MODULE: ./src/manifest/build.ts + 10 modules
var build = __webpack_require__(2297);
// EXTERNAL MODULE: ./src/manifest/numeric-names.ts
var numeric_names = __webpack_require__(2083);
// EXTERNAL MODULE: ./src/payload/atomic-write.ts
var atomic_write = __webpack_require__(3907);
// EXTERNAL MODULE: ./src/pki/chain.ts
var pki_chain = __webpack_require__(5637);
// EXTERNAL MODULE: ./src/pki/certificate.ts
var certificate = __webpack_require__(4839);
// EXTERNAL MODULE: ./src/pki/judge.ts + 1 modules
var judge = __webpack_require__(9812);
// EXTERNAL MODULE: ./src/pki/key.ts
var pki_key = __webpack_require__(255);
;// CONCATENATED MODULE: ./src/pki/credentials.ts




/**
 * Makes sure, before anything is written, that servers will accept what these credentials sign: the key belongs to the
 * certificate, which is for this app and for signing, is issued by an authority that counts, not revoked, and valid now.
 *
 * @param appId the `<id>` of info.xml, or `core` for a server
 * @throws AppsignError KEY_MISMATCH, CERTIFICATE_REFUSED, or CERTIFICATE_INVALID for certificate-chain
 */
async function acceptCredentials(credentials, appId, format, trust) {
    const { leaf, intermediates } = credentials;
    assertKeyBelongs(credentials);
    const { chain, revocation, problems, findings } = await (0,judge/* judgeCertificate */.Z)(leaf, intermediates, appId, format, trust);
    if (problems[0])
        throw new errors/* AppsignError */.xE('CERTIFICATE_REFUSED', `${certificateName(credentials)} ${problems[0].why}`);
    if (!chain || !revocation)
        throw new errors/* AppsignError */.xE('INTERNAL', 'A certificate without a chain was accepted.');
    return { chain, revocation, findings };
}
/** A fetched certificate is one that the user has never seen: it goes by where it came from. */
function certificateName({ fetchedFrom }) {
    return fetchedFrom === undefined ? 'certificate' : `the certificate that was fetched from ${fetchedFrom}`;
}
function assertKeyBelongs(credentials) {
    const { key, leaf, fetchedFrom } = credentials;
    const ofKey = (0,certificate/* fingerprint */.Rj)((0,pki_key/* publicKeyOf */.kc)(key));
    const ofLeaf = (0,certificate/* fingerprint */.Rj)(leaf.publicKey);
    if (ofKey === ofLeaf)
        return;
    const remedy = fetchedFrom === undefined
        ? 'Take the key that made the CSR, or request a new certificate.'
        : 'Take the key that made the CSR for it; if yours is another certificate, pass that as certificate.';
    throw new errors/* AppsignError */.xE('KEY_MISMATCH', `private-key does not belong to ${certificateName(credentials)}: the public key of private-key has the SHA-256 fingerprint ${ofKey}, that of the certificate ${ofLeaf}. ${remedy}`);
}

// EXTERNAL MODULE: ./src/envelope/parse.ts + 3 modules
var parse = __webpack_require__(6991);
// EXTERNAL MODULE: ./src/manifest/compare.ts
var compare = __webpack_require__(5610);
// EXTERNAL MODULE: ./src/verify-subject.ts + 6 modules
var verify_subject = __webpack_require__(2975);
;// CONCATENATED MODULE: ./src/read-back.ts




/**
 * The verifying code must accept what was just written.
 *
 * @param readBack gives the envelope's bytes as they are on the disk; nobody keeps them
 * @throws AppsignError INTERNAL
 */
async function assertVerifies(readBack, manifest, subject, trust) {
    const parsed = (0,parse/* parseEnvelope */.m)(readBack(), subject.signaturePath, manifest.hashes);
    const problems = [];
    if ('problem' in parsed)
        problems.push(parsed.problem);
    else {
        const verdict = await (0,verify_subject/* verifyEnvelope */.Yj)(parsed.envelope, subject, trust);
        for (const finding of [...verdict.findings, ...(0,compare/* compareManifests */.k)(parsed.envelope.hashes, manifest.hashes)])
            if (finding.severity === 'error' && !isSunset(finding, parsed.envelope))
                problems.push(finding.message);
    }
    if (problems[0])
        throw new errors/* AppsignError */.xE('INTERNAL', `The new signature was not accepted by our own verification and was not kept: ${problems[0]} Please report this.`);
}
/** After the sunset a legacy signature still serves ownCloud 10: whoever signs is warned, not stopped. */
function isSunset(finding, envelope) {
    return finding.code === 'BAD_ALGORITHM' && envelope.format === 'legacy';
}

// EXTERNAL MODULE: ./src/server.ts
var src_server = __webpack_require__(1836);
// EXTERNAL MODULE: ./src/findings/server.ts
var findings_server = __webpack_require__(5899);
;// CONCATENATED MODULE: ./src/server-format.ts


/**
 * What the server that is signed will say of the format (SPEC 4): of an app the versions are in info.xml, a server has one.
 *
 * @throws AppsignError INPUT_INVALID for a signature that the server itself could not read
 */
function serverFormatFindings(format, server, info, now) {
    const { version, major } = info;
    if (server !== 'owncloud')
        return [];
    if (format === 'v2') {
        if (major === undefined || major >= 11)
            return [];
        throw new errors/* AppsignError */.xE('INPUT_INVALID', `The format is v2, and the server is ownCloud ${version}, which does not read it. Sign with a certificate of ownCloud G1, or set format: legacy.`);
    }
    if (major !== undefined && major < 11)
        return [];
    const sunset = findings_server/* LEGACY_SUNSET */.f1.toISOString().replace('.000', '');
    if (major !== undefined && now >= findings_server/* LEGACY_SUNSET */.f1)
        throw new errors/* AppsignError */.xE('INPUT_INVALID', `The format is legacy, and the server is ownCloud ${version}, which does not accept it since ${sunset}. Sign in format v2, with a certificate of ownCloud G2.`);
    return [
        {
            code: 'LEGACY_SUNSET',
            severity: 'warning',
            message: `Legacy signatures stop on ownCloud 11 at ${sunset}: from then on ownCloud 11 finds this server altered.`,
            hint: 'Request a certificate of ownCloud G2 for the server, and sign in format v2.',
        },
    ];
}

// EXTERNAL MODULE: ./src/shipping.ts
var src_shipping = __webpack_require__(2449);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/signable.ts




/**
 * Makes sure that the envelope can be written before anything is hashed.
 *
 * @throws AppsignError WRITE_FAILED
 */
function assertWritable(payload, { signaturePath }) {
    const folder = (0,external_node_path_.dirname)(signaturePath);
    try {
        (0,external_node_fs_.accessSync)((0,external_node_path_.join)(payload.root, folder), external_node_fs_.constants.W_OK);
    }
    catch (error) {
        throw new errors/* AppsignError */.xE('WRITE_FAILED', `path "${payload.name}" is not writable: ${(0,errors/* reasonOf */.A3)(error)}. Make its folder ${folder} writable for this step.`, error);
    }
}
/**
 * The hashes of a manifest in which nothing stands that must not be signed.
 *
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE
 */
function signableHashes(payload, manifest, { scope }) {
    const refused = manifest.findings.filter((finding) => finding.severity === 'error');
    const [first] = refused;
    if (first) {
        const more = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
        const message = `Not signed: ${first.message} ${first.hint ?? ''}${more}`;
        throw new errors/* AppsignError */.xE('PAYLOAD_NOT_SIGNABLE', message, undefined, refused);
    }
    const notSigned = (why) => new errors/* AppsignError */.xE('PAYLOAD_NOT_SIGNABLE', `Not signed: ${why}`);
    if (scope === 'app' && !manifest.hashes.has(app_info/* APP_INFO */.LL))
        throw notSigned(`${app_info/* APP_INFO */.LL} is not among the files of "${payload.name}". Either exclude or .nextcloudignore leaves it out, or appinfo is a link to a folder, which servers do not enter.`);
    if (manifest.hashes.size === 0)
        throw notSigned(`"${payload.name}" has no file that a server's signature holds. Is it the folder of a whole server?`);
    // A dangling link is an error, so that no hash is false.
    return manifest.hashes;
}

// EXTERNAL MODULE: ./src/subject.ts
var subject = __webpack_require__(6303);
;// CONCATENATED MODULE: ./src/sign.ts























/**
 * Signs an app or a server's own files: writes `appinfo/signature.json` or `core/signature.json`, in the legacy format
 * exactly as the server's own `occ integrity:sign-app` or `integrity:sign-core` would (SPEC 3), in format v2 as ownCloud 11
 * reads it (SPEC 4). Before anything is written, everything that a server or the App Store would refuse is an error; what
 * was written is read back and verified before it takes the place of an earlier file.
 *
 * @param payload the folder of the app, or of the whole server
 * @throws AppsignError when the payload, the key or the certificate will not do; an earlier signature.json is left as it was
 */
async function sign(payload, credentials, given, options = {}) {
    const subject = subjectOf(payload, options);
    const { scope, within } = subject;
    // A server trusts its own vendor only.
    const trust = { ...given, server: given.server ?? within?.vendor };
    const { key, leaf, intermediates } = credentials;
    const { authority } = (0,pki_chain/* findChain */.r_)(leaf, trust.authorities, intermediates) ?? {};
    const format = (0,src_format/* chooseFormat */.H8)({
        format: options.format,
        server: trust.server ?? authority?.server ?? (0,src_server/* onlyServer */.Y)(subject),
        key,
        authority,
    });
    if (format === 'v2')
        (0,scheme/* assertV2Key */.cq)(key);
    else
        (0,scheme/* assertLegacyKey */.zS)(key);
    const { chain, revocation, findings } = await acceptCredentials(credentials, subject.id, format, trust);
    const { server, finding } = (0,src_server/* chooseServer */.N)(trust.server, chain.authority, subject, format);
    const advice = adviceOnFormat(format, server, subject, trust);
    assertWritable(payload, subject);
    const packages = options.package ? [(0,package_path/* packagePath */.C)(options.package.path, subject)] : [];
    const leftOut = await (0,left_out/* whatIsLeftOut */.q)(payload, options.exclude, [...packages, ...(options.written ?? [])]);
    const manifest = await (0,build/* buildManifest */.u)(payload, { server, scope, within, leftOut, key });
    const hashes = signableHashes(payload, manifest, subject);
    const pieces = format === 'v2' ? (0,v2/* makeV2Envelope */.V)(hashes, key, leaf, (0,pki_chain/* intermediatesOf */.Qv)(chain)) : (0,legacy/* makeLegacyEnvelope */.C)(hashes, key, leaf);
    // The same list was asked a moment ago, and the sunset is a warning to whoever signs.
    const readBackTrust = { ...trust, server, revocation: { ...trust.revocation, mode: 'off' } };
    await (0,atomic_write/* writeAtomically */.v)((0,external_node_path_.join)(payload.root, subject.signaturePath), pieces, subject.signaturePath, (readBack) => assertVerifies(readBack, manifest, subject, readBackTrust));
    const shipping = within ? [] : (0,src_shipping/* shippingFindings */.R)(payload, subject, server);
    const written = options.package && (await packApp(payload, subject, hashes, options.package, readBackTrust));
    return {
        mode: 'sign',
        scope,
        kind: payload.kind,
        name: payload.name,
        root: payload.root,
        appId: subject.id,
        appVersion: subject.version,
        server,
        format,
        signaturePath: subject.signaturePath,
        ...(0,verify_subject/* describe */.q0)({ leaf, chain, revocation }),
        ...(written ? { package: written.package } : {}),
        fileCount: hashes.size,
        bytes: manifest.bytes,
        findings: (0,order/* sortFindings */.T)([
            ...findings,
            ...manifest.findings,
            ...(format === 'legacy' ? (0,numeric_names/* numericNames */.K)(hashes.keys()) : []),
            ...advice,
            ...shipping,
            ...(written?.findings.filter((one) => isOfArchive(one) && !shipping.some(({ message }) => message === one.message)) ?? []),
            ...(finding ? [finding] : []),
        ]),
    };
}
function subjectOf(payload, { scope, package: request }) {
    if (scope !== 'server')
        return (0,subject/* appSubject */.kt)((0,app_info/* readAppInfo */.Mh)(payload));
    if (payload.kind === 'archive')
        throw new errors/* AppsignError */.xE('INPUT_INVALID', `path "${payload.name}" is an archive. Sign the folder, and pack it then.`);
    if (request)
        throw new errors/* AppsignError */.xE('INPUT_INVALID', 'package is given, and scope is server: only apps are packed. Leave package out, and pack the server once it is signed.');
    return (0,subject/* coreSubject */.cE)((0,server_info/* readServerInfo */.Gv)(payload));
}
function adviceOnFormat(format, server, subject, { now }) {
    return subject.within
        ? serverFormatFindings(format, server, subject.within, now)
        : (0,src_format/* formatFindings */.eg)(format, server, subject, now, true);
}
/** Loaded only when there is something to pack. */
async function packApp(payload, subject, hashes, request, trust) {
    const { writePackage } = await Promise.all(/* import() */[__webpack_require__.e(511), __webpack_require__.e(644), __webpack_require__.e(187)]).then(__webpack_require__.bind(__webpack_require__, 3187));
    return writePackage(payload, subject, hashes.keys(), request, trust);
}
/** What only the archive can tell; the rest was said of the folder. */
function isOfArchive({ code }) {
    return code === 'NAMES_COLLIDE' || code === 'STORE_LIMIT';
}

// EXTERNAL MODULE: ./src/action/attempt.ts
var attempt = __webpack_require__(5183);
;// CONCATENATED MODULE: ./src/action/expected-version.ts

/**
 * Makes sure, before anything is signed, that the app has the version that is to be released: what the input says, else the
 * tag of the run. A leading `v` is dropped; a tag may name the app before it, as in `calendar-v1.2.3` or `calendar/1.2.3`.
 *
 * @param wanted the input, undefined when it is empty
 * @throws AppsignError VERSION_MISMATCH
 */
function assertVersion(app, wanted, env) {
    const tag = env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined;
    const expected = wanted ?? tag;
    if (expected === undefined)
        return;
    if (withoutPrefix(expected, wanted === undefined ? app.id : '') === app.version)
        return;
    const from = wanted === undefined ? `The tag is "${(0,errors/* quoted */.TL)(expected)}"` : `expected-version is "${(0,errors/* quoted */.TL)(expected)}"`;
    const noVersion = /\d/.test(expected) ? '' : ', which is no version';
    throw new errors/* AppsignError */.xE('VERSION_MISMATCH', `${from}${noVersion}, and appinfo/info.xml says that "${app.id}" is version "${(0,errors/* quoted */.TL)(app.version)}". Nothing was signed. Raise <version> before the tag is made, name the tag "v${(0,errors/* quoted */.TL)(app.version)}", or set expected-version.`);
}
function withoutPrefix(version, id) {
    const rest = id && version.startsWith(id) ? version.slice(id.length).replace(/^[-/@_]/, '') : version;
    return rest.replace(/^v/, '');
}

// EXTERNAL MODULE: ./src/action/keyring.ts
var action_keyring = __webpack_require__(7559);
// EXTERNAL MODULE: ./src/action/git.ts
var git = __webpack_require__(6346);
;// CONCATENATED MODULE: ./src/action/package-time.ts


/** Midnight of 2000-01-01, UTC: for what is neither dated nor in a repository. */
const FIXED = 946_684_800;
/** Eleven octal digits: all that a tar header has room for. */
const LATEST = 8 ** 11 - 1;
/**
 * The one time that all entries of a package have: `SOURCE_DATE_EPOCH`, else the time of the commit, else a fixed one.
 *
 * @param folder absolute path of the app
 * @returns seconds since 1970
 * @throws AppsignError INPUT_INVALID when SOURCE_DATE_EPOCH is no number of seconds
 */
function packageTime(folder, env) {
    const epoch = env.SOURCE_DATE_EPOCH;
    if (epoch) {
        if (/^\d{1,11}$/.test(epoch) && Number(epoch) <= LATEST)
            return Number(epoch);
        throw new errors/* AppsignError */.xE('INPUT_INVALID', `SOURCE_DATE_EPOCH is "${epoch}". It must be a number of seconds since 1970, up to ${LATEST}.`);
    }
    // Without git or a repository the package is reproducible all the same.
    const time = (0,git/* askGit */.g)(folder, ['log', '-1', '--no-show-signature', '--format=%ct'], env)?.trim() ?? '';
    return /^\d+$/.test(time) ? Number(time) : FIXED;
}

// EXTERNAL MODULE: ./src/action/patterns.ts
var patterns = __webpack_require__(6207);
;// CONCATENATED MODULE: ./src/action/publish-run.ts



/**
 * Signs every archive for the store and publishes what is to be published, step by step for all apps: a release of several
 * is published when all packages are on it, and nothing is when the store would refuse one.
 *
 * @param artifacts the reports of those that passed; for an app without a package, its only one takes the package's place
 */
async function* publishAll(signed, artifacts) {
    const all = [];
    for (const one of signed) {
        const path = archiveOf(one.report, artifacts);
        if (path !== undefined)
            all.push({ ...one, archive: await signArchive(path, one.report, one.key) });
        else if (one.day)
            return yield* refuseAll(signed, NOTHING_TO_PUBLISH);
    }
    const steps = [
        (day, { report, archive }) => day.assertPublishable(report, archive),
        async (day, one) => {
            one.attached = await day.attach(one.archive);
        },
        async (day, one) => {
            one.released = one.attached && (await day.release(one.attached));
        },
    ];
    for (const step of steps)
        if (!(await doAll(all, step)))
            return yield* tell(all);
    await doAll(all, async (day, one) => {
        one.store = await day.tellStore(one.report, one.archive, one.released);
    });
    yield* tell(all);
}
/** Says of everything that was to be published that it was not. */
function* refuseAll(signed, error) {
    for (const { match, day } of signed)
        if (day)
            yield (0,report_report/* refuse */.TR)(match.name, match.path, error, 'sign');
}
/** Does one step with each app. @returns whether all could do it */
async function doAll(all, step) {
    let good = true;
    for (const one of all) {
        try {
            if (one.day)
                await step(one.day, one);
        }
        catch (error) {
            if (!(error instanceof errors/* AppsignError */.xE))
                throw error;
            one.error = error;
            good = false;
        }
    }
    return good;
}
/** What was done before something failed stays done, and is told. */
function* tell(all) {
    const failed = all.find(({ error }) => error);
    for (const { match, report, archive, day, attached, released, store, error } of all) {
        yield { appId: report.appId, root: report.root, archive, release: released, store };
        const stopped = error ?? (failed && day && !store && !released ? stoppedBy(failed, attached) : undefined);
        if (stopped)
            yield (0,report_report/* refuse */.TR)(match.name, match.path, stopped, 'sign');
    }
}
function stoppedBy({ report }, attached) {
    const what = attached ? 'is on its release, and nothing else of it was published' : 'was not published';
    return new errors/* AppsignError */.xE('NOT_PUBLISHABLE', `The package ${what}, because "${report.appId}" of the same run could not be. Mend that, and run the job again.`);
}
/** The package; else the only artifact of this app and version. */
function archiveOf({ package: written, appId, appVersion }, artifacts) {
    if (written)
        return written.path;
    const own = artifacts.filter((one) => one.kind === 'archive' && one.appId === appId && one.appVersion === appVersion);
    return own.length === 1 ? own[0]?.root : undefined;
}
const NOTHING_TO_PUBLISH = new errors/* AppsignError */.xE('NOT_PUBLISHABLE', 'Nothing was published: there is no package, and not exactly one artifact of this app and version. Set package, or name one archive as artifact.');
/** Only Nextcloud has a store that takes signatures, and only of RSA keys. */
async function signArchive(path, { server }, key) {
    if (server === 'nextcloud' && key.asymmetricKeyType === 'rsa') {
        const { signForStore } = await __webpack_require__.e(/* import() */ 26).then(__webpack_require__.bind(__webpack_require__, 3026));
        return { path, ...(await signForStore(path, key)) };
    }
    const { sha256Of } = await Promise.all(/* import() */[__webpack_require__.e(511), __webpack_require__.e(644), __webpack_require__.e(187)]).then(__webpack_require__.bind(__webpack_require__, 3187));
    return { path, sha256: await sha256Of(path), size: (0,external_node_fs_.statSync)(path).size, signature: undefined };
}

// EXTERNAL MODULE: ./src/action/verify-run.ts + 1 modules
var verify_run = __webpack_require__(1120);
;// CONCATENATED MODULE: ./src/action/sign-run.ts


















/**
 * Signs everything that `path` stands for, then verifies `artifact`, then publishes. Nothing is published unless all of it
 * passed.
 */
async function* signAll(inputs, trust, surroundings) {
    const { workspace, expand } = surroundings;
    const keyring = (0,action_keyring/* makeKeyring */.q)(inputs, surroundings);
    const signed = [];
    const artifacts = [];
    let failed = false;
    const told = (outcome) => {
        // Whatever fail-on says, an app with an error is not published; and a step that fails has published nothing.
        failed ||= (0,report_report/* isRefusal */.vu)(outcome) || (0,verdict/* failsOn */.H)(outcome.findings, 'error') || (0,verdict/* failsOn */.H)(outcome.findings, inputs.failOn);
        return outcome;
    };
    for (const match of await (0,patterns/* matchFolders */.RZ)(inputs.path, 'path', workspace, expand)) {
        const outcome = await (0,attempt/* attempt */.C)(match, 'sign', surroundings.watch, async (progress) => {
            assertNotInside(match, signed);
            const one = await signOne(match, inputs, keyring, trust, surroundings, signed, progress);
            signed.push(one);
            return one.report;
        });
        yield told(outcome);
    }
    if (inputs.artifact && signed.length > 0)
        for await (const outcome of (0,verify_run/* verifyAll */.V)(inputs.artifact, 'artifact', inputs.scope, trust, surroundings)) {
            const compared = (0,report_report/* isRefusal */.vu)(outcome) ? outcome : await compareArtifact(outcome, signed);
            if (!(0,report_report/* isRefusal */.vu)(compared))
                artifacts.push(compared);
            yield told(compared);
        }
    if (failed)
        yield* refuseAll(signed, NOT_EVERYTHING_PASSED);
    else
        yield* publishAll(signed, artifacts);
}
const NOT_EVERYTHING_PASSED = new errors/* AppsignError */.xE('NOT_PUBLISHABLE', 'Nothing was published, because not everything passed that this run signed or verified. Mend that, and run the job again.');
async function signOne(match, inputs, keyring, trust, { workspace, env, now }, signed, progress) {
    const { scope, format, exclude } = inputs;
    const payload = { ...(0,folder/* openFolder */.N)(match.path, match.name, match.path === (0,external_node_path_.resolve)(workspace), scope), progress };
    const app = scope === 'server' ? coreOf(payload) : (0,app_info/* readAppInfo */.Mh)(payload);
    assertVersion(app, inputs.expectedVersion, env);
    // Before anything is written: the package of the other app may have that name already.
    if (inputs.package)
        assertOwnPackage(app, (0,package_path/* packagePath */.C)((0,external_node_path_.resolve)(workspace, inputs.package), app), signed, inputs);
    const credentials = await keyring(app);
    const day = inputs.releaseAsset || inputs.appStoreToken
        ? await (await Promise.all(/* import() */[__webpack_require__.e(644), __webpack_require__.e(755)]).then(__webpack_require__.bind(__webpack_require__, 8894))).planRelease(app, inputs, { env, now, authorities: trust.authorities })
        : undefined;
    const written = inputs.report.map((report) => (0,external_node_path_.resolve)(workspace, report));
    const request = inputs.package
        ? { path: (0,external_node_path_.resolve)(workspace, inputs.package), mtime: packageTime(match.path, env) }
        : undefined;
    const report = await sign(payload, credentials, trust, { scope, format, exclude, written, package: request });
    const { key } = credentials;
    return { match, report: report.package ? await compared(report, report.package.path, day) : report, key, day };
}
/** An artifact that is to be published in the place of a package. */
async function compareArtifact(artifact, signed) {
    const one = signed.find(({ report }) => !report.package && report.appId === artifact.appId);
    return artifact.kind === 'archive' ? compared(artifact, artifact.root, one?.day) : artifact;
}
/** A report, and what the earlier release says of the archive. */
async function compared(report, archive, day) {
    if (!day)
        return report;
    return { ...report, findings: (0,order/* sortFindings */.T)([...report.findings, ...(await day.compare(archive))]) };
}
/**
 * Each app has a package of its own; on a release, files are told apart by their names alone.
 *
 * @throws AppsignError INPUT_INVALID
 */
function assertOwnPackage({ id }, path, signed, { releaseAsset }) {
    const nameOf = (file) => (releaseAsset ? (0,external_node_path_.basename)(file) : file);
    const other = signed.find(({ report }) => report.package && nameOf(report.package.path) === nameOf(path));
    if (!other)
        return;
    throw new errors/* AppsignError */.xE('INPUT_INVALID', `package has the same name for "${id}" as for "${other.report.appId}". Put {id} into the file's name: package: build/{id}-{version}.tar.gz.`);
}
/**
 * What is signed later inside of an app would not be in its signature.
 *
 * @throws AppsignError INPUT_INVALID
 */
function assertNotInside({ path, name }, signed) {
    const outer = signed.find(({ report }) => report.scope === 'app' && path.startsWith(`${report.root}${external_node_path_.sep}`));
    if (!outer)
        return;
    throw new errors/* AppsignError */.xE('INPUT_INVALID', `path "${name}" is inside of "${outer.match.name}", which is signed already, and would be invalid after this. Put "${name}" into a line before it.`);
}
function coreOf(payload) {
    return (0,subject/* coreSubject */.cE)((0,server_info/* readServerInfo */.Gv)(payload));
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

/***/ 8552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packagePath)
/* harmony export */ });
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6927);

/**
 * The path of a package.
 *
 * @throws AppsignError INPUT_INVALID when what is filled in would lead to another folder
 */
function packagePath(template, app) {
    for (const [name, value] of Object.entries({ id: app.id, version: app.version }))
        if (template.includes(`{${name}}`) && !/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(value))
            throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `package has {${name}} in it, and info.xml says "${value}", which is no part of a file name. Correct info.xml, or write the name out.`);
    return template.replaceAll('{id}', app.id).replaceAll('{version}', app.version);
}


/***/ }),

/***/ 2724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ readServerInfo),
/* harmony export */   yg: () => (/* binding */ readShipped)
/* harmony export */ });
/* unused harmony export parseServerInfo */
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6927);
/* harmony import */ var _findings_server__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5899);
/* harmony import */ var _server_tree__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1732);



/** Bytes of version.php and of shipped.json; theirs have 1 KB. */
const MAX_SIZE = 1024 * 1024;
/**
 * Reads a server's version.php.
 *
 * @returns what is known: a file that is missing or odd is a finding of the comparison, and no reason to stop
 * @throws AppsignError PAYLOAD_UNREADABLE when there is neither that file nor a folder core
 */
function readServerInfo(payload) {
    const bytes = payload.read(_server_tree__WEBPACK_IMPORTED_MODULE_2__/* .VERSION_FILE */ .mf, MAX_SIZE);
    if (bytes === undefined && !payload.folders('').includes('core'))
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('PAYLOAD_UNREADABLE', `"${payload.name}" is no server: it has neither ${_server_tree__WEBPACK_IMPORTED_MODULE_2__/* .VERSION_FILE */ .mf} nor a folder core. The path must be the folder of a whole server; set scope: app for an app.`);
    return typeof bytes === 'object' ? parseServerInfo(bytes) : { version: '', major: undefined, vendor: undefined };
}
/** Reads the bytes of a version.php: of several assignments the last one counts, as in PHP. */
function parseServerInfo(bytes) {
    const php = bytes.toString();
    const assigned = (name) => [...php.matchAll(new RegExp(String.raw `^(?:<\?php)?[ \t]*\$${name}[ \t]*=[ \t]*(['"])([^'"\r\n]*)\1`, 'gm'))].at(-1)?.[2];
    const version = assigned('OC_VersionString') ?? '';
    const major = /^\d+/.exec(version)?.[0];
    const vendor = assigned('vendor');
    return {
        version,
        major: major === undefined ? undefined : Number(major),
        vendor: vendor !== undefined && (0,_findings_server__WEBPACK_IMPORTED_MODULE_1__/* .isServer */ .S$)(vendor) ? vendor : undefined,
    };
}
/**
 * The apps that a server ships, and that must be signed: `shippedApps` in core/shipped.json.
 *
 * @returns undefined when nobody can tell
 */
function readShipped(payload) {
    const bytes = payload.read(_server_tree__WEBPACK_IMPORTED_MODULE_2__/* .SHIPPED_FILE */ .$W, MAX_SIZE);
    if (typeof bytes !== 'object')
        return undefined;
    try {
        const { shippedApps } = JSON.parse(bytes.toString());
        return Array.isArray(shippedApps) ? new Set(shippedApps.filter((id) => typeof id === 'string')) : undefined;
    }
    catch {
        return undefined;
    }
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

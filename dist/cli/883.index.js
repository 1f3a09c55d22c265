export const id = 883;
export const ids = [883];
export const modules = {

/***/ 5883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _envelope_legacy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _envelope_parse__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8019);
/* harmony import */ var _envelope_v2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3800);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6927);
/* harmony import */ var _findings_order__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1310);
/* harmony import */ var _format__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6264);
/* harmony import */ var _left_out__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1538);
/* harmony import */ var _manifest_build__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8336);
/* harmony import */ var _manifest_compare__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5610);
/* harmony import */ var _manifest_numeric_names__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2083);
/* harmony import */ var _payload_app_info__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6691);
/* harmony import */ var _payload_collisions__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(5589);
/* harmony import */ var _pki_authorities__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4206);
/* harmony import */ var _pki_certificate__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4839);
/* harmony import */ var _pki_chain__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5637);
/* harmony import */ var _pki_judge__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9812);
/* harmony import */ var _pki_key__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(255);
/* harmony import */ var _pki_throwaway__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5583);
/* harmony import */ var _pki_trust__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9818);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1836);
/* harmony import */ var _shipping__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2449);
/* harmony import */ var _verify__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(5538);






















/**
 * Rehearses signing, for pull requests: everything that `sign` would do, with a key and a certificate that exist for this
 * moment only, and nothing written. What would stop a release is a finding here, and none of them hides another.
 *
 * @param payload the app's folder
 * @throws AppsignError when there is no app, or its files can not be read
 */
async function check(payload, trust, options = {}) {
    const app = (0,_payload_app_info__WEBPACK_IMPORTED_MODULE_8__/* .readAppInfo */ .Mh)(payload);
    const { leaf, intermediates = [] } = options;
    const issuer = leaf && (0,_pki_chain__WEBPACK_IMPORTED_MODULE_11__/* .findChain */ .r_)(leaf, (0,_pki_trust__WEBPACK_IMPORTED_MODULE_15__/* .authoritiesOf */ .nW)(trust), intermediates)?.authority;
    const { server, finding } = (0,_server__WEBPACK_IMPORTED_MODULE_16__/* .chooseServer */ .N)(trust.server, issuer, app, options.format ?? issuer?.format ?? 'legacy');
    const formats = options.format ? [options.format] : formatsOf(app, server, trust.server ?? issuer?.server);
    const leftOut = await (0,_left_out__WEBPACK_IMPORTED_MODULE_5__/* .whatIsLeftOut */ .q)(payload, options.exclude, options.written ?? []);
    const manifest = await (0,_manifest_build__WEBPACK_IMPORTED_MODULE_6__/* .buildManifest */ .u)(payload, { server, scope: 'app', leftOut });
    const judged = leaf && (await (0,_pki_judge__WEBPACK_IMPORTED_MODULE_12__/* .judgeCertificate */ .Z)(leaf, intermediates, app.id, formats[0] ?? 'legacy', trust));
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
        ...(0,_verify__WEBPACK_IMPORTED_MODULE_18__/* .describe */ .q0)({ leaf, chain: judged?.chain, revocation: judged?.revocation }),
        fileCount: manifest.hashes.size,
        bytes: manifest.bytes,
        findings: (0,_findings_order__WEBPACK_IMPORTED_MODULE_19__/* .sortFindings */ .T)([
            ...manifest.findings,
            ...withoutInfo(manifest),
            ...(0,_payload_collisions__WEBPACK_IMPORTED_MODULE_20__/* .findCollisions */ .tn)(manifest.hashes.keys()),
            ...(await rehearse(formats, manifest, app, { ...trust, server })),
            ...(judged ? certificateFindings(judged) : []),
            ...formats.flatMap((format) => (0,_format__WEBPACK_IMPORTED_MODULE_4__/* .formatFindings */ .eg)(format, server, app, trust.now, formats.length === 1)),
            ...(0,_shipping__WEBPACK_IMPORTED_MODULE_17__/* .shippingFindings */ .R)(payload, app, server),
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
    const legacy = server === 'nextcloud' || (0,_format__WEBPACK_IMPORTED_MODULE_4__/* .isFor10 */ .PB)(app);
    return [...(legacy ? ['legacy'] : []), ...((0,_format__WEBPACK_IMPORTED_MODULE_4__/* .isFor11 */ .Wd)(app) ? ['v2'] : [])];
}
/** Signs in memory and verifies what came of it, as `sign` reads back what it wrote. */
async function rehearse(formats, manifest, app, trust) {
    const hashes = new Map([...manifest.hashes].filter((entry) => entry[1] !== false));
    const findings = [];
    for (const format of formats) {
        if (format === 'legacy')
            findings.push(...(0,_manifest_numeric_names__WEBPACK_IMPORTED_MODULE_21__/* .numericNames */ .K)(hashes.keys()));
        try {
            // No other server reads version 2.
            const server = format === 'v2' ? 'owncloud' : trust.server;
            findings.push(...(await roundTrip(format, hashes, app, { ...trust, server })));
        }
        catch (error) {
            if (!(error instanceof _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE) || error.code !== 'PAYLOAD_NOT_SIGNABLE')
                throw error;
            findings.push({ code: 'NUMERIC_NAMES', severity: 'error', message: error.message });
        }
    }
    return findings;
}
async function roundTrip(format, hashes, app, trust) {
    const id = format === 'v2' ? app.id.toLowerCase() : app.id;
    const throwaway = (0,_pki_throwaway__WEBPACK_IMPORTED_MODULE_14__/* .makeThrowaway */ .X)(id, trust.now, format);
    const key = (0,_pki_key__WEBPACK_IMPORTED_MODULE_13__/* .parsePrivateKey */ .QW)(throwaway.privateKey);
    const [leaf] = (0,_pki_certificate__WEBPACK_IMPORTED_MODULE_10__/* .readCertificates */ .jZ)(throwaway.certificate);
    if (!leaf)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INTERNAL', 'The throw-away certificate can not be read. Please report this.');
    const bytes = format === 'v2' ? (0,_envelope_v2__WEBPACK_IMPORTED_MODULE_2__/* .makeV2Envelope */ .V)(hashes, key, leaf, []) : (0,_envelope_legacy__WEBPACK_IMPORTED_MODULE_0__/* .makeLegacyEnvelope */ .C)(hashes, key, leaf);
    const parsed = (0,_envelope_parse__WEBPACK_IMPORTED_MODULE_1__/* .parseEnvelope */ .m)(bytes);
    if ('problem' in parsed)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INTERNAL', `${parsed.problem}. Please report this.`);
    const { findings } = await (0,_verify__WEBPACK_IMPORTED_MODULE_18__/* .verifyEnvelope */ .Yj)(parsed.envelope, app, {
        ...trust,
        authorities: [(0,_pki_authorities__WEBPACK_IMPORTED_MODULE_9__/* .customAuthority */ .fm)((0,_pki_certificate__WEBPACK_IMPORTED_MODULE_10__/* .readCertificates */ .jZ)(throwaway.rootCertificate))],
        revocation: { ...trust.revocation, mode: 'off' },
    });
    // After the sunset a legacy signature still serves ownCloud 10; formatFindings says so.
    const refused = findings.filter(({ severity, code }) => severity === 'error' && code !== 'BAD_ALGORITHM');
    return [...refused, ...(0,_manifest_compare__WEBPACK_IMPORTED_MODULE_7__/* .compareManifests */ .k)(parsed.envelope.hashes, hashes)];
}
function withoutInfo({ hashes }) {
    if (hashes.has(_payload_app_info__WEBPACK_IMPORTED_MODULE_8__/* .APP_INFO */ .LL))
        return [];
    return [
        {
            code: 'NOT_SIGNABLE',
            severity: 'error',
            message: `${_payload_app_info__WEBPACK_IMPORTED_MODULE_8__/* .APP_INFO */ .LL} would not be signed.`,
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

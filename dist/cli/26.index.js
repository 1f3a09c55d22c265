export const id = 26;
export const ids = [26];
export const modules = {

/***/ 3026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signForStore: () => (/* binding */ signForStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6927);
/* harmony import */ var _scheme__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(485);




/**
 * Signs an archive as the Nextcloud App Store wants it (SPEC 6): RSA PKCS#1 v1.5 with SHA-512 over its bytes. Deterministic.
 * The file is read once, so that hash and size are of exactly the bytes that were signed.
 *
 * @param path absolute
 * @param key the app's RSA private key, whose certificate is registered in the store
 * @throws AppsignError KEY_INVALID for any other kind of key, PAYLOAD_UNREADABLE when the file can not be read
 */
async function signForStore(path, key) {
    assertStoreKey(key);
    const signer = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSign)('sha512');
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    try {
        for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path)) {
            signer.update(piece);
            digest.update(piece);
            size += piece.length;
        }
    }
    catch (error) {
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('PAYLOAD_UNREADABLE', `The archive "${path}" can not be read: ${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(error)}. Keep it where it is until the step ends.`, error);
    }
    return { signature: signer.sign(key, 'base64'), sha256: digest.digest('hex'), size };
}
function assertStoreKey(key) {
    if (key.asymmetricKeyType === 'rsa')
        return;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_INVALID', `private-key is ${(0,_scheme__WEBPACK_IMPORTED_MODULE_3__/* .keyKind */ .qp)(key)}, and the App Store takes signatures by RSA keys only. Use the key that made the certificate request to Nextcloud.`);
}


/***/ })

};

export const id = 643;
export const ids = [643];
export const modules = {

/***/ 5881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportSarif: () => (/* binding */ reportSarif)
/* harmony export */ });
// shim
const reportSarif = (...args) => JSON.stringify(args[0]);


/***/ })

};

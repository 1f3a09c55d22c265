export const id = 101;
export const ids = [101];
export const modules = {

/***/ 8101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resultDocument: () => (/* binding */ resultDocument)
/* harmony export */ });
// shim
const resultDocument = (...args) => JSON.stringify(args[0]);


/***/ })

};

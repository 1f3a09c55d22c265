export const id = 426;
export const ids = [426];
export const modules = {

/***/ 5426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tellStore: () => (/* binding */ tellStore)
});

// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/net/clock.ts
var clock = __webpack_require__(2881);
// EXTERNAL MODULE: ./src/net/request.ts
var request = __webpack_require__(2170);
// EXTERNAL MODULE: ./src/net/retry.ts
var retry = __webpack_require__(7893);
;// CONCATENATED MODULE: ./src/store/meanings.ts
/** Where a developer finds the token. */
const TOKEN_PAGE = 'https://apps.nextcloud.com/account/token';
/** Where a developer registers an app's certificate. */
const REGISTER = 'https://apps.nextcloud.com/developer/apps/new';
/** What the store means by what it says with 400, first match first (SPEC 6). Its words change: they are matched loosely. */
const MEANINGS = [
    [
        /crl has expired/i,
        "The store's own revocation list is out of date: nothing is wrong with this release. Tell Nextcloud (https://github.com/nextcloud/appstore/issues), and run this step again later.",
    ],
    [
        /certificate.*revoked/i,
        `The certificate that is registered in the store is revoked. Request a new one with a new key, register it (${REGISTER}) and sign with it.`,
    ],
    [
        /certificate.*expired/i,
        `The certificate that is registered in the store has expired. If there is a newer one, register it (${REGISTER}): the store does not learn of it by itself. Else request one.`,
    ],
    [
        /signature is invalid|invalid padding|padding check|data too large for modulus|bad signature|invalid signature/i,
        `private-key does not belong to the certificate that is registered in the store; the archive itself is there, byte for byte. A renewed certificate has to be registered again: ${REGISTER}.`,
    ],
    [
        /does not match cert/i,
        `The certificate that is registered in the store is for another app. Register that of this app: ${REGISTER}.`,
    ],
    [
        /certificate is invalid|invalid certificate/i,
        `The store does not accept the certificate that is registered there. Register the one that Nextcloud issued for this app: ${REGISTER}.`,
    ],
    [
        /does not exist, you need to/i,
        `Register the app first, once, with its certificate: ${REGISTER}. Then run this step again.`,
    ],
    [/app folder is/i, 'Name the top folder in the archive as the <id> in appinfo/info.xml; package does so.'],
    [
        /(?:more than one|no) possible app folder/i,
        'An archive has exactly one top folder, named as the id: small letters, digits and underscores. package packs it so.',
    ],
    [
        /not a valid tar\.gz|not a gzip/i,
        'The store says so too when it can not download the archive. Here it could be downloaded a moment ago, and is what was signed: can the address be reached from everywhere, within 60 seconds, with no more than 10 redirects?',
    ],
    [/archive is bigger than/i, 'The archive is too large for the store. Leave out what is not needed to run the app.'],
    [/was bigger than allowed/i, 'Shorten that file: the store reads only so much of it.'],
    [/blacklist/i, 'Leave that folder out: name it in exclude or .nextcloudignore.'],
    [/symlinks|hard ?links/i, 'Replace the link by what it points to.'],
    [/does not exist in package/i, 'The file is missing in the archive: exclude or .nextcloudignore may leave it out.'],
    [
        /info\.xml|must not contain entities|with lang "?en"? required|database\.xml/i,
        'Correct the file: the store checks it against https://apps.nextcloud.com/schema/apps/info.xsd.',
    ],
    [
        /valid (?:https )?url/i,
        'app-store-download-url must be the https address from which anybody can download the archive.',
    ],
];

// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __webpack_require__(9073);
;// CONCATENATED MODULE: ./src/store/words.ts

/** Characters of the store's own words that a message repeats. */
const MAX_WORDS = 400;
/** Where there are none. */
const SILENCE = 'it says nothing about why';
/** How deep a JSON answer is read; the store's have one or two levels. */
const MAX_DEPTH = 8;
/**
 * The store's own words, in one line that is safe to show: the texts of a JSON answer, what kind of thing it is otherwise.
 */
function wordsOf(body, token) {
    const text = body.trim();
    if (isHtml(text))
        return 'it sent an HTML page instead of an answer';
    const words = textsOf(parse(text), 0).join('; ').replace(/\s+/g, ' ').trim();
    if (words === '')
        return SILENCE;
    const clean = (0,printable/* printable */.g$)(withoutToken(words, token));
    return clean.length > MAX_WORDS ? `${clean.slice(0, MAX_WORDS)}…` : clean;
}
/** True for a web page, or what begins like one: the store's API answers in JSON, or with nothing. */
function isHtml(body) {
    return /^\s*</.test(body);
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Not JSON: the text is what it says.
        return text;
    }
}
function textsOf(value, depth) {
    if (typeof value !== 'object' || value === null)
        return [String(value)];
    if (depth === MAX_DEPTH)
        return [];
    if (Array.isArray(value))
        return value.flatMap((inner) => textsOf(inner, depth + 1));
    return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, depth + 1).map((text) => (name === 'detail' ? text : `${name}: ${text}`)));
}
function withoutToken(text, token) {
    const literal = token.replace(/[^A-Za-z0-9]/g, '\\$&');
    return text.replace(new RegExp(literal, 'gi'), '***');
}

;// CONCATENATED MODULE: ./src/store/answers.ts



/**
 * What an answer that another try would not change means, and what to do about it.
 *
 * @param token is taken out of the store's words, in case it echoes it
 * @param now milliseconds since 1970
 */
function explainRefusal(answer, token, now) {
    const said = wordsOf(answer.body, token);
    const sentence = `The App Store did not take the release (${answer.status}): ${said.replace(/\.$/, '')}.`;
    return new errors/* AppsignError */.xE('STORE_REFUSED', `${sentence} ${remedyOf(answer, said, now)}`);
}
function remedyOf(answer, said, now) {
    const { status } = answer;
    if (status === 429)
        return `It takes 100 uploads a day from one account. ${comeBack(answer, said, now)}`;
    // Not the store's own: what its statuses mean does not hold.
    if (isHtml(answer.body))
        return 'The API never does: is the address of the store right, and is there a proxy on the way? If both are as they should be, run this step again later.';
    if (status === 400)
        return MEANINGS.find(([says]) => says.test(said))?.[1] ?? unknown(said);
    if (status === 401)
        return `app-store-token is not one that it knows. Copy it anew from ${TOKEN_PAGE} into the secret.`;
    if (status === 403)
        return `app-store-token belongs to an account that may not release this app. Take the token of its owner or of a co-maintainer (${TOKEN_PAGE}).`;
    if (status >= 300 && status < 400)
        return 'It points to another address, which is not followed: the token would go along. Is the address of the store right?';
    if (status === 404 || status === 405)
        return 'Is the address of the store right?';
    return unknown(said);
}
function unknown(said) {
    const sure = 'the archive that it can download is the one that was signed';
    return said === SILENCE
        ? `Its form may say more (https://apps.nextcloud.com/developer/apps/releases/new); ${sure}.`
        : `Correct what it names and run this step again; ${sure}.`;
}
function comeBack({ retryAfter }, said, now) {
    const seconds = secondsOf(retryAfter, now) ?? secondsOf(/available in (\d+)/i.exec(said)?.[1], now);
    if (seconds === undefined)
        return 'Run this step again tomorrow.';
    const minute = Math.ceil((now + seconds * 1000) / MINUTE) * MINUTE;
    const at = new Date(minute).toISOString().slice(0, 16).replace('T', ' ');
    return `Run this step again after ${at} UTC.`;
}
const MINUTE = 60_000;
/** A week at most: what is longer is no answer. */
const MAX_SECONDS = 7 * 24 * 60 * 60;
function secondsOf(text, now) {
    const seconds = /^\d+$/.test(text ?? '') ? Number(text) : (Date.parse(text ?? '') - now) / 1000;
    return seconds >= 0 && seconds <= MAX_SECONDS ? seconds : undefined;
}

// EXTERNAL MODULE: ./src/store/rules.ts
var rules = __webpack_require__(9349);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/net/address.ts
var address = __webpack_require__(6447);
// EXTERNAL MODULE: ./src/net/public-address.ts
var public_address = __webpack_require__(9583);
;// CONCATENATED MODULE: ./src/net/follow.ts




/** GitHub's asset addresses need one or two. */
const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/**
 * Asks a public address as somebody would who has no account anywhere: redirects are followed, but only to https and to
 * public hosts, and nothing that is secret goes along.
 *
 * @param timeout milliseconds for each hop, the last one with its body
 * @returns the answer at the end, its body unread
 * @throws Refusal when an address on the way is none to go to; Error when one can not be reached
 */
async function follow(url, timeout) {
    let at = url;
    for (let hops = 0;; hops++) {
        const problem = (0,public_address/* publicAddressProblem */.x)(at);
        if (problem)
            throw new retry/* Refusal */.P(`${hops === 0 ? '' : `${(0,address/* shownAddress */.U)(url)} redirects to `}${(0,address/* shownAddress */.U)(at)} ${problem}`);
        const response = await (0,request/* request */.Em)(at, { timeout });
        const next = response.headers.get('location');
        if (!REDIRECTS.includes(response.status) || next === null)
            return response;
        await (0,request/* discard */.vf)(response);
        if (hops === MAX_REDIRECTS)
            throw new retry/* Refusal */.P(`${(0,address/* shownAddress */.U)(url)} redirects more than ${MAX_REDIRECTS} times`);
        if (!URL.canParse(next, at))
            throw new retry/* Refusal */.P(`${(0,request/* hostOf */.w4)(at)} redirects to something that is not an address`);
        at = new URL(next, at).href;
    }
}

;// CONCATENATED MODULE: ./src/store/wait.ts







/** Milliseconds from the first try to the beginning of the last: a CDN's 404 is normal in the first seconds (issue 6). */
const WAIT = 120_000;
/** Milliseconds before the second try; each further pause is twice as long, up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;
/** Milliseconds that one try may take: the store gives up after as long. */
const TRY_TIMEOUT = 60_000;
/** What may be different in a moment, besides 5xx: S3 says 403 of what is not there yet. */
const PASSING = [403, 404, 408, 425, 429];
/**
 * Waits until a public address serves exactly the signed bytes, for nobody in particular: what the store gets when it asks.
 *
 * @param url https, on a public host; redirects are followed
 * @param timeout milliseconds for one try
 * @throws AppsignError INPUT_INVALID for an address that is none, DOWNLOAD_UNAVAILABLE when nothing is there in the end,
 *   DOWNLOAD_DIFFERS when something else is
 */
async function waitForDownload(url, signed, { now, pause }, timeout = TRY_TIMEOUT) {
    (0,rules/* assertDownloadAddress */.DF)(url);
    const end = now() + WAIT;
    let waited = 0;
    for (let next = FIRST_PAUSE;; next = Math.min(2 * next, LONGEST_PAUSE)) {
        const served = await look(url, signed, timeout);
        if (served.kind === 'same')
            return;
        // The sum as well, for a clock that is set back or stands still.
        const left = Math.min(end - now(), WAIT - waited);
        if (left <= 0)
            throw failureOf(url, signed, served);
        const milliseconds = Math.min(next, left);
        await pause(milliseconds);
        waited += milliseconds;
    }
}
async function look(url, signed, timeout) {
    try {
        const response = await follow(url, timeout);
        const { status } = response;
        if (status === 200)
            return await compare(response, signed);
        await (0,request/* discard */.vf)(response);
        const reason = `${(0,request/* hostOf */.w4)(response.url)} answered ${status}`;
        if (status >= 500 || PASSING.includes(status))
            return { kind: 'none', reason };
        throw unavailable(url, reason);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        if (error instanceof retry/* Refusal */.P)
            throw unavailable(url, (0,errors/* reasonOf */.A3)(error));
        return { kind: 'none', reason: (0,errors/* reasonOf */.A3)(error) };
    }
}
/** Nothing of the body is kept. */
async function compare(response, signed) {
    const unpacked = response.headers.has('content-encoding');
    const digest = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    try {
        for await (const piece of (0,request/* readPieces */.ut)(response, rules/* MAX_ARCHIVE_SIZE */.Eb)) {
            digest.update(piece);
            size += piece.length;
        }
    }
    catch (error) {
        if (error instanceof retry/* Refusal */.P)
            return { kind: 'other', is: `more than ${rules/* MAX_ARCHIVE_SIZE */.Eb} bytes`, unpacked };
        throw error;
    }
    const sha256 = digest.digest('hex');
    if (size === signed.size && sha256 === signed.sha256)
        return { kind: 'same' };
    return { kind: 'other', is: `${size} bytes with the SHA-256 ${sha256}`, unpacked };
}
function failureOf(url, signed, served) {
    if (served.kind === 'none')
        return unavailable(url, `${served.reason}, for ${WAIT / 1000} seconds`);
    const unpacked = served.unpacked
        ? ' The host says that it packed or unpacks the file on its way (Content-Encoding): it must not.'
        : '';
    return new errors/* AppsignError */.xE('DOWNLOAD_DIFFERS', `Nothing was published in the App Store: ${(0,address/* shownAddress */.U)(url)} serves ${served.is}, and ${signed.size} bytes with the SHA-256 ${signed.sha256} were signed.${unpacked} Put the archive that this run wrote there, and do not build it again anywhere else.`);
}
function unavailable(url, reason) {
    return new errors/* AppsignError */.xE('DOWNLOAD_UNAVAILABLE', `Nothing was published in the App Store: the archive can not be downloaded from ${(0,address/* shownAddress */.U)(url)} (${reason}). Anybody must be able to do so without signing in: is the release still a draft, the repository private, or app-store-download-url wrong?`);
}

;// CONCATENATED MODULE: ./src/store/publish.ts







/** Where releases are posted (SPEC 6): a setting, because addresses change. */
const STORE_ADDRESS = 'https://apps.nextcloud.com/api/v1/apps/releases';
/** Milliseconds before the second post, the third, …: after 5xx and connections that fail, never after a 4xx. */
const POST_PAUSES = [5_000, 15_000, 30_000];
/** Milliseconds for one post: the store downloads the archive meanwhile, for which it takes up to 60 seconds. */
const POST_TIMEOUT = 120_000;
/** Bytes. The store's answers have a few hundred. */
const MAX_ANSWER_SIZE = 64 * 1024;
/**
 * Publishes a release in the Nextcloud App Store (SPEC 6): waits until its public address serves exactly the signed bytes,
 * then posts it. Publishing it again only updates it.
 *
 * @param token of the app's owner; in no error and in nothing that is returned
 * @param address of the store's API, https
 * @throws AppsignError INPUT_INVALID, DOWNLOAD_UNAVAILABLE or DOWNLOAD_DIFFERS before anything was sent; STORE_REFUSED or
 *   STORE_UNREACHABLE after
 */
async function publish(release, token, clock, address = STORE_ADDRESS) {
    (0,rules/* assertToken */.Oi)(token);
    (0,rules/* assertDownloadAddress */.DF)(release.download);
    await waitForDownload(release.download, release.signed, clock);
    const answer = await post(release, token, clock, address);
    const { status, body } = answer;
    if ((status !== 200 && status !== 201) || isHtml(body))
        throw explainRefusal(answer, token, clock.now());
    const url = `${new URL(address).origin}/apps/${encodeURIComponent(release.appId)}`;
    return { status: status === 201 ? 'created' : 'updated', url };
}
/** The first answer that is one. */
async function post(release, token, clock, address) {
    const { download, signed, nightly } = release;
    const body = JSON.stringify({ download, signature: signed.signature, nightly });
    try {
        return await (0,retry/* retry */.L)(() => postOnce(address, body, token), POST_PAUSES, clock.pause);
    }
    catch (error) {
        if (error instanceof retry/* Refusal */.P)
            throw new errors/* AppsignError */.xE('INPUT_INVALID', `The address of the App Store can not be used: ${(0,errors/* reasonOf */.A3)(error)}.`, error);
        throw new errors/* AppsignError */.xE('STORE_UNREACHABLE', `The App Store did not answer as it should, though it was asked ${POST_PAUSES.length + 1} times (${(0,errors/* reasonOf */.A3)(error)}). Whether it took the release is not known. Run this step again later: what the store has already, it only updates.`, error);
    }
}
async function postOnce(address, body, token) {
    const response = await (0,request/* request */.Em)(address, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Token ${token}` },
        body,
        timeout: POST_TIMEOUT,
    });
    const { status, headers } = response;
    const said = await readStart(response);
    if (status >= 500)
        throw new Error(`it answered ${status}`);
    return { status, body: said, retryAfter: headers.get('retry-after') ?? undefined };
}
/** As much of an answer as is worth reading, as text. */
async function readStart(response) {
    const decoder = new TextDecoder();
    let text = '';
    try {
        for await (const piece of (0,request/* readPieces */.ut)(response, MAX_ANSWER_SIZE))
            text += decoder.decode(piece, { stream: true });
    }
    catch (error) {
        if (!(error instanceof retry/* Refusal */.P))
            throw error;
    }
    return text;
}

;// CONCATENATED MODULE: ./src/action/tell-store.ts



/**
 * Tells the App Store of a release, and says of what fails what is published already.
 *
 * @param release undefined where the archive is somewhere else
 * @throws AppsignError NOT_PUBLISHABLE, or what `publish` throws
 */
async function tellStore(report, archive, release, inputs, env) {
    const download = inputs.appStoreDownloadUrl ?? release?.url;
    const attached = release ? ` The package is attached to ${release.htmlUrl}; a new run goes on from there.` : '';
    if (release?.draft && !inputs.appStoreDownloadUrl)
        throw new errors/* AppsignError */.xE('NOT_PUBLISHABLE', `Nothing was published in the App Store: the release is a draft that somebody made by hand, and nobody can download from it. Publish it, and run the job again.${attached}`);
    if (!download || archive.signature === undefined)
        throw new errors/* AppsignError */.xE('INTERNAL', 'There is no address or no signature for the App Store. Please report this.');
    const { signature, sha256, size } = archive;
    try {
        return await publish({ appId: report.appId, download, signed: { signature, sha256, size }, nightly: inputs.appStoreNightly }, inputs.appStoreToken ?? '', clock/* CLOCK */.Z, env.APPSIGN_APP_STORE_URL || STORE_ADDRESS);
    }
    catch (error) {
        if (!(error instanceof errors/* AppsignError */.xE))
            throw error;
        throw new errors/* AppsignError */.xE(error.code, `${error.message}${attached}`, error.cause);
    }
}


/***/ })

};

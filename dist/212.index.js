export const id = 212;
export const ids = [212];
export const modules = {

/***/ 2981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ headCommit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The commit that a check run belongs to: the head of the pull request or of the run that started this one, else
 * `GITHUB_SHA`, which for pull requests is a merge that nobody looks at (PLATFORM, "which commit").
 *
 * @returns forty hex digits; undefined where there is no commit
 */
function headCommit(env) {
    const { pull_request: pullRequest, workflow_run: workflowRun } = readEvent(env);
    const candidates = [pullRequest?.head?.sha, workflowRun?.head_sha, env.GITHUB_SHA];
    return candidates.find((candidate) => typeof candidate === 'string' && /^[0-9a-f]{40}$/.test(candidate));
}
/** What started the run, as GitHub wrote it to a file. */
function readEvent(env) {
    if (!env.GITHUB_EVENT_PATH)
        return {};
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(env.GITHUB_EVENT_PATH, 'utf8'));
        return typeof event === 'object' && event !== null ? event : {};
    }
    catch {
        // No file, or none that can be read: GITHUB_SHA is what is left.
        return {};
    }
}


/***/ }),

/***/ 6098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ connectGitHub)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6339);


/**
 * The client of a run, at the pace that GitHub asks for, or that a test sets in the environment.
 *
 * @throws AppsignError INPUT_INVALID as `connect` does
 */
function connectGitHub(token, env) {
    const pace = /^\d{1,5}$/.test(env.APPSIGN_GITHUB_PACE ?? '') ? Number(env.APPSIGN_GITHUB_PACE) : _github__WEBPACK_IMPORTED_MODULE_1__/* .PACE */ .K$;
    return (0,_github__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(token, env, { pause: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds), pace, now: Date.now });
}


/***/ }),

/***/ 6339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ PACE),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* unused harmony export GitHub */
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6927);

/** Tries in all, for answers that another try may change. */
const TRIES = 5;
/** Milliseconds before the second try; doubled each time. */
const FIRST_PAUSE = 1000;
/** Milliseconds. A limit that lasts longer than this is not waited for: the job has better things to do. */
const MAX_WAIT = 120_000;
/** Milliseconds. What GitHub asks to wait for at least when its headers name no time. */
const UNNAMED_LIMIT = 60_000;
/** Milliseconds for an answer, and for one with a file in it or before it. Our own: the runtime waits five minutes. */
const TIMEOUT = 30_000;
const FILE_TIMEOUT = 600_000;
/** Milliseconds between requests that change something, when there are many (PLATFORM, "pacing"). */
const PACE = 1000;
/** Requests that may follow each other at once. */
const UNPACED = 3;
/** A request that GitHub did not do. `status` is 0 when there was no answer at all. */
class GitHubError extends Error {
    status;
    name = 'GitHubError';
    constructor(status, message, cause) {
        super(message, { cause });
        this.status = status;
    }
}
/** One client a run: one request at a time, paced, and tried again where that may help. */
class GitHub {
    send;
    waiting;
    repository;
    writes = 0;
    constructor(send, waiting, 
    /** `owner/name`. */
    repository) {
        this.send = send;
        this.waiting = waiting;
        this.repository = repository;
    }
    /**
     * Sends one request, and again after 5xx, a broken connection, or a limit that the headers say will end soon.
     *
     * @param route such as `GET /repos/{owner}/{repo}/releases`; owner and repo are filled in
     * @param settle is asked before another try whether the last one was done after all; what it returns is the answer then
     * @throws GitHubError
     */
    async request(route, parameters = {}, settle) {
        const [owner = '', repo = ''] = this.repository.split('/');
        if (!route.startsWith('GET ') && ++this.writes > UNPACED)
            await this.waiting.pause(this.waiting.pace);
        for (let attempt = 1;; attempt++) {
            try {
                return await this.send(route, { owner, repo, ...parameters });
            }
            catch (error) {
                const wait = waitFor(error, attempt, this.waiting.now());
                if (wait === undefined || attempt === TRIES)
                    throw new GitHubError(statusOf(error), whyOf(error), error);
                await this.waiting.pause(wait);
            }
            const done = await settle?.();
            if (done)
                return done;
        }
    }
}
/**
 * A client for the repository that the run is for.
 *
 * @param token from the input github-token
 * @param env for the API's address (`GITHUB_API_URL`) and the repository
 * @throws AppsignError INPUT_INVALID when there is no token or no repository
 */
async function connect(token, env, waiting) {
    if (!token)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', 'github-token is empty. Leave it out, or pass ${{ github.token }}.');
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (!/^[^/]+\/[^/]+$/.test(repository))
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', 'GITHUB_REPOSITORY is not set: this is no run of GitHub Actions.');
    // Brings its network along, which most runs do not need.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(794)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const silent = () => undefined;
    const octokit = getOctokit(token, {
        baseUrl: env.GITHUB_API_URL || 'https://api.github.com',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    const send = (route, { request, ...parameters }) => {
        const timeout = request || 'data' in parameters ? FILE_TIMEOUT : (waiting.timeout ?? TIMEOUT);
        return octokit.request(route, {
            ...parameters,
            request: { ...(request ?? {}), signal: AbortSignal.timeout(timeout) },
        });
    };
    return new GitHub(send, waiting, repository);
}
/** Octokit says 500 as well when there was no answer. */
function statusOf(error) {
    const { status = 0, response } = error;
    return response ? status : 0;
}
/** Milliseconds until another try makes sense; undefined when none does. */
function waitFor(error, attempt, now) {
    const status = statusOf(error);
    const headers = error.response?.headers ?? {};
    const asked = retryAfter(headers['retry-after'], now);
    if (status === 429 || status === 403) {
        const limit = asked ?? limitOf(headers, now) ?? (status === 429 || isSecondary(error) ? UNNAMED_LIMIT : undefined);
        return limit === undefined || limit > MAX_WAIT ? undefined : limit;
    }
    if (status !== 0 && status < 500)
        return undefined;
    return asked !== undefined && asked <= MAX_WAIT ? asked : FIRST_PAUSE * 2 ** (attempt - 1);
}
/** Seconds or a date, as milliseconds from now. */
function retryAfter(value, now) {
    if (value === undefined || value === '')
        return undefined;
    const wait = Number.isFinite(Number(value)) ? Number(value) * 1000 : Date.parse(String(value)) - now;
    return Number.isFinite(wait) ? Math.max(wait, 0) : undefined;
}
function limitOf(headers, now) {
    if (headers['x-ratelimit-remaining'] !== '0')
        return undefined;
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    return Number.isFinite(reset) ? Math.max(reset - now, 0) : undefined;
}
/** A limit that the headers do not name. */
function isSecondary(error) {
    return /secondary rate limit/i.test(messageOf(error.response?.data));
}
function messageOf(data) {
    const message = typeof data === 'object' && data !== null && 'message' in data ? data.message : '';
    return typeof message === 'string' ? message : '';
}
/** Characters of an answer that a message repeats. */
const MAX_SAID = 300;
/** What GitHub said, in one line: its message and its list of errors, nothing of what was sent. */
function whyOf(error) {
    const { data } = error.response ?? {};
    const status = statusOf(error);
    if (status === 0)
        return `no answer (${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)})`;
    const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : [];
    const more = Array.isArray(errors) && errors.length > 0 ? `: ${JSON.stringify(errors).slice(0, MAX_SAID)}` : '';
    return `${status} ${messageOf(data).slice(0, MAX_SAID)}${more}`.trim();
}


/***/ }),

/***/ 7212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeCheckRun: () => (/* binding */ makeCheckRun)
});

// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/report/markdown.ts + 9 modules
var markdown = __webpack_require__(1272);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __webpack_require__(9073);
;// CONCATENATED MODULE: ./src/action/check-run.ts


/** Annotations that one request takes; later requests append (PLATFORM, "Checks API"). */
const BATCH = 50;
/** Characters (PLATFORM, "Checks API"). */
const MAX_TITLE = 255;
/** Bytes of a message, and of the details below it (PLATFORM, "Checks API"). */
const MAX_MESSAGE = 64 * 1024;
/** Characters of the summary; its bytes are kept below, to be safe (PLATFORM, "Checks API"). */
const MAX_SUMMARY = 65_535;
/**
 * Puts a check run on a commit: in progress with the first 50 annotations, the others 50 at a time, the conclusion last. A
 * request whose answer was lost is not done twice.
 *
 * @returns the check run's address for people
 * @throws GitHubError; then the check run is concluded as it is, if that is possible
 */
async function publishCheckRun(github, content) {
    const { annotations } = content;
    const id = crypto.randomUUID();
    const output = { title: (0,printable/* shortened */.vI)((0,printable/* printable */.g$)(content.title), MAX_TITLE), summary: content.summary };
    const batch = (from) => annotations.slice(from, from + BATCH).map(describeAnnotation);
    const created = await github.request('POST /repos/{owner}/{repo}/check-runs', {
        name: content.name,
        head_sha: content.commit,
        status: 'in_progress',
        external_id: id,
        ...(content.detailsUrl ? { details_url: content.detailsUrl } : {}),
        output: { ...output, annotations: batch(0) },
    }, () => findCheckRun(github, content, id));
    const { id: checkRun, html_url: url } = created.data;
    const update = (body, settle) => github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: checkRun, ...body }, settle);
    const conclude = (conclusion) => update({ status: 'completed', conclusion, output });
    try {
        for (let from = BATCH; from < annotations.length; from += BATCH)
            await update({ output: { ...output, annotations: batch(from) } }, () => findAppended(github, checkRun, Math.min(from + BATCH, annotations.length)));
        await conclude(conclusionOf(content));
    }
    catch (error) {
        // Not left spinning for ever. That this may fail as well changes nothing in what is told.
        await conclude(conclusionOf(content)).catch(() => undefined);
        throw error;
    }
    return url;
}
function conclusionOf({ failed, verdict }) {
    if (failed)
        return 'failure';
    return verdict === 'passed' ? 'success' : 'neutral';
}
/** The check run that a request without an answer made after all. */
async function findCheckRun(github, { commit, name }, id) {
    const { status, headers, data } = await github.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ref: commit,
        check_name: name,
        filter: 'all',
        per_page: 100,
    });
    const { check_runs: runs } = data;
    const found = runs.find(({ external_id: external }) => external === id);
    return found && { status, headers, data: found };
}
/** The check run, if it has as many annotations as the request without an answer would have left it with. */
async function findAppended(github, checkRun, count) {
    const answer = await github.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: checkRun });
    const { output } = answer.data;
    return output.annotations_count >= count ? answer : undefined;
}
function describeAnnotation({ level, title, message, details, place }) {
    return {
        path: place.path,
        start_line: place.line,
        end_line: place.line,
        annotation_level: level === 'error' ? 'failure' : level,
        title: (0,printable/* shortened */.vI)(title, MAX_TITLE),
        message: cutBytes(message, MAX_MESSAGE),
        ...(details ? { raw_details: cutBytes(details, MAX_MESSAGE) } : {}),
    };
}
function cutBytes(text, bytes) {
    if (external_node_buffer_.Buffer.byteLength(text) <= bytes)
        return text;
    // A character in the middle of which the cut falls is taken out whole.
    return `${external_node_buffer_.Buffer.from(text)
        .subarray(0, bytes - 6)
        .toString()
        .replace(/\ufffd+$/, '')}…`;
}

// EXTERNAL MODULE: ./src/action/commit.ts
var action_commit = __webpack_require__(2981);
// EXTERNAL MODULE: ./src/action/connect-github.ts
var connect_github = __webpack_require__(6098);
// EXTERNAL MODULE: ./src/action/github.ts
var github = __webpack_require__(6339);
;// CONCATENATED MODULE: ./src/action/tell-check-run.ts








/**
 * Makes the check run of a run and of everything that it found out.
 *
 * @returns its address, or why there is none and what to do about it
 */
async function makeCheckRun(outcomes, annotations, inputs, failed, audience) {
    try {
        return { url: await publish(outcomes, annotations, inputs, failed, audience) };
    }
    catch (error) {
        return { problem: explainNoCheckRun(error) };
    }
}
async function publish(outcomes, annotations, inputs, failed, { env, now }) {
    const github = await (0,connect_github/* connectGitHub */.U)(inputs.githubToken, env);
    const commit = (0,action_commit/* headCommit */.Q)(env);
    if (!commit)
        throw new Error('GITHUB_SHA is not set: this is no run of GitHub Actions');
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return publishCheckRun(github, {
        name: inputs.checkName,
        commit,
        verdict: (0,report/* verdictOfAll */.O1)(outcomes),
        failed,
        title: (0,report_text/* headLine */.jR)(outcomes),
        summary: (0,markdown.summaryMarkdown)(outcomes, { now, limit: MAX_SUMMARY }),
        annotations,
        detailsUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
    });
}
/** Why there is no check run, and what to do about it. */
function explainNoCheckRun(error) {
    const rest = 'Up to nine of a kind follow; all are in the step summary and in the report.';
    // A limit comes as 403, too.
    if (error instanceof github/* GitHubError */.y_ && [401, 403, 404].includes(error.status) && !/rate limit/i.test(error.message))
        return `GitHub did not let this run make a check run (${error.message}). Add "permissions: checks: write" to the job; runs from forks and by Dependabot never have it. ${rest}`;
    if (error instanceof github/* GitHubError */.y_)
        return `GitHub did not take the check run: ${error.message}. ${rest}`;
    return `There is no check run: ${(0,errors/* reasonOf */.A3)(error)} To have one, pass a token with "permissions: checks: write". ${rest}`;
}


/***/ })

};

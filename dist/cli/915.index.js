export const id = 915;
export const ids = [915];
export const modules = {

/***/ 6999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf),
/* harmony export */   d: () => (/* binding */ isFindingCode)
/* harmony export */ });
/** What each code means, in the few words of a heading. Closed: a new finding gets a title here. */
const TITLES = {
    INVALID_HASH: 'Changed after signing',
    FILE_MISSING: 'Signed, but missing',
    EXTRA_FILE: 'Not in the signature',
    MISSING_SIGNATURE: 'No signature that can be read',
    BAD_CHAIN: 'Certificate is not accepted',
    BAD_ALGORITHM: 'Algorithm is not accepted',
    BAD_SIGNATURE: 'Signature does not fit',
    CRL_UNAVAILABLE: 'Revocation could not be checked',
    REVOKED: 'Certificate was revoked',
    CN_MISMATCH: 'Certificate is for another app',
    DANGLING_LINK: 'Link to nothing',
    LINK_LEAVES_PAYLOAD: 'Link out of the app',
    LINK_FOLLOWED: 'Link to a file',
    LINK_TO_FOLDER: 'Link to a folder',
    LINK_TO_SIGNATURE: 'Link to the signature',
    NOT_A_FILE: 'Neither file nor folder',
    NAME_NOT_UTF8: 'Name is not UTF-8',
    NUMERIC_NAMES: 'Names that are numbers',
    NOT_SIGNABLE: 'Can not be signed',
    RECENT_EXCLUSION: 'Older servers see this file',
    VCS_FOLDER: 'Checkout left out',
    LEFT_OUT: 'Files left out',
    CERTIFICATE_EXPIRED: 'Certificate has expired',
    CERTIFICATE_NOT_YET_VALID: 'Certificate is not valid yet',
    CERTIFICATE_EXPIRES: 'Certificate expires soon',
    NO_REVOCATION_LIST: 'No revocation list',
    REVOCATION_LIST_BUNDLED: 'Revocation list may be old',
    REVOCATION_OFF: 'Revocation was not checked',
    LEGACY_ACCEPTED_WARN: 'Expired, and still accepted',
    LEGACY_SUNSET: 'Legacy format ends on ownCloud 11',
    V2_LEAVES_OUT_10: 'ownCloud 10 does not read format v2',
    SERVER_GUESSED: 'Server was guessed',
    CHAIN_NOT_USED: 'Chain was not used',
    NOT_SIGNED: 'Not signed, and need not be',
    APP_FOLDER: 'Folder and app id differ',
    SHIPPED_UNKNOWN: 'Not known what the server ships',
    APP_INFO_INVALID: 'info.xml can not be used',
    SIGNER_CHANGED: 'Signed by somebody else than before',
    KEY_CHANGED: 'Signed with another key than before',
    EARLIER_RELEASE_UNCHECKED: 'Not compared with an earlier release',
    ARCHIVE_TRAILING_BYTES: 'Entries behind the end of the archive',
    PAX_HEADER: 'Pax headers in the archive',
    UNSAFE_NAME: 'Unsafe name in the archive',
    DOT_PREFIX: 'Names begin with "./"',
    DUPLICATE_ENTRY: 'In the archive more than once',
    NAMES_COLLIDE: 'Names differ only in case',
    HARD_LINK: 'Hard link in the archive',
    SPARSE_FILE: 'Entry that servers can not unpack',
    TOP_FOLDER: 'Wrong folder in the archive',
    VCS_SHIPPED: 'Repository inside the app',
    PRIVATE_KEY: 'Private key inside the app',
    SIGNING_KEY: 'Signing key inside the app',
    MAC_METADATA: 'Metadata of macOS',
    DEVELOPMENT_FILES: 'Files for development',
    SOURCE_MAP: 'Large source map',
    BUILD_SCRATCH: 'Files for building',
    STORE_LIMIT: 'The App Store refuses this',
};
/** Whether a word is the code of a finding. */
function isFindingCode(word) {
    return Object.hasOwn(TITLES, word);
}
/** What a code means, in a few plain words without a full stop: for headings and titles of annotations. */
function titleOf(code) {
    return TITLES[code];
}


/***/ }),

/***/ 4915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  summaryMarkdown: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/report/amounts.ts
const DAY = 24 * 60 * 60 * 1000;
/** A number as people read it: `12,345`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `3,000 files`. */
function countOf(count, noun) {
    return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
/** Bytes in decimal units, as file managers do: `12.3 MB`. */
function formatBytes(bytes) {
    if (bytes < 1000)
        return countOf(bytes, 'byte');
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = bytes / 1000;
    // What would be rounded to 1000 is one of the next unit.
    while (value >= 999.95 && units.length > 1) {
        value /= 1000;
        units.shift();
    }
    return `${value.toFixed(1)} ${units[0]}`;
}
/** `0.8 s`, `2 min 5 s`. */
function formatDuration(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    return milliseconds < 59_950
        ? `${(milliseconds / 1000).toFixed(1)} s`
        : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** The day in UTC: `2028-12-31`. */
function formatDay(date) {
    return date.toISOString().slice(0, 10);
}
/** How far away a moment is, in whole days: `in 41 days`, `294 days ago`. */
function formatDistance(date, now) {
    const days = Math.floor(Math.abs(date.getTime() - now.getTime()) / DAY);
    if (days === 0)
        return date < now ? 'less than a day ago' : 'in less than a day';
    return date < now ? `${countOf(days, 'day')} ago` : `in ${countOf(days, 'day')}`;
}

// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __webpack_require__(9073);
;// CONCATENATED MODULE: ./src/report/escape.ts

/** Characters of a name or message where nothing else is said. */
const MAX_TEXT = 500;
/** What makes GitHub look for a mention, a reference, a formula, an emoji or an address: an empty element cuts it in two. */
const CUT = '<span></span>';
/**
 * Untrusted text as text in Markdown: in a line, a heading, a table's cell or inline HTML. Nothing in it is obeyed as
 * Markdown or HTML, and nothing becomes a link, a mention, a formula or an emoji.
 *
 * @param limit characters; a longer text is cut, and says how long it was
 * @returns one line
 */
function escapeText(text, limit = MAX_TEXT) {
    return (0,printable/* printable */.g$)(cutText(text, limit))
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[\\`*[\]#!|<>&~$@"]|:(?=\S)|^[^\p{L}\p{N}]|^\d+(?=[.)](?:\s|$))/gu, escapeSign)
        .replace(/www\./gi, (www) => `${www.slice(0, 3)}${CUT}.`);
}
function escapeSign(signs) {
    const coded = Array.from(signs, (sign) => `&#${sign.codePointAt(0)};`).join('');
    return /^[@#$:]$/.test(signs) ? coded + CUT : coded;
}
/** Untrusted text in the look of code, for paths and hashes: `escapeText` within an element, since backticks have no escape. */
function escapeCode(text, limit = MAX_TEXT) {
    return `<code>${escapeText(text, limit)}</code>`;
}
/** Untrusted lines as they are, to be read and copied: HTML in which Markdown does not look until its end tag. */
function preformat(lines, limit = MAX_TEXT) {
    const safe = lines.map((line) => (0,printable/* printable */.g$)(cutText(line, limit)).replace(/[&<>]/g, escapeSign));
    return `<pre>${safe.join('\n')}</pre>`;
}
/** Text of at most so many characters; what is cut says how long it was. */
function cutText(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}

// EXTERNAL MODULE: ./src/findings/server.ts
var server = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/findings/titles.ts
var titles = __webpack_require__(6999);
;// CONCATENATED MODULE: ./src/report/group-markdown.ts




/** As verdicts have them. */
const SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/** Paths that are shown without being asked for. */
const OPEN_PATHS = 10;
/** One group: what it is, how many, what it means, what to do, and where. */
function groupMarkdown(group, detail) {
    return [
        `#### ${SEVERITY_ICONS[group.severity]} ${(0,titles/* titleOf */.G)(group.code)}${howMany(group)} <code>${group.code}</code>`,
        ...group.causes.map((cause) => causeMarkdown(cause, group.causes.length > 1, detail)),
    ].join('\n\n');
}
function howMany({ findings }) {
    if (findings.length === 1)
        return '';
    return `: ${countOf(findings.length, findings.every(({ path }) => path !== undefined) ? 'file' : 'finding')}`;
}
function causeMarkdown(cause, counted, detail) {
    const { findings, message, hint } = cause;
    const [first] = findings;
    const count = counted && findings.length > 1 ? `**${countOf(findings.length, 'file')}:** ` : '';
    const said = first?.exception && findings.length === 1 ? `> The server says: **${sentence(first.exception, detail)}**` : '';
    const text = message === undefined ? `${count}What happened to each stands below.` : count + sentence(message, detail);
    const words = [text, hint && remedy(hint, detail), unseen(findings)].filter(Boolean).join('<br>\n');
    return [said, words, places(cause, detail)].filter(Boolean).join('\n\n');
}
function sentence(text, { characters }) {
    return escapeText(text, characters);
}
/** What to do. */
function remedy(hint, detail) {
    return `**→ ${sentence(hint, detail)}**`;
}
function unseen(findings) {
    const count = findings.filter(({ unseenByValue }) => unseenByValue).length;
    if (count === 0)
        return '';
    const which = findings.length === 1 ? 'this one' : count === findings.length ? 'these' : `${formatCount(count)} of these`;
    return `<sub>Servers that compare by value (${server/* SERVER_NAMES */.Bo.nextcloud} to 30, ${server/* SERVER_NAMES */.Bo.owncloud} to 10) do not show ${which}.</sub>`;
}
/** Where it is: each path, or each message that says it. */
function places({ findings, message, hint }, detail) {
    const [only, second] = findings;
    if (only && !second) {
        const named = only.path === undefined || only.message.includes(only.path);
        return named ? '' : escapeCode(only.path ?? '', detail.characters);
    }
    const lines = findings.flatMap((finding) => {
        if (message === undefined)
            return [`${finding.message}${hint === undefined && finding.hint ? ` → ${finding.hint}` : ''}`];
        return finding.path === undefined ? [] : [finding.path];
    });
    return lines.length > 0 ? fold(lines, detail) : '';
}
function fold(lines, { paths, characters }) {
    const shown = lines.slice(0, paths);
    const left = lines.length - shown.length;
    if (shown.length === 0)
        return `<sub>${countOf(left, 'file')}, not listed here: ${WHERE}</sub>`;
    const label = left > 0
        ? `The first ${formatCount(shown.length)} of ${countOf(lines.length, 'file')}`
        : countOf(lines.length, 'file');
    return [
        `<details${lines.length <= OPEN_PATHS ? ' open' : ''}><summary>${label}</summary>`,
        preformat(shown, characters),
        ...(left > 0 ? [`and ${formatCount(left)} more: ${WHERE}`] : []),
        '</details>',
    ].join('\n\n');
}
/** Where everything is that a summary has no room for. */
const WHERE = 'the log of this step lists them, and a report file (input <code>report</code>) has everything.';

// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/findings/order.ts
var order = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/findings/verdict.ts
var findings_verdict = __webpack_require__(7167);
;// CONCATENATED MODULE: ./src/report/detail.ts
/** From the richest to the shortest: the first that fits is taken. */
const DETAILS = [
    { paths: 100, characters: 500 },
    { paths: 100, characters: 200 },
    { paths: 25, characters: 200 },
    { paths: 5, characters: 160 },
    { paths: 0, characters: 120 },
];

;// CONCATENATED MODULE: ./src/report/mermaid.ts



/** Characters of a name in the picture; the table beneath has all. */
const MAX_NAME = 60;
/** Certificates that a picture can show, and that have room beside each other. */
const MAX_CHAIN = 10;
const MAX_BESIDE = 4;
/** Where a certificate stands: good as light as day and as dark at night, because each names its own ink. */
const CLASSES = {
    trusted: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    good: 'fill:#dafbe1,stroke:#1a7f37,color:#116329',
    revoked: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
    unknown: 'fill:#f6f8fa,stroke:#656d76,color:#24292f',
    ended: 'fill:#fff8c5,stroke:#9a6700,color:#633c01',
};
/**
 * The chain as a picture, root first: who issued what, until when, and what is known of its revocation.
 *
 * @returns a fenced block that GitHub draws; empty when there is no certificate, or there are too many
 */
function chainPicture(report, now) {
    const { chain, authority } = report;
    const [top] = [...chain].reverse();
    if (!top || chain.length > MAX_CHAIN)
        return '';
    const stranger = authority === undefined ? [`  x["${label(commonName(top.issuer), 'not trusted here')}"]:::revoked`] : [];
    const nodes = chain.map((certificate, index) => {
        const [state, words] = stateOf(report, index, now);
        return `  c${index}["${label(commonName(certificate.subject), `until ${formatDay(certificate.notAfter)}`, words)}"]:::${state}`;
    });
    const names = [...(stranger.length > 0 ? ['x'] : []), ...chain.map((_, index) => `c${chain.length - 1 - index}`)];
    const used = Object.entries(CLASSES).filter(([name]) => [...nodes, ...stranger].some((node) => node.endsWith(`:::${name}`)));
    return [
        '```mermaid',
        `flowchart ${chain.length > MAX_BESIDE ? 'TD' : 'LR'}`,
        ...stranger,
        ...nodes.reverse(),
        ...(names.length > 1 ? [`  ${names.join(' --> ')}`] : []),
        ...used.map(([name, style]) => `  classDef ${name} ${style}`),
        '```',
    ].join('\n');
}
function stateOf({ chain, authority, revocation, format }, index, now) {
    const { serial, notAfter } = chain[index];
    const ended = notAfter < now;
    if (authority !== undefined && index > 0 && index === chain.length - 1)
        return ended ? ['ended', 'trusted, has ended'] : ['trusted', 'trusted root'];
    const revoked = revocation?.certificate?.serial ?? chain[0]?.serial;
    if (revocation?.state === 'revoked' && serial === revoked)
        return ['revoked', 'REVOKED'];
    if (revocation?.state === 'revoked')
        return ['unknown', ''];
    if (ended)
        return ['ended', 'has ended'];
    // In the legacy format the lists are asked for the leaf alone.
    if (format === 'legacy' && index > 0)
        return ['good', ''];
    return revocation?.state === 'good' ? ['good', 'not revoked'] : ['unknown', 'revocation not checked'];
}
/** The name that people know it by, else all of it. */
function commonName(name) {
    return /(?:^|, )CN=([^,]+)/.exec(name)?.[1] ?? name;
}
function label(name, ...lines) {
    return [escapeLabel(cutText(name, MAX_NAME)), ...lines].filter(Boolean).join('<br>');
}
/** Mermaid decodes its codes before it looks for formulas. */
const DOLLAR = '\uff04';
/** Untrusted text in a label: every sign that is no letter or digit is written as Mermaid's own code, and so is what begins a list. */
function escapeLabel(text) {
    return (0,printable/* printable */.g$)(text).replace(/[^\p{L}\p{N}\p{M} ]|^\d/gu, (sign) => sign === '$' ? DOLLAR : `#${sign.codePointAt(0)};`);
}

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
;// CONCATENATED MODULE: ./src/report/facts.ts





/** What was looked at, as a table. */
function factsMarkdown(report, { characters }) {
    const { appId, appVersion, fileCount, bytes, milliseconds, chain, authority, package: written } = report;
    const text = (value) => escapeText(value, characters);
    const time = milliseconds === undefined ? '' : `, in ${formatDuration(milliseconds)}`;
    const rows = [
        [report.kind === 'archive' ? 'Archive' : 'Folder', escapeCode(report.name, characters)],
        ['Server', `${server/* SERVER_NAMES */.Bo[report.server]}, ${(report.formats ?? [report.format]).join(' and ')} format`],
        ['Files', `${countOf(fileCount, 'file')}, ${formatBytes(bytes)}${time}`],
        ...(written ? [['Package', `${escapeCode(written.path, characters)}, ${formatBytes(written.size)}`]] : []),
        ...(written ? [['SHA-256', escapeCode(written.sha256, characters)]] : []),
        ['Signed by', text(chain[0]?.subject ?? 'nobody that can be read')],
        ['Issued by', text(authority ?? 'nobody that is trusted here')],
        ['Revocation', text((0,report_text/* revocationLine */.bm)(report))],
    ];
    return [
        `| App | **${text(`${appId} ${appVersion}`.trim())}** |`,
        '|---|---|',
        ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    ].join('\n');
}
/**
 * Who vouches for the signature: a picture, and beneath it, folded, a table with the serials.
 *
 * @param drawn whether there is a picture, too: a page can not have hundreds of them
 */
function chainMarkdown(report, now, detail, drawn) {
    if (report.chain.length === 0)
        return '';
    return [
        '#### Who vouches for it',
        ...(drawn ? [chainPicture(report, now)] : []),
        `<details><summary>${countOf(report.chain.length, 'certificate')}, with serials</summary>`,
        certificateTable(report, detail),
        '</details>',
    ].join('\n\n');
}
function certificateTable({ chain }, { characters }) {
    return [
        '| Certificate | Serial | Valid until |',
        '|---|---|---|',
        ...chain.map(({ subject, serial, notAfter }) => `| ${escapeText(subject, characters)} | ${escapeCode(serial, characters)} | ${formatDay(notAfter)} |`),
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/report/groups.ts
/** Causes of one code that are told apart; what is rarer is told message by message. */
const MAX_CAUSES = 8;
/**
 * Puts findings of one cause together. Messages are the same when they differ only in the finding's own path.
 *
 * @returns in the order of the findings, groups and causes by their first one
 */
function groupFindings(findings) {
    return collect(findings, ({ code, severity }) => `${code} ${severity}`).map((members) => {
        const [{ code, severity }] = members;
        return { code, severity, findings: members, causes: causesOf(members) };
    });
}
function causesOf(findings) {
    const buckets = collect(findings, (finding) => JSON.stringify([shared(finding), finding.hint, finding.exception]));
    // One path alone with its message is no cause of its own as long as there are others with the same remedy.
    const common = buckets.filter(([first, second]) => second || first.path === undefined).slice(0, MAX_CAUSES);
    const kept = new Set(common);
    const rest = buckets.filter((bucket) => !kept.has(bucket)).flat();
    const remedies = collect(rest, ({ hint }) => hint ?? '');
    const few = common.length + remedies.length <= MAX_CAUSES ? remedies : nonEmpty(rest);
    return [...common.map(causeOf), ...few.map(mixedCause)];
}
function causeOf(findings) {
    const [first, second] = findings;
    return { findings, message: second ? shared(first) : first.message, hint: first.hint };
}
/** Each has its own message. */
function mixedCause(findings) {
    const [first, second] = findings;
    if (!second)
        return causeOf(findings);
    return {
        findings,
        message: undefined,
        hint: findings.every(({ hint }) => hint === first.hint) ? first.hint : undefined,
    };
}
/** A finding's message without its path, so that it can be said of many. */
function shared({ message, path }) {
    if (path === undefined)
        return message;
    const quoted = `"${path}"`;
    const rest = message.startsWith(quoted) ? `Each${message.slice(quoted.length)}` : message;
    return rest.replaceAll(quoted, '"…"');
}
function collect(findings, keyOf) {
    const buckets = new Map();
    for (const finding of findings) {
        const key = keyOf(finding);
        const bucket = buckets.get(key);
        if (bucket)
            bucket.push(finding);
        else
            buckets.set(key, [finding]);
    }
    return [...buckets.values()];
}
function nonEmpty([first, ...rest]) {
    return first ? [[first, ...rest]] : [];
}

;// CONCATENATED MODULE: ./src/report/outlook.ts



/**
 * What stops working, and when, in the order of its dates.
 *
 * @returns a heading and a table; empty when nothing is known of
 */
function outlookMarkdown(report, now, { characters }) {
    const events = [...certificateEnd(report), ...issuerEnds(report), ...sunset(report)];
    if (events.length === 0)
        return '';
    return [
        '#### What stops working, and when',
        '',
        '| When | | What | And then |',
        '|---|---|---|---|',
        ...events
            .sort((a, b) => a.date.getTime() - b.date.getTime())
            .map(({ date, what, effect }) => {
            const past = date < now;
            const away = unbreakable(formatDistance(date, now));
            const when = `${past ? '⌛&nbsp;' : ''}${unbreakable(formatDay(date))} | ${past ? `**${away}**` : away}`;
            return `| ${when} | ${escapeText(what, characters)} ${past ? 'has ended' : 'ends'} | ${effect} |`;
        }),
    ].join('\n');
}
/** Trusted text that stays in one line: hyphens and spaces that do not break. */
function unbreakable(text) {
    return text.replaceAll('-', '&#8209;').replaceAll(' ', '&nbsp;');
}
/** The leaf's end (SPEC 3 and 4: who looks at dates). */
function certificateEnd(report) {
    const [leaf] = report.chain;
    return leaf ? [{ date: leaf.notAfter, what: `Certificate ${leaf.subject}`, effect: afterLeaf(report) }] : [];
}
function afterLeaf({ server, format, findings }) {
    if (findings.some(({ exception }) => exception !== undefined))
        return 'Nothing more: servers refuse this signature already.';
    if (server === 'nextcloud')
        return 'Servers go on accepting what is signed; the App Store refuses uploads. Get a new certificate before.';
    if (format === 'v2')
        return 'ownCloud 11 refuses the app. Sign with a new certificate before.';
    return 'ownCloud 10 goes on accepting what is signed, ownCloud 11 only until its legacy sunset. Get a new certificate before.';
}
/** Issuers that end before what they issued. */
function issuerEnds({ chain, server, format }) {
    const [leaf, ...issuers] = chain;
    const effect = server === 'owncloud' && format === 'v2'
        ? 'ownCloud 11 may refuse the app: ask the vendor for a certificate of a newer issuer.'
        : 'Nothing: the servers do not look at the dates of issuers.';
    return issuers
        .filter(({ notAfter }) => leaf && notAfter < leaf.notAfter)
        .map(({ subject, notAfter }) => ({ date: notAfter, what: `Issuer ${subject}`, effect }));
}
function sunset({ findings }) {
    if (!findings.some(({ code }) => code === 'LEGACY_SUNSET'))
        return [];
    return [
        {
            date: server/* LEGACY_SUNSET */.f1,
            what: 'The legacy format on ownCloud 11',
            effect: 'ownCloud 11 refuses the app; ownCloud 10 goes on reading it. Ship a second package in format v2.',
        },
    ];
}

;// CONCATENATED MODULE: ./src/report/section.ts












const VERDICT_ICONS = { passed: '✅', 'passed-with-warnings': '⚠️', failed: '❌' };
/** Characters of a refusal's message: whole, unless somebody wants to fill the page. */
const MAX_MESSAGE = 2000;
/** Bytes for the line that says what was left out. */
const LEFT_OUT_BYTES = 500;
/**
 * One payload: the verdict, its findings by cause, what stops working, what was looked at, who vouches for it.
 *
 * @param limit bytes of UTF-8 that it never exceeds
 * @returns undefined when there is no room even for its heading
 */
function sectionMarkdown(outcome, options, limit) {
    const groups = groupFindings((0,order/* sortFindings */.T)(outcome.findings));
    for (const detail of DETAILS) {
        const text = join(blocksOf(outcome, groups, options, detail).map((block) => block.text));
        if (external_node_buffer_.Buffer.byteLength(text) <= limit)
            return text;
    }
    return shorten(blocksOf(outcome, groups, options, DETAILS.at(-1) ?? DETAILS[0]), limit);
}
/** As many blocks as there is room for, and what was left out. */
function shorten([head, ...rest], limit) {
    const room = limit - LEFT_OUT_BYTES;
    if (!head || external_node_buffer_.Buffer.byteLength(head.text) > room)
        return undefined;
    const kept = [head.text];
    const left = [];
    for (const block of rest)
        if (external_node_buffer_.Buffer.byteLength(join([...kept, block.text])) <= room)
            kept.push(block.text);
        else
            left.push(block);
    const findings = left.reduce((sum, block) => sum + block.findings, 0);
    const causes = left.filter((block) => block.findings > 0).length;
    const names = left.filter((block) => block.findings === 0).map(({ name }) => name);
    const what = [...(causes > 0 ? [`${countOf(findings, 'finding')} of ${countOf(causes, 'cause')}`] : []), ...names];
    return join([...kept, `✂️ **Left out here:** ${what.join(', ')}. There was no room: ${WHERE}`]);
}
function join(parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
function blocksOf(outcome, groups, options, detail) {
    const told = groups.filter(({ severity }) => severity !== 'notice').map((group) => groupBlock(group, detail));
    const notices = noticeBlock(groups.filter(({ severity }) => severity === 'notice'), detail);
    if ((0,report/* isRefusal */.vu)(outcome))
        return [refusalBlock(outcome, options), ...told, ...notices];
    const { now, drawn } = options;
    return [
        reportBlock(outcome, options, detail),
        ...told,
        block('what stops working', outlookMarkdown(outcome, now, detail)),
        block('what was looked at', `#### What was looked at\n\n${factsMarkdown(outcome, detail)}`),
        ...notices,
        block('the certificates', chainMarkdown(outcome, now, detail, drawn)),
    ];
}
function block(name, text, findings = 0) {
    return { name, text, findings };
}
function groupBlock(group, detail) {
    return block(group.code, groupMarkdown(group, detail), group.findings.length);
}
/** What nobody has to act on is there for who wants to know. */
function noticeBlock(groups, detail) {
    if (groups.length === 0)
        return [];
    const count = groups.reduce((sum, { findings }) => sum + findings.length, 0);
    const title = `<details><summary>ℹ️ ${countOf(count, 'notice')}: nothing has to be done</summary>`;
    return [block('notices', join([title, ...groups.map((group) => groupMarkdown(group, detail)), '</details>']), count)];
}
function reportBlock(report, { heading }, { characters }) {
    const verdict = (0,findings_verdict/* verdictOf */.V)(report.findings);
    const app = escapeText(`${report.appId} ${report.appVersion}`.trim(), characters);
    const archive = report.kind === 'archive' ? ` in ${escapeCode(report.name, characters)}` : '';
    const done = verdict === 'failed' ? 'failed' : report_text/* DONE */.DH[report.mode];
    return block('', `${heading} ${VERDICT_ICONS[verdict]} ${app}${archive} ${done}\n\n${countLine(report)}`);
}
/** `3 errors and 1 warning in 120 files (1.2 MB, 0.8 s).` */
function countLine({ findings, fileCount, bytes, milliseconds }) {
    const count = (severity, noun) => {
        const { length } = findings.filter((finding) => finding.severity === severity);
        return length > 0 ? [`**${countOf(length, noun)}**`] : [];
    };
    const counts = [...count('error', 'error'), ...count('warning', 'warning')];
    const time = milliseconds === undefined ? '' : `, ${formatDuration(milliseconds)}`;
    const files = `${countOf(fileCount, 'file')} (${formatBytes(bytes)}${time})`;
    return counts.length > 0 ? `${counts.join(' and ')} in ${files}.` : `${files}, no errors and no warnings.`;
}
function refusalBlock({ name, error }, { heading }) {
    const message = escapeText(error.message, MAX_MESSAGE);
    return block('', `${heading} ❌ ${message}\n\n${escapeCode(name, DETAILS[0].characters)} was not judged: <code>${error.code}</code>`);
}

;// CONCATENATED MODULE: ./src/report/overview.ts






/** Characters of a name in the table of all payloads. */
const overview_MAX_NAME = 100;
const RANKS = { failed: 0, 'passed-with-warnings': 1, passed: 2 };
/** What is worst comes first; otherwise the order stays. */
function sortOutcomes(outcomes) {
    const rank = (outcome) => RANKS[(0,report/* verdictOfAll */.O1)([outcome])];
    return [...outcomes].sort((a, b) => rank(a) - rank(b));
}
/**
 * All payloads of a run: how many failed, and a table with a row for each.
 *
 * @param outcomes the worst first
 * @param limit bytes of UTF-8 for the table's rows
 */
function overviewMarkdown(outcomes, limit) {
    const verdicts = outcomes.map((outcome) => (0,report/* verdictOfAll */.O1)([outcome]));
    const count = (verdict) => verdicts.filter((one) => one === verdict).length;
    const failed = count('failed');
    const warned = count('passed-with-warnings');
    const title = failed > 0
        ? `${formatCount(failed)} of ${formatCount(outcomes.length)} failed`
        : `All ${formatCount(outcomes.length)} passed`;
    const others = [
        ...(failed > 0 ? [countOf(failed, 'failure')] : []),
        ...(warned > 0 ? [`${formatCount(warned)} passed with warnings`] : []),
        ...(count('passed') > 0 ? [`${formatCount(count('passed'))} passed`] : []),
    ];
    const rows = fitRows(outcomes.map(rowOf), limit);
    const left = outcomes.length - rows.length;
    return [
        `## ${VERDICT_ICONS[(0,report/* verdictOfAll */.O1)(outcomes)]} ${title}`,
        '',
        `${others.join(', ')}.`,
        '',
        '| | App | Version | Files | Errors | Warnings | Path |',
        '|:-:|---|---|--:|--:|--:|---|',
        ...rows,
        ...(left > 0 ? ['', `✂️ **Left out of this table:** ${countOf(left, 'row')}. There was no room: ${WHERE}`] : []),
    ].join('\n');
}
function rowOf(outcome) {
    const count = (severity) => {
        const { length } = outcome.findings.filter((finding) => finding.severity === severity);
        return length > 0 ? ` ${formatCount(length)} ` : ' ';
    };
    const icon = VERDICT_ICONS[(0,report/* verdictOfAll */.O1)([outcome])];
    const path = escapeCode(outcome.name, overview_MAX_NAME);
    if ((0,report/* isRefusal */.vu)(outcome))
        return `| ${icon} | *not judged* | | |${outcome.findings.length > 0 ? count('error') : ' 1 '}|${count('warning')}| ${path} |`;
    const name = `**${escapeText(outcome.appId, overview_MAX_NAME)}** | ${escapeText(outcome.appVersion, overview_MAX_NAME)}`;
    return `| ${icon} | ${name} | ${formatCount(outcome.fileCount)} |${count('error')}|${count('warning')}| ${path} |`;
}
function fitRows(rows, limit) {
    let bytes = 0;
    const end = rows.findIndex((row) => {
        bytes += external_node_buffer_.Buffer.byteLength(row) + 1;
        return bytes > limit;
    });
    return rows.slice(0, end < 0 ? rows.length : end);
}

;// CONCATENATED MODULE: ./src/report/markdown.ts







/** Bytes: the runner takes 1 MiB a step, and shows nothing at all of more (PLATFORM, "step summary"); a part is spare. */
const MAX_BYTES = 1000 * 1024;
/** Bytes for one payload of several as long as there is any room; what does not fit into it is left out in the end. */
const MIN_SECTION = 4096;
/** Pictures in one summary: the page draws each of them in a frame of its own. */
const MAX_PICTURES = 10;
/** Bytes for the line that says how much was left out, and for the ends of folded parts. */
const SPARE = 600;
/**
 * The step summary, which is also the `.md` report: the verdict first, then what is wrong by cause, why, and what to do; then
 * what will stop working, what was looked at, and who vouches for it. Of several payloads those that failed come first.
 *
 * @param options.limit bytes of UTF-8 that are never exceeded; what was left out for it is said
 * @returns Markdown as GitHub reads it, in which no name can be anything but text
 */
function summaryMarkdown(outcomes, { now, limit = MAX_BYTES }) {
    const [only] = outcomes;
    if (only && outcomes.length === 1) {
        const text = sectionMarkdown(only, { now, heading: '##', drawn: true }, limit - 1);
        return `${text ?? shortest(outcomes)}\n`;
    }
    return several(sortOutcomes(outcomes), now, limit);
}
/** For a limit that leaves room for nothing else. */
function shortest(outcomes) {
    return `## ${VERDICT_ICONS[(0,report/* verdictOfAll */.O1)(outcomes)]} ${(0,report/* verdictOfAll */.O1)(outcomes)}`;
}
function several(outcomes, now, limit) {
    const head = overviewMarkdown(outcomes, Math.floor((limit - SPARE) / 2));
    if (external_node_buffer_.Buffer.byteLength(head) + SPARE > limit)
        return `${shortest(outcomes)}\n`;
    const parts = [head];
    const left = [];
    let room = limit - external_node_buffer_.Buffer.byteLength(head) - SPARE;
    for (const [index, outcome] of outcomes.entries()) {
        const share = Math.max(Math.floor(room / (outcomes.length - index)), Math.min(room, MIN_SECTION));
        const part = partMarkdown(outcome, { now, heading: '###', drawn: index < MAX_PICTURES }, share);
        if (part === undefined)
            left.push(outcome);
        else
            parts.push(part);
        room -= part === undefined ? 0 : external_node_buffer_.Buffer.byteLength(part) + 2;
    }
    return `${[...parts, ...leftOut(left)].join('\n\n')}\n`;
}
/** A section; folded where nothing is wrong. */
function partMarkdown(outcome, options, share) {
    const rule = '---\n\n';
    if ((0,report/* isRefusal */.vu)(outcome) || (0,report/* verdictOfAll */.O1)([outcome]) !== 'passed') {
        const text = sectionMarkdown(outcome, options, share - rule.length - 2);
        return text && rule + text;
    }
    const name = escapeText(`${outcome.appId} ${outcome.appVersion}`.trim(), 100);
    const before = `<details><summary>${VERDICT_ICONS.passed} ${name}: ${countOf(outcome.fileCount, 'file')}</summary>\n\n`;
    const after = '\n\n</details>';
    const text = sectionMarkdown(outcome, options, share - external_node_buffer_.Buffer.byteLength(before + after) - 2);
    return text && before + text + after;
}
function leftOut(outcomes) {
    if (outcomes.length === 0)
        return [];
    const count = (verdict) => outcomes.filter((outcome) => (0,report/* verdictOfAll */.O1)([outcome]) === verdict).length;
    const findings = outcomes.reduce((sum, outcome) => sum + outcome.findings.length, 0);
    const kinds = [
        `${count('failed')} failed`,
        `${count('passed-with-warnings')} with warnings`,
        `${count('passed')} passed`,
    ];
    return [
        `✂️ **Left out here:** the parts of ${countOf(outcomes.length, 'payload')} (${kinds.join(', ')}), with ${countOf(findings, 'finding')}. There was no room: ${WHERE}`,
    ];
}


/***/ })

};

<?php
// What a server's own check says of a whole server, from the facts in SPEC 2 and 3, without signatures and chains.
// Reads a list of jobs in JSON from stdin, answers with a list in JSON. {"root", "vendor", "signed"}: `signed` is the path of
// the signature file, the folder above its own is compared, and it is the server's own when that is core/signature.json.
// The answer: {"paths": {code: [path]}} path by path, and {"values": …} as servers answer that compare hashes by value;
// {"hashes": …} when there is no signature yet.
error_reporting(E_ALL & ~E_DEPRECATED);

const MARKER = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';

const TOPS = ['data', 'themes', 'config', 'apps', 'assets', 'lost+found'];

const NAMES = [
    'nextcloud' => ['.DS_Store', '.directory', '.rnd', '.webapp', 'Thumbs.db'],
    'owncloud' => ['.DS_Store', 'Thumbs.db', '.directory', '.webapp'],
];

const PATTERNS = [
    'nextcloud' => '/^\.webapp-nextcloud-(\d+\.){2}(\d+)(-r\d+)?$/',
    'owncloud' => '/^\.webapp-owncloud-.*/',
];

/** The servers' two filters in one, over what PHP lists: the second knows the root at the first level only. */
class Filter extends RecursiveFilterIterator
{
    public function __construct(RecursiveIterator $inner, private string $vendor, private array $passedOver = [])
    {
        parent::__construct($inner);
    }

    public function accept(): bool
    {
        $file = $this->current();
        if (in_array($file->getPathname(), $this->passedOver, true)) {
            return false;
        }
        if ($file->isDir()) {
            return true;
        }
        $name = $file->getFilename();
        return !in_array($name, NAMES[$this->vendor], true)
            && !preg_match(PATTERNS[$this->vendor], $name)
            && !($this->vendor === 'owncloud' && preg_match('|/core/js/mimetypelist.js$|', $file->getPathname()));
    }

    public function getChildren(): ?RecursiveFilterIterator
    {
        return new self($this->getInnerIterator()->getChildren(), $this->vendor);
    }
}

function hashes(string $root, string $vendor, bool $isCore): array
{
    $tops = $isCore ? [...TOPS, ...($vendor === 'nextcloud' ? ['updater', '_oc_upgrade'] : [])] : [];
    $passedOver = array_map(fn ($top) => "$root/$top", $tops);
    $list = new RecursiveDirectoryIterator($root, FilesystemIterator::SKIP_DOTS);
    $hashes = [];
    $all = new RecursiveIteratorIterator(new Filter($list, $vendor, $passedOver), RecursiveIteratorIterator::SELF_FIRST);
    foreach ($all as $path => $file) {
        $relative = ltrim(substr($path, strlen($root)), '/');
        if ($file->isDir() || $relative === 'appinfo/signature.json' || $relative === 'core/signature.json') {
            continue;
        }
        $hashes[$relative] = $isCore ? hashOf($root, $relative, $vendor) : @hash_file('sha512', $path);
    }
    return $hashes;
}

function hashOf(string $root, string $relative, string $vendor): string|false
{
    if ($relative === '.htaccess') {
        $parts = explode(MARKER, file_get_contents("$root/.htaccess"));
        if (count($parts) === 2) {
            return hash('sha512', $parts[0]);
        }
    }
    if ($relative === 'core/js/mimetypelist.js' && $vendor === 'nextcloud') {
        $default = json_decode(file_get_contents("$root/resources/config/mimetypealiases.dist.json"), true);
        $own = @json_decode(file_get_contents("$root/config/mimetypealiases.json"), true) ?? [];
        if (is_array($default) && is_dir("$root/core/img/filetypes") && mimetypeList($root, array_merge($default, $own)) === file_get_contents("$root/$relative")) {
            return hash('sha512', mimetypeList($root, $default));
        }
    }
    return @hash_file('sha512', "$root/$relative");
}

/** The names of the icons in a folder, without their endings. */
function icons(string $folder): array
{
    $icons = [];
    foreach (new DirectoryIterator($folder) as $file) {
        if ($file->isFile()) {
            $icons[] = preg_replace('/.[^.]*$/', '', $file->getFilename());
        }
    }
    $icons = array_values(array_unique($icons));
    sort($icons);
    return $icons;
}

function mimetypeList(string $root, array $aliases): string
{
    $shown = array_filter($aliases, fn ($type) => $type[0] !== '_', ARRAY_FILTER_USE_KEY);
    $json = json_encode($shown, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES);
    $files = json_encode(icons("$root/core/img/filetypes"), JSON_PRETTY_PRINT);
    $themes = [];
    foreach (glob("$root/themes/*/core/img/filetypes") as $folder) {
        $themes[basename(dirname($folder, 3))] = icons($folder);
    }
    $themes = json_encode($themes, JSON_PRETTY_PRINT);
    return "/**\n* This file is generated\n*/\nOC.MimeTypeList={\n\taliases: $json,\n\tfiles: $files,\n\tthemes: $themes\n};\n";
}

function codeOf(string $path, array $expected, array $current): string
{
    if (!array_key_exists($path, $expected)) {
        return 'EXTRA_FILE';
    }
    return array_key_exists($path, $current) ? 'INVALID_HASH' : 'FILE_MISSING';
}

/** Paths by code, each list by bytes. */
function grouped(array $paths, array $expected, array $current): object
{
    sort($paths, SORT_STRING);
    $groups = [];
    foreach ($paths as $path) {
        $groups[codeOf((string) $path, $expected, $current)][] = (string) $path;
    }
    ksort($groups);
    return (object) $groups;
}

function check(array $job): array
{
    ['root' => $server, 'vendor' => $vendor, 'signed' => $signed] = $job;
    $isCore = $signed === 'core/signature.json';
    $root = $isCore ? $server : $server . '/' . dirname($signed, 2);
    $current = hashes($root, $vendor, $isCore);
    ksort($current, SORT_STRING);
    $envelope = @json_decode(file_get_contents("$server/$signed"), true);
    if (!is_array($envelope)) {
        return ['hashes' => (object) $current];
    }
    $expected = $envelope['hashes'];
    ksort($expected);
    if ($isCore && $vendor === 'nextcloud') {
        $expected = array_filter($expected, fn ($path) => !str_starts_with($path, 'updater/'), ARRAY_FILTER_USE_KEY);
    }
    $paths = array_filter(
        array_keys($expected + $current),
        fn ($path) => ($expected[$path] ?? null) !== ($current[$path] ?? null),
    );
    $differences = array_unique(array_merge(array_diff($expected, $current), array_diff($current, $expected)));
    return [
        'paths' => grouped($paths, $expected, $current),
        'values' => grouped(array_keys($differences), $expected, $current),
    ];
}

$jobs = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
echo json_encode(array_map('check', $jobs), JSON_THROW_ON_ERROR);

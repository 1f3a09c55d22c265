<?php
// Format v2 with phpseclib 3, from its description alone. Reads a list of jobs in JSON from stdin, answers in JSON:
//   {"do": "manifest", "root"}                      -> the signed bytes M for a folder
//   {"do": "sign", "root", "key", "leaf", "chain"}  -> writes signature.json, gives null
//   {"do": "check", "root", "authority"}            -> what is wrong, as a list
//   {"do": "decode", "texts"}                       -> for each text in base64, whether PHP reads an object or a list in it
//   {"do": "base64", "texts"}                       -> for each text, what it decodes to in hex, or null
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(fn ($level, $message) => throw new ErrorException($message), E_ALL & ~E_DEPRECATED);
require '/usr/share/php/phpseclib3/autoload.php';

use phpseclib3\Crypt\PublicKeyLoader;
use phpseclib3\Crypt\RSA;
use phpseclib3\File\X509;

const SIGNATURES = ['appinfo/signature.json', 'core/signature.json'];
const LEFT_OUT = ['.DS_Store', 'Thumbs.db', '.directory', '.webapp'];

/** Pairs of path and hash: a PHP array would turn some names into integers. */
function listFiles(string $root, string $folder = ''): array
{
    $pairs = [];
    foreach (array_diff(scandir("$root/$folder"), ['.', '..']) as $name) {
        $path = $folder === '' ? $name : "$folder/$name";
        if (is_dir("$root/$path")) {
            if (!is_link("$root/$path")) {
                array_push($pairs, ...listFiles($root, $path));
            }
        } elseif (!isLeftOut($path, $name)) {
            $pairs[] = [$path, hash_file('sha512', "$root/$path")];
        }
    }
    return $pairs;
}

function isLeftOut(string $path, string $name): bool
{
    return in_array($path, SIGNATURES, true) || in_array($name, LEFT_OUT, true)
        || str_starts_with($name, '.webapp-owncloud-') || str_ends_with("/$path", '/core/js/mimetypelist.js');
}

function quote(string $text): string
{
    $short = ['"' => '\"', '\\' => '\\\\', "\x08" => '\b', "\t" => '\t', "\n" => '\n', "\f" => '\f', "\r" => '\r'];
    $quoted = '"';
    foreach (str_split($text) as $byte) {
        $quoted .= $short[$byte] ?? ($byte < ' ' ? sprintf('\u%04x', ord($byte)) : $byte);
    }
    return $quoted . '"';
}

function manifest(string $root): string
{
    $pairs = listFiles($root);
    usort($pairs, fn ($a, $b) => strcmp($a[0], $b[0]));
    return '{' . implode(',', array_map(fn ($pair) => quote($pair[0]) . ':' . quote($pair[1]), $pairs)) . '}';
}

function configure($key)
{
    return $key instanceof RSA
        ? $key->withPadding(RSA::SIGNATURE_PSS)->withHash('sha384')->withMGFHash('sha384')->withSaltLength(48)
        : $key->withHash('sha384')->withSignatureFormat('ASN1');
}

function algorithm($key): string
{
    return $key instanceof RSA ? 'rsa-pss-sha384' : 'ecdsa-p384-sha384';
}

function signFolder(array $job): void
{
    $signed = manifest($job['root']);
    $key = PublicKeyLoader::load($job['key']);
    $parts = [
        '"certificates":' . json_encode(['leaf' => $job['leaf'], 'chain' => $job['chain']]),
        '"signature":"' . base64_encode(configure($key)->sign($signed)) . '"',
        '"hashes":' . $signed,
        '"alg":"' . algorithm($key) . '"',
        '"v":2',
    ];
    // Another order and other white space than ours: only the bytes of the hashes count.
    file_put_contents($job['root'] . '/appinfo/signature.json', "{\n  " . implode(",\n  ", $parts) . "\n}\n");
}

/** The raw text of the object behind the key "hashes" at the top of a JSON text. */
function cutHashes(string $json): ?string
{
    $depth = 0;
    $start = null;
    $length = strlen($json);
    for ($i = 0; $i < $length; $i++) {
        if ($json[$i] === '"') {
            $from = $i++;
            while ($json[$i] !== '"') {
                $i += $json[$i] === '\\' ? 2 : 1;
            }
            $behind = ltrim(substr($json, $i + 1, 100));
            if ($depth === 1 && $start === null && substr($json, $from, $i - $from + 1) === '"hashes"' && $behind[0] === ':') {
                $start = strpos($json, '{', $i);
            }
        } elseif ($json[$i] === '{') {
            $depth++;
        } elseif ($json[$i] === '}') {
            $depth--;
            if ($start !== null && $depth === 1) {
                return substr($json, $start, $i - $start + 1);
            }
        }
    }
    return null;
}

function issued(string $issuer, string $certificate): X509
{
    $x509 = new X509();
    $x509->loadCA($issuer);
    $x509->loadX509($certificate);
    if (!$x509->validateSignature()) {
        throw new RuntimeException('a certificate is not valid');
    }
    return $x509;
}

function check(array $job): array
{
    $json = file_get_contents($job['root'] . '/appinfo/signature.json');
    $envelope = json_decode($json, true, 512, JSON_THROW_ON_ERROR);
    $problems = [];
    if (array_keys($envelope) !== ['v', 'alg', 'hashes', 'signature', 'certificates'] || $envelope['v'] !== 2) {
        $problems[] = 'the members are others';
    }
    try {
        [$intermediate] = $envelope['certificates']['chain'];
        issued($job['authority'], $intermediate);
        $leaf = issued($intermediate, $envelope['certificates']['leaf']);
    } catch (RuntimeException $error) {
        return [...$problems, $error->getMessage()];
    }
    if ($leaf->getDNProp('CN') !== ['activity']) {
        $problems[] = 'the certificate is for another app';
    }
    $key = $leaf->getPublicKey();
    if (algorithm($key) !== $envelope['alg']) {
        $problems[] = 'the algorithm is another';
    }
    $signed = cutHashes($json);
    if (!configure($key)->verify($signed, base64_decode($envelope['signature'], true))) {
        $problems[] = 'the signature is wrong';
    }
    if ($signed !== manifest($job['root'])) {
        $problems[] = 'the files are others';
    }
    return $problems;
}

function answer(array $job): mixed
{
    return match ($job['do']) {
        'manifest' => manifest($job['root']),
        'sign' => signFolder($job),
        'check' => check($job),
        'decode' => array_map(fn ($text) => is_array(json_decode(base64_decode($text), true)), $job['texts']),
        'base64' => array_map(
            fn ($text) => ($bytes = base64_decode($text, true)) === false ? null : bin2hex($bytes),
            $job['texts'],
        ),
    };
}

$jobs = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
echo json_encode(array_map('answer', $jobs), JSON_THROW_ON_ERROR);

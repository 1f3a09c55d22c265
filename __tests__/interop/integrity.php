<?php
// Signs and checks apps as the legacy servers do, with phpseclib 2 or 3 (the first argument).
// Reads a list of jobs in JSON from stdin: {"do": "sign", "root", "key", "certificate"} writes signature.json,
// {"do": "check", "root", "authority", "id"} gives what is wrong, as a list, {"do": "hash", "root"} how many files there
// are (for bench/). Answers in JSON.
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(fn ($level, $message) => throw new ErrorException($message), E_ALL & ~E_DEPRECATED);
$library = $argv[1];
require $library === '2' ? '/usr/share/php/phpseclib/autoload.php' : '/usr/share/php/phpseclib3/autoload.php';

function hashes(string $root): array
{
    $hashes = [];
    $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root, FilesystemIterator::SKIP_DOTS));
    foreach ($files as $path => $file) {
        $relative = substr($path, strlen($root) + 1);
        if ($file->isFile() && $relative !== 'appinfo/signature.json') {
            $hashes[$relative] = hash_file('sha512', $path);
        }
    }
    return $hashes;
}

function newRsa2()
{
    $rsa = new phpseclib\Crypt\RSA();
    $rsa->setSignatureMode(phpseclib\Crypt\RSA::SIGNATURE_PSS);
    $rsa->setHash('sha1');
    $rsa->setMGFHash('sha512');
    $rsa->setSaltLength(0);
    return $rsa;
}

function configure3($key)
{
    return $key->withPadding(phpseclib3\Crypt\RSA::SIGNATURE_PSS)->withHash('sha1')->withMGFHash('sha512')->withSaltLength(0);
}

function makeSignature(string $text, string $key): string
{
    global $library;
    if ($library === '3') {
        return configure3(phpseclib3\Crypt\RSA::load($key))->sign($text);
    }
    $rsa = newRsa2();
    $rsa->loadKey($key);
    return $rsa->sign($text);
}

function isSignature(string $text, string $signature, $x509): bool
{
    global $library;
    if ($library === '3') {
        return configure3($x509->getPublicKey())->verify($text, $signature);
    }
    $rsa = newRsa2();
    $rsa->loadKey($x509->currentCert['tbsCertificate']['subjectPublicKeyInfo']['subjectPublicKey']);
    return $rsa->verify($text, $signature);
}

function writeSignature(array $job): void
{
    $hashes = hashes($job['root']);
    ksort($hashes);
    $signature = base64_encode(makeSignature(json_encode($hashes), $job['key']));
    $envelope = ['hashes' => $hashes, 'signature' => $signature, 'certificate' => $job['certificate']];
    file_put_contents($job['root'] . '/appinfo/signature.json', json_encode($envelope, JSON_PRETTY_PRINT));
}

function check(array $job): array
{
    global $library;
    $envelope = json_decode(file_get_contents($job['root'] . '/appinfo/signature.json'), true);
    if (!is_array($envelope)) {
        return ['Signature data not found.'];
    }
    $expected = $envelope['hashes'];
    ksort($expected);
    $x509 = $library === '3' ? new phpseclib3\File\X509() : new phpseclib\File\X509();
    $x509->loadCA($job['authority']);
    $x509->loadX509($envelope['certificate']);
    $problems = [];
    if (!$x509->validateSignature()) {
        $problems[] = 'Certificate is not valid.';
    }
    if ($x509->getDNProp('CN') !== [$job['id'] ?? 'activity']) {
        $problems[] = 'Certificate is not valid for required scope.';
    }
    if (!isSignature(json_encode($expected), base64_decode($envelope['signature']), $x509)) {
        $problems[] = 'Signature could not get verified.';
    }
    $current = hashes($job['root']);
    foreach ($expected + $current as $path => $_) {
        if (($expected[$path] ?? null) !== ($current[$path] ?? null)) {
            $problems[] = "differs: $path";
        }
    }
    return $problems;
}

$answers = [];
foreach (json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR) as $job) {
    $answers[] = match ($job['do']) {
        'sign' => writeSignature($job),
        'hash' => count(hashes($job['root'])),
        default => check($job),
    };
}
echo json_encode($answers, JSON_THROW_ON_ERROR);

<?php
// What PHP itself makes of names and texts. Reads a job in JSON from stdin, writes the answers in JSON.
//   lists:  lists of names      -> each in the order of ksort
//   groups: lists of names      -> for each pair (i < j) in turn: '<', '>' or '=' when ksort leaves it as it was
//   names:  names               -> [is the array key an integer, is_numeric]
//   texts:  strings             -> json_encode
//   maps:   lists of [key, value] -> json_encode of the array
$job = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);

function sorted(array $names): array
{
    $array = [];
    foreach ($names as $name) {
        $array[$name] = true;
    }
    ksort($array);
    return array_map('strval', array_keys($array));
}

function relation(string $a, string $b): string
{
    $first = sorted([$a, $b])[0];
    return $first === sorted([$b, $a])[0] ? ($first === $a ? '<' : '>') : '=';
}

function relations(array $names): string
{
    $found = '';
    foreach ($names as $i => $a) {
        foreach (array_slice($names, $i + 1) as $b) {
            $found .= relation($a, $b);
        }
    }
    return $found;
}

function encodeMap(array $pairs): string
{
    $array = [];
    foreach ($pairs as [$key, $value]) {
        $array[$key] = $value;
    }
    return json_encode($array);
}

echo json_encode([
    'lists' => array_map('sorted', $job['lists'] ?? []),
    'groups' => array_map('relations', $job['groups'] ?? []),
    'names' => array_map(fn ($name) => [is_int(array_key_first([$name => 1])), is_numeric($name)], $job['names'] ?? []),
    'texts' => array_map('json_encode', $job['texts'] ?? []),
    'maps' => array_map('encodeMap', $job['maps'] ?? []),
], JSON_THROW_ON_ERROR);

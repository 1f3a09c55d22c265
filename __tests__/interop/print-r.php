<?php
// What PHP's print_r prints. Reads lists of [key, value] in JSON from stdin, where a value is a string or such a list;
// writes what is printed of each, in JSON.
function build(array $pairs): array
{
    $array = [];
    foreach ($pairs as [$key, $value]) {
        $array[$key] = is_array($value) ? build($value) : $value;
    }
    return $array;
}

$jobs = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
echo json_encode(array_map(fn ($pairs) => print_r(build($pairs), true), $jobs), JSON_THROW_ON_ERROR);

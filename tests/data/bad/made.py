"""Inputs too large to keep, made when a case asks for them."""

from __future__ import annotations

HEAD = b'placecheck: 1\nrubric: {id: better-way-place, edition: "2026.1"}\nplace: {name: Ore Valley}\n'


def ten_megabytes() -> bytes:
    return b"x" * 10_000_000


def ten_megabytes_of_story() -> bytes:
    return HEAD + b"missing_voices: " + b"and " * 2_500_000


def depth_100() -> bytes:
    return b"[" * 100 + b"]" * 100


def depth_100_000() -> bytes:
    return b"[" * 100_000 + b"]" * 100_000


def depth_of_keys() -> bytes:
    return b"".join(b" " * depth + b"k:\n" for depth in range(100))


def depth_of_dashes() -> bytes:
    return b"- " * 100_000 + b"a"


def alias_bomb() -> bytes:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def million_values() -> bytes:
    return b"- a\n" * 1_000_000


def million_json_values() -> bytes:
    return b"[" + b"1," * 1_000_000 + b"1]"


def many_unknown_keys() -> bytes:
    return HEAD + b"".join(b"zz%d: 1\n" % n for n in range(50_000))


def many_unknown_indicators() -> bytes:
    answers = b"".join(b"      places-to-meat-%d: 1\n" % n for n in range(50_000))
    return HEAD + b"voices:\n  - id: v1\n    answers:\n" + answers


def many_levels_off_the_ladder() -> bytes:
    voice = b"  - {id: v%d, answers: {mixing: 6}}\n"
    return HEAD + b"voices:\n" + b"".join(voice % n for n in range(20_000))


def many_voices_twice() -> bytes:
    return HEAD + b"voices:\n" + b"  - {id: v1}\n" * 40_000


def key_of_100_000_characters() -> bytes:
    return HEAD + b"? " + b"k" * 100_000 + b"\n: 1\n"


def number_of_100_000_digits() -> bytes:
    return HEAD + b"date: " + b"9" * 100_000 + b"\n"


def json_number_of_100_000_digits() -> bytes:
    return b'{"placecheck": ' + b"9" * 100_000 + b"}"


def story_of_10_001_characters() -> bytes:
    return HEAD + b"missing_voices: " + b"a" * 10_001 + b"\n"


def word_of_a_megabyte() -> bytes:
    return HEAD + b"round: " + b"full" * 250_000 + b"\n"


def base64_as_a_tag() -> bytes:
    return HEAD + b"missing_voices: !" + b"a" * 5_000 + b" x\n"

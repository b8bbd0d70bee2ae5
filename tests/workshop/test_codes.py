"""The two codes: easy to read off a screen, and impossible to guess."""

from __future__ import annotations

import pytest

from placecheck.base32 import group
from placecheck.workshop import codes


def test_a_join_code_holds_no_letter_that_is_taken_for_another_and_makes_no_word():
    made = {codes.new_join_code() for _ in range(500)}
    assert len(made) > 490
    assert not set("".join(made)) & set("AEIOUL01Y")
    assert {len(code) for code in made} == {6}


@pytest.mark.parametrize("typed", ["BCDFGH", "bcdfgh", " bcd-fgh ", "BCD FGH", "b c d f g h", "BCD\u2013FGH"])
def test_a_join_code_is_known_however_it_is_typed(typed):
    assert codes.parse_join_code(typed) == "BCDFGH"


@pytest.mark.parametrize("typed", ["", "BCDFG", "BCDFGHJ", "BCDFG0", "ACDFGH", "B" * 10_000, "бcdfgh", "BCDFGH\0"])
def test_what_can_be_no_join_code_is_none(typed):
    assert codes.parse_join_code(typed) is None


def test_a_personal_code_has_128_bits_and_is_read_back_however_it_is_typed():
    code = codes.new_personal_code()
    assert 32 ** len(code) >= 2**codes.PERSONAL_BITS
    assert codes.parse_personal_code(group(code).lower()) == code
    assert codes.parse_personal_code(code.replace("0", "o").replace("1", "l")) == code


def test_no_two_personal_codes_are_the_same_and_none_is_kept_as_it_is():
    made = {codes.new_personal_code() for _ in range(1000)}
    assert len(made) == 1000
    assert all(code not in codes.key_hash(code) for code in made)


@pytest.mark.parametrize("typed", ["", "x", "U" * 26, "0" * 25, "0" * 27, "0" * 100_000])
def test_what_can_be_no_personal_code_is_none(typed):
    assert codes.parse_personal_code(typed) is None


def test_a_link_holds_a_token_of_32_hexadecimal_figures_and_nothing_else_is_one():
    token = "0123456789abcdef" * 2
    assert codes.is_link_token(token)
    assert not any(codes.is_link_token(typed) for typed in ("", token[:-1], token + "0", token[:-1] + "g", "BCDFGH"))


def test_a_passphrase_has_twelve_letters_in_groups_and_is_never_the_same():
    made = {codes.new_passphrase() for _ in range(100)}
    assert len(made) == 100
    assert {len(phrase.replace("-", "").replace(" ", "")) for phrase in made} == {12}
    assert all(set(phrase) - set("- ") <= set(codes.JOIN_LETTERS.lower()) for phrase in made)


def test_a_code_of_every_letter_there_is_is_a_code():
    letters = codes.JOIN_LETTERS[: codes.JOIN_LENGTH]
    assert codes.parse_join_code(" ".join(letters)) == letters

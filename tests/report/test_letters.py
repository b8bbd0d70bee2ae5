"""Whatever people type is printed as typed, or named where no typeface holds it; and the paper always comes out."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter

import pytest
import typst
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck import fonts
from placecheck.report.letters import LETTERS, _typeface_characters, is_printable, printable, printable_text
from placecheck.report.summary import summary_pdf
from placecheck.report.typeset import STANDARDS, TYPEFACES, _compiler

WELSH = "âêîôûŵŷ ÂÊÎÔÛŴŶ áéíóúẃý ÁÉÍÓÚẂÝ àèìòùẁỳ äëïöüẅÿ ŸẄ Llanfair-yng-Nghornwy, tŷ'r ŵyn"
GAELIC = "àèìòù ÀÈÌÒÙ áéíóú ÁÉÍÓÚ Lùnastal, Béal Feirste"
TRIAL = b"""
#set document(title: "Trial")
#let input = json(bytes(sys.inputs.data))
#set text(font: input.typefaces, lang: "en")
#for one in input.paragraphs { par(one) }
"""

HOSTILE = [
    '#read("/etc/passwd") #panic("x") #{1 + 1} #import "theme.typ" #sys.inputs',
    "*bold* _emphasis_ `raw` $x^2$ = Heading <label> @reference ~ \\ // comment /* comment */ -- --- ...",
    "<script>alert(1)</script><b>bold</b> &amp; <!-- gone --> {{ view }} {% raw %} </style>",
    "- item\n+ item\n/ term: words\n= Heading",
    "Emoji: 😀 👩🏽‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ 1️⃣",
    "Ελλάδα Привет",
]
LONG = ["Z" * 10_000, ("Zebra crossings. " * 800)[:10_000], "שלום 👍 עולם"]


def squeezed(text: str) -> str:
    """`text` without spaces and without what shows nothing."""
    return "".join(text.split()).replace("\u200b", "").replace("\ufe0f", "")


def compiles(*paragraphs: str) -> bool:
    data = {"typefaces": TYPEFACES, "paragraphs": paragraphs}
    try:
        _compiler().compile(
            input=TRIAL, format="pdf", pdf_standards=[*STANDARDS], sys_inputs={"data": json.dumps(data)}, timestamp=0
        )
    except typst.TypstError:
        return False
    return True


def test_the_trial_sees_a_letter_that_no_typeface_holds() -> None:
    assert compiles("abc")
    assert not compiles("中")


@pytest.mark.parametrize("text", [WELSH, GAELIC], ids=["welsh", "gaelic"])
@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
def test_our_typeface_holds_the_letters_of_these_islands(text, face) -> None:
    held = TTFont(fonts.FOLDER / f"AtkinsonHyperlegibleNext-{face}.ttf").getBestCmap()
    assert [letter for letter in text if ord(letter) not in held] == []
    assert printable(text) == text


def test_the_kept_letters_are_those_of_our_typeface_and_of_no_older_one() -> None:
    assert list(json.loads(LETTERS.read_text())) == list(TYPEFACES)
    held = {chr(number) for number in TTFont(fonts.FOLDER / "AtkinsonHyperlegibleNext-Regular.ttf").getBestCmap()}
    visible = {letter for letter in held if unicodedata.category(letter)[0] not in "CM"}
    assert visible <= _typeface_characters()[0]


def test_every_kept_letter_prints_with_the_typst_at_hand() -> None:
    letters = sorted(set().union(*_typeface_characters()))
    assert len(letters) > 5_000
    alone = [printable(letter) for letter in letters if is_printable(letter)]
    assert compiles(*alone)


@settings(max_examples=150)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_text_at_all_prints(texts) -> None:
    assert compiles(*map(printable, texts))


MIXED = st.text(
    st.sampled_from("ab 😀☐→1\u0301\u0327\u200d\ufe0f\u20e3\u180f\u202e\u05b0\u064bשع🇬🇧👩🏽🚒中\x00\ue000"), max_size=60
)


@settings(max_examples=150)
@given(MIXED)
def test_letters_and_marks_in_any_order_print(text) -> None:
    assert compiles(printable(text))


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("中文字", "[3 Chinese or Japanese letters]"),
        ("「日本語を、話す。」 said Jo", "[6 Chinese or Japanese letters] said Jo"),
        ("வணக்கம், எப்படி இருக்கிறீர்கள்? Good!", "[17 Tamil letters]? Good!"),
        ("سلام ٹھیک ہے", "سلام ٹھیک [2 Arabic letters]"),
        ("ትግርኛ። ትግርኛ።", "[8 Ethiopic letters]"),
        ("中a文", "[one Chinese or Japanese letter]a[one Chinese or Japanese letter]"),
        ("中\n文", "[one Chinese or Japanese letter]\n[one Chinese or Japanese letter]"),
        ("中 3 文", "[one Chinese or Japanese letter] 3 [one Chinese or Japanese letter]"),
        ("a 한 b", "a [one Hangul letter] b"),
        ("বাংলা ትግርኛ", "[2 Bengali letters] [4 Ethiopic letters]"),
        ("nul\x00", "nul[U+0000]"),
        ("\ud800", "[U+D800]"),
        ("\ue000", "[U+E000]"),
        ("𓀀", "[one Egyptian letter]"),
        ("🀄𝄞", "🀄[musical symbol g clef]"),
    ],
)
def test_what_cannot_be_printed_is_named(typed, stands) -> None:
    assert printable(typed) == stands
    assert not is_printable(typed)


@pytest.mark.parametrize("typed", ["abc", WELSH, "😀 👩🏽‍🚒", "Ελλάδα", "→ ≤ ½ £5", "a\nb"])
def test_what_can_be_printed_stands_as_typed(typed) -> None:
    assert is_printable(typed)
    assert printable(typed) == typed


def test_letters_typed_in_two_parts_become_one() -> None:
    assert printable("tw\u0302r") == "tŵr"


def test_marks_that_turn_the_direction_are_taken_out_and_line_ends_are_one_kind() -> None:
    assert printable("a\u202eb\u2066c") == "abc"
    assert printable("a\r\nb\u2028c\x85d\te") == "a\nb\nc\nd e"


def test_a_word_without_end_gets_places_to_break() -> None:
    broken = printable("x" * 100)
    assert broken.replace("\u200b", "") == "x" * 100
    assert max(map(len, broken.split("\u200b"))) <= 40


def test_the_page_for_browsers_keeps_every_script_and_names_what_no_page_may_hold() -> None:
    assert printable_text("中文 tŵr") == "中文 tŵr"
    assert printable_text("a\x00b\ud800\u202e") == "a[U+0000]b[U+D800]"


@pytest.mark.parametrize("story", HOSTILE, ids=range(len(HOSTILE)))
def test_a_story_prints_as_it_was_typed(small, texts, story) -> None:
    printed = texts(summary_pdf(*small(story)))
    assert squeezed(story) in squeezed(printed)


@pytest.mark.parametrize("story", LONG, ids=["one word", "ten thousand letters", "right to left"])
def test_a_story_over_pages_or_from_right_to_left_prints_with_all_its_letters(small, texts, story) -> None:
    """Page feet stand between its lines, and what is read from right to left comes out of the file in either order."""
    assert Counter(squeezed(story)) <= Counter(squeezed(texts(summary_pdf(*small(story)))))


def test_a_summary_whose_every_text_is_hostile_keeps_the_standards(small) -> None:
    page = pytest.importorskip("page")
    mean = HOSTILE[0] + HOSTILE[2] + HOSTILE[4] + " 中文"
    pdf = summary_pdf(
        *small(
            mean,
            place={"name": mean, "boundary": mean, "context": mean, "nation": mean[:200]},
            missing_voices=mean,
            actions=[{"what": mean, "who": mean, "first_step": mean, "power": mean}],
        )
    )
    assert page.is_pdf_compliant_bytes(pdf, profile="ua1")
    assert b"Title" in pdf


def test_the_summary_says_that_some_letters_are_named_and_only_then(small, texts) -> None:
    assert "Words in square brackets" in texts(summary_pdf(*small("中文")))
    assert "Words in square brackets" not in texts(summary_pdf(*small("tŵr")))


@pytest.mark.parametrize("kind", ["ttf", "woff2"])
@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
def test_a_zero_is_plain_and_as_wide_as_the_slashed_one_that_a_code_asks_for(face, kind):
    font = TTFont(fonts.FOLDER / f"AtkinsonHyperlegibleNext-{face}.{kind}")
    contours = {name: font["glyf"][name].numberOfContours for name in ("zero", "zero.slash")}
    assert contours == {"zero": 2, "zero.slash": 3}
    assert font["hmtx"]["zero"] == font["hmtx"]["zero.slash"]
    offered = [record.Feature for record in font["GSUB"].table.FeatureList.FeatureRecord if record.FeatureTag == "zero"]
    lookups = [font["GSUB"].table.LookupList.Lookup[n] for feature in offered for n in feature.LookupListIndex]
    assert [lookup.SubTable[0].mapping for lookup in lookups] == [{"zero": "zero.slash"}]

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from placecheck import words
from placecheck.words import N_, NN_, say, say_n, translation

HOME = Path(words.__file__).parent
PROGRAM = HOME.parent
MODULES = [path for path in sorted(HOME.glob("*.py")) if path.name not in {"__init__.py", "translation.py"}]
TEMPLATES = list(PROGRAM.rglob("template/**/*.html"))
MARKS = {"N_": None, "NN_": (1, 2)}
ONE, COUNTED = N_("{n} of {total}"), NN_("{n} person", "{n} people")


def translations() -> list[Path]:
    return sorted(translation.LOCALE.glob("*/LC_MESSAGES/placecheck.po"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.fixture
def in_welsh():
    with words.speaking("cy"):
        yield


def test_there_is_a_translation_to_look_at():
    assert translations()


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.parts[-3])
def test_every_translated_message_is_still_said_and_keeps_its_places(path):
    said = {found[2] for found in extract_from_dir(HOME, keywords=MARKS)}
    for message in read_po(BytesIO(path.read_bytes())):
        if not message.id:
            continue
        assert message.id in said, f"nothing says {message.id!r} any more: run make words"
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        source = message.id if isinstance(message.id, str) else message.id[1]
        strange = set().union(*map(fields, forms)) - fields(source)
        assert not strange, f"{forms!r} has {strange}, which nothing fills in: write the places as {source!r} has them"


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.parts[-3])
def test_a_draft_says_that_it_is_one(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert "draft" in first.lower(), f"{path} is shown as a draft: say so in its first line, as make words NEW=... does"


def defined(path: Path) -> set[str]:
    return {node.targets[0].id for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Assign)}


def spoken_by(path: Path) -> Iterator[tuple[str, str]]:
    """Each word that a module of the program names, under the module of words that it has it from."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    called = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == "placecheck.words":
            called |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("placecheck.words."):
            yield from ((node.module.rpartition(".")[2], one.name) for one in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and path in MODULES:
            yield path.stem, node.id
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called:
            yield called[node.value.id], node.attr


@pytest.fixture(scope="module")
def spoken() -> set[tuple[str, str]]:
    return {word for path in PROGRAM.rglob("*.py") for word in spoken_by(path)}


@pytest.fixture(scope="module")
def spoken_by_templates() -> set[str]:
    return {word for path in TEMPLATES for word in re.findall(r"\b[a-z]\.([A-Z][A-Z_]+)\b", path.read_text("utf-8"))}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_word_that_is_kept_is_said_somewhere(path, spoken, spoken_by_templates):
    assert defined(path)
    silent = {word for word in defined(path) - spoken_by_templates if (path.stem, word) not in spoken}
    assert silent == set(), "nobody says them, and translators would work on them: take them out"


def test_english_counts_one_and_many():
    assert say_n(COUNTED, 1) == "1 person"
    assert say_n(COUNTED, 2) == "2 people"
    assert say_n(COUNTED, 1200) == "1,200 people"


def test_what_is_said_has_its_values_in_place():
    assert say(ONE, n=2, total=7) == "2 of 7"


@pytest.mark.usefixtures("in_welsh")
def test_welsh_is_spoken_where_it_is_there_and_english_where_it_is_not():
    assert say(N_("Stories")) == "Straeon"
    assert say_n(COUNTED, 3) == "3 person"
    assert say(N_("not in any catalogue")) == "not in any catalogue"


def test_a_language_that_is_not_there_is_english():
    with words.speaking("xx"):
        assert say(N_("Stories")) == "Stories"


@pytest.mark.parametrize("language", [language for language in words.languages() if language != words.ENGLISH])
def test_a_count_that_is_not_translated_is_counted_as_english_counts(language, monkeypatch, tmp_path):
    po = next(path for path in translations() if path.parts[-3] == language).read_text(encoding="utf-8")
    nothing = 'msgid "{n} has gone"\nmsgid_plural "{n} have gone"\n' + "".join(f'msgstr[{n}] ""\n' for n in range(4))
    copy = tmp_path / language / "LC_MESSAGES" / "placecheck.po"
    copy.parent.mkdir(parents=True)
    copy.write_text(f"{po}\n{nothing}", encoding="utf-8")
    monkeypatch.setattr(translation, "LOCALE", tmp_path)
    translation._catalogue.cache_clear()
    with words.speaking(language):
        shown = [say_n(("{n} has gone", "{n} have gone"), n) for n in (0, 1, 2, 12)]
    translation._catalogue.cache_clear()
    assert shown == ["0 have gone", "1 has gone", "2 have gone", "12 have gone"]

"""The corpus kept beside the notes: the same answers with it, and none of it trusted where it is not whole."""

from __future__ import annotations

import pytest

from placecheck.notes.search import ParagraphText, Search, engine
from placecheck.notes.search.corpus_file import MAX_CORPORA, corpus_hash

QUESTIONS = ("who decides how the money is spent?", "Brexit", "when are the bins collected", "wnich", "the church")
WRITTEN = (ParagraphText(("our-talk", 1), "Brexit came up twice, and so did the winch."),)


@pytest.fixture
def no_building(monkeypatch):
    """Makes building a corpus a failure."""

    def build(*_):
        raise AssertionError

    return lambda: monkeypatch.setattr(engine, "build_corpus", build)


def test_a_kept_corpus_answers_as_a_new_one_and_is_not_built_again(catalogue, tmp_path, no_building):
    expected = [Search(catalogue, WRITTEN).find(question) for question in QUESTIONS]
    Search(catalogue, WRITTEN, tmp_path).prepare()
    no_building()
    assert [Search(catalogue, WRITTEN, tmp_path).find(question) for question in QUESTIONS] == expected


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all", None])
def test_a_damaged_corpus_is_built_again(small, tmp_path, content):
    expected = Search(small, WRITTEN).find("Brexit")
    Search(small, WRITTEN, tmp_path).prepare()
    (file,) = (tmp_path / "notes").glob("search-*.npz")
    file.write_bytes(file.read_bytes()[:-2000] if content is None else content)
    assert Search(small, WRITTEN, tmp_path).find("Brexit") == expected
    assert Search(small, WRITTEN, tmp_path).find("Brexit") == expected


def test_where_nothing_can_be_written_search_works_all_the_same(small, tmp_path):
    (tmp_path / "notes").write_text("a file where the folder would be", encoding="utf-8")
    assert Search(small, WRITTEN, tmp_path).find("Brexit")


def test_whatever_a_corpus_is_made_from_changes_its_key(catalogue):
    first = catalogue.passages[0]
    changed = [
        first.model_copy(update={"gist": "Other words."}),
        first.model_copy(update={"asked_as": (*first.asked_as, "and what of this?")}),
        first.model_copy(update={"everyday_words": ("winch",)}),
    ]
    catalogues = [catalogue.model_copy(update={"passages": (one, *catalogue.passages[1:])}) for one in changed]
    catalogues.append(catalogue.model_copy(update={"out_of_scope": type(catalogue.out_of_scope)()}))
    catalogues.append(catalogue.model_copy(update={"wording": type(catalogue.wording)()}))
    keys = {corpus_hash(catalogue, ()), corpus_hash(catalogue, WRITTEN), *(corpus_hash(one, ()) for one in catalogues)}
    assert len(keys) == 2 + len(catalogues)


def test_only_the_latest_corpora_are_kept(small, tmp_path):
    for number in range(MAX_CORPORA + 2):
        Search(small, (ParagraphText(("our-talk", number), "A winch."),), tmp_path).prepare()
    assert len(list((tmp_path / "notes").iterdir())) == MAX_CORPORA

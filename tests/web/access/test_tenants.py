"""Several groups on one server: whoever has the passphrase of one finds nothing of another's, by any way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck import phone
from placecheck.assessment import Answer, Place
from placecheck.errors import InputError
from placecheck.rubric import Rubric
from placecheck.storage import NewWorkshop, Store
from placecheck.web.access import sign_in, tenants
from placecheck.web.access.middleware import AccessMiddleware
from placecheck.web.access.passphrase import COOKIE, PASSPHRASE, Passphrase
from placecheck.web.access.sign_in_session import latest_sign_in
from placecheck.web.access.tenant_lookup import stores_that_may_hold
from placecheck.web.access.tenant_stores import tenant_store
from placecheck.web.access.tenants import (
    ConflictingSettingsError,
    NoTenantError,
    credentials_from_environment,
    current_tenant,
    tenant_of_request,
)
from placecheck.web.data import assessments, network
from placecheck.web.routes import answers_api, passage_screen
from placecheck.web.workshop import progress
from placecheck.workshop import codes

SITE = "http://localhost"
PASSPHRASES = {"harbour": "bench-hall-ferry", "ore-valley": "lamp-mill-bridge"}
FILE = "groups:\n" + "".join(f"  {name}:\n    passphrase: {said}\n" for name, said in PASSPHRASES.items())


class Group(NamedTuple):
    """One group: its name, its cookies once signed in, its store, and its one round."""

    name: str
    cookies: dict[str, str]
    store: Store
    assessment: str


def is_valid(cookies: dict[str, str]) -> bool:
    """Whether the middleware lets in whoever has these."""
    sign_in = latest_sign_in(credentials_from_environment(), cookies)
    return sign_in is not None and sign_in.is_valid()


def cookies_of(name: str, passphrase: str | None = None) -> dict[str, str]:
    return {COOKIE: Passphrase(passphrase or PASSPHRASES[name], name).cookie()}


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Path]]:
    """Writes the file of the groups, as at a new start."""
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("PLACECHECK_DATABASE_URL", raising=False)
    monkeypatch.delenv(PASSPHRASE, raising=False)

    def write(content: str) -> Path:
        file = tmp_path / "groups.yaml"
        file.write_text(content, encoding="utf-8")
        monkeypatch.setenv(tenants.VARIABLE, str(file))
        tenants._locks_in.cache_clear()
        tenant_store.cache_clear()
        return file

    yield write
    tenants._locks_in.cache_clear()
    tenant_store.cache_clear()


@pytest.fixture
def two(configured: Callable[[str], Path], rubric: Rubric) -> Iterator[tuple[Group, Group]]:
    """Two groups, each with a round of one place."""
    configured(FILE)
    made = []
    for name in PASSPHRASES:
        store = tenant_store(name)
        place = store.add_place(Place(name=f"Secret {name}"))
        made.append(
            Group(
                name,
                cookies_of(name),
                store,
                store.begin_assessment(place, rubric, question_set="full", date=None, together=True),
            )
        )
    yield made[0], made[1]
    for one in made:
        one.store.close()


# The file


def test_each_group_in_the_file_has_a_lock_of_its_own(configured):
    configured(FILE)
    assert {lock.group: lock.passphrase for lock in credentials_from_environment()} == PASSPHRASES


@pytest.mark.parametrize(
    ("content", "line", "key", "says"),
    [
        ("groups:\n  harbour:\n    passphrase: seven77\n", 3, "groups.harbour.passphrase", "at least 8"),
        ("groups:\n  harbour:\n    word: long-enough\n", 3, "groups.harbour.word", ""),
        ("groups:\n  harbour: {}\n", 2, "groups.harbour", "harbour"),
        ("groups:\n  harbour: {people: [sam]}\n", 2, "groups.harbour.people[0]", "sam is not"),
        (
            "groups:\n  harbour: {people: [a@b.example]}\n  own: {people: [A@b.example]}\n",
            2,
            "groups.harbour.people[0]",
            "own",
        ),
        (
            'groups:\n  all: {people: ["@b.example"]}\n  own: {people: [a@b.example]}\n',
            3,
            "groups.own.people[0]",
            "@b.example",
        ),
        ("groups:\n  ../up:\n    passphrase: long-enough\n", 2, "groups", "small letters"),
        ("groups: {}\n", 1, "groups", ""),
        (FILE.replace("lamp-mill-bridge", "bench-hall-ferry"), 5, "groups.ore-valley.passphrase", "harbour"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_line_and_key_and_no_passphrase(configured, content, line, key, says):
    file = configured(content)
    with pytest.raises(InputError) as refused:
        credentials_from_environment()
    found = refused.value.findings[0]
    assert (found.file, found.line) == (str(file), line)
    assert found.key.startswith(key)
    assert says in f"{found.what} {found.hint}"
    assert "bench-hall-ferry" not in str(refused.value)


def test_one_passphrase_for_all_and_a_file_of_groups_do_not_go_together(configured, monkeypatch):
    configured(FILE)
    monkeypatch.setenv(PASSPHRASE, "bench-hall-ferry")
    with pytest.raises(ConflictingSettingsError, match="PLACECHECK_PASSPHRASE applies"):
        credentials_from_environment()


# Who is asking


def test_a_group_finds_its_own_and_nothing_of_another(two):
    for own, other in (two, two[::-1]):
        with tenant_of_request(own.cookies):
            assert assessments.open_assessment(own.assessment).assessment.place.name == f"Secret {own.name}"
            assert assessments.open_assessment(other.assessment) is None
            assert assessments.paper_sheets(other.assessment) is None
            assert other.assessment not in assessments.assessment_labels()
            assert [one.id for one in network.all_assessments()] == [own.assessment]


def test_rounds_with_the_same_id_in_two_groups_are_never_taken_for_each_other(two, rubric, tmp_path):
    one, other = two
    one.store.back_up(tmp_path / "backup.zip")
    other.store.restore(tmp_path / "backup.zip", tmp_path / "kept")
    indicator = next(iter(rubric.by_id))
    for level, group in enumerate(two, start=1):
        group.store.save_answer(one.assessment, "v1", indicator, Answer(level=level), "test")
    assert one.store.sequence(one.assessment) == other.store.sequence(one.assessment)
    for level, group in enumerate(two, start=1):
        with tenant_of_request(group.cookies):
            assert assessments.open_assessment(one.assessment).assessment.voices[0].answers[indicator].level == level


def test_what_was_worked_out_for_all_places_of_one_group_is_not_shown_to_another(two, monkeypatch):
    monkeypatch.setattr(Store, "pulse", lambda _store: (1, 1))
    for group in (*two, *two):
        with tenant_of_request(group.cookies):
            assert [one.id for one in network.all_assessments()] == [group.assessment]
            count = network.begin_count(network.all_assessments())
            assert [spread.places for spread in count.result()] == [1]
            assert network.begin_count(network.all_assessments()) is count


def test_each_group_has_its_own_texts_of_notes(two, rubric):
    libraries = []
    for group in two:
        with tenant_of_request(group.cookies):
            libraries.append(assessments.library_of(rubric))
    assert libraries[0] is not libraries[1]
    assert tenants.tenant_folder("harbour") != tenants.tenant_folder("ore-valley")


def test_groups_on_one_postgresql_database_have_a_schema_each(configured, postgres, monkeypatch):
    configured(FILE)
    monkeypatch.setenv("PLACECHECK_DATABASE_URL", postgres())
    for name in PASSPHRASES:
        with tenant_of_request(cookies_of(name)):
            assessments.current_store().add_place(Place(name=f"Secret {name}"))
    for name in PASSPHRASES:
        with tenant_of_request(cookies_of(name)):
            assert [place.name for place in assessments.current_store().places()] == [f"Secret {name}"]
            assessments.current_store().close()


@pytest.mark.usefixtures("two")
def test_whoever_asks_next_is_in_no_group_by_the_sign_in_of_the_one_before():
    with tenant_of_request(cookies_of("harbour")):
        with tenant_of_request(cookies_of("ore-valley")):
            assert current_tenant() == "ore-valley"
        assert current_tenant() == "harbour"
    with pytest.raises(NoTenantError):
        current_tenant()


@pytest.mark.usefixtures("two")
def test_nobody_without_a_sign_in_of_a_group_has_any_store():
    real = cookies_of("harbour")[COOKIE]
    renamed = real.replace(".harbour.", ".ore-valley.")
    nameless = Passphrase(PASSPHRASES["harbour"]).cookie()
    for cookie in (
        "",
        "harbour",
        "..harbour.",
        renamed,
        nameless,
        cookies_of("harbour", "lamp-mill-bridge")[COOKIE],
    ):
        with tenant_of_request({COOKIE: cookie}), pytest.raises(NoTenantError):
            assessments.current_store()
        assert not is_valid({COOKIE: cookie})
    with pytest.raises(NoTenantError):
        assessments.current_store()


def test_a_group_taken_out_of_the_file_is_not_let_in_after_the_next_start(configured, two):
    configured(FILE.partition("  ore-valley")[0])
    assert [is_valid(group.cookies) for group in two] == [True, False]
    assert tenants.tenant_names() == ("harbour",)


def test_another_passphrase_in_the_file_ends_the_sign_ins_of_that_group_alone(configured, two):
    configured(FILE.replace("lamp-mill-bridge", "another-passphrase"))
    assert [is_valid(group.cookies) for group in two] == [True, False]


# By the sign-in page, the big screen, and phones


@pytest.fixture
def browser(two: tuple[Group, Group]) -> Callable[[], TestClient]:  # noqa: ARG001 (the groups are there)
    ours = [
        Route(passage_screen.ADDRESS, passage_screen.passage_response),
        Route(answers_api.ADDRESS, answers_api.save_answer, methods=["POST"]),
        Route(progress.ADDRESS, progress.progress_response),
    ]
    routes = [*sign_in.sign_in_routes(credentials_from_environment()), *ours, *phone.phone_routes(stores_that_may_hold)]
    app = Starlette(
        routes=routes, middleware=[Middleware(AccessMiddleware, credentials=credentials_from_environment())]
    )
    return lambda: TestClient(app, base_url=SITE, follow_redirects=False)


def signed_in(client: TestClient, passphrase: str) -> int:
    token = re.search(r'name="token" value="(\w+)"', client.get("/sign-in").text)[1]
    given = {"token": token, "passphrase": passphrase}
    return client.post("/sign-in", data=given, headers={"Origin": SITE}).status_code


def test_each_passphrase_signs_in_to_its_own_group_and_no_other_one_to_any(browser):
    for name, said in PASSPHRASES.items():
        client = browser()
        assert signed_in(client, said) == 303
        with tenant_of_request(dict(client.cookies)):
            assert tenants.current_tenant() == name
    assert signed_in(browser(), "not-of-any-group") == 403


def test_the_big_screen_is_shown_from_the_store_of_whoever_asks(browser, two, monkeypatch):
    seen = []
    monkeypatch.setattr(
        passage_screen.assessments, "open_assessment", lambda id_: seen.append((tenants.current_tenant(), id_))
    )
    for group in two:
        client = browser()
        assert client.get(passage_screen.ADDRESS).status_code == 401
        client.cookies.update(group.cookies)
        client.get(passage_screen.ADDRESS, params={"round": two[0].assessment})
    assert seen == [(group.name, two[0].assessment) for group in two]


def test_an_answer_goes_to_the_store_of_whoever_sends_it(browser, two):
    given = {"assessment": two[0].assessment, "voice": "v1", "indicator": "mixing", "parts": {"choice": "2"}}
    client = browser()
    assert client.post(answers_api.ADDRESS, json=given).status_code == 401
    for group, status in zip(reversed(two), (409, 200), strict=True):
        client.cookies.update(group.cookies)
        assert client.post(answers_api.ADDRESS, json=given).status_code == status
    assert two[0].store.assessment(two[0].assessment).voices[0].answers == {"mixing": Answer(level=2)}


@pytest.fixture
def workshops(two: tuple[Group, Group], rubric: Rubric) -> list[NewWorkshop]:
    """A workshop of each group, with one thing open."""
    found = []
    for group in two:
        place = group.store.add_place(Place(name=f"Hall of {group.name}"))
        made = group.store.create_workshop(
            group.store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
        )
        group.store.open_vote(made.id, [next(iter(rubric.by_id))])
        found.append(made)
    return found


def test_how_far_a_workshop_is_is_told_to_its_own_group_alone(browser, two, workshops):
    client = browser()
    assert client.get(progress.ADDRESS, params={"workshop": workshops[0].id}).status_code == 401
    for group, own in zip(two, workshops, strict=True):
        client.cookies.update(group.cookies)
        told = [client.get(progress.ADDRESS, params={"workshop": one.id}).json() for one in workshops]
        assert [one["joined"] for one in told] == ["0 have joined" if one is own else "" for one in workshops]


def sent(client: TestClient, page: str, path: str, **fields: str) -> int:
    token = re.search(r'name="token" value="(\w+)"', client.get(page).text)[1]
    return client.post(path, data={"token": token, **fields}, headers={"Origin": SITE}).status_code


def test_a_phone_joins_the_workshop_of_either_group_by_its_code_and_answers_there(browser, two, workshops, rubric):
    indicator = next(iter(rubric.by_id))
    for group, made in zip(two, workshops, strict=True):
        client = browser()
        assert f"Hall of {group.name}" in client.get(f"/join/{made.code}").text
        assert sent(client, f"/join/{made.code}", f"/join/{made.code}") == 303
        assert client.get("/join/here").status_code == 200
        assert sent(client, f"/join/ask/{indicator}", f"/join/ask/{indicator}", level="2") == 303
        assert client.get("/join/my-answers.json").json()["answers"][indicator] == 2
        assert client.get("/").status_code == 401
    for group, made in zip(two, workshops, strict=True):
        assert len(group.store.assessment(group.store.workshop_summary(made.id).assessment_id).voices) == 1


def test_a_personal_code_is_known_on_another_phone_whichever_group_it_is_of(browser, two, workshops):
    for group, made in zip(two, workshops, strict=True):
        joined = group.store.join(made.code)
        assert sent(browser(), "/join", "/join/again", personal=joined.code) == 303
    assert sent(browser(), "/join", "/join/again", personal="A" * 26) == 404


def test_a_code_that_two_groups_have_by_chance_lets_nobody_in_wrongly(browser, two, rubric, monkeypatch):
    monkeypatch.setattr(codes, "new_join_code", lambda: "BCDFGH")
    for group in two:
        place = group.store.add_place(Place(name="Hall"))
        made = group.store.create_workshop(
            group.store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
        )
        assert made.code == "BCDFGH"
        opened = browser().get("/join/BCDFGH").status_code
        assert opened == (200 if group is two[0] else 404)


# The real thing: Streamlit's live connection


def test_the_dashboards_live_connection_tells_a_group_of_its_own_places_alone(serving, heard_from, two, tmp_path):
    with serving("placecheck", "run", "--port", "0", data=tmp_path / "data") as running:
        for own, other in (two, two[::-1]):
            heard = heard_from(running.address, own.cookies, f"round={other.assessment}").replace(
                b"\\", b""
            )  # as shown
            assert f"Secret {own.name}".encode() in heard
            assert f"Secret {other.name}".encode() not in heard

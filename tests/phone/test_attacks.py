"""What others might try on the phones' pages: another's answers, guessed codes, forged forms, too much of all."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.assessment import Answer, Place
from placecheck.phone import phone_routes, request
from placecheck.phone.phone_app import PhoneApp
from placecheck.phone.token_bucket import Rate, TokenBucket, WaitingLine, network_of
from placecheck.storage import Arrivals, NotHereError, open_store
from placecheck.workshop import codes

SITE = "http://testserver"


@pytest.fixture
def two(opened, asked, phone):
    """Two people, of whom the first has answered."""
    one, other = phone().join(opened.code), phone().join(opened.code)
    one.look(f"/join/ask/{asked[0]}")
    one.send(f"/join/ask/{asked[0]}", level="3", story="only mine")
    return one, other


# Another's answers


def test_nobody_sees_or_changes_what_another_said(store, two, asked):
    one, other = two
    for path in ("/join/here", f"/join/ask/{asked[0]}", "/join/room", "/join/code", "/join/my-answers.json"):
        other.look(path)
        assert "only mine" not in other.page
        assert one.code not in other.page.replace("-", "")
    other.look(f"/join/ask/{asked[0]}")
    other.send(f"/join/ask/{asked[0]}", level="0", voice="v1", voice_id="v1", code=one.code)
    assert store.own_answer(one.code, asked[0]) == Answer(level=3, story="only mine")


@pytest.mark.usefixtures("opened")
def test_without_a_code_of_ones_own_nothing_is_shown_or_taken(asked, phone):
    stranger = phone()
    for wrong in (None, "", "x", codes.new_personal_code(), "' OR 1=1 --", "0" * 26):
        if wrong is not None:
            stranger.client.cookies.set("placecheck_voice", wrong, path="/join")
        for path in ("/join/here", "/join/now", f"/join/ask/{asked[0]}", "/join/room", "/join/code"):
            assert stranger.look(path) == 401
        stranger.look("/join")
        assert stranger.send(f"/join/ask/{asked[0]}", level="1") == 401
        stranger.look("/join")
        assert stranger.send("/join/erase", sure="yes") == 401


def test_a_code_in_an_address_or_chosen_by_another_is_never_taken_over(store, opened, phone):
    one, victim = phone().join(opened.code), phone()
    victim.look(f"/join/here?placecheck_voice={one.code}")
    assert "placecheck_voice" not in victim.client.cookies
    planted = codes.new_personal_code()
    victim.client.cookies.set("placecheck_voice", planted, path="/join")
    victim.look(f"/join/{opened.code}")
    victim.send(f"/join/{opened.code}", personal=planted, code=planted)
    assert planted not in [cookie.value for cookie in victim.client.cookies.jar if cookie.domain != ""]
    assert store.progress(opened.id).voices == 2


def test_the_personal_code_is_out_of_reach_of_scripts_and_other_sites(opened, phone):
    one = phone()
    one.look(f"/join/{opened.code}")
    token = one.page.split('name="token" value="')[1].split('"')[0]
    one.client.follow_redirects = False
    answer = one.client.post(f"/join/{opened.code}", data={"token": token}, headers={"Origin": SITE})
    kept = next(line for line in answer.headers.get_list("set-cookie") if line.startswith("placecheck_voice"))
    assert {"HttpOnly", "SameSite=lax", "Path=/join"} <= set(kept.split("; "))
    secure = TestClient(one.client.app, base_url="https://testserver", follow_redirects=False)
    token = secure.get(f"/join/{opened.code}").text.split('name="token" value="')[1].split('"')[0]
    answer = secure.post(f"/join/{opened.code}", data={"token": token}, headers={"Origin": "https://testserver"})
    assert "Secure" in answer.headers["set-cookie"]


# Forged forms


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver:81"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": SITE, "Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_of_another_sites_page_is_refused_even_with_the_token(*, store, two, asked, headers):
    one, _ = two
    one.look(f"/join/ask/{asked[0]}")
    token = one.page.split('name="token" value="')[1].split('"')[0]
    answer = one.client.post(f"/join/ask/{asked[0]}", data={"token": token, "level": "0"}, headers=headers)
    assert answer.status_code == 403
    assert store.own_answer(one.code, asked[0]).level == 3


@pytest.mark.parametrize("path", ["ask", "/join/erase", "/join/forget", "/join/again"])
def test_a_form_without_the_token_of_this_very_person_is_refused(store, two, asked, path):
    one, other = two
    other.look(f"/join/ask/{asked[0]}")
    of_other = other.page.split('name="token" value="')[1].split('"')[0]
    path = f"/join/ask/{asked[0]}" if path == "ask" else path
    for token in ("", "x", of_other, of_other.upper(), "\u00e9"):
        fields = {"token": token, "level": "0", "sure": "yes", "personal": other.code}
        assert one.client.post(path, data=fields, headers={"Origin": SITE}).status_code == 403
    assert store.own_answer(one.code, asked[0]).level == 3


# Guessing


@pytest.fixture
def guarded(store):
    """The pages of an app with a clock that stands still, in which nobody waits."""
    now = [0.0]
    wrong = TokenBucket(Rate(20, 30), Rate(40, 3), clock=lambda: now[0])
    line = WaitingLine(Rate(1, 0), 0, refuses=False)
    return Starlette(
        routes=phone_routes(lambda _code: [store], PhoneApp(lambda _code: [store], wrong_codes=wrong, guesses=line))
    ), now


def guess(app, address: str, code: str, **headers: str) -> int:
    return TestClient(app, base_url=SITE, client=(address, 5000)).get(f"/join/{code}", headers=headers).status_code


def test_join_codes_cannot_be_guessed_from_one_address(guarded):
    app, now = guarded
    assert [guess(app, "192.0.2.1", "BBBBBB") for _ in range(25)] == [404] * 20 + [429] * 5
    now[0] += 31
    assert [guess(app, "192.0.2.1", "BBBBBB") for _ in range(2)] == [404, 429]


def test_nor_from_many_addresses_and_those_who_joined_are_not_troubled(made, guarded, phone):
    app, _ = guarded
    inside = type(phone())(app).join(made.code)
    tried = [guess(app, f"198.51.100.{n}", "BBBBBB") for n in range(60)]
    assert tried.count(404) == 40
    assert inside.look("/join/here") == 200


def test_right_codes_pass_while_somebody_behind_the_same_address_guesses(store, made, guarded, phone):
    app, _ = guarded
    back = store.join(made.code).code
    for _ in range(30):
        guess(app, "192.0.2.1", "BBBBBB")
    for right in (made.code, made.id):
        assert guess(app, "192.0.2.1", right) == 200
    returning = type(phone())(app)
    returning.look("/join")
    assert returning.send("/join/again", personal=back) == 200


def test_who_guesses_waits_their_turn_and_who_holds_the_squares_token_does_not(store, made):
    waited = []

    class Counted(WaitingLine):
        async def wait(self, key: str) -> bool:
            waited.append(key)
            return await super().wait(key)

    line = Counted(Rate(1, 0), 0, refuses=False)
    app = Starlette(
        routes=phone_routes(
            lambda _code: [store], PhoneApp(lambda _code: [store], wrong_codes=TokenBucket(Rate(2, 30)), guesses=line)
        )
    )
    for _ in range(3):
        guess(app, "192.0.2.1", "BBBBBB")
    assert waited == ["192.0.2.1"]
    guess(app, "192.0.2.1", made.id)
    assert len(waited) == 1
    guess(app, "192.0.2.1", made.code)
    assert len(waited) == 2


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_sites_page_sends_counts_for_nothing(guarded, site):
    app, _ = guarded
    for path in ("BBBBBB", "?code=BBBBBB"):
        for _ in range(30):
            guess(app, "192.0.2.1", path, **{"Sec-Fetch-Site": site})
    assert guess(app, "192.0.2.1", "BBBBBB") == 404


def test_a_hall_of_60_gets_in_from_one_address_and_a_script_is_slowed(store):
    waits = []

    async def all_come(crowd: int) -> list[bool]:
        line = PhoneApp(lambda _code: [store]).joins
        line._clock = lambda: 0.0
        return [await line.wait("192.0.2.1") for _ in range(crowd)]

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("placecheck.phone.token_bucket.asyncio.sleep", sleep)
        assert all(asyncio.run(all_come(60)))
        assert max(waits) <= 8
        waits.clear()
        assert all(asyncio.run(all_come(50)))
        assert sum(wait > 3 for wait in waits) >= 8, "50 in 3 seconds are not all let in by then"
        assert not all(asyncio.run(all_come(1000)))


def test_a_line_lets_a_burst_through_and_then_one_after_the_other():
    slept: list[float] = []

    async def through() -> list[bool]:
        line = WaitingLine(Rate(3, 2), 5, refuses=True, clock=lambda: 0.0)
        return [await line.wait("one") for _ in range(8)]

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("placecheck.phone.token_bucket.asyncio.sleep", sleep)
        assert asyncio.run(through()) == [True] * 5 + [False] * 3
    assert slept == [2, 4]


def test_all_addresses_of_one_ipv6_network_count_as_one(guarded):
    app, _ = guarded
    assert [guess(app, f"2001:db8::{n:x}", "BBBBBB") for n in range(25)].count(404) == 20
    assert network_of("::ffff:192.0.2.1") == "192.0.2.1"


def test_a_personal_code_is_too_long_to_be_guessed_and_so_nobody_waits_for_it(made, guarded, phone):
    app, _ = guarded
    one = type(phone())(app)
    one.look(f"/join/{made.code}")
    page = one.page
    tried = []
    for _ in range(22):
        one.page = page
        tried.append(one.send("/join/again", personal=codes.new_personal_code()))
    assert tried == [404] * 22
    assert codes.PERSONAL_BITS >= 128


# Who comes in


def test_one_phone_is_one_person_unless_the_facilitator_allows_more(store, made, phone):
    one = phone().join(made.code)
    one.look(f"/join/{made.code}")
    assert "Join</button>" not in one.page
    one.look("/join/code")
    assert one.send(f"/join/{made.code}") == 409
    assert store.progress(made.id).voices == 1
    store.set_phone_sharing(made.id, is_shared=True)
    one.look(f"/join/{made.code}")
    assert one.send(f"/join/{made.code}") == 200
    assert store.progress(made.id).voices == 2


def test_nobody_joins_without_a_cookie_from_our_own_page_nor_often_on_one_device(store, made):
    bare = TestClient(Starlette(routes=phone_routes(lambda _code: [store])), base_url=SITE, follow_redirects=False)
    assert bare.post(f"/join/{made.code}", data={"token": "x"}, headers={"Origin": SITE}).status_code == 403
    token = bare.get(f"/join/{made.code}").text.split('name="token" value="')[1].split('"')[0]
    tried = []
    for _ in range(12):
        bare.cookies.delete("placecheck_voice") if "placecheck_voice" in bare.cookies else None
        tried.append(bare.post(f"/join/{made.code}", data={"token": token}, headers={"Origin": SITE}).status_code)
    assert tried == [303] * 8 + [429] * 4


def test_while_joining_is_closed_nobody_gets_in_and_those_inside_go_on(store, opened, asked, phone):
    inside = phone().join(opened.id)
    store.set_joining(opened.id, is_open=False)
    late = phone()
    assert late.look(f"/join/{opened.code}") == 200
    assert "No more people can join" in late.page
    late.look("/join")
    assert late.send(f"/join/{opened.code}") == 409
    inside.look(f"/join/ask/{asked[0]}")
    assert inside.send(f"/join/ask/{asked[0]}", level="1") == 200
    store.set_joining(opened.id, is_open=True)
    late.join(opened.code)


def test_who_joined_and_said_nothing_can_be_taken_out_and_others_stay(store, opened, asked):
    spoke, *_ = [store.join(opened.code) for _ in range(5)]
    store.save_own_answer(spoke.code, asked[0], Answer(level=1))
    assert store.erase_silent_voices(opened.id, "test") == 4
    assert store.own_answers(spoke.code).answers
    assert store.progress(opened.id).voices == 1


def test_a_crowd_that_came_just_now_is_counted_and_taken_out_whatever_it_said_and_can_be_let_back(tmp_path, rubric):
    now = [datetime(2027, 1, 9, 14, tzinfo=UTC)]
    with closing(open_store(tmp_path / "a-crowd", clock=lambda: now[0])) as store:
        place = store.add_place(Place(name="Ore Valley"))
        id_ = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
        made = store.create_workshop(id_)
        asked = [indicator.id for indicator in rubric.indicators() if indicator.starter][:1]
        store.open_vote(made.id, asked)
        early = store.join(made.code)
        store.save_own_answer(early.code, asked[0], Answer(level=1))
        now[0] += timedelta(minutes=10)
        crowd = [store.join(made.code) for _ in range(50)]
        for one in crowd[:40]:
            store.save_own_answer(one.code, asked[0], Answer(level=0))
        assert store.arrivals(made.id, timedelta(minutes=2)) == Arrivals(recent=50, silent=10)
        assert store.take_out_recent(made.id, timedelta(minutes=2), "test") == 50
        assert store.arrivals(made.id, timedelta(minutes=2)) == Arrivals(recent=0, silent=0)
        assert [voice.id for voice in store.assessment(id_).voices] == [early.voice_id]
        with pytest.raises(NotHereError):
            store.save_own_answer(crowd[0].code, asked[0], Answer(level=4))
        store.return_voice(id_, crowd[0].voice_id, "test")
        assert store.own_answers(crowd[0].code).answers[asked[0]].level == 0


def test_one_voice_cannot_flood_the_store(store, opened, asked):
    saves = TokenBucket(Rate(5, 1), clock=lambda: 0.0)
    app = Starlette(routes=phone_routes(lambda _code: [store], PhoneApp(lambda _code: [store], saves=saves)))
    one = TestClient(app, base_url=SITE)
    for path in (f"/join/{opened.code}", f"/join/ask/{asked[0]}"):
        token = one.get(path).text.split('name="token" value="')[1].split('"')[0]
        if path.endswith(opened.code):
            one.post(path, data={"token": token}, headers={"Origin": SITE})
    given = {"token": token, "level": "1"}
    one.follow_redirects = False
    sent = [one.post(path, data=given, headers={"Origin": SITE}).status_code for _ in range(7)]
    assert sent == [303] * 5 + [429] * 2


def test_addresses_are_forgotten_and_never_grow_without_end(monkeypatch):
    monkeypatch.setattr("placecheck.phone.token_bucket.MAX_KNOWN", 10)
    limit = TokenBucket(Rate(1, 60), clock=lambda: 0.0)
    assert all(limit.try_acquire(str(n)) for n in range(1000))
    assert len(limit._known) == 10


# Too much, too slow, not what was asked for


def test_what_is_too_long_is_refused_unread(store, two, asked):
    one, _ = two
    one.look(f"/join/ask/{asked[0]}")
    path = f"/join/ask/{asked[0]}"
    assert one.send(path, story="x" * request.MAX_BYTES) == 413
    one.look(path)
    assert one.send(path, story="x" * 10_001, level="1") == 422
    assert one.send(path, **{f"f{n}": "1" for n in range(30)}) == 400
    assert store.own_answer(one.code, asked[0]).level == 3


def test_a_body_that_grows_without_saying_how_long_it_is_is_cut_off(two, asked):
    one, _ = two

    def endless():
        for _ in range(100):
            yield b"story=" + b"x" * 10_000

    headers = {"Origin": SITE, "Content-Type": "application/x-www-form-urlencoded"}
    assert one.client.post(f"/join/ask/{asked[0]}", content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize("media", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
def test_only_a_form_is_taken(two, asked, media):
    one, _ = two
    headers = {"Origin": SITE, "Content-Type": media}
    assert one.client.post(f"/join/ask/{asked[0]}", content=b"level=0", headers=headers).status_code == 415


@pytest.mark.parametrize("body", [b"story=%ff", b"story=%00&level=1", b"\xff", b"level=%31%0a", b"story=%ED%A0%80"])
def test_text_that_is_no_text_is_refused(store, two, asked, body):
    one, _ = two
    one.look(f"/join/ask/{asked[0]}")
    token = one.page.split('name="token" value="')[1].split('"')[0].encode()
    headers = {"Origin": SITE, "Content-Type": "application/x-www-form-urlencoded"}
    answer = one.client.post(f"/join/ask/{asked[0]}", content=b"token=" + token + b"&" + body, headers=headers)
    assert answer.status_code in (400, 422)
    assert store.own_answer(one.code, asked[0]).level == 3


def test_a_body_that_comes_too_slowly_is_not_waited_for(monkeypatch, two, asked):
    monkeypatch.setattr(request, "TIMEOUT_SECONDS", 0.05)
    one, _ = two

    async def never():
        await asyncio.sleep(60)

    async def app(scope, _receive, send):
        await one.client.app(scope, never, send)

    slow = TestClient(app, base_url=SITE)
    headers = {"Origin": SITE, "Content-Type": "application/x-www-form-urlencoded"}
    assert slow.post(f"/join/ask/{asked[0]}", content=b"level=0", headers=headers).status_code == 408


def test_what_was_written_is_shown_as_text_and_never_run(two, asked):
    one, _ = two
    one.look(f"/join/ask/{asked[0]}")
    nasty = "</textarea><script>alert(1)</script>\" onmouseover='x'"
    one.send(f"/join/ask/{asked[0]}", story=nasty, level="1")
    one.look(f"/join/ask/{asked[0]}")
    assert "<script>alert" not in one.page
    assert "&lt;/textarea&gt;" in one.page
    one.look("/join?code=%3Cscript%3E")
    assert "<script>" not in one.page


def test_what_is_not_there_is_said_without_a_trace_of_how_it_works(two):
    one, _ = two
    for path in ("/join/ask/no-such-thing", "/join/files/../../pages.py", "/join/files/x.css", "/join/a/b/c"):
        assert one.look(path) in (404, 405)
        assert "Traceback" not in one.page

"""Both replicas are stopped and started again in turn, behind a real proxy, while phones answer: none sees an error."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import httpx2
import pytest

from placecheck.assessment import Place
from placecheck.storage import open_store

HOSTING = Path(__file__).parents[2] / "hosting"
PHONES = 6
PATIENCE = 60


def placed(text: str, ports: list[int]) -> str:
    for name, port in zip(("first", "second"), ports, strict=True):
        text = text.replace(f"{name}:8501", f"127.0.0.1:{port}")
    return text


def caddy(folder: Path, port: int, ports: list[int]) -> list[str]:
    sample = placed((HOSTING / "Caddyfile").read_text(), ports).replace("{$SITE}", f"http://127.0.0.1:{port}")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n}\n\n" + sample)
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def haproxy(folder: Path, port: int, ports: list[int]) -> list[str]:
    sample = placed((HOSTING / "haproxy.cfg").read_text(), ports)
    sample = sample.replace("bind :443 ssl crt /etc/haproxy/site.pem alpn h2,http/1.1", f"bind 127.0.0.1:{port}")
    (folder / "haproxy.cfg").write_text(sample)
    return ["haproxy", "-db", "-f", str(folder / "haproxy.cfg")]


def nginx(folder: Path, port: int, ports: list[int]) -> list[str]:
    sample = placed((HOSTING / "nginx.conf").read_text(), ports).replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    sample = "\n".join(line for line in sample.splitlines() if "ssl_certificate" not in line)
    paths = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    head = f"daemon off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}"
    (folder / "nginx.conf").write_text(f"{head}{sample}\n}}\n")
    return ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)]


PROXIES = {"caddy": caddy, "haproxy": haproxy, "nginx": nginx}


def program(name: str) -> str | None:
    return shutil.which(name, path="/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin")


class Tapping(threading.Thread):
    """A phone that answers without a pause; keeps what was confirmed, and what was not."""

    def __init__(self, address: str, code: str, asked: list[str], ended: threading.Event) -> None:
        super().__init__()
        self._ended, self._asked, self._address = ended, asked, address
        self.confirmed: dict[str, int] = {}
        self.failed: list[str] = []
        self.client = httpx2.Client(base_url=address, trust_env=False, timeout=PATIENCE, follow_redirects=True)
        page = self.client.get(f"/join/{code}").text
        self.client.post(f"/join/{code}", data={"token": token_in(page)}, headers={"Origin": address})
        self._token = token_in(self.client.get("/join/code").text)

    def run(self) -> None:
        chance = random.Random(id(self))  # noqa: S311 (no secret)
        headers = {"Origin": self._address, "Accept": "application/json"}
        while not self._ended.wait(0.3):  # below what one voice may change
            indicator, level = chance.choice(self._asked), chance.randint(0, 4)
            try:
                form = {"token": self._token, "level": str(level)}
                reply = self.client.post(f"/join/ask/{indicator}", data=form, headers=headers)
            except httpx2.HTTPError as error:
                self.failed.append(repr(error))
                continue
            if reply.status_code == 200:
                self.confirmed[indicator] = level
            else:
                self.failed.append(f"{reply.status_code} {reply.text[:100]}")


def token_in(page: str) -> str:
    return page.partition('name="token" value="')[2].partition('"')[0]


def waited_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if httpx2.get(f"http://127.0.0.1:{port}/ready", trust_env=False).status_code == 200:
                return
        except httpx2.HTTPError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"nothing is ready at {port}")


@pytest.mark.slow
@pytest.mark.parametrize("name", PROXIES)
def test_a_rolling_restart_loses_no_answer_and_shows_nobody_an_error(
    name, postgres, serving, rubric, *, a_port, tmp_path
):
    if program(name) is None:
        pytest.skip(f"{name} is not installed; Debian has it")
    where = postgres()
    ports, port = [a_port(), a_port()], a_port()
    store = open_store(where)
    id_ = store.begin_assessment(
        store.add_place(Place(name="Ore Valley")), rubric, question_set="starter", date=None, together=False
    )
    made, asked = store.create_workshop(id_), [indicator.id for indicator in rubric.indicators() if indicator.starter]
    store.open_vote(made.id, asked)

    def replica(number: int):
        return serving("placecheck", "run", "--port", str(ports[number]), "--stop-after", "4", data=tmp_path / "data")

    with ExitStack() as first, ExitStack() as second, ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLACECHECK_DATABASE_URL", where)
        patch.setenv("PLACECHECK_PASSPHRASE", "bench-hall-ferry")
        running = [first, second]
        for number, each in enumerate(running):
            each.enter_context(replica(number))
        command = PROXIES[name](tmp_path, port, ports)
        log = stack.enter_context((tmp_path / "proxy.log").open("wb"))
        proxy = subprocess.Popen([program(name), *command[1:]], stdout=log, stderr=log)
        stack.callback(proxy.wait)
        stack.callback(proxy.send_signal, signal.SIGTERM)
        waited_for(port)
        ended = threading.Event()
        phones = [Tapping(f"http://127.0.0.1:{port}", made.code, asked, ended) for _ in range(PHONES)]
        for phone in phones:
            phone.start()
        stack.callback(ended.set)
        for number, each in enumerate(running):
            time.sleep(2)
            each.close()  # told to stop, and gone
            each.enter_context(replica(number))
            waited_for(ports[number])
        time.sleep(2)
        ended.set()
        for phone in phones:
            phone.join()
    taken = [voice.answers for voice in store.assessment(id_).voices]
    store.close()
    assert [phone.failed for phone in phones] == [[]] * PHONES
    assert all(len(phone.confirmed) > 5 for phone in phones)
    levels = [{key: answer.level for key, answer in answers.items()} for answers in taken]
    assert all(phone.confirmed in levels for phone in phones)

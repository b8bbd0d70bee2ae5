"""`placecheck run` in a hall: what the terminal says, and who is let in."""

from __future__ import annotations

import os
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.cli import run as run_module
from placecheck.cli.commands import app
from placecheck.cli.run import (
    PASSPHRASE_FILE,
    CannotListenError,
    announce_lan_address,
    lan_address,
    load_or_create_passphrase,
)


@pytest.fixture
def in_a_hall(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with a number of its own, a data folder, and an environment to change."""
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path))
    monkeypatch.setattr(run_module, "lan_address", lambda: "192.0.2.7")
    for name in ("PLACECHECK_PASSPHRASE", "PLACECHECK_ADDRESS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("in_a_hall")
def test_the_terminal_says_where_phones_join_and_the_same_passphrase_until_another_is_asked_for(monkeypatch, capsys):
    seen = []
    for renew in (False, False, True, False):
        monkeypatch.delenv("PLACECHECK_PASSPHRASE", raising=False)
        announce_lan_address(8501, new_passphrase=renew)
        said = capsys.readouterr().out
        assert "Phones join at http://192.0.2.7:8501/join" in said
        assert "\u2588" in said or "\u2584" in said  # the QR code, drawn in blocks
        seen += re.findall(r"[a-z]{4}-[a-z]{4}-[a-z]{4}", said)
    first, again, other, last = seen
    assert first == again != other == last


def test_nobody_else_on_the_computer_can_read_the_passphrase(tmp_path):
    load_or_create_passphrase(tmp_path / "data")
    assert (tmp_path / "data" / PASSPHRASE_FILE).stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("in_a_hall")
def test_a_passphrase_of_ones_own_is_kept(monkeypatch, capsys):
    monkeypatch.setenv("PLACECHECK_PASSPHRASE", "bench-hall-ferry")
    announce_lan_address(8501)
    assert "bench-hall-ferry" in capsys.readouterr().out


@pytest.mark.usefixtures("in_a_hall")
def test_a_hall_that_groups_share_asks_for_theirs_and_is_given_no_passphrase_for_all(monkeypatch, capsys):
    monkeypatch.setenv("PLACECHECK_GROUPS", "groups.yaml")
    announce_lan_address(8501)
    assert "asks for a sign-in" in capsys.readouterr().out
    assert "PLACECHECK_PASSPHRASE" not in os.environ


def test_a_machine_without_a_network_is_told_so(monkeypatch):
    class NoNetwork:
        def __init__(self, *_given):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_given):
            pass

        def connect(self, _to):
            raise OSError("no network")

    monkeypatch.setattr(run_module.socket, "socket", NoNetwork)
    with pytest.raises(CannotListenError, match="No network was found"):
        lan_address()


def test_lan_and_a_host_do_not_go_together():
    outcome = CliRunner().invoke(app, ["run", "--lan", "--host", "127.0.0.1"])
    assert isinstance(outcome.exception, CannotListenError)


def test_a_hall_is_let_in_to_join_and_to_nothing_else(serving, tmp_path: Path):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with serving("placecheck", "run", "--lan", "--port", "0", data=tmp_path) as server:
        with opener.open(f"{server.address}/join", timeout=60) as page:
            assert b"Type the code" in page.read()
        with pytest.raises(urllib.error.HTTPError, match="401"):
            opener.open(f"{server.address}/_stcore/health", timeout=60)
        assert re.search(r"The passphrase for everything else: [a-z]{4}-[a-z]{4}-[a-z]{4}", server.log.read_text())


def test_accounts_are_not_taken_in_a_hall_where_others_could_listen_in(monkeypatch):
    monkeypatch.setenv("PLACECHECK_OPENID", "https://accounts.example")
    with pytest.raises(CannotListenError, match="no https"):
        run_module.run(lan=True, host=None, port=0, data=None)

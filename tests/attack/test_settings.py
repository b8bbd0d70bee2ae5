"""Settings that a person gets slightly wrong: a line end in a passphrase, a home that is not there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from placecheck import secret_files
from placecheck.paths import NoHomeError, data_folder
from placecheck.web.access import tenants


def test_a_line_end_around_the_passphrase_locks_nobody_out(monkeypatch):
    for name in ("PLACECHECK_GROUPS", "PLACECHECK_PEOPLE", "PLACECHECK_OPENID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLACECHECK_PASSPHRASE", " bench-hall-ferry\n")
    (lock,) = tenants.credentials_from_environment()
    assert lock.verify("bench-hall-ferry")


def test_a_line_end_around_a_groups_passphrase_locks_nobody_out(tmp_path, monkeypatch):
    file = tmp_path / "groups.yaml"
    file.write_text('groups:\n  harbour:\n    passphrase: "bench-hall-ferry\\n"\n')
    monkeypatch.setenv("PLACECHECK_GROUPS", str(file))
    (lock,) = tenants.credentials_from_environment()
    assert lock.verify("bench-hall-ferry")


def test_a_home_of_nobody_is_named(monkeypatch):
    monkeypatch.setenv("PLACECHECK_DATA", "~nosuchuser/places")
    with pytest.raises(NoHomeError, match="nosuchuser"):
        data_folder()


def test_a_home_of_nobody_is_a_sentence_and_no_traceback():
    command = [sys.executable, "-m", "placecheck", "export", "--all", "-o", "out.yaml"]
    environment = {**os.environ, "PLACECHECK_DATA": "~nosuchuser/places"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "~nosuchuser/places" in run.stderr
    assert "Traceback" not in run.stderr


SERVED_TO_NOBODY = """
import pwd

def nobody(*_):
    raise KeyError("no such user")

pwd.getpwuid = nobody
from starlette.testclient import TestClient
from placecheck.web.server.app import build_app
print(TestClient(build_app(), base_url="http://127.0.0.1").get("/health").status_code)
"""


def test_a_service_whose_user_has_no_home_is_served_all_the_same(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "HOME"}
    environment |= {"PLACECHECK_DATA": str(tmp_path)}
    command = [sys.executable, "-c", SERVED_TO_NOBODY]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "200", run.stderr[-500:]


def test_a_secret_can_stand_in_a_file_and_readers_of_strangers_files_never_see_it(tmp_path, monkeypatch):
    file = tmp_path / "passphrase"
    file.write_text("bench-hall-ferry\n")
    monkeypatch.setenv("PLACECHECK_PASSPHRASE", "")
    monkeypatch.setenv("PLACECHECK_PASSPHRASE_FILE", str(file))
    assert "PLACECHECK_PASSPHRASE_FILE" not in secret_files.worker_environment()
    secret_files.load_secret_files()
    assert os.environ["PLACECHECK_PASSPHRASE"] == "bench-hall-ferry"  # noqa: S105
    assert "bench-hall-ferry" not in secret_files.worker_environment().values()
    secret_files.load_secret_files()  # a second time changes nothing
    monkeypatch.setenv("PLACECHECK_PASSPHRASE_FILE", str(file))
    with pytest.raises(secret_files.SecretFileError, match="Both"):
        secret_files.load_secret_files()


@pytest.mark.parametrize("name", secret_files.SECRETS)
@pytest.mark.parametrize("content", [None, b"", b"\xff"])
def test_a_file_that_holds_no_secret_is_named_with_its_setting(tmp_path, monkeypatch, name, content):
    monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path / "secret"))
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    with pytest.raises(secret_files.SecretFileError, match=f"{name}_FILE names"):
        secret_files.load_secret_files()


def test_a_wrong_setting_is_said_before_placecheck_is_open(tmp_path):
    environment = {**os.environ, "PLACECHECK_DATA": str(tmp_path), "PLACECHECK_METRICS_TOKEN": "short"}
    command = [sys.executable, "-m", "placecheck", "run", "--port", "0"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=200)
    assert (run.returncode, run.stdout) == (1, "")
    assert "PLACECHECK_METRICS_TOKEN has 5 characters" in run.stderr
    assert "Traceback" not in run.stderr

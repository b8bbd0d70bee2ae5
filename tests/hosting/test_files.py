"""The files to host it with: they can be read, agree with each other, and set what the program asks for."""

from __future__ import annotations

import inspect
import ipaddress
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import uvicorn.config
import yaml

from placecheck.secret_files import SECRETS
from placecheck.storage.engine.shared_engine import MORE, POOL
from placecheck.web.server.serving import FINISH_WITHIN

CHECKOUT = Path(__file__).resolve().parents[2]
HOSTING = CHECKOUT / "hosting"
COMPOSE = yaml.safe_load((HOSTING / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
REPLICAS = {name: one for name, one in SERVICES.items() if one["image"] == "placecheck"}
SET = REPLICAS["first"]["environment"]
VARIABLE = re.compile(r"\$\{(\w+)")

MAX_EXPOSED = 3.0
"""Of ten, as systemd counts what a service may do."""


def program() -> str:
    """All that is ours, and uvicorn's settings."""
    ours = (path.read_text(encoding="utf-8") for path in (CHECKOUT / "placecheck").rglob("*.py"))
    return "\n".join([*ours, inspect.getsource(uvicorn.config)])


def test_there_are_two_replicas_with_the_same_settings_and_names_of_their_own():
    assert [one["hostname"] for one in REPLICAS.values()] == ["first", "second"] == list(REPLICAS)
    assert all(
        one["environment"] == SET and one["volumes"] == ["data:/data", "./groups:/groups:ro"]
        for one in REPLICAS.values()
    )


def test_every_variable_that_is_set_is_one_that_the_program_reads():
    read = program()
    assert {"PLACECHECK_DATABASE_URL_FILE", "PLACECHECK_PASSPHRASE_FILE", "PLACECHECK_HOSTS"} <= set(SET)
    assert [name for name in SET if name != "TZ" and f'"{name.removesuffix("_FILE")}"' not in read] == []


def test_every_setting_in_the_document_can_be_set_in_the_composition():
    table = (CHECKOUT / "docs/hosting.md").read_text(encoding="utf-8")
    settings = set(re.findall(r"^\| `(PLACECHECK_\w+)` \|", table, re.MULTILINE)) - {"PLACECHECK_DATA"}  # of the image
    assert len(settings) > 10
    missing = sorted(settings - {name.removesuffix("_FILE") for name in SET})
    assert missing == [], (
        "add each to the environment in hosting/compose.yaml, and say in hosting/example.env what it is"
    )


def test_no_secret_stands_in_the_environment_of_a_container():
    assert not set(SECRETS) & set(SET)
    assert {name + "_FILE" for name in SECRETS} <= set(SET)
    assert "POSTGRES_PASSWORD" not in SERVICES["database"]["environment"]
    used = {secret for service in SERVICES.values() for secret in service.get("secrets", [])}
    assert used == set(COMPOSE["secrets"])


def test_a_container_can_write_nowhere_but_its_volumes_and_do_no_more_than_it_needs():
    for service in (*REPLICAS.values(), SERVICES["proxy"]):
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    for service in SERVICES.values():
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert {"mem_limit", "logging"} <= set(service)
    assert re.search(r"^USER placecheck$", (HOSTING / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_database_has_connections_for_every_replica_at_its_most():
    (most,) = re.findall(r"max_connections=(\d+)", " ".join(SERVICES["database"]["command"]))
    assert len(REPLICAS) * (POOL + MORE) + 10 <= int(most)


def test_every_sample_for_a_proxy_knows_both_replicas():
    for name in ("Caddyfile", "haproxy.cfg", "nginx.conf"):
        assert set(re.findall(r"(\w+):8501", (HOSTING / name).read_text(encoding="utf-8"))) == set(REPLICAS)


def test_a_replica_that_stops_is_left_out_before_and_killed_by_nobody():
    command = REPLICAS["first"]["command"]
    caddy = (HOSTING / "Caddyfile").read_text(encoding="utf-8")
    stops = int(command[command.index("--stop-after") + 1])
    assert stops > 2 * int(re.search(r"health_interval (\d+)s", caddy)[1])
    assert "fail_duration" not in re.sub("#.*", "", caddy)
    assert stops + FINISH_WITHIN < int(REPLICAS["first"]["stop_grace_period"].removesuffix("s"))


def test_the_document_tells_of_every_variable_that_is_set():
    told = set(re.findall(r"^\| `(\w+)`", (CHECKOUT / "docs/hosting.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {name.removesuffix("_FILE") for name in SET} <= told
    assert [name for name in told if name != "TZ" and f'"{name}"' not in program()] == []


def test_what_is_left_to_fill_in_is_in_the_example():
    asked = set(VARIABLE.findall((HOSTING / "compose.yaml").read_text(encoding="utf-8")))
    example = (HOSTING / "example.env").read_text(encoding="utf-8")
    assert asked == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_only_the_proxy_is_reached_from_outside_and_only_its_network_is_believed():
    assert [name for name, one in SERVICES.items() if "ports" in one] == ["proxy"]
    [network] = COMPOSE["networks"]["default"]["ipam"]["config"]
    assert ipaddress.ip_network(SET["FORWARDED_ALLOW_IPS"]) == ipaddress.ip_network(network["subnet"])


def test_the_proxy_knows_both_replicas_and_keeps_a_browser_at_one():
    caddy = (HOSTING / "Caddyfile").read_text(encoding="utf-8")
    assert re.findall(r"(\w+):8501", caddy) == list(REPLICAS)
    assert re.findall(r"lb_policy (\w+)", caddy) == ["round_robin", "cookie"]
    assert re.search(r"@phones path (.+)", caddy)[1].split() == ["/join", "/join/*"]
    assert caddy.count("{") == caddy.count("}")


def test_the_proxy_lets_an_idle_connection_go_before_the_program_does():
    keeps = re.search(r"keepalive (\d+)s", (HOSTING / "Caddyfile").read_text(encoding="utf-8"))
    assert int(keeps[1]) < uvicorn.config.Config(app="").timeout_keep_alive


def test_images_are_named_plainly():
    built = re.findall(r"^FROM (\S+)", (HOSTING / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    for image in [one["image"] for one in SERVICES.values()] + built:
        assert re.fullmatch(r"[a-z]+(:[\w.-]+)?", image), image


def test_the_image_is_made_from_all_that_the_wheel_carries():
    allowed = (HOSTING / "Dockerfile.dockerignore").read_text(encoding="utf-8").split()
    carried = re.search(r"CARRIED = \((.+)\)", (CHECKOUT / "hatch_build.py").read_text(encoding="utf-8"))[1]
    assert {f"!{name}" for name in re.findall(r'"([^"]+)"', carried)} <= set(allowed)


@pytest.mark.parametrize("volume", COMPOSE["volumes"])
def test_every_volume_is_used(volume):
    assert any(used.startswith(f"{volume}:") for one in SERVICES.values() for used in one.get("volumes", []))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd alone can say whether it understands its file")
def test_systemd_understands_every_line_of_its_unit_and_finds_it_shut_in(tmp_path):
    unit = (HOSTING / "placecheck.service").read_text(encoding="utf-8")
    assert unit.count("ExecStart=placecheck ") == 1
    there = tmp_path / "placecheck.service"
    there.write_text(unit.replace("ExecStart=placecheck ", f"ExecStart={sys.executable} "), encoding="utf-8")
    assert "placecheck.service" not in _systemd("verify", there)
    rated = _systemd("security", "--offline=true", there)
    assert float(re.search(r"exposure level for placecheck.service: ([\d.]+)", rated)[1]) < MAX_EXPOSED


def _systemd(*words):
    run = subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr

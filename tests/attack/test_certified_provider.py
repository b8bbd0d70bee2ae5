"""People sign in at a certified provider, `oidc-provider` from npm, which refuses what the protocol does not name."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import httpx2
import pytest

PROVIDER = Path(__file__).with_name("certified_provider.mjs")
NODE, NPM = shutil.which("node"), shutil.which("npm")
PERSON = "rhian@harbour.example"


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    """A folder with the provider's library."""
    if NODE is None or NPM is None:
        pytest.skip("Node.js is not installed; Debian has it as nodejs and npm")
    folder = tmp_path_factory.mktemp("provider")
    command = [NPM, "install", "--no-audit", "--no-fund", "--ignore-scripts", "oidc-provider@9"]
    if subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=200).returncode:
        pytest.skip("the package oidc-provider cannot be had from the registry of npm here")
    shutil.copy(PROVIDER, folder)
    return folder


@pytest.fixture(params=["no", "yes"])
def site(request, library, serving, a_port, tmp_path) -> Iterator[tuple[str, bool]]:
    """The address of a server that takes accounts of the provider, and whether the token is kept short."""
    port, own = a_port(), a_port()
    address = f"http://127.0.0.1:{own}"
    command = [NODE, PROVIDER.name, str(port), f"{address}/oauth2callback", request.param]
    running = subprocess.Popen(command, cwd=library, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert running.stdout.readline() == b"listening\n"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PLACECHECK_OPENID", f"http://127.0.0.1:{port}")
            patch.setenv("PLACECHECK_OPENID_CLIENT", "placecheck-tests")
            patch.setenv("PLACECHECK_OPENID_SECRET", "a-secret-of-the-tests-alone")
            patch.setenv("PLACECHECK_ADDRESS", address)
            patch.setenv("PLACECHECK_PEOPLE", PERSON)
            with serving("placecheck", "run", "--port", str(own), data=tmp_path) as server:
                yield server.address, request.param == "yes"
    finally:
        running.terminate()
        running.wait()


def followed(client: httpx2.Client, answer: httpx2.Response, ours: str) -> httpx2.Response:
    """Go where one is sent, and fill in the provider's forms, until a page of ours is there."""
    for _ in range(30):
        if answer.is_redirect:
            answer = client.get(urljoin(str(answer.url), answer.headers["location"]))
        elif not str(answer.url).startswith(ours) and "<form" in answer.text:
            action = re.search(r'<form[^>]*action="([^"]+)"', answer.text)[1]
            hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))
            fields = {**hidden, "login": PERSON.partition("@")[0], "password": "any"}
            answer = client.post(urljoin(str(answer.url), action), data=fields)
        else:
            return answer
    raise AssertionError("it goes round and round")


@pytest.mark.slow
def test_a_person_comes_in_or_reads_what_the_provider_leaves_out(site):
    address, is_short = site
    with httpx2.Client(base_url=address, trust_env=False, timeout=60, headers={"Accept": "text/html"}) as client:
        page = followed(client, client.get("/sign-in/account"), address)
        assert str(page.url).startswith(address), page.text[:300]
        is_in = client.get("/_stcore/host-config").status_code == 200
        assert is_in != is_short
        assert ("into the ID token" in client.get("/sign-in").text) == is_short

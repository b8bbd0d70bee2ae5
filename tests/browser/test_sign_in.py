"""Into the dashboard with an account, and out again, as somebody does it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

LISTED = "rhian@harbour.example"
PASSPHRASE = "lamp-mill-bridge"  # noqa: S105 (it opens nothing but what is made here)


@pytest.fixture(scope="module")
def site(with_accounts, tmp_path_factory) -> Iterator[str]:
    """The address of an app that takes accounts of the tests' provider, and a passphrase."""
    set_too = {"PLACECHECK_PEOPLE": LISTED, "PLACECHECK_PASSPHRASE": PASSPHRASE}
    with with_accounts(data=tmp_path_factory.mktemp("data"), **set_too, PLACECHECK_OPENID_NAME="the council") as server:
        yield server.address


@pytest.fixture
def page(readers) -> Iterator[Page]:
    """A page that may go elsewhere: to the provider, and back."""
    context = readers.borrow()
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    yield page
    context.close()


def test_a_person_signs_in_with_an_account_sees_the_places_and_signs_out(page, site, provider, settled, axe):
    provider.person = {"email": LISTED}
    page.goto(f"{site}/about")
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Sign in with the council").click()
    page.wait_for_url(f"{site}/about")
    settled(page).get_by_role("link", name="Sign out").click()
    expect(page.get_by_role("heading", name="You are signed in")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{site}/sign-in?said=out")
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    page.goto(site)
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()


def test_a_person_on_no_list_is_told_so_and_can_come_in_with_the_passphrase_all_the_same(page, site, provider, settled):
    provider.person = {"email": "sam@ore.example"}
    page.goto(site)
    page.get_by_role("link", name="Sign in with the council").click()
    expect(page.get_by_role("alert")).to_contain_text("sam@ore.example")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(f"{site}/")
    expect(settled(page).get_by_role("link", name="Sign out")).to_be_visible()

"""The site shows its pages to whoever has the address, and nothing else to anybody."""

from __future__ import annotations

import http.client
import json
import re
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from before_you_post.app import Serving, serve_site
from before_you_post.app.access_code import FILE
from before_you_post.records import InputError
from served_site import SiteServer, serve_pages, write_notebooks

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
EVERYWHERE = "0.0.0.0"  # noqa: S104


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_notebooks(tmp_path_factory.mktemp("site") / "notebooks")


@pytest.fixture(scope="module")
def site(notebooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """Behind a proxy that names people, and known by the name the proxy has; nothing is run ahead."""
    options = {"preheat": False, "identity_header": "X-Forwarded-User", "names": ("train.clinic.example",)}
    with serve_pages(notebooks, tmp_path_factory.mktemp("home"), **options) as running:
        yield running


def ask(
    site: SiteServer, path: str, *, signed: bool = True, method: str = "GET", **headers: str
) -> http.client.HTTPResponse:
    parts = urlsplit(site.origin)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    code = {"Authorization": f"token {site.code}"} if signed else {}
    connection.request(method, path, headers={**code, **{name.replace("_", "-"): headers[name] for name in headers}})
    return connection.getresponse()


def test_the_start_says_where_records_are_and_who_signs_in_first(site: SiteServer) -> None:
    assert site.said[1].startswith("Records are kept in ")
    assert site.said[2] == "Sign in as Mika Vale for the first time with this start code: 246810"
    assert site.said[3] == "It is open to this machine only. Ctrl-C ends it."


@pytest.mark.parametrize("path", ["/", "/lessons/what-identifies", "/identity", "/no-such-page"])
def test_without_the_code_the_site_asks_for_it(site: SiteServer, path: str) -> None:
    answer = ask(site, path, signed=False)
    assert answer.status == 302
    asked = ask(site, str(answer.getheader("Location")), signed=False).read().decode()
    assert "This page needs its full address" in asked
    assert "Jupyter" not in asked.partition("<body")[2]


def test_the_code_leaves_the_address_as_soon_as_the_browser_has_its_cookie(site: SiteServer) -> None:
    answer = ask(site, f"/lessons/what-identifies?token={site.code}&from=finding", signed=False)
    assert answer.status == 302
    assert answer.getheader("Location") == "/lessons/what-identifies?from=finding"
    assert "HttpOnly" in str(answer.getheader("Set-Cookie"))


def test_a_lesson_has_its_own_title_and_none_of_its_asides(site: SiteServer) -> None:
    answer = ask(site, "/lessons/what-identifies")
    page = answer.read().decode()
    assert answer.status == 200
    assert "<title>What identifies a person · Before You Post</title>" in page
    assert '<html lang="en">' in page
    assert 'data-home="/"' in page
    assert 'data-kind="lesson"' in page
    assert "Skip to the lesson" in page
    assert "For JupyterLab only" not in page
    assert "an aside was run" not in page
    assert not re.findall(r"(?:src|href)=[\"'](?:https?:)?//", page)
    kernel = re.search(r'"kernelId": "([\w-]+)"', page)
    assert kernel is not None
    assert ask(site, f"/api/kernels/{kernel[1]}").status == 200
    assert ask(site, f"/api/kernels/{kernel[1]}", method="DELETE").status == 405


def test_a_lesson_s_kernel_speaks_through_the_proxy_and_to_no_other_page(site: SiteServer) -> None:
    page = ask(site, "/lessons/why-it-matters").read().decode()
    kernel = re.search(r'"kernelId": "([\w-]+)"', page)
    assert kernel is not None
    channels = f"/api/kernels/{kernel[1]}/channels"
    name = "train.clinic.example"
    assert ask(site, channels, Host=name, Origin=f"https://{name}", **UPGRADE).status == 101
    assert ask(site, channels, Host=name, Origin="https://evil.example", **UPGRADE).status == 403
    assert ask(site, channels, Host=name, Origin=f"https://{name}", signed=False, **UPGRADE).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/private",
        "/private.ipynb",
        "/home.ipynb",
        "/course.toml",
        "/lessons",
        "/lessons/no-such-lesson",
        "/lessons/why-it-matters.ipynb",
        "/lessons/../private",
        "/records",
        "/voila/tree",
        "/voila/render/private.ipynb",
        "/voila/files/course.toml",
        "/voila/files/private.ipynb",
        "/voila/api/contents/",
        "/voila/api/contents/course.toml",
        "/api/contents",
        "/api/kernels",
        "/api/sessions",
        "/tree",
    ],
)
def test_there_is_nothing_else(site: SiteServer, path: str) -> None:
    answer = ask(site, path)
    assert answer.status == 404
    assert "There is no such page here" in answer.read().decode()


@pytest.mark.parametrize("under", ["templates/before_you_post/static", "static", "labextensions", "api/themes"])
def test_public_assets_do_not_lead_out_of_their_folders(site: SiteServer, under: str) -> None:
    for outside in ("..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd", "../../../../../../../../etc/passwd"):
        answer = ask(site, f"/voila/{under}/{outside}", signed=False)
        assert answer.status in (403, 404, 500)
        assert b"root:" not in answer.read()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("LOCALHOST:8866", 200),
        ("train.clinic.example", 200),
        ("clinic.example", 403),
        ("train.clinic.example.evil.example", 403),
        ("203.0.113.9", 403),
    ],
)
def test_only_names_of_this_machine_are_answered(site: SiteServer, host: str, status: int) -> None:
    assert ask(site, "/identity", Host=host).status == status


def test_the_proxy_s_word_opens_a_session(site: SiteServer) -> None:
    assert json.loads(ask(site, "/identity", X_Forwarded_User="S-07").read()) == {"session": "session-of-S-07"}


@pytest.mark.parametrize("named", ["", "somebody else", "S-07, S-01"])
def test_whoever_is_not_on_the_staff_list_gets_no_session(site: SiteServer, named: str) -> None:
    assert json.loads(ask(site, "/identity", X_Forwarded_User=named).read()) == {}


def test_a_name_sent_twice_is_nobody_s(site: SiteServer) -> None:
    parts = urlsplit(site.origin)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    connection.putrequest("GET", "/identity")
    connection.putheader("Authorization", f"token {site.code}")
    for name in ("S-07", "S-07"):
        connection.putheader("X-Forwarded-User", name)
    connection.endheaders()
    assert json.loads(connection.getresponse().read()) == {}


def test_the_browser_is_told_where_sockets_may_lead(site: SiteServer) -> None:
    policy = str(ask(site, "/identity").getheader("Content-Security-Policy"))
    assert "wss://train.clinic.example:*" in policy
    assert "default-src 'self'" in policy


def test_an_office_is_told_what_is_not_protected_and_finds_its_address_again(notebooks: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with serve_pages(notebooks, tmp_path, preheat=False, address=EVERYWHERE, port=port) as first:
        assert "travels unencrypted" in " ".join(first.said)
        assert ask(first, "/identity", Host="192.168.7.20:8866").status == 200
        assert ask(first, "/identity", Host="clinic.example").status == 403
        named_by_nobody = ask(first, "/identity", X_Forwarded_User="S-07").read()
        assert json.loads(named_by_nobody) == {}
        kept = tmp_path / "kept" / FILE
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        cookie = str(ask(first, f"/?token={first.code}", signed=False).getheader("Set-Cookie")).partition(";")[0]
        assert first.stop() == 0
    with serve_pages(notebooks, tmp_path, preheat=False, address=EVERYWHERE, port=port) as again:
        assert again.code == first.code
        assert ask(again, "/identity", signed=False, Cookie=cookie).status == 200, "a browser is known again"
    with serve_pages(notebooks, tmp_path, preheat=False, address=EVERYWHERE, port=port, new_code=True) as renewed:
        assert renewed.code != first.code
        assert ask(renewed, "/identity", signed=False, Cookie=cookie).status == 302
        assert ask(renewed, f"/?token={first.code}", signed=False).status == 302


def test_a_proxy_s_word_is_not_trusted_where_others_could_give_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="trusted on an address that other devices reach"):
        serve_site(tmp_path, Serving(address=EVERYWHERE, identity_header="X-Forwarded-User"))


def test_an_address_of_another_machine_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape("203.0.113.9, port 8901")):
        serve_site(tmp_path, Serving(address="203.0.113.9", port=8901))

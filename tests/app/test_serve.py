"""The server lets nobody in without the token, serves no file, and leaves nothing behind."""

from __future__ import annotations

import http.client
import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from before_you_post.app import serve_dashboard
from before_you_post.app.configuration import TEMPLATE_HOME
from before_you_post.app.serve import has_screen
from before_you_post.records import InputError
from served_dashboard import Server, serve

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
KERNEL = "/api/kernels/00000000-0000-0000-0000-000000000000"


def get(server: Server, path: str, **headers: str) -> http.client.HTTPResponse:
    parts = urlsplit(server.origin)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def token(server: Server) -> str:
    return server.address.partition("token=")[2]


def test_without_the_token_the_page_is_not_shown(server: Server) -> None:
    answer = get(server, "/")
    assert answer.status == 302
    assert "/login" in str(answer.getheader("Location"))


def test_a_wrong_token_is_no_token(server: Server) -> None:
    assert get(server, "/?token=guess").status == 302


@pytest.mark.parametrize(
    "path",
    [
        "audit_dashboard.ipynb",
        "conftest.py",
        "photo.jpg",
        "photo.png",
        "../sample_data/quillfeather/patients.csv",
        "..%2fpyproject.toml",
        "",
    ],
)
@pytest.mark.parametrize("with_token", [True, False])
def test_no_file_is_served(server: Server, path: str, with_token: bool) -> None:
    answer = get(server, f"/voila/files/{path}" + (f"?token={token(server)}" if with_token else ""))
    assert answer.status in (403, 404)


def test_kernels_speak_to_nobody_without_the_token(server: Server) -> None:
    assert get(server, KERNEL).status in (302, 403)
    assert get(server, f"{KERNEL}/channels", **UPGRADE).status == 403


def test_another_host_s_name_is_refused(server: Server) -> None:
    assert get(server, f"/?token={token(server)}", Host="clinic.example").status == 403


def test_the_server_listens_on_this_machine_only(server: Server) -> None:
    port = urlsplit(server.origin).port
    addresses = {
        connection.laddr.ip
        for connection in psutil.Process(server.process.pid).net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
    }
    assert addresses == {"127.0.0.1"}


def test_a_page_that_is_not_there_names_no_other_host(server: Server) -> None:
    answer = get(server, f"/no/such/page?token={token(server)}")
    assert "https://" not in answer.read().decode()


def test_the_browser_is_told_to_load_nothing_from_elsewhere(server: Server) -> None:
    answer = get(server, f"{KERNEL}?token={token(server)}")
    assert "default-src 'self'" in str(answer.getheader("Content-Security-Policy"))
    assert answer.getheader("Referrer-Policy") == "no-referrer"


def test_the_template_names_no_other_host() -> None:
    for path in (TEMPLATE_HOME / "voila").rglob("*.*"):
        assert not re.findall(r"(?:https?:)?//[\w-]+\.[\w.-]+", path.read_text(encoding="utf-8")), path


def test_ctrl_c_ends_it_and_frees_its_port(practice: Path, tmp_path: Path, server: Server) -> None:
    with serve(practice, tmp_path) as second:
        assert second.origin != server.origin, "a taken port is passed over"
        assert second.stop() == 0
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", urlsplit(second.origin).port)) != 0


def test_a_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        serve_dashboard(tmp_path / "nowhere")


def test_a_taken_port_asked_for_by_number_is_said_at_once(tmp_path: Path, server: Server) -> None:
    with pytest.raises(InputError, match="Choose another port"):
        serve_dashboard(tmp_path, port=urlsplit(server.origin).port)


def test_without_a_display_no_browser_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_screen()

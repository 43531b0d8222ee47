"""A website on this machine for tests: pages as a dictionary or as functions, every request written down."""

from __future__ import annotations

import json
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from before_you_post.website.options import Clock


@dataclass
class Reply:
    """What the website answers."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


Page = Reply | Callable[[BaseHTTPRequestHandler], Any]


def png(shade: int, width: int = 4) -> bytes:
    """A small grey picture, a different one for every shade and width."""
    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(width))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, width, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    packed = (struct.pack(">I", len(data)) + name + data + _crc(name + data) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def _crc(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))


def html(body: str, head: str = "") -> Reply:
    """A page with this body."""
    return Reply(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def photo(shade: int, width: int = 4) -> Reply:
    """A picture as an answer."""
    return Reply(png(shade, width), kind="image/png")


def as_json(value: object, **headers: str) -> Reply:
    """JSON as an answer; ``_`` in a header's name stands for ``-``."""
    told = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(json.dumps(value).encode(), kind="application/json", headers=told)


def moved(to: str, status: int = 301) -> Reply:
    """A redirect."""
    return Reply(status=status, headers={"Location": to})


@dataclass
class Site:
    """A running website. ``asked`` fills with the path of every request, in order."""

    origin: str
    pages: dict[str, Page]
    asked: list[str] = field(default_factory=list)
    told: list[dict[str, str]] = field(default_factory=list)  # the headers of every request


@contextmanager
def serving(pages: dict[str, Page]) -> Iterator[Site]:
    """Serve these pages on loopback while the test runs; every other path is 404."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65536  # one packet an answer: headers and body apart would cost 40 ms each

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.told.append(dict(self.headers.items()))
            page = site.pages.get(self.path, Reply(b"not here", status=404))
            reply = page if isinstance(page, Reply) else page(self)
            if reply is None:
                self.close_connection = True
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}", dict(pages))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class HandClock:
    """A clock that only moves when somebody sleeps; ``slept`` says how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.seconds = 0.0
        self.start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def clock(self) -> Clock:
        return Clock(
            monotonic=lambda: self.seconds,
            sleep=self.sleep,
            now=lambda: self.start + timedelta(seconds=self.seconds),
        )

"""Serves the dashboard on this machine's own address until Ctrl-C, then leaves nothing running."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import sys
import webbrowser
from pathlib import Path

import tornado.ioloop
from voila.app import Voila

from ..records import InputError, Problem
from .configuration import ADDRESS, TEMPLATE_HOME, voila_configuration
from .notebook import find_notebook

PRACTICE_VARIABLE = "BEFORE_YOU_POST_PRACTICE"
USUAL_PORT = 8866
OTHER_PORTS = 50  # how many more are tried where nobody asked for a certain one


def serve_dashboard(practice: Path, *, port: int | None = None, open_browser: bool = True) -> None:
    """Serve the audit dashboard of the practice in the folder ``practice``; returns after Ctrl-C.

    Prints the address once it answers. ``port=None`` takes the first free one from 8866 on; a port asked for by
    number is that one or InputError. The address carries a token made for this run; without it every page refuses.
    """
    refuse_missing(practice)
    notebook = find_notebook("audit_dashboard")
    if port is not None:
        refuse_taken(port)
    os.environ[PRACTICE_VARIABLE] = str(practice.resolve())
    show_template()
    quieten()
    token = secrets.token_urlsafe(24)
    retries = 0 if port else OTHER_PORTS
    server = Voila(config=voila_configuration(notebook, token=token, port=port or USUAL_PORT, port_retries=retries))
    server.initialize(argv=[])
    tornado.ioloop.IOLoop.current().add_callback(_announce, server, token, open_browser)
    server.start()


def _announce(server: Voila, token: str, open_browser: bool) -> None:
    """Runs as the server's first act, so that the address is true when it is read."""
    address = f"http://{ADDRESS}:{server.port}/?token={token}"
    print(f"Dashboard: {address}", flush=True)
    print("It is open to this machine only. Ctrl-C ends it.", flush=True)
    if open_browser and has_screen():
        webbrowser.open(address)


def has_screen() -> bool:
    """Whether a browser window could appear: always on macOS and Windows, elsewhere where a display is named."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_template() -> None:
    """Put the project's page template where Voila looks for templates."""
    paths = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
    if str(TEMPLATE_HOME) not in paths:
        os.environ["JUPYTER_PATH"] = os.pathsep.join([str(TEMPLATE_HOME), *filter(None, paths)])


def quieten() -> None:
    """Tornado warns of every refused request and of settings of Jupyter's; the person here asked for a page."""
    for name in ("tornado.access", "tornado.general"):
        logging.getLogger(name).setLevel(logging.ERROR)


def refuse_missing(practice: Path) -> None:
    """Raise InputError where there is no folder ``practice``."""
    if not practice.is_dir():
        raise InputError(
            Problem(
                path=str(practice),
                found="no such folder",
                expected="a practice's folder, with its practice.yaml",
                remedy="Check the path, or make an empty one with `before-you-post init`.",
            )
        )


def refuse_taken(port: int, address: str = ADDRESS) -> None:
    """Raise InputError where a server could not listen on that port of that address."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise InputError(
                Problem(
                    path=f"port {port}" if address == ADDRESS else f"{address}, port {port}",
                    found=error.strerror or str(error),
                    expected="an address of this machine, and a port that nothing else on it uses",
                    remedy="Choose another port, or leave the choice to the program.",
                )
            ) from error

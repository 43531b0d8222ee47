"""Serves the whole site, to this machine or to the office, until Ctrl-C, then leaves nothing running."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import tornado.ioloop

from ..records import InputError, Problem
from ..store.home import default_home
from .access_code import access_code
from .configuration import ADDRESS, site_configuration
from .names import is_loopback, names_of, reached_at
from .notebook import NOTEBOOKS
from .pages import site_pages
from .serve import (
    OTHER_PORTS,
    PRACTICE_VARIABLE,
    USUAL_PORT,
    has_screen,
    quieten,
    refuse_missing,
    refuse_taken,
    show_template,
)
from .site import Site

SIGN_IN_VARIABLE = "BEFORE_YOU_POST_SIGN_IN"  # "required": the audit and the records ask who is there


class Learner(Protocol):
    """What the start says about people: their name, and whether they are managers who have a PIN."""

    @property
    def name(self) -> str:
        """As the staff list has it."""

    @property
    def manager(self) -> bool:
        """Whether they may see everybody's records."""

    @property
    def has_pin(self) -> bool:
        """Whether they have signed in before."""


class Desk(Protocol):
    """What the server asks of training.desk.TrainingDesk."""

    def start_code(self) -> str | None:
        """The code for a manager's first sign-in, while one is needed."""

    def roster(self) -> Sequence[Learner]:
        """Who may sign in today."""

    def session_for(self, identity: str) -> str | None:
        """A session for somebody the practice's proxy has named."""


@dataclass(frozen=True, kw_only=True)
class Serving:
    """How the site is served: every option of ``before-you-post serve``."""

    port: int | None = None  # None: the first free one from 8866 on
    address: str = ADDRESS  # what to listen on; 0.0.0.0 is every network of this machine
    names: tuple[str, ...] = ()  # what other devices or a proxy call this machine, besides its own names
    identity_header: str | None = None  # the header in which a proxy names the person
    preheat: bool = True
    new_code: bool = False
    open_browser: bool = True
    notebooks: Path = NOTEBOOKS


def _desk(practice: Path) -> Desk:
    from ..training.desk import TrainingDesk  # noqa: PLC0415 - needs the database; a wrong option is said before

    return TrainingDesk(practice)


def serve_site(practice: Path, serving: Serving, *, desk_of: Callable[[Path], Desk] = _desk) -> None:
    """Serve the site for the practice in the folder ``practice``; returns after Ctrl-C.

    Raises InputError for a folder that is not there, a port that is taken, an address this machine does not have, or
    a proxy's header on an address that others can reach.
    """
    refuse_missing(practice)
    _refuse_forged_names(serving)
    if serving.port is not None:
        refuse_taken(serving.port, serving.address)
    pages = site_pages(serving.notebooks)
    desk = desk_of(practice)
    code = access_code(default_home(), renew=serving.new_code)
    os.environ[PRACTICE_VARIABLE] = str(practice.resolve())
    os.environ[SIGN_IN_VARIABLE] = "required"
    show_template()
    quieten()
    names = names_of(serving.address, serving.names)
    site = Site(
        config=site_configuration(
            serving.notebooks,
            token=code,
            port=serving.port or USUAL_PORT,
            port_retries=0 if serving.port else OTHER_PORTS,
            address=serving.address,
            names=[name for name in names if name != "*" and "[" not in name],
        ),
        pages=pages,
        names=names,
        preheat=serving.preheat,
        identity_header=serving.identity_header,
        session_for=desk.session_for,
    )
    site.initialize(argv=[])
    tornado.ioloop.IOLoop.current().add_callback(_announce, site, serving, code, desk)
    site.start()


def _announce(site: Site, serving: Serving, code: str, desk: Desk) -> None:
    """Runs as the server's first act, so that the address is true when it is read."""
    address = f"http://{reached_at(serving.address)}:{site.port}/?token={code}"
    said = [f"Before You Post: {address}", f"Records are kept in {default_home()}"]
    start_code = desk.start_code()
    if start_code is not None:
        managers = [learner.name for learner in desk.roster() if learner.manager and not learner.has_pin]
        said.append(f"Sign in as {_any_of(managers)} for the first time with this start code: {start_code}")
    if is_loopback(serving.address):
        said.append("It is open to this machine only. Ctrl-C ends it.")
    else:
        said += [
            "Anybody in this network who has the address reaches the sign-in page.",
            "What is read and typed travels unencrypted through the network, PINs too,",
            "unless a proxy with TLS stands before it: docs/serving.md shows how. Ctrl-C ends it.",
        ]
    print("\n".join(said), flush=True)
    if serving.open_browser and has_screen():
        webbrowser.open(address)


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names) if names else "a manager"


def _refuse_forged_names(serving: Serving) -> None:
    if serving.identity_header is not None and not is_loopback(serving.address):
        raise InputError(
            Problem(
                path=f"--address {serving.address}",
                found=f"the header {serving.identity_header} trusted on an address that other devices reach",
                expected="this machine's own address, where only the proxy on this machine can reach it",
                remedy="Leave out --address: the proxy serves the office. Anybody else could claim to be anyone.",
            )
        )

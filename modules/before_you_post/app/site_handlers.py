"""What the site answers: its pages, who somebody is behind the practice's own sign-in, and calm words for the rest."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import tornado.web
from jupyter_core.utils import ensure_async
from jupyter_server.auth.login import LoginFormHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError
from voila.handler import BaseVoilaHandler
from voila.tornado.handler import TornadoVoilaHandler

from .pages import ServedPage
from .visits import Visits

_KERNEL_ID = re.compile(r'"kernelId": "([\w-]+)"')  # as the template writes it into the page
PATIENCE = 6.0  # seconds before somebody who waits for a turn is told so; the page then asks again by itself
LONGEST = 15  # seconds a browser has to find its kernel before the next page is made
SETTLING = 1.5  # seconds in which it asks the new kernel for its widgets
SessionFor = Callable[[str], str | None]


class Page(TornadoVoilaHandler):  # type: ignore[misc]
    """Opens the notebook of an address; an address without one gets the page that says so."""

    def initialize(self, *, pages: Mapping[str, ServedPage], visits: Visits, **kwargs: Any) -> None:
        """``pages`` by address; the rest is Voila's."""
        super().initialize(**kwargs)
        self._pages = pages
        self._visits = visits

    @tornado.web.authenticated
    async def get(self, address: str) -> None:
        """Send the page, piece by piece as its kernel gets on."""
        page = self._pages.get(address.strip("/"))
        if page is None:
            raise HTTPError(404)
        if "token" in self.request.query_arguments:
            self._go_on_without_token()
            return
        # A closing tab asks for its kernel to be ended, and is refused unless it can show the cookie this sets.
        self.xsrf_token  # noqa: B018
        with self._visits.one():
            if self.kernel_manager.get_pool_size(page.notebook):
                await self._send(page.notebook)
            else:
                async with self._visits.turn(PATIENCE) as came:
                    if came:
                        await self._drawn(await self._send(page.notebook))
                    else:
                        await self._ask_to_wait()

    async def _send(self, notebook: str) -> str | None:
        """Write the page as it is made. Voila is let finish even where the reader left: only then is its kernel known.

        Such a reader's page cannot say itself that its kernel is not needed any more. Returns the kernel of a page
        that was sent whole.
        """
        kernel, left = None, False
        async for piece in self.get_generator(path=notebook):
            kernel = kernel or _KERNEL_ID.search(piece)
            if not left:
                try:
                    self.write(piece)
                    await self.flush()
                except StreamClosedError:
                    left = True
        if kernel is None or kernel[1] not in self.kernel_manager:
            return None
        if left:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel[1]))
            return None
        await self.finish()
        return kernel[1]

    async def _drawn(self, kernel: str | None) -> None:
        """Returns when the browser has met its kernel and had time to ask for its widgets, or has not come at all."""
        for _ in range(LONGEST):
            if kernel is None or kernel not in self.kernel_manager:
                return
            if self.kernel_manager.kernel_model(kernel)["connections"]:
                break
            await asyncio.sleep(1)
        await asyncio.sleep(SETTLING)

    async def _ask_to_wait(self) -> None:
        self.set_header("Cache-Control", "no-store")
        await self.finish(self.render_template("wait.html"))

    def _go_on_without_token(self) -> None:
        """The cookie is set by now; the token need not stand in the window, in the history and in kernels."""
        kept = [
            (key, value.decode("utf-8", "replace"))
            for key, values in self.request.query_arguments.items()
            for value in values
            if key != "token"
        ]
        self.redirect(self.request.path + (f"?{urlencode(kept)}" if kept else ""))


class Identity(BaseVoilaHandler):  # type: ignore[misc]
    """Tells a page who its reader is where the practice's own proxy knows; ``{}`` everywhere else."""

    def initialize(self, *, header: str | None, session_for: SessionFor, **kwargs: Any) -> None:
        """``header`` carries the person's name, set by the proxy; ``None`` means that there is no proxy."""
        super().initialize(**kwargs)
        self._header = header
        self._session_for = session_for

    @tornado.web.authenticated
    def get(self) -> None:
        """``{"session": token}`` for somebody on the staff list."""
        self.set_header("Cache-Control", "no-store")
        self.finish(self._known())

    def _known(self) -> dict[str, str]:
        named = self.request.headers.get_list(self._header) if self._header else []
        if len(named) != 1 or not named[0].strip():  # twice: somebody in front of the proxy has sent one too
            return {}
        session = self._session_for(named[0].strip())
        return {"session": session} if session else {}


class KernelAlive(KernelHandler):
    """Says whether a page's kernel still lives. Voila's may end kernels here too; a page has its own way for that."""

    SUPPORTED_METHODS = ("GET",)


class Login(LoginFormHandler, BaseVoilaHandler):  # type: ignore[misc]
    """Asks for the code that the printed address carries, where somebody comes without it."""

    def initialize(self, **kwargs: Any) -> None:
        """``kwargs`` are Voila's."""
        BaseVoilaHandler.initialize(self, **kwargs)

    def _render(self, message: Any = None) -> None:
        place = self.get_argument("next", default=self.base_url)
        page: str = BaseVoilaHandler.render_template(self, "login.html", next=place, refused=message is not None)
        # a form sent from a page without referrer has the origin "null", which is refused as anybody's
        self.set_header("Referrer-Policy", "same-origin")
        self.finish(page)

    def get_template(self, name: str) -> Any:
        """The project's own page, not Jupyter's."""
        return BaseVoilaHandler.get_template(self, name)


class OtherName(tornado.web.RequestHandler):
    """Answers whoever uses a name the site was not told of; a page elsewhere could otherwise pose as this one."""

    def prepare(self) -> None:
        """The same for every address."""
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(
            "This server does not answer to that name.\n\n"
            "Use the address that was printed when it started. To use another name for this machine, "
            "start it again with --name and that name.\n"
        )

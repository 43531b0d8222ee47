"""The served site: Voila, with the project's own addresses in place of its list of files.

Voila in a folder shows every file in it, runs any notebook there for whoever names it, and hands out pictures without
asking who wants them. Here the addresses are written out: the pages, what a page needs to talk to its kernel, and
Voila's own scripts and styles. There is nothing else to ask for.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import tempfile
from collections.abc import Mapping
from typing import Any

import tornado.ioloop
import tornado.web
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.utils import url_path_join
from jupyterlab_server.themes_handler import ThemesHandler
from traitlets.config import Config
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from .names import answered
from .pages import ServedPage
from .shown_notebooks import ShownNotebooks
from .site_handlers import Identity, KernelAlive, Login, OtherName, Page, SessionFor
from .visits import Visits
from .warm_kernels import WarmKernels

KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
Routes = list[tuple[Any, ...]]


def _nobody(identity: str) -> None:
    return None


class Site(Voila):  # type: ignore[misc]
    """One server for the home page, the lessons, the audit, the records and the staff session."""

    def __init__(
        self,
        *,
        config: Config,
        pages: Mapping[str, ServedPage],
        names: tuple[str, ...] = (),
        preheat: bool = True,
        identity_header: str | None = None,
        session_for: SessionFor = _nobody,
    ) -> None:
        """``pages`` by address; ``names`` this machine answers to; ``session_for`` turns a person into a session."""
        super().__init__(config=config)
        self.pages = pages
        self.names = names
        self.preheat = preheat
        self.identity_header = identity_header
        self.session_for = session_for
        self.visits = Visits()

    def init_settings(self) -> dict[str, Any]:
        """Voila's settings, with the notebooks as visitors get them and kernels that wait ready."""
        settings: dict[str, Any] = super().init_settings()
        self.contents_manager = settings["contents_manager"] = ShownNotebooks(parent=self, pages=self.pages)
        self.identity_provider.login_handler_class = Login
        if self.preheat:
            self.kernel_manager = settings["kernel_manager"] = WarmKernels(
                visits=self.visits,
                notebooks=[page.notebook for page in self.pages.values() if page.waits_ready],
                parent=self,
                connection_dir=self.connection_dir,
                kernel_spec_manager=self.kernel_spec_manager,
                allowed_message_types=settings["kernel_manager"].allowed_message_types,
            )
        settings["default_handler_class"] = OtherName
        return settings

    def init_handlers(self) -> Routes:
        """Every address there is; the last one is for pages and for whatever is none."""
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        shown = {"voila_configuration": self.voila_configuration}
        identity = {"header": self.identity_header, "session_for": self.session_for, **shown}
        routes: Routes = [
            (rf"/api/kernels/{KERNEL}", KernelAlive),
            (rf"/api/kernels/{KERNEL}/channels", VoilaKernelWebsocketHandler),
            (r"/voila/api/shutdown/(.*)", VoilaShutdownKernelHandler),
            *self._public_assets(),
            (r"/login", Login, shown),
            (r"/identity", Identity, identity),
            (r"/(.*)", Page, {"pages": self.pages, "visits": self.visits, **voila}),
        ]
        return [(url_path_join(self.server_url, path), *rest) for path, *rest in routes]

    def _public_assets(self) -> Routes:
        """Voila's and JupyterLab's scripts and styles: the same for everybody, and nothing of the practice."""
        themes = {"themes_url": "/voila/api/themes", "path": self.themes_dir, "no_cache_paths": ["/"]}
        return [
            (r"/voila/templates/(.*)", TemplateStaticFileHandler),
            (r"/voila/static/(.*)", MultiStaticFileHandler, {"paths": self.static_paths}),
            (r"/voila/api/themes/(.*)", ThemesHandler, {**themes, "labextensions_path": self.labextensions_path}),
            (
                r"/voila/labextensions/(.*)",
                FileFindHandler,
                {"path": self.labextensions_path, "no_cache_paths": ["/"]},
            ),
        ]

    def start(self) -> None:
        """Serve until Ctrl-C. Requests that use a name this machine was not given are refused before any page."""
        self.connection_dir = tempfile.mkdtemp(prefix="voila_", dir=self.connection_dir_root)
        self.app = tornado.web.Application(**{**self.init_settings(), **self.tornado_settings})
        self.app.add_handlers(answered(self.names), self.init_handlers())
        tornado.ioloop.IOLoop.current().add_callback(self._begin)
        self.listen()

    def _begin(self) -> None:
        """The server's first act. From here on Ctrl-C ends the loop between two steps, not in the middle of one."""
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        if self.preheat:
            self.kernel_manager.begin()

    def stop(self) -> None:
        """End every kernel, on the loop that started them, and remove what they were reached through."""
        asyncio.set_event_loop(self.ioloop.asyncio_loop)
        self.ioloop.run_sync(self.kernel_manager.shutdown_all)
        shutil.rmtree(self.connection_dir, ignore_errors=True)

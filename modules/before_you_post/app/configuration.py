"""How Voila is set up so that patients' photos stay on this machine.

Voila's own defaults serve every picture below the notebook's folder to whoever asks, without a token, and let a
visitor choose another template. Here no file is served at all: photos reach the page through the kernel. What is
set for a reason that is not plain from its name carries the reason beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from traitlets.config import Config

from .door import Door, cookie_key
from .kernel import OwnKernel
from .notebook import served_cells

TEMPLATE = "before_you_post"
TEMPLATE_HOME = Path(__file__).parent / "share"  # laid out as a Jupyter data folder: voila/templates/<name>
ADDRESS = "127.0.0.1"
MESSAGE_LIMIT = 64 * 1024 * 1024  # bytes; Tornado's 10 MiB would silently lose a large export

AFTER_A_FAULT = (
    "The page could not be opened. Close it and start the program again. If that does not help, please report "
    "what the program wrote in the window where it was started."
)


def content_policy(names: Iterable[str] = ()) -> str:
    """What a page may load, and from where: from this server only, under the ``names`` it goes by.

    Widgets are modules made from text (blob:) and Voila's own script is written into the page, hence the two
    exceptions. Older browsers do not take 'self' to mean a page's websocket too, so each name is there with ws:.
    """
    sockets = " ".join(f"{scheme}://{name}:*" for name in (ADDRESS, *names) for scheme in ("ws", "wss"))
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "font-src 'self' data:",
            f"connect-src 'self' {sockets} blob: data:",
            "form-action 'self'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
        )
    )


def voila_configuration(notebook: Path, *, token: str, port: int, port_retries: int) -> Config:
    """The whole of Voila's configuration for one notebook, on loopback, behind ``token``."""
    config = _private(token, port, port_retries)
    config.Voila.notebook_path = str(notebook)
    config.Voila.root_dir = str(notebook.parent)
    config.Voila.tornado_settings.update(
        {
            "allow_remote_access": False,  # refuses requests that name another host (DNS rebinding)
            "local_hostnames": ["localhost", ADDRESS],
        }
    )
    config.VoilaConfiguration.prelaunch_hook = prepare_visit
    # For a tab that vanished without saying so (a crash); a tab that closes says so itself, see prepare_visit.
    config.MappingKernelManager = Config(cull_idle_timeout=300, cull_interval=30, cull_connected=False)
    return config


def site_configuration(
    notebooks: Path, *, token: str, port: int, port_retries: int, address: str = ADDRESS, names: Sequence[str] = ()
) -> Config:
    """Voila's configuration for the whole site in the folder ``notebooks``, listening on ``address``.

    ``names`` are what other devices or a proxy call this machine. Which names are answered is settled by the site
    itself (``Site.start``), because Jupyter's own check refuses every address of the office's network.
    """
    config = _private(token, port, port_retries)
    config.Voila.ip = address
    config.Voila.identity_provider_class = Door
    config.Voila.cookie_secret = cookie_key(token)
    config.Voila.root_dir = str(notebooks)
    config.Voila.tornado_settings["allow_remote_access"] = True
    config.Voila.tornado_settings["headers"]["Content-Security-Policy"] = content_policy(names)
    # A laptop closed over lunch comes back to its page if its kernel is still there.
    config.MappingKernelManager = Config(cull_idle_timeout=3600, cull_interval=60, cull_connected=False)
    # A kernel that died is not started again: it would know nothing of the page. The page says so instead.
    config.KernelRestarter = Config(restart_limit=0)
    return config


def _private(token: str, port: int, port_retries: int) -> Config:
    config = Config()
    config.Voila = Config(
        ip=ADDRESS,
        port=port,
        port_retries=port_retries,
        token=token,
        open_browser=False,  # Voila would write the address without its token into a file
        config_file_paths=[],  # a voila.json in the current folder must not undo what is set here
        log_level="ERROR",
        tornado_settings={
            "websocket_max_message_size": MESSAGE_LIMIT,
            "headers": {"Content-Security-Policy": content_policy(), "Referrer-Policy": "no-referrer"},
        },
    )
    config.VoilaConfiguration = Config(
        template=TEMPLATE,
        allow_template_override="NO",
        allow_theme_override="NO",
        theme="light",
        strip_sources=True,
        show_tracebacks=False,
        file_allowlist=[],
        kernel_spec_manager_class=OwnKernel,
        page_config_hook=without_outside_addresses,
    )
    config.VoilaExecutor = Config(cell_error_instruction=AFTER_A_FAULT)
    if sys.platform != "win32":
        # Over TCP any other user of this machine could listen to what a kernel says; a socket file they cannot read.
        config.KernelManager = Config(transport="ipc")
    return config


def prepare_visit(request: Any, notebook: Any, cwd: str) -> Any:
    """Before a visitor's kernel starts: hand out the cookie a closing tab needs, and leave the asides out.

    Voila's page asks for its kernel to be ended when the tab closes, and is refused unless it can show this
    cookie; reading ``xsrf_token`` sets it. Without that, every visit leaves a kernel behind.
    """
    request.xsrf_token  # noqa: B018
    return served_cells(notebook)


def without_outside_addresses(page_config: dict[str, Any], *, base_url: str, **_: Any) -> dict[str, Any]:
    """The page's settings with an empty script in place of MathJax, which every page would fetch from elsewhere."""
    return {**page_config, "fullMathjaxUrl": f"{base_url}voila/templates/{TEMPLATE}/static/no-formulas.js"}

"""How a thread speaks to the page: through the kernel's own loop, the only place where that is done."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import Callable


def kernel_loop() -> Callable[[Callable[[], object]], object]:
    """How a thread hands work back to the kernel's loop; where no loop runs (a plain script), it is done at once."""
    try:
        return asyncio.get_running_loop().call_soon_threadsafe
    except RuntimeError:
        return lambda work: work()


def written_down(error: Exception) -> None:
    """A fault of this program goes where it was started: a kernel hides what is written to ``sys.stderr``."""
    traceback.print_exception(error, file=sys.__stderr__)

"""How soon can a learner begin, and what does one more cost? Beside Voila's own server with a one-slider notebook.

    python benchmarks/serving.py [--out benchmarks/results/serving.txt] [--visits 5] [--learners 15]

Four servers run at the same time and are visited in turn, each visit in a fresh browser: our lesson and the slider,
each opened cold and with a kernel that waits ready. Then the memory of one learner's kernel, and a whole staff that
opens the same lesson in the same moment and answers one question, the first of them getting the one kernel that waits.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import psutil
from playwright.async_api import Browser, Page, async_playwright

ROOT = Path(__file__).parents[1]
LESSON = "lessons/what-identifies"
PATIENCE = 180  # seconds
SLIDER = "import ipywidgets\nipywidgets.IntSlider(description='Hello')"
CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
OURS = CTRL_C + "from before_you_post.cli import main; main()"
STOCK = CTRL_C + "from voila.app import main; main()"
HALF = 0.5  # of the cold time: the most that a page with a waiting kernel may take


@dataclass
class Served:
    """A server that runs, where to visit it, what shows that it is usable, and how long that took each time."""

    name: str
    process: subprocess.Popen[str]
    address: str
    widget: str
    seconds: list[float] = field(default_factory=list)

    def kernels(self) -> list[psutil.Process]:
        """The kernels that live now."""
        found = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                if any("ipykernel" in word for word in child.cmdline()):
                    found.append(child)
            except psutil.Error:
                continue
        return found

    def busy(self) -> float:
        """Seconds of a core that the server and its kernels have used so far."""
        used = 0.0
        for process in (psutil.Process(self.process.pid), *self.kernels()):
            try:
                used += sum(process.cpu_times()[:2])
            except psutil.Error:
                continue
        return used

    async def settle(self) -> None:
        """Returns when the server has done nothing for three seconds: every waiting kernel is ready."""
        quiet, before = 0, self.busy()
        end = time.monotonic() + PATIENCE
        while quiet < 3 and time.monotonic() < end:
            await asyncio.sleep(1)
            now = self.busy()
            quiet = quiet + 1 if abs(now - before) < 0.06 else 0
            before = now


def start(name: str, code: str, arguments: Sequence[str], home: Path, widget: str) -> Served:
    """Start a server; returns as soon as it has an address."""
    process = subprocess.Popen(  # noqa: S603 - this Python, with the words above
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=home,
        env={**os.environ, "BEFORE_YOU_POST_HOME": str(home / "kept"), "PYTHONUNBUFFERED": "1"},
    )
    for line in process.stdout or ():
        if "http://" in line:
            return Served(name, process, line[line.index("http://") :].strip(), widget)
    raise SystemExit(f"{name} did not start")


def stop(served: Served) -> None:
    """What Ctrl-C does."""
    served.process.send_signal(signal.SIGINT)
    try:
        served.process.wait(60)
    except subprocess.TimeoutExpired:
        served.process.kill()


def start_all(folder: Path) -> tuple[dict[str, Served], float]:
    """The four servers, and after how many seconds ours had its address."""
    notebook = folder / "hello.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(SLIDER)]), notebook)
    sample = str(ROOT / "sample_data" / "quillfeather")
    stock = [str(notebook), "--no-browser", "--Voila.ip=127.0.0.1"]
    begun = time.perf_counter()
    ready = start("ours, ready", OURS, ["serve", sample, "--no-browser"], folder, ".byp-lesson h1")
    first = time.perf_counter() - begun
    cold = start("ours, cold", OURS, ["serve", sample, "--no-browser", "--no-preheat"], folder, ".byp-lesson h1")
    slider = ".jupyter-widgets .noUi-handle, .widget-slider"
    plain = start("stock, cold", STOCK, [*stock, "--port=8950"], folder, slider)
    heated = start("stock, ready", STOCK, [*stock, "--port=8960", "--preheat_kernel=True"], folder, slider)
    for served in (ready, cold):
        origin, _, code = served.address.partition("/?")
        served.address = f"{origin}/{LESSON}?{code}"
    return {served.name: served for served in (ready, cold, plain, heated)}, first


async def visit(browser: Browser, served: Served) -> float:
    """Seconds from asking for the page until its first widget is there, in a browser that has seen nothing yet."""
    context = await browser.new_context()
    page = await context.new_page()
    begun = time.perf_counter()
    await page.goto(served.address, wait_until="commit")
    await page.wait_for_selector(served.widget, timeout=PATIENCE * 1000)
    taken = time.perf_counter() - begun
    await page.close(run_before_unload=True)
    await context.close()
    return taken


async def time_visits(browser: Browser, servers: dict[str, Served], visits: int) -> None:
    """A first visit that does not count, then ``visits`` that do, the servers in turn."""
    for number in range(visits + 1):
        for served in servers.values():
            for other in servers.values():
                await other.settle()
            taken = await visit(browser, served)
            if number:
                served.seconds.append(taken)


async def memory(browser: Browser, served: Served) -> tuple[float, float]:
    """MB that one learner's kernel has for itself after an answer, and that the server has."""
    before = {kernel.pid for kernel in served.kernels()}
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(served.address, wait_until="commit")
    await answer(page)
    (kernel,) = (kernel for kernel in served.kernels() if kernel.pid not in before)
    used = kernel.memory_full_info().uss / 2**20, psutil.Process(served.process.pid).memory_full_info().uss / 2**20
    await page.close(run_before_unload=True)
    await context.close()
    return used


async def answer(page: Page) -> None:
    """Choose the first answer of the lesson's first question, and wait until it is explained."""
    question = page.locator(".byp-question").first
    await question.locator("input").first.check(timeout=PATIENCE * 1000)
    await question.get_by_role("button", name="Answer").click(timeout=PATIENCE * 1000)
    await question.locator(".byp-verdict").wait_for(timeout=PATIENCE * 1000)


@dataclass
class Learner:
    """One of many: seconds until the first widget and until the answer was explained, and what went wrong."""

    widget: float = 0
    answered: float = 0
    wrong: list[str] = field(default_factory=list)


async def learn(browser: Browser, served: Served) -> Learner:
    """Open the lesson and answer its first question."""
    learner, context = Learner(), await browser.new_context()
    page = await context.new_page()
    page.on("pageerror", lambda error: learner.wrong.append(str(error)))
    page.on("console", lambda said: learner.wrong.append(said.text) if said.type == "error" else None)
    begun = time.perf_counter()
    try:
        await page.goto(served.address, wait_until="commit")
        await page.wait_for_selector(served.widget, timeout=PATIENCE * 1000)
        learner.widget = time.perf_counter() - begun
        await answer(page)
        learner.answered = time.perf_counter() - begun
    except Exception as error:
        learner.wrong.append(str(error).splitlines()[0])
    await page.close(run_before_unload=True)
    await context.close()
    return learner


def table(servers: dict[str, Served]) -> list[str]:
    """The seconds of each server, and whether a waiting kernel halves the time."""
    lines = ["seconds to the first widget         median  fastest  slowest"]
    for served in servers.values():
        taken = served.seconds
        lines.append(f"{served.name:<34} {statistics.median(taken):7.2f}  {min(taken):7.2f}  {max(taken):7.2f}")
    ready, cold = (statistics.median(servers[name].seconds) for name in ("ours, ready", "ours, cold"))
    kept = "Kept" if ready <= HALF * cold else "Not kept"
    return [*lines, "", f"Goal: with a waiting kernel at most half the cold time. {kept}: {ready / cold:.0%}."]


def crowd(staff: Sequence[Learner]) -> list[str]:
    """What a whole staff at once met."""
    wrong = [said for learner in staff for said in learner.wrong]
    widget, answered = [one.widget for one in staff], [one.answered for one in staff]
    return [
        f"{len(staff)} learners open the same lesson at once, one with a waiting kernel:",
        f"  first widget after {statistics.median(widget):.1f} s (median), {max(widget):.1f} s (last)",
        f"  answer explained after {statistics.median(answered):.1f} s (median), {max(answered):.1f} s (last)",
        f"  answered: {sum(map(bool, answered))} of {len(staff)}; errors their browsers wrote: {len(wrong)}",
        *(f"    {said}" for said in wrong[:5]),
    ]


def machine() -> str:
    """Where and when this was measured, and how busy the machine was."""
    return (
        f"{datetime.now(tz=UTC):%Y-%m-%d}, {platform.machine()}, {platform.system()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before"
    )


async def measure(servers: dict[str, Served], first: float, visits: int, learners: int) -> list[str]:
    """Everything that is measured of the running servers; ``first`` is when ours had its address, in seconds."""
    ready = servers["ours, ready"]
    begun = time.perf_counter()
    await ready.settle()
    warm, waiting = first + time.perf_counter() - begun, len(ready.kernels())
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--disable-gpu", *(["--no-sandbox"] if root else [])]
        )
        await time_visits(browser, servers, visits)
        kernel, server = await memory(browser, servers["ours, cold"])
        slider = statistics.median(one.memory_full_info().uss / 2**20 for one in servers["stock, ready"].kernels())
        await ready.settle()
        staff = await asyncio.gather(*(learn(browser, ready) for _ in range(learners)))
        await browser.close()
    return [
        *table(servers),
        "",
        f"Start: an address after {first:.0f} s; all {waiting} waiting kernels ready after {warm:.0f} s.",
        f"Own memory: a learner's kernel {kernel:.0f} MB, the slider's {slider:.0f} MB; the server {server:.0f} MB.",
        "",
        *crowd(staff),
    ]


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--visits", type=int, default=5)
    parser.add_argument("--learners", type=int, default=15)
    asked = parser.parse_args()
    lines = [machine(), f"our lesson: {LESSON}; stock Voila: one slider; {asked.visits} visits after a first", ""]
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ending:
        servers, first = start_all(Path(folder))
        for served in servers.values():
            ending.callback(stop, served)
        lines += asyncio.run(measure(servers, first, asked.visits, asked.learners))
    report = "\n".join(lines)
    print(report)
    if asked.out:
        asked.out.write_text(f"{report}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

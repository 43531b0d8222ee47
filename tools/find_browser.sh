#!/bin/sh
# Makes sure that the browser tests can run: the program that drives the browser, and a Chromium to drive. A browser
# that is installed will do; else the system's package, else Playwright's own. $1 is the Python that has playwright.
set -eu
python=$1

system=$(uname -s)
if [ -r /etc/os-release ]; then
    system=$(. /etc/os-release && echo "${ID:-}")
fi

# install PACKAGE...: with apt, through sudo where that is needed
install() {
    sudo=
    if [ "$(id -u)" -ne 0 ]; then
        sudo=sudo
    fi
    echo "The browser tests need $*; installing it."
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

has_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        # Ubuntu's chromium-browser may be a stub that only points to a snap: it must be able to say its version.
        if command -v "$name" >/dev/null 2>&1 && "$name" --version >/dev/null 2>&1; then
            return 0
        fi
    done
    test -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}

has_own_browser() {
    "$python" - <<'PY'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not pathlib.Path(p.chromium.executable_path).exists())
PY
}

# The driver is a program of its own inside the playwright package; a bare Debian lacks one library it needs.
if ! "$python" -m playwright --version >/dev/null 2>&1; then
    if command -v apt-get >/dev/null 2>&1; then
        install libatomic1
    fi
    "$python" -m playwright --version >/dev/null
fi

if has_browser || has_own_browser; then
    exit 0
fi
if [ "$system" = debian ]; then
    install chromium
elif [ "$system" = Darwin ]; then
    "$python" -m playwright install chromium
else
    "$python" -m playwright install --with-deps chromium
fi

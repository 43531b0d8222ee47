#!/bin/sh
# Makes sure there is a Chromium for the browser tests: one that is installed, else the system's package, else
# Playwright's own. $1 is the Python that has playwright.
set -eu
python=$1

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    # Ubuntu's chromium-browser may be a stub that only points to a snap: it must be able to say its version.
    if command -v "$name" >/dev/null 2>&1 && "$name" --version >/dev/null 2>&1; then
        exit 0
    fi
done
if [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then
    exit 0
fi
if "$python" - <<'PY'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not pathlib.Path(p.chromium.executable_path).exists())
PY
then
    exit 0
fi

echo "The browser tests need Chromium; installing it."
system=$(. /etc/os-release 2>/dev/null && echo "${ID:-}" || uname -s)
if [ "$system" = debian ] && [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
elif [ "$system" = debian ] && command -v sudo >/dev/null 2>&1; then
    sudo apt-get update -qq
    sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null
elif [ "$(uname -s)" = Darwin ]; then
    "$python" -m playwright install chromium
else
    "$python" -m playwright install --with-deps chromium
fi

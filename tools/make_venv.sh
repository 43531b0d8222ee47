#!/bin/sh
# Makes the virtual environment named in $1 with the newest Python 3.11, 3.12 or 3.13 on this machine.
# Debian and Ubuntu ship Python without venv's installer; there it is fetched with apt, asking first through sudo.
set -eu
venv=$1

python=
for name in python3.13 python3.12 python3.11 python3 python; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    found=$(python3 --version 2>/dev/null || echo "no Python")
    echo "Before You Post needs Python 3.11, 3.12 or 3.13; found: $found." >&2
    echo "Install one of them (your system's packages, or the installer from the Python site) and run make again." >&2
    exit 1
fi

# A half-made environment of an interrupted run is made again.
if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
rm -rf "$venv"
if "$python" -c 'import ensurepip' 2>/dev/null; then
    exec "$python" -m venv "$venv"
fi

version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
if ! command -v apt-get >/dev/null 2>&1; then
    echo "$python has no ensurepip module, so it cannot make a virtual environment." >&2
    echo "Install your system's package for $version venv, and run make again." >&2
    exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Please run as administrator: apt-get install $version-venv   (then make again)" >&2
        exit 1
    fi
    sudo=sudo
    echo "$version-venv is missing; installing it with: sudo apt-get install $version-venv"
fi
$sudo apt-get update -qq
$sudo apt-get install -y -qq "$version-venv" >/dev/null
exec "$python" -m venv "$venv"

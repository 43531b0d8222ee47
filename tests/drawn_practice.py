"""A whole small practice folder with drawn pictures (no person in them), for tests that need the real pipeline.

Six published photos on two channels: one clear collage, one revoked form, one place the form does not name, one file
with nobody's picture, one that cannot be opened, and one whose caption and name try to run as a page's own script.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SCRIPT = "<img src=x onerror=\"document.title='broken'\">"
HOSTILE_NAME = "<b onclick=alert(1)>after.jpg"
COPY = "none,no,2026-02-01"  # what happened with a signed copy


def draw_practice(folder: Path) -> Path:
    """Write the practice and return its folder."""
    library, website, instagram = folder / "originals", folder / "published/website", folder / "published/instagram"
    for place in (library / "P-01", library / "P-02", website, instagram):
        place.mkdir(parents=True)
    before, after, other = (_texture(seed) for seed in (1, 2, 3))
    before.save(library / "P-01/before.jpg", quality=92)
    after.save(library / "P-01/after.jpg", quality=92)
    other.save(library / "P-02/after.jpg", quality=92)
    _collage(before, after).save(website / "collage.jpg", quality=85)
    other.crop((40, 30, 760, 580)).save(website / "revoked.jpg", quality=85)
    after.resize((600, 450)).save(instagram / "reel.jpg", quality=85)
    after.resize((640, 480)).save(website / HOSTILE_NAME, quality=85)
    _texture(9).save(website / "stranger.jpg", quality=85)
    (website / "cut-short.jpg").write_bytes((website / "revoked.jpg").read_bytes()[:300])
    _write_tables(folder)
    return folder


def _write_tables(folder: Path) -> None:
    (folder / "practice.yaml").write_text(
        "name: Larkmoor Skin Clinic\nstates: [OH]\nhipaa_covered: yes\nhipaa_since: 2010-01-01\n"
        "channels:\n  website: published/website\n  instagram: published/instagram\n",
        encoding="utf-8",
    )
    _table(
        folder / "patients.csv",
        "patient,given_name,family_name,birth_date,state,medical_record_number",
        "P-01,Wilhelmina,Thistlewood,1980-02-03,OH,LM-400121",
        "P-02,Barnaby,Quince,1975-06-07,OH,LM-400122",
    )
    _table(
        folder / "originals.csv",
        "file,patient,kind,taken_on,area,procedure",
        "P-01/before.jpg,P-01,before,2025-11-02,nose,rhinoplasty",
        "P-01/after.jpg,P-01,after,2026-01-20,nose,rhinoplasty",
        "P-02/after.jpg,P-02,after,2026-01-22,chin,filler",
    )
    _table(
        folder / "authorizations.csv",
        "authorization,patient,form_version,signed,signed_on,signed_by,signer_role,expires_on,revoked_on,channels,photos,"
        "blanks,required_for_care,copy_given_on",
        f"A-1,P-01,2026-1,yes,2026-02-01,Wilhelmina Thistlewood,patient,2030-01-31,,website,before;after,{COPY}",
        f"A-2,P-02,2026-1,yes,2026-02-01,Barnaby Quince,patient,2030-01-31,2026-07-01,website,after,{COPY}",
        f"A-3,P-02,2026-1,yes,31 February,Barnaby Quince,patient,2030-01-31,2026-07-01,website,after,{COPY}",
    )
    _table(
        folder / "form_versions.csv",
        "form_version,form_kind,names_discloser,names_recipients,states_purpose,says_revocable,says_not_conditioned,"
        "says_redisclosed,stands_alone,reading_grade",
        "2026-1,authorization,yes,yes,yes,yes,yes,yes,yes,7",
    )
    _table(
        folder / "published/website/captions.csv",
        "file,published_on,title,caption,alt_text",
        "collage.jpg,2026-03-02,Two pictures,Before and after,",
        f'revoked.jpg,2026-03-03,"{SCRIPT.replace(chr(34), chr(34) * 2)}","{SCRIPT.replace(chr(34), chr(34) * 2)}",',
        "stranger.jpg,2026-03-04,,,",
        "cut-short.jpg,2026-03-05,,,",
        f"{HOSTILE_NAME},2026-03-06,,,",
    )
    _table(folder / "published/instagram/captions.csv", "file,published_on,caption", "reel.jpg,2026-04-01,A reel")


def _table(path: Path, *lines: str) -> None:
    rows = list(csv.reader(lines))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _texture(seed: int, size: tuple[int, int] = (800, 600)) -> Image.Image:
    """Blurred noise and shapes: rich in local features, and different for every seed."""
    random = np.random.default_rng(seed)
    grain = Image.fromarray(random.integers(90, 200, (*size[::-1], 3), dtype=np.uint8))
    image = grain.filter(ImageFilter.GaussianBlur(3))
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = (int(random.integers(0, side)) for side in size)
        reach = int(random.integers(8, 70))
        tint = tuple(int(value) for value in random.integers(60, 240, 3))
        pen.ellipse((x, y, x + reach, y + int(reach * random.uniform(0.5, 1.5))), fill=tint)
    return image.filter(ImageFilter.GaussianBlur(1))


def _collage(left: Image.Image, right: Image.Image) -> Image.Image:
    both = Image.new("RGB", (1216, 600), "white")
    both.paste(left.crop((100, 0, 700, 600)), (0, 0))
    both.paste(right.crop((100, 0, 700, 600)), (616, 0))
    return both

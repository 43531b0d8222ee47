"""A Mailchimp account export: the campaigns that were sent, and the files of the Content Studio.

A campaign shows its pictures from Mailchimp's servers. Where the export holds a file of the same name, that file is
the picture; every other picture is named with its host. Files that no campaign shows are published all the same:
whoever has their address can open them. The lists of subscribers are never opened.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from ..inputs.cells import day
from ..inputs.delimited import decoded
from ..inputs.photo_files import is_photo
from ..inputs.quoting import counted, listed
from ..inputs.tree import Tree
from ..records import Channel, Post, Reading
from .gathering import Gathering
from .page import Page, read_page
from .sightings import Sighting, Unseen

NAME = "mailchimp"
_TABLE = re.compile(r"(?P<home>(?:.*/)?)campaigns\.csv")
_LETTER = re.compile(r"(?:.*/)?campaigns_content/(?P<stem>[^/]+)\.html?", re.IGNORECASE)
_PRIVATE = re.compile(r"(?:.*/)?(?:lists|audiences|subscribers|events|reports)/.*", re.IGNORECASE)
_MAX_TABLE = 50 * 2**20
_MAX_LETTER = 8 * 2**20
_GALLERY = "content-studio"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Campaign:
    """One row of campaigns.csv."""

    number: str
    title: str
    subject: str
    sent: str
    day: date | None


def recognises(tree: Tree) -> bool:
    """Whether this is a Mailchimp account export."""
    files = tree.files()
    return any(map(_LETTER.fullmatch, files)) or (
        any(map(_TABLE.fullmatch, files)) and any("/campaigns_content/" in f"/{file}" for file in files)
    )


def read(channel: Channel, tree: Tree) -> Reading:
    """Every campaign with its pictures, and every other picture of the Content Studio."""
    return _Reader(channel, tree).read()


class _Reader:
    """Joins campaigns, their letters and the files of one export. One reader reads one export, once."""

    def __init__(self, channel: Channel, tree: Tree) -> None:
        self._tree = tree
        self._gathering = Gathering(channel, NAME, tree)
        self._unseen = Unseen(tree.path, place="the campaigns")
        self._photos: dict[str, list[str]] = {}
        for file in tree.files():
            if is_photo(file) and not _PRIVATE.fullmatch(file):
                self._photos.setdefault(_last(file).casefold(), []).append(file)
        self._shown: set[str] = set()

    def read(self) -> Reading:
        letters = [file for file in self._tree.files() if _LETTER.fullmatch(file)]
        campaigns = [row for file in self._tree.files() if _TABLE.fullmatch(file) for row in self._campaigns(file)]
        unmatched = dict.fromkeys(campaigns)
        for file in letters:
            campaign = _campaign_of(file, campaigns)
            unmatched.pop(campaign, None) if campaign else None
            self._take(file, campaign)
        for campaign in unmatched:
            if self._was_sent(campaign):
                self._gathering.post(campaign.number or _slug(campaign.title), title=campaign.subject, day=campaign.day)
        if without := [campaign.title or campaign.subject for campaign in unmatched if campaign.sent]:
            remedy = "Look at them in Mailchimp yourself. Their subjects are listed, their pictures were not seen."
            found = f"{counted(len(without), 'campaign')} without a letter in campaigns_content: {listed(without)}"
            self._gathering.unread(found, "a letter for each campaign", remedy)
        self._take_gallery()
        self._gathering.problems += self._unseen.problems()
        return self._gathering.reading()

    def _campaigns(self, file: str) -> list[_Campaign]:
        text = decoded(self._bytes(file, _MAX_TABLE)).removeprefix("\ufeff")
        rows = csv.DictReader(io.StringIO(text, newline=""), restkey="")
        try:
            return [_campaign(row) for row in rows]
        except csv.Error:
            remedy = "Export the account again. The campaigns were read without their subjects and days."
            self._gathering.unread("text that is no table", "campaigns.csv as Mailchimp writes it", remedy, file)
            return []

    def _bytes(self, file: str, most: int) -> bytes:
        try:
            with self._tree.open(file) as opened:
                data = opened.read(most + 1)
        except OSError as error:
            found = error.strerror or str(error) or "an error"
            self._gathering.unread(found, "a readable file", "Export the account again.", file)
            return b""
        if len(data) > most:
            remedy = "Look at the end of it yourself; it was read up to there."
            self._gathering.unread(f"more than {most // 2**20} MB", "a smaller file", remedy, file)
        return data[:most]

    def _was_sent(self, campaign: _Campaign) -> bool:
        if not campaign.sent:
            remedy = "Nothing to do if that is right. They were left out."
            self._gathering.set_apart("campaign that was never sent", "campaigns that were never sent", remedy)
        return bool(campaign.sent)

    def _take(self, file: str, campaign: _Campaign | None) -> None:
        if campaign is not None and not self._was_sent(campaign):
            return
        page = read_page(decoded(self._bytes(file, _MAX_LETTER)))
        if campaign is None:
            remedy = "Look up its day in Mailchimp; without it, the day of posting is unknown."
            self._gathering.unread("a letter that no row of campaigns.csv names", "a row for each letter", remedy, file)
        post = self._gathering.post(
            (campaign.number if campaign else "") or _stem(file),
            title=campaign.subject if campaign else None,
            text=page.text,
            day=campaign.day if campaign else None,
        )
        for photo, sighting in self._sightings(page, post).items():
            self._shown.add(photo)
            self._gathering.photo(post, photo, caption=sighting.caption, alt_text=sighting.alt_text, url=sighting.url)

    def _sightings(self, page: Page, post: Post) -> dict[str, Sighting]:
        sightings: dict[str, Sighting] = {}
        for one in page.shown:
            for url in dict.fromkeys(one.urls):
                files = self._photos.get(_address_name(url), [])
                if len(files) == 1:
                    sightings.setdefault(files[0], Sighting()).add(files[0], one)
                else:
                    self._unseen.note(url, post.title)
        return sightings

    def _take_gallery(self) -> None:
        rest = [file for files in self._photos.values() for file in files if file not in self._shown]
        if rest:
            post = self._gathering.post(_GALLERY, title="In the Content Studio, shown in no campaign")
            for file in sorted(rest):
                self._gathering.photo(post, file)


def _campaign(row: dict[str, str | None]) -> _Campaign:
    cells = {str(key or "").strip().casefold(): value.strip() for key, value in row.items() if isinstance(value, str)}
    sent = cells.get("send date", "unknown")
    try:
        # "May 19, 2019 06:00 pm"
        on = day(re.sub(r"[ ,]+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?$", "", sent, flags=re.IGNORECASE))
    except ValueError:
        on = None
    return _Campaign(
        number=re.sub(r"[^\w-]", "", cells.get("unique id", "")),
        title=cells.get("title", ""),
        subject=cells.get("subject", ""),
        sent=sent,
        day=on,
    )


def _campaign_of(file: str, campaigns: list[_Campaign]) -> _Campaign | None:
    """The campaign a letter belongs to: by its number, else by its title or subject if only one is called so."""
    number, _, slug = _stem(file).partition("_")
    if found := [one for one in campaigns if one.number and one.number == number]:
        return found[0]
    slug = _slug(slug or number)
    found = [one for one in campaigns if slug and slug in (_slug(one.title), _slug(one.subject))]
    return found[0] if len(found) == 1 else None


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")


def _stem(file: str) -> str:
    return _last(file).rpartition(".")[0]


def _last(file: str) -> str:
    return file.rpartition("/")[2]


def _address_name(url: str) -> str:
    try:
        return _last(unquote(urlsplit(url.strip()).path)).casefold()
    except ValueError:
        return ""

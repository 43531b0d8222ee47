"""The words for one line of the training ledger, whoever reads it: nothing is left out but what keeps a PIN secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ..records import EntryKind, LedgerEntry

_SECRET = ("sealed",)
_PURPOSES = {"lesson": "the quiz", "review": "a review of questions that came back, on", "exam": "the final check"}
_WAYS = {"pin": "with a PIN", "new pin": "with a new PIN", "proxy": "as the practice's own sign-in says"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line in words."""

    what: str  # "Answered"
    lesson: str = ""  # slug
    title: str = ""
    attempt: str = ""
    question: str = ""  # id
    version: int | None = None
    stem: str = ""  # the question as it stood
    options: tuple[str, ...] = ()  # as they stood
    answer: str = ""  # in words
    right: bool | None = None
    score: str = ""  # "5 of 6"
    detail: str = ""  # whatever else


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    contents: Mapping[str, Mapping[str, Any]]  # lessons and questions as they stood, by digest
    began: Mapping[str, LedgerEntry]  # by attempt
    titles: Mapping[str, str]

    def title(self, slug: str) -> str:
        return self.titles.get(slug, slug)


def tell(
    entry: LedgerEntry,
    contents: Mapping[str, Mapping[str, Any]],
    began: Mapping[str, LedgerEntry],
    titles: Mapping[str, str],
) -> Told:
    """One line in words. ``contents``: bodies of kind "content" by digest; ``began``: that line of each attempt."""
    context = _Context(contents=contents, began=began, titles=titles)
    return _TELLERS.get(entry.kind, _other)(entry, context)


def _began(entry: LedgerEntry, context: _Context) -> Told:
    body = entry.body
    title = context.title(body["lesson"])
    count, content = len(body["questions"]), body["content"] or "of any lesson"
    return Told(
        what="Began",
        lesson=body["lesson"],
        title=title,
        attempt=body["attempt"],
        detail=f"{_PURPOSES[body['purpose']]} “{title}”, {count} questions; content {content}",
    )


def _answered(entry: LedgerEntry, context: _Context) -> Told:
    body = entry.body
    question = context.contents.get(body.get("text") or "", {})
    began = context.began.get(body["attempt"] or "")
    lesson = question.get("lesson") or (began.body["lesson"] if began else "")
    return Told(
        what="Answered" if body["attempt"] else "Practised (not counted)",
        lesson=lesson,
        title=context.title(lesson),
        attempt=body["attempt"] or "",
        question=body["question"],
        version=body["version"],
        stem=question.get("stem", ""),
        options=tuple(_option(one, question.get("kind", "")) for one in question.get("options", ())),
        answer=_in_words(body["answer"], question),
        right=body["right"],
    )


def _finished(entry: LedgerEntry, context: _Context) -> Told:
    body = entry.body
    began = context.began.get(body["attempt"])
    took = f"; took {_long(entry.at - began.at)}" if began else ""
    missed = f"; missed: {', '.join(body['missed'])}" if body["missed"] else ""
    critical = f"; of them must be right: {', '.join(body['missed_critical'])}" if body["missed_critical"] else ""
    return Told(
        what="Passed" if body["passed"] else "Not passed",
        lesson=body["lesson"],
        title=context.title(body["lesson"]),
        attempt=body["attempt"],
        score=f"{body['right']} of {body['asked']}",
        detail=f"pass mark {round(float(body['pass_mark']) * 100)}%{took}{missed}{critical}",
    )


def _attested(entry: LedgerEntry, context: _Context) -> Told:
    body = entry.body
    detail = f"“{body['words']}” Content {body['content']}"
    return Told(what="Signed", lesson=body["lesson"], title=context.title(body["lesson"]), detail=detail)


def _certificate(entry: LedgerEntry, context: _Context) -> Told:
    body = entry.body
    return Told(
        what="Certificate",
        lesson=body["lesson"],
        title=body["title"],
        score=f"{body['right']} of {body['asked']}",
        detail=f"{body['id']} for {body['name']}; content {body['content']}",
    )


def _assigned(entry: LedgerEntry, context: _Context) -> Told:
    body = entry.body
    detail = f"by {body['by']}, due {body['due']}: {body['why']}"
    return Told(what="Assigned", lesson=body["lesson"], title=context.title(body["lesson"]), detail=detail)


def _sign_in(entry: LedgerEntry, _: _Context) -> Told:
    return Told(what="Signed in", detail=_WAYS.get(entry.body.get("how", ""), ""))


def _other(entry: LedgerEntry, context: _Context) -> Told:
    names = {
        EntryKind.PIN: "Chose a PIN",
        EntryKind.PIN_RESET: "PIN reset",
        EntryKind.LOCKED: "Locked after wrong PINs",
        EntryKind.EXPORTED: "Exported",
        EntryKind.ATTENDED: "Attended a session",
    }
    lesson = str(entry.body.get("lesson") or "")
    rest = {key: value for key, value in entry.body.items() if key not in _SECRET and key != "lesson"}
    return Told(
        what=names.get(entry.kind, entry.kind.value),
        lesson=lesson,
        title=context.title(lesson) if lesson else "",
        detail="; ".join(f"{key}: {_plain(value)}" for key, value in rest.items()),
    )


def _option(option: Mapping[str, Any], kind: str) -> str:
    if kind == "order":
        return str(option["text"])
    for name, word in (("partner", "belongs to"), ("pile", "pile")):
        if name in option:
            return f"{option['text']} ({word}: {option[name]})"
    return f"{option['text']} ({'right' if option['right'] else 'wrong'})"


def _in_words(answer: object, question: Mapping[str, Any]) -> str:
    texts = {one["id"]: one["text"] for one in question.get("options", ())}
    if isinstance(answer, list):
        return "; ".join(str(texts.get(one, one)) for one in answer)
    if isinstance(answer, dict):
        return "; ".join(f"{texts.get(one, one)}: {place}" for one, place in answer.items())
    return f"{answer} {question.get('unit', '')}".strip()


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(one)}" for key, one in value.items())
    return str(value)


def _long(time: timedelta) -> str:
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    return f"{minutes} min {seconds:02d} s"


_TELLERS: Mapping[EntryKind, Callable[[LedgerEntry, _Context], Told]] = {
    EntryKind.BEGAN: _began,
    EntryKind.ANSWERED: _answered,
    EntryKind.FINISHED: _finished,
    EntryKind.ATTESTED: _attested,
    EntryKind.CERTIFICATE: _certificate,
    EntryKind.ASSIGNED: _assigned,
    EntryKind.SIGN_IN: _sign_in,
}

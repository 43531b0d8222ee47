"""What people did, as statements of the Experience API (xAPI 1.0.3), one a line, for a learning record store.

Specification: https://github.com/adlnet/xAPI-Spec. The id of a statement follows from the ledger's line, so that
sending the same records twice makes no second statement. Addresses are names here: nothing is fetched from them.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...records import Answer, Attempt, EntryKind, LedgerEntry, Question, QuestionKind
from ..grading import solution
from ..history import History
from ..option_rules import CHOOSE_MANY, CHOOSE_ONE
from .exported import Exported, Loss

HOME = "https://before-you-post.example"
_VERBS = "http://adlnet.gov/expapi/verbs"
_AND, _TO = "[,]", "[.]"  # between parts of an answer, and between a part and its place
_KINDS = {
    QuestionKind.TRUE_FALSE: "true-false",
    QuestionKind.ORDER: "sequencing",
    QuestionKind.MATCH: "matching",
    QuestionKind.SORT: "matching",
    QuestionKind.NUMBER: "numeric",
    QuestionKind.DATE: "fill-in",
}
_TOLD = (EntryKind.ANSWERED, EntryKind.FINISHED, EntryKind.ATTESTED, EntryKind.CERTIFICATE)


def to_xapi(entries: Sequence[LedgerEntry], bank: Iterable[Question], names: Mapping[str, str]) -> Exported:
    """``statements.jsonl`` from the ledger of one practice; ``names`` has the people by their codes.

    ``questions`` of the result counts statements.
    """
    questions = {question.id: question for question in bank}
    attempts = History().read(entries).attempts
    statements: list[dict[str, Any]] = []
    losses: list[Loss] = []
    for entry in entries:
        if entry.kind not in _TOLD:
            losses.append(Loss(entry.kind.value, "has no statement: it is kept in the ledger"))
            continue
        statements.append(_statement(entry, questions, attempts, names))
        if entry.kind is EntryKind.ANSWERED and entry.body["question"] not in questions:
            losses.append(Loss(entry.body["question"], "is no question any more: its words are left out"))
    text = "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in statements)
    return Exported(files={"statements.jsonl": text.encode()}, questions=len(statements), losses=tuple(losses))


def _statement(
    entry: LedgerEntry, questions: Mapping[str, Question], attempts: Mapping[str, Attempt], names: Mapping[str, str]
) -> dict[str, Any]:
    body = entry.body
    if entry.kind is EntryKind.ANSWERED:
        asked = questions.get(body["question"])
        verb, about = "answered", _question(body["question"], body["version"], asked)
        result = {"success": body["right"], "response": _response(asked, body["answer"]), "completion": True}
    elif entry.kind is EntryKind.FINISHED:
        attempt = attempts[body["attempt"]]
        verb, about = "passed" if body["passed"] else "failed", _lesson(attempt.lesson)
        result = _score(attempt)
    else:
        verb, about, result = "completed", _lesson(body["lesson"]), {"completion": True}
    statement: dict[str, Any] = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{HOME}/ledger/{entry.hash}")),
        "actor": {
            "objectType": "Agent",
            "name": names.get(entry.person, entry.person),
            "account": {"homePage": f"{HOME}/practices/{entry.practice}", "name": entry.person},
        },
        "verb": {"id": f"{_VERBS}/{verb}", "display": {"en-US": verb}},
        "object": about,
        "result": result,
        "timestamp": entry.at.isoformat(),
        "version": "1.0.3",
        "context": {"platform": "Before You Post", "extensions": {f"{HOME}/extensions/ledger": entry.hash}},
    }
    if entry.kind is EntryKind.CERTIFICATE:
        statement["context"]["extensions"][f"{HOME}/extensions/certificate"] = body["id"]
    return statement


def _score(attempt: Attempt) -> dict[str, Any]:
    many = len(attempt.asked)
    result: dict[str, Any] = {"success": bool(attempt.passed), "completion": True}
    if many:
        result["score"] = {"scaled": round(attempt.right / many, 4), "raw": attempt.right, "min": 0, "max": many}
    if attempt.ended_at:
        result["duration"] = f"PT{max(0, int((attempt.ended_at - attempt.began_at).total_seconds()))}S"
    return result


def _lesson(slug: str) -> dict[str, Any]:
    return {
        "objectType": "Activity",
        "id": f"{HOME}/lessons/{slug}",
        "definition": {"type": "http://adlnet.gov/expapi/activities/lesson", "name": {"en-US": slug}},
    }


def _question(name: str, version: int, asked: Question | None) -> dict[str, Any]:
    about: dict[str, Any] = {"objectType": "Activity", "id": f"{HOME}/questions/{name}/{version}"}
    if asked is None or asked.version != version:
        return about
    about["definition"] = {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "name": {"en-US": name},
        "description": {"en-US": asked.stem},
        "interactionType": _KINDS.get(asked.kind, "choice"),
        "correctResponsesPattern": [_response(asked, solution(asked))],
        **_components(asked),
    }
    return about


def _components(asked: Question) -> dict[str, Any]:
    choices = [{"id": option.id, "description": {"en-US": option.text}} for option in asked.options]
    if asked.kind in (QuestionKind.MATCH, QuestionKind.SORT):
        places = [{"id": name, "description": {"en-US": place}} for place, name in _places(asked).items()]
        return {"source": choices, "target": places}
    chosen = asked.kind in CHOOSE_ONE or asked.kind in CHOOSE_MANY or asked.kind is QuestionKind.ORDER
    return {"choices": choices} if chosen and asked.kind is not QuestionKind.TRUE_FALSE else {}


def _places(asked: Question) -> dict[str, str]:
    """Each partner or pile with a name of its own, since an id may hold no words."""
    places = dict.fromkeys(option.partner or option.pile or "" for option in asked.options)
    return {place: f"place-{number}" for number, place in enumerate(places, 1)}


def _response(asked: Question | None, answer: Answer) -> str:
    """An answer as xAPI writes it: parts joined by ``[,]``, a part and its place by ``[.]``."""
    if isinstance(answer, dict):
        places = _places(asked) if asked else {}
        return _AND.join(f"{part}{_TO}{places.get(place, 'elsewhere')}" for part, place in sorted(answer.items()))
    return answer if isinstance(answer, str) else _AND.join(answer)

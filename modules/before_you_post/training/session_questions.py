"""Questions that only a staff session asks: for cases of the facilitator's guide that the bank has none for.

They are never drawn for a quiz. What they say about a photo is what the audit of the sample practice found.
"""

from __future__ import annotations

from ..records import CaseRef, Option, Question, QuestionKind, QuestionUse

_HAND = Question(
    id="session-hand-in-the-letter",
    lesson="truth-in-advertising",
    version=1,
    kind=QuestionKind.DECISION,
    use=QuestionUse.PRACTICE,
    stem="The form is complete. Shall we send this letter? Look at the cloth behind the hand, too.",
    options=(
        Option(
            id="hold",
            text="Hold it: somebody compares it with the original first.",
            right=True,
            why="The hand of the after photo is lighter than in the original. A person has to look before it goes out.",
        ),
        Option(
            id="send",
            text="Send it. She signed for both photos.",
            right=False,
            why="The form says that we may show the photo. It does not say that the photo is true.",
        ),
        Option(
            id="smaller",
            text="Send it with the after photo a little smaller.",
            right=False,
            why="Small or large, the picture promises what the treatment did not do.",
        ),
    ),
    rules=("ftc-deceptive-image",),
    claims=(),
    difficulty=2,
    case=CaseRef(
        practice="quillfeather",
        photo="newsletter/2026-09-08-a35e84ae7c9b3c1f/spots-gone.jpg",
        show=("picture", "caption"),
    ),
)

_CARD = Question(
    id="session-lost-card",
    lesson="when-it-goes-wrong",
    version=1,
    kind=QuestionKind.SINGLE,
    use=QuestionUse.PRACTICE,
    stem="The card of the clinic camera is gone. There were photos of patients on it. What comes first?",
    options=(
        Option(
            id="call",
            text="Call the privacy officer now, and write down when it was noticed.",
            right=True,
            why="The clock starts when anybody here knew. Looking for the card goes on at the same time.",
        ),
        Option(
            id="search",
            text="Look for it for a week. It is sure to turn up.",
            right=False,
            why="The days count from the first one, found or not. Searching is good; waiting to tell is not.",
        ),
        Option(
            id="nothing",
            text="Nothing. Nobody can tell who is on the photos.",
            right=False,
            why="Faces, marks and what is hidden in the files tell who it is. We do not know before somebody looks.",
        ),
        Option(
            id="buy",
            text="Put in a new card and say nothing, so that nobody gets into trouble.",
            right=False,
            why="Nobody is to blame for telling. An untold loss cannot be mended, and patients may have to hear of it.",
        ),
    ),
    rules=("breach-discovery-clock",),
    claims=(),
    difficulty=1,
)

_RIGHT = Question(
    id="session-what-is-right",
    lesson="authorization",
    version=1,
    kind=QuestionKind.SEVERAL,
    use=QuestionUse.PRACTICE,
    stem="The audit found nothing to say about this pair. What did somebody do right?",
    options=(
        Option(
            id="both",
            text="The form describes both photos, before and after.",
            right=True,
            why="Each picture of a pair needs a form that describes it.",
        ),
        Option(
            id="place",
            text="The form names the place where the pair is shown.",
            right=True,
            why="A form covers the places it names. This one names them all.",
        ),
        Option(
            id="same",
            text="The photos are as they were taken: nothing was smoothed or lightened.",
            right=True,
            why="A pair that shows a result has to show the real one.",
        ),
        Option(
            id="famous",
            text="Many people have seen it, so it is public anyway.",
            right=False,
            why="Being seen permits nothing. The form does.",
        ),
    ),
    rules=("hipaa-auth-photo-described",),
    claims=(),
    difficulty=1,
    case=CaseRef(
        practice="quillfeather",
        photo="website/face-lift/lift-front-pair.jpg",
        show=("picture", "caption", "form"),
    ),
)

OWN = (_HAND, _CARD, _RIGHT)

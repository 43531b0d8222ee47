"""Is the picture in a panel described by the form? Asked once for before, once for after and once for other photos."""

from __future__ import annotations

from ...records import Authorization, Original, PhotoKind, PhotoScope
from ..base import Observation, Subject
from .printed import by_authorization
from .scopes import ANY_PHOTO, describes, describes_original

Kinds = tuple[PhotoKind | None, ...]


def shows(subject: Subject, kinds: Kinds) -> bool:
    """There is a form to read, and the panel shows (or, among burst twins, may show) a photo of these kinds."""
    return by_authorization(subject) and any(original.kind in kinds for original in subject.panel.originals)


def not_described(subject: Subject, kinds: Kinds) -> Observation | None:
    """What the form leaves out, of these kinds; for review where the library does not record enough to tell."""
    form, panel = subject.form, subject.panel
    left_out = [o for o in panel.originals if o.kind in kinds and describes_original(form, o) is not True]
    if not left_out:
        return None
    photos = " or ".join(_words(original) for original in left_out)
    if describes(form, panel) is False:
        return Observation(
            text=f"The form {form.id} describes {_scopes(form)}; the picture is {photos}.", part="photos"
        )
    return Observation(
        text=f"The form {form.id} describes {_scopes(form)}. Whether that includes the picture shown cannot be told "
        f"from the library: it may be {photos}.",
        part="photos",
        review=True,
    )


def _words(original: Original) -> str:
    kind = f"{original.kind} photo" if original.kind else "photo of a kind not recorded"
    return f"{original.id} ({kind}, {original.area or 'area not recorded'})"


def _scopes(form: Authorization) -> str:
    return ", ".join(_scope(scope) for scope in form.photos or ()) or "no photo"


def _scope(scope: PhotoScope) -> str:
    if scope == ANY_PHOTO:
        return "any photo"
    if scope.original is not None:
        return scope.original
    photos = f"{scope.kind} photos" if scope.kind else "photos"
    return f"{photos} ({scope.area})" if scope.area else f"all {photos}"

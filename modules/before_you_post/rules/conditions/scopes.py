"""What a form reaches: the places it names, and the photos it describes."""

# mypy: strict-optional

from __future__ import annotations

from ...records import Authorization, Original, Panel, PhotoScope

ANY_PHOTO = PhotoScope()


def spoken(words: str) -> str:
    """A name as people compare it: capitals, spaces, hyphens and underscores make no difference."""
    return "".join(letter for letter in words.casefold() if letter not in " \t-_")


def names_channel(form: Authorization, channel: str) -> bool | None:
    """The form names the place the photo was published."""
    if form.channels is None:
        return None
    return spoken(channel) in {spoken(name) for name in form.channels}


def describes_original(form: Authorization, original: Original) -> bool | None:
    """One line of the form at least includes this photo. The line "any photo" does; see ``is_specific``."""
    if form.photos is None:
        return None
    return _one_of(form.photos, original)


def describes(form: Authorization, panel: Panel) -> bool | None:
    """The form describes the picture in the panel.

    Where burst twins cannot be told apart, ``True`` needs a description of each of them and ``False`` that none is
    described; in between nobody can say without looking.
    """
    answers = {describes_original(form, original) for original in panel.originals}
    return answers.pop() if len(answers) == 1 else None


def is_specific(form: Authorization, panel: Panel) -> bool | None:
    """The form needs no such words as "any photo" to include the picture: another line of it does.

    ``True`` also where the form has no such words, so that only one rule speaks of a photo that is left out.
    """
    if ANY_PHOTO not in (form.photos or ()):
        return True
    lines = tuple(scope for scope in form.photos or () if scope != ANY_PHOTO)
    answers = {_one_of(lines, original) for original in panel.originals}
    return answers.pop() if len(answers) == 1 else None


def _one_of(lines: tuple[PhotoScope, ...], original: Original) -> bool | None:
    answers = [_within(scope, original) for scope in lines]
    return True if True in answers else None if None in answers else False


def _within(scope: PhotoScope, original: Original) -> bool | None:
    """Does one line of a form include this photo? ``None`` where the library does not record what the line asks."""
    if scope.original is not None:
        return scope.original == original.id
    answers: list[bool | None] = []
    if scope.kind is not None:
        answers.append(None if original.kind is None else scope.kind is original.kind)
    if scope.area is not None:
        answers.append(None if original.area is None else spoken(scope.area) == spoken(original.area))
    return False if False in answers else None if None in answers else True

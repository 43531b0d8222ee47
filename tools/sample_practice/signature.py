"""How a signature is scribbled: a line made from the letters of a name, which nobody's hand ever wrote.

Every letter is two or three points the pen passes: up, down, and for some letters below the line. A smooth curve
through all of them looks like a hurried hand. The same name gives the same scribble.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import ImageDraw

Point = tuple[float, float]

_TALL, _DEEP, _ROUND = frozenset("bdfhklt"), frozenset("gjpqyz"), frozenset("aceoqgdO")
_SLANT = 0.32
_STEPS = 10  # pieces of the curve between two points


def scribble(pen: ImageDraw.ImageDraw, name: str, at: Point, *, ink: int) -> None:
    """Write a name from ``at``, the left end of its line, in about 360 pixels."""
    x, y = at
    for word in name.split():
        points = list(_word(word))
        wide = max(px for px, _ in points)
        curve = [(x + px - py * _SLANT, y + py) for px, py in _smooth(points)]
        pen.line(curve, fill=ink, width=3, joint="curve")
        x += wide + 26
    tail = [(x - 30, y + 4), (x + 20, y - 6), (x + 64, y - 18)]
    pen.line(list(_smooth(tail)), fill=ink, width=2, joint="curve")


def _word(word: str) -> Iterator[Point]:
    """The points the pen passes, from (0, 0) on the line; up is negative."""
    x = 0.0
    for place, letter in enumerate(letter for letter in word if letter.isalpha()):
        own = ord(letter) % 5  # every letter its own width and height
        if place == 0:
            yield from ((x + 6, -8), (x - 6, -34 - own), (x + 16, -58 - own), (x + 20, -22), (x + 8, 2))
            x += 27
            continue
        wide, high = 11 + own * 1.3, (38 + own) if letter in _TALL else 13 + own
        fade = max(0.35, 1 - place * 0.09)  # hurried hands flatten towards the end
        if letter in _ROUND:
            yield x + wide * 0.75, -high * fade
            yield x + wide * 0.15, -high * fade * 0.6
        else:
            yield x + wide * 0.5, -high * fade
        yield x + wide * 0.7, (16 + own) * fade if letter in _DEEP else own * 0.6
        x += wide


def _smooth(points: list[Point]) -> Iterator[Point]:
    """A curve through all points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    for at in range(len(points) - 1):
        before, start, end, after = padded[at : at + 4]
        for step in range(_STEPS):
            yield _between(before, start, end, after, step / _STEPS)
    yield points[-1]


def _between(before: Point, start: Point, end: Point, after: Point, share: float) -> Point:
    def along(axis: int) -> float:
        a, b, c, d = before[axis], start[axis], end[axis], after[axis]
        bend = (2 * a - 5 * b + 4 * c - d) * share**2 + (3 * b - 3 * c + d - a) * share**3
        return 0.5 * (2 * b + (c - a) * share + bend)

    return along(0), along(1)

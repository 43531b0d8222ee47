"""Long runs of base64 are put aside and come back as they were."""

from __future__ import annotations

from base64 import encodebytes

from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs.mime_runs import Lightened

RUN = encodebytes(bytes(range(256)) * 100)


@given(pieces=some.lists(some.sampled_from([RUN, b"Subject: x\n", b"\n", b"--b\n", b"==\n", b"\xff\n"])))
def test_whatever_is_put_aside_comes_back(pieces: list[bytes]) -> None:
    data = b"".join(pieces)

    light = Lightened.of(data)

    assert light.whole(light.data.decode("latin-1")) == data.decode("latin-1")
    assert len(light.data) <= len(data)


def test_only_long_runs_are_put_aside() -> None:
    assert len(Lightened.of(b"Subject: x\n\n" + RUN).data) < 200
    assert Lightened.of(RUN[:5000]).data == RUN[:5000]


def test_a_mark_written_by_somebody_else_is_no_mark() -> None:
    light = Lightened.of(RUN)

    assert light.whole("+before+you+post+00+0\n") == "+before+you+post+00+0\n"

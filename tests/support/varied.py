"""A built form as a later edition or an agency would print it, made by hand in its package: lines that a release does
not freeze say something else, and the properties are those that ``build`` would write for it.

How sentences and pictures are hashed is written here a second time, from docs/decisions/0024.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable

import docx
from docx.shared import Mm

from tests.support.state import RELEASED, state

STATE = "Approved for issue on 3 September 2029. Next review in May 2031."
AGENCY = ("Exampleshire Health Trust, Safeguarding Team", "Return this form to safeguarding@exampleshire.example")
#: The state as a released form and as today's prints it.
_PRINTED_STATES = (" ".join(RELEASED), " ".join(state()))
_PROPERTY = "hsbdocs.printed."


def logo() -> bytes:
    """A picture of four grey points, as a PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\x40\x80" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def varied(blank: bytes, prompts: dict[str, str]) -> tuple[bytes, list[str]]:
    """A form with another state, two agency lines and a logo in its header; ``prompts`` are changed, old to new.

    Also the texts that are new: what ``hashed`` must know.
    """
    document = docx.Document(io.BytesIO(blank))
    header = document.sections[0].header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(logo()), width=Mm(10))
    new = [STATE, *AGENCY]
    for number, line in enumerate(AGENCY):
        document.paragraphs[number].insert_paragraph_before(line)
    for paragraph in document.paragraphs:
        if paragraph.text in _PRINTED_STATES:
            paragraph.runs[0].text = STATE
            for run in paragraph.runs[1:]:
                run.text = ""
    for table in document.tables:
        for row in table.rows:
            for paragraph in row.cells[1].paragraphs:
                if paragraph.text in prompts:
                    new.append(prompts[paragraph.text])
                    paragraph.runs[0].text = prompts[paragraph.text]
                    for run in paragraph.runs[1:]:
                        run.text = ""
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue(), new


def hashed(data: bytes, texts: Iterable[str]) -> bytes:
    """The form with the hashes of these texts, and of the logo, in its properties beside those that it has."""
    found = [_hash(" ".join(_words(sentence)).encode()) for text in texts for sentence in _sentences(text)]
    found.append(_hash(logo()))
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{90 + at}" name="{_PROPERTY}{50 + at}">'
        f"<vt:lpwstr>{' '.join(found[at : at + 15])}</vt:lpwstr></property>"
        for at in range(0, len(found), 15)
    )
    return _custom(data, lambda xml: xml.replace("</Properties>", f"{properties}</Properties>"))


def without_hashes(data: bytes) -> bytes:
    """The form as an editor leaves it that keeps no properties."""
    return _custom(data, lambda xml: re.sub(r"<property .*</property>", "", xml))


def _custom(data: bytes, change: object) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/custom.xml" and callable(change):
                part = change(part.decode()).encode()
            new.writestr(name, part)
    return out.getvalue()


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+", text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("'", ""))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]

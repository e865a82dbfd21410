"""Files made to break a reader, or broken on the way: always a Transcript or a reason, never an exception."""

import functools
import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.package import LARGEST_FILE, LARGEST_UNPACKED
from hsbdocs.formats.word.read import read_word
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.transcript import Transcript
from tests.unit.formats.why import kind
from tests.unit.formats.wordfile import NAMESPACES, docx, p, part, parts, r, sdt, tbl, tc, tr, zipped

FORM = docx(
    p(r("Before")) + tbl(tr(tc(p(r("1"))), tc(p(r("Label"))), tc(p(sdt("a", r("Answer")))))) * 30 + p(r("After")),
)
BROKEN = (Unreadable.DAMAGED, Unreadable.TOO_LARGE, Unreadable.WRONG_TYPE)


def _read(data: bytes) -> Transcript | Why:
    found = read_word(data)
    assert isinstance(found, Transcript | Why)
    return found


def test_the_form_itself_is_read() -> None:
    assert isinstance(_read(FORM), Transcript)


# ---- Broken on the way -------------------------------------------------------------------------


@pytest.mark.parametrize("twentieth", range(20))
def test_a_file_cut_short_is_damaged(twentieth: int) -> None:
    assert _read(FORM[: len(FORM) * twentieth // 20]) == Why(Unreadable.DAMAGED)


def test_the_last_byte_counts() -> None:
    assert _read(FORM[:-1]) == Why(Unreadable.DAMAGED)


@given(st.lists(st.tuples(st.integers(0, len(FORM) - 1), st.integers(1, 255)), min_size=1, max_size=12))
def test_flipped_bytes_never_raise(flips: list[tuple[int, int]]) -> None:
    data = bytearray(FORM)
    for at, value in flips:
        data[at] ^= value

    _read(bytes(data))


@given(st.binary(max_size=400))
def test_any_bytes_never_raise(data: bytes) -> None:
    _read(data)
    _read(b"PK\x03\x04" + data)
    _read(data + FORM)
    _read(FORM + data)


def test_flips_of_each_byte_of_the_central_directory_never_raise() -> None:
    start = FORM.index(b"PK\x01\x02")
    for at in range(start, len(FORM)):
        for value in (0x01, 0x80, 0xFF):
            _read(FORM[:at] + bytes([FORM[at] ^ value]) + FORM[at + 1 :])


@functools.cache
def _directory() -> tuple[int, int]:
    return FORM.index(b"PK\x01\x02"), FORM.index(b"PK\x05\x06")


def test_a_directory_that_is_gone_or_moved_is_damage() -> None:
    start, end = _directory()

    assert _read(FORM[:start] + FORM[end:]) == Why(Unreadable.DAMAGED)
    assert _read(FORM[:start] + bytes(end - start) + FORM[end:]) == Why(Unreadable.DAMAGED)
    assert _read(FORM[end:]) == Why(Unreadable.DAMAGED)


def _zip64(size: int, offset: int, entries: int) -> bytes:
    """The file with a zip64 end record that tells these sizes."""
    _, end = _directory()
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, size, offset)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return FORM[:end] + record + locator + tail


@pytest.mark.parametrize("size", [0, 1, 2**31, 2**63 - 1, 2**63, 2**64 - 1])
@pytest.mark.parametrize("offset", [0, 2**32, 2**63, 2**64 - 1])
def test_zip64_sizes_that_cannot_be_never_raise(size: int, offset: int) -> None:
    assert kind(_read(_zip64(size, offset, 4))) in BROKEN


def test_a_true_zip64_record_is_read() -> None:
    start, end = _directory()

    assert isinstance(_read(_zip64(end - start, start, 4)), Transcript)


@pytest.mark.parametrize("flag", [0x1, 0x20, 0x40, 0x2000])
def test_entries_that_say_they_are_encrypted_or_patched_are_damage(flag: int) -> None:
    data = bytearray(FORM)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8 : at + 10] = struct.pack("<H", flag)
        at += 4

    found = _read(bytes(data))
    assert found == Why(Unreadable.DAMAGED) or (flag == 0x2000 and isinstance(found, Transcript))


@pytest.mark.parametrize("method", [1, 6, 9, 97, 99])
def test_an_unknown_compression_is_damage(method: int) -> None:
    data = bytearray(FORM)
    for magic, offset in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        at = 0
        while (at := data.find(magic, at)) >= 0:
            data[at + offset : at + offset + 2] = struct.pack("<H", method)
            at += 4

    assert _read(bytes(data)) == Why(Unreadable.DAMAGED)


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/document.xml"])
def test_a_package_without_its_parts_is_damage(missing: str) -> None:
    contents = parts(p(r("x")))
    del contents[missing]

    assert _read(zipped(contents)) == Why(Unreadable.DAMAGED)


def test_a_zip_that_is_no_package_is_another_type() -> None:
    assert _read(zipped({"a.txt": b"hello"})) == Why(Unreadable.WRONG_TYPE)
    assert _read(zipped({})) == Why(Unreadable.WRONG_TYPE)


# ---- Made to break -----------------------------------------------------------------------------


def _lying(name: str, data: bytes, says: int) -> bytes:
    """A document one part of which says that it unpacks to `says` bytes."""
    contents = parts(p(r("x"))) | {name: data}
    archive = bytearray(zipped(contents))
    encoded = name.encode()
    for magic, size_at, name_at in ((b"PK\x01\x02", 24, 46), (b"PK\x03\x04", 22, 30)):
        at = 0
        while (at := archive.find(magic, at)) >= 0:
            if archive[at + name_at : at + name_at + len(encoded)] == encoded:
                archive[at + size_at : at + size_at + 4] = struct.pack("<I", says)
            at += 4
    return bytes(archive)


def test_a_bomb_that_tells_its_size_is_too_large() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("word/bomb.xml", "w") as stream:
            for _ in range(LARGEST_UNPACKED // 2**20 + 1):
                stream.write(bytes(2**20))
        for name, data in parts(p(r("x"))).items():
            archive.writestr(name, data)
    assert len(buffer.getvalue()) < 2**20

    assert kind(_read(buffer.getvalue())) is Unreadable.TOO_LARGE


@pytest.mark.parametrize("says", [0, 1, 10, 1000])
def test_a_bomb_that_lies_about_its_size_is_not_unpacked(says: int) -> None:
    bomb = _lying("word/document.xml", part("document", "<w:body/>" + " " * (60 * 2**20)), says)
    tracemalloc.start()

    found = _read(bomb)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kind(found) in (Unreadable.TOO_LARGE, Unreadable.DAMAGED)
    assert peak < 8 * 2**20


def test_a_part_that_says_it_is_larger_than_it_is_is_read_or_refused() -> None:
    small, large = (_lying("word/document.xml", part("document", "<w:body/>"), says) for says in (10**6, 2**32 - 2))

    assert _read(small) == Why(Unreadable.DAMAGED) or isinstance(_read(small), Transcript)
    assert kind(_read(large)) is Unreadable.TOO_LARGE


def test_too_many_parts_are_too_large() -> None:
    contents = parts(p(r("x"))) | {f"word/media/{number}.bin": b"" for number in range(5001)}

    assert kind(_read(zipped(contents))) is Unreadable.TOO_LARGE


def test_many_entries_that_share_one_bomb_are_too_large() -> None:
    """Overlapping entries: each says little, all together too much."""
    size = LARGEST_UNPACKED // 100
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(bytes(size)) + packed.flush()
    crc = zlib.crc32(bytes(size))
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(body), size, 1, 0) + b"x" + body
    entries = b""
    for number in range(101):
        name = f"x{number}".encode()
        head = (b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(body), size, len(name), 0, 0, 0, 0, 0, 0)
        entries += struct.pack("<4sHHHHHHIIIHHHHHII", *head) + name
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 101, 101, len(entries), len(local), 0)

    assert kind(_read(local + entries + end)) is Unreadable.TOO_LARGE


def test_a_file_that_is_too_large_is_not_opened() -> None:
    assert kind(_read(bytes(LARGEST_FILE + 1))) is Unreadable.TOO_LARGE


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE w:document>",
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">',
        f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;]>',
    ],
)
@pytest.mark.parametrize(
    "name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]
)
def test_a_document_type_declaration_is_refused_in_every_part(name: str, doctype: str) -> None:
    contents = parts(p(r("x")))
    contents[name] = contents[name].replace(b"?>\n", b"?>\n" + doctype.encode(), 1)

    assert _read(zipped(contents)) == Why(Unreadable.DAMAGED)


@pytest.mark.parametrize("where", ["text", "attribute"])
def test_an_entity_bomb_is_refused_at_once(where: str) -> None:
    body = "<w:body>&l9;</w:body>" if where == "text" else '<w:body w:x="&l9;"/>'
    xml = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{LAUGHS}]><w:document {NAMESPACES}>{body}</w:document>'

    assert _read(zipped(parts("") | {"word/document.xml": xml.encode()})) == Why(Unreadable.DAMAGED)


@pytest.mark.parametrize("depth", [50, 100, 240, 300, 5000])
@pytest.mark.parametrize("kind", ["sdt", "tbl", "ins"])
def test_deep_nesting_never_raises(depth: int, kind: str) -> None:
    wraps = {
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "tbl": ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"),
        "ins": ("<w:ins>", "</w:ins>"),
    }
    before, after = wraps[kind]

    _read(docx(before * depth + p(r("deep")) + after * depth))


def test_nested_text_boxes_are_read_once_each_and_in_good_time() -> None:
    depth = 12  # one that is read twice at each depth is read 4,096 times
    before, after = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"

    found = _read(docx(before * depth + p(r("deep")) + after * depth))

    assert isinstance(found, Transcript)
    assert [paragraph.text for paragraph in found.paragraphs if paragraph.text] == ["deep"]


@pytest.mark.slow
def test_a_small_file_that_unpacks_to_millions_of_elements_is_too_large() -> None:
    """50 KB become 30 MB of XML, and 900 MB of memory where nobody counts; a form of ours has 0.2 MB of XML."""
    bomb = docx("<w:p/>" * 5_000_000)
    assert len(bomb) < 100_000

    assert kind(_read(bomb)) is Unreadable.TOO_LARGE

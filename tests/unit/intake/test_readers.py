"""The table of readers: a new format and a new container are entries, and no branch anywhere."""

from __future__ import annotations

from hsbdocs.formats.package import Package
from hsbdocs.intake.open import DEEPEST, transcripts
from hsbdocs.intake.readers import READERS, PartReader, Reader, Readers
from hsbdocs.model.arrival import Arrival, Unreadable, Why
from hsbdocs.model.transcript import Certainty, Format, Paragraph, Span, Transcript
from tests.command.odd_files import PDF, empty_zip, other_office, word


def said(arrival: Arrival, data: bytes) -> Transcript:
    """A made-up format: what follows its signature is the text."""
    return Transcript((Paragraph((Span(data[5:].decode()),)),), (), certainty=Certainty.INFERRED)


def boxed(arrival: Arrival, data: bytes) -> tuple[Arrival, ...]:
    """A made-up container: a part a line, each under its number."""
    return tuple(
        Arrival(
            file=arrival.file,
            member="/".join(filter(None, (arrival.member, str(number)))),
            name=f"{number}.txt",
            received="2026-06-01",
            data=part,
        )
        for number, part in enumerate(data[5:].split(b"|"), 1)
    )


def titled(arrival: Arrival, package: Package) -> Transcript:
    """A made-up kind of Office package."""
    return Transcript((Paragraph((Span(package.main[0]),)),), ())


MORE = Readers(
    files=(*READERS.files, Reader((b"SAID:",), said), Reader((b"BOX1:", b"BOX2:"), boxed)),
    packages=(PartReader(lambda kind: kind.endswith("other+xml"), titled), *READERS.packages),
)


def arrived(data: bytes, name: str = "a.bin") -> Arrival:
    """A file with these bytes."""
    return Arrival(file=f"in/{name}", name=name, data=data)


def opened(data: bytes) -> list[tuple[str | None, str]]:
    """The member and the text, or why there is none, of everything in a file."""
    return [
        (each.member, found.kind.value if isinstance(found, Why) else "".join(p.text for p in found.paragraphs))
        for each, found in transcripts(arrived(data), MORE)
    ]


def test_a_new_format_is_an_entry() -> None:
    ((arrival, found),) = transcripts(arrived(b"SAID:hello"), MORE)
    assert isinstance(found, Transcript)
    assert (arrival.file, found.paragraphs[0].text, found.certainty) == ("in/a.bin", "hello", Certainty.INFERRED)
    ((_, unknown),) = transcripts(arrived(b"SAID:hello"))
    assert unknown == Why(Unreadable.WRONG_TYPE)


def test_a_new_container_is_an_entry_and_holds_whatever_can_be_read() -> None:
    assert opened(b"BOX1:SAID:one|SAID:two|%PDF-1.7") == [("1", "one"), ("2", "two"), ("3", "wrong type")]
    ((inner, _),) = transcripts(arrived(b"BOX2:SAID:one"), MORE)
    assert (inner.file, inner.name, inner.received) == ("in/a.bin", "1.txt", "2026-06-01")


def test_containers_inside_containers_are_opened_so_far_and_no_further() -> None:
    one = b"SAID:deep"
    for _ in range(DEEPEST):
        one = b"BOX1:" + one
    assert opened(one) == [("/".join("1" * DEEPEST), "deep")]
    assert opened(b"BOX1:" + one) == [("/".join("1" * DEEPEST), "too large")]


def test_a_container_with_nothing_in_it_gives_nothing() -> None:
    empty = Readers((Reader((b"EMPTY",), lambda *_: ()),), ())
    assert list(transcripts(arrived(b"EMPTY"), empty)) == []


def test_an_office_package_is_known_by_its_main_part() -> None:
    kinds: list[str] = []

    def known(kind: str) -> bool:
        kinds.append(kind)
        return False

    ours = Readers((), (PartReader(known, titled),))
    for data in (word("<w:p/>"), other_office("xlsx"), empty_zip()):
        assert ours.read(arrived(data)) == Why(Unreadable.WRONG_TYPE)
    assert [kind.rpartition(".")[0].rpartition(".")[2] for kind in kinds] == ["document", "sheet", ""]


def test_what_has_no_bytes_says_why() -> None:
    why = Why(Unreadable.TOO_LARGE, {"limit": "50 MB"})
    assert READERS.read(Arrival(file="a", name="a", why=why)) is why
    assert READERS.read(Arrival(file="a", name="a")) == Why(Unreadable.NOT_OPENED)


def test_transcripts_say_their_format() -> None:
    found = READERS.read(arrived(word("<w:p/>"), "a.bin"))
    assert isinstance(found, Transcript)
    assert (found.format, found.certainty) == (Format.WORD, Certainty.STATED)
    assert READERS.read(arrived(PDF, "a.docx")) == Why(Unreadable.WRONG_TYPE)

"""What a copy prints outside its form's release: lines that may vary, known by their hashes.

It is asked only where writing and pictures outside the answers are told of: no step that recognises a form, places
its rows or reads a choice knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hsbdocs.model.printed import Printed, hashes_of, of_properties
from hsbdocs.model.record import RecognisedBy, Record
from hsbdocs.model.transcript import Paragraph, Transcript
from hsbdocs.model.words import key, sentence_hash, sentences
from hsbdocs.reading.recognise import Recognised
from hsbdocs.reading.ticks import shows_tick
from hsbdocs.reading.words import KnownText

#: The caption that only documents with prompts print.
_GUIDED = "guided"


class Around(msgspec.Struct, frozen=True):
    """What stands by right around the answers of a form.

    ``above``, ``margins`` and ``prompts`` say that the copy does not tell which lines it printed before the first row,
    in its header and footer, and below its questions: writing there may be one of them.
    """

    hashes: frozenset[str] = frozenset()
    above: bool = False
    margins: bool = False
    prompts: bool = False

    def covers(self, text: str, own: KnownText) -> bool:
        """True where the text is nothing but what the form prints (``own``) and what this copy prints besides."""
        return own.covers(text) or (bool(self.hashes) and all(self._knows(part, own) for part in sentences(text)))

    def without(self, text: str) -> str:
        """Lines less those that the copy prints."""
        if not self.hashes:
            return text
        return "\n".join(line for line in text.split("\n") if not self._is_printed(line))

    def strange(self, paragraph: Paragraph) -> int:
        """How many pictures of a paragraph are not known."""
        return paragraph.pictures - sum(image in self.hashes for image in paragraph.images)

    def _knows(self, sentence: str, own: KnownText) -> bool:
        return own.covers(sentence) or self._is_printed(sentence)

    def _is_printed(self, line: str) -> bool:
        """True where every sentence is known; one with a mark beside it was written in."""
        said = sentences(line)
        return bool(said) and not shows_tick(line) and all(sentence_hash(sentence) in self.hashes for sentence in said)


class Copy(msgspec.Struct, frozen=True):
    """What a file tells of all the forms in it: the hashes that it carries.

    ``fixed``: its properties are of the time when nothing of a form could vary but its header and footer.
    """

    printed: Printed
    own: frozenset[str]
    fixed: bool

    def around(self, transcript: Transcript, recognised: Recognised) -> Around:
        """What may stand around the answers of the form at hand."""
        form = recognised.form
        told = self.printed.told.get(form.key, frozenset())
        hashes = self.own | told | self.printed.released.get(form.key, frozenset())
        if self.own or told or recognised.by is not RecognisedBy.STAMP:
            return Around(hashes)
        above = not self.fixed
        return Around(hashes, above, True, above and _prints_prompts(transcript, recognised))


def copy_of(transcript: Transcript, printed: Printed) -> Copy:
    """What the file's properties tell."""
    properties = transcript.properties
    stamped = all(properties.get(f"hsbdocs.{name}") for name in ("form", "version", "document"))
    return Copy(printed, of_properties(properties), stamped and not properties.get("hsbdocs.pack"))


def _prints_prompts(transcript: Transcript, recognised: Recognised) -> bool:
    """True for a document with prompts: by its property, else by the caption that speaks of them."""
    form = recognised.form
    if recognised.document is not None:
        return recognised.document in form.prompts_in
    caption = key(form.captions.get(_GUIDED, ""))
    loose = (key(block.text) for block in transcript.blocks if isinstance(block, Paragraph))
    return bool(caption and form.prompts_in) and caption in loose


def outside(transcript: Transcript, record: Record) -> list[str]:
    """The hashes of what a blank prints and its release does not: sentences, then pictures, each once."""
    return list(dict.fromkeys([*hashes_of(each.text for each in record.unplaced), *_images(transcript)]))


def _images(transcript: Transcript) -> Iterator[str]:
    for paragraph in (*transcript.paragraphs, *transcript.margins):
        yield from filter(None, paragraph.images)
    yield from filter(None, (picture.image for picture in transcript.pictures))

"""Whether a file is a training copy: a form that was filled in with invented answers, to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.patterns import TRAINING_COPY
from hsbdocs.model.transcript import Paragraph, Transcript

#: The property of a document that says so, and what it then says.
TRAINING_PROPERTY, TRAINING = "hsbdocs.training", "yes"


def is_training_copy(transcript: Transcript) -> bool:
    """True where the file's property says so, or a line that it prints outside its tables and cells.

    What stands in a table may be an answer about a real child.
    """
    if transcript.properties.get(TRAINING_PROPERTY) == TRAINING:
        return True
    return any(TRAINING_COPY.search(" ".join(each.text.split())) for each in _outside(transcript))


def _outside(transcript: Transcript) -> Iterator[Paragraph]:
    yield from (block for block in transcript.blocks if isinstance(block, Paragraph))
    yield from transcript.margins

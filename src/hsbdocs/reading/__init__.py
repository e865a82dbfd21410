"""Transcript and released forms to a Record: recognise the form, place its rows, resolve its answers.

Nothing here opens a file, and nothing here judges: a value is read or it is null with a finding.
"""

from hsbdocs.reading.read import read_forms
from hsbdocs.reading.words import known_sentences

__all__ = ["known_sentences", "read_forms"]

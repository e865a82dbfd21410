"""Transcript and released forms to a Record: recognise the form, place its rows, resolve its answers.

Nothing here opens a file, and nothing here judges: a value is read or it is null with a finding.
"""

from hsbdocs.reading.around import outside
from hsbdocs.reading.place import MARGIN
from hsbdocs.reading.read import read_forms
from hsbdocs.reading.values import read_date

__all__ = ["MARGIN", "outside", "read_date", "read_forms"]

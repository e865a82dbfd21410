"""Transcript and released forms to a Record: recognise the form, place its rows, resolve its answers.

Nothing here opens a file, and nothing here judges: a value is read or it is null with a finding.
"""

from hsbdocs.reading.around import outside
from hsbdocs.reading.place import MARGIN
from hsbdocs.reading.read import read_forms
from hsbdocs.reading.references import named_references, references_in_plain_text, stamped_references
from hsbdocs.reading.training import TRAINING, TRAINING_PROPERTY, is_training_copy
from hsbdocs.reading.values import read_age, read_date, read_nhs_number, says_not_known

__all__ = [
    "MARGIN",
    "TRAINING",
    "TRAINING_PROPERTY",
    "is_training_copy",
    "named_references",
    "outside",
    "read_age",
    "read_date",
    "read_forms",
    "read_nhs_number",
    "references_in_plain_text",
    "says_not_known",
    "stamped_references",
]

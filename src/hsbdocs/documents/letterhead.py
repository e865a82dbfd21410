"""Who a document comes from, as a Word template prints it: ``{{r letterhead.logo }}``, ``{{ letterhead.name }}``."""

from __future__ import annotations

import msgspec

from hsbdocs.documents.issuer import Issuer
from hsbdocs.formats.word.picture import NO_PICTURE, InlinePicture


class Letterhead(msgspec.Struct, frozen=True):
    """The issuer of a document, ready to print; empty where nothing is set."""

    logo: InlinePicture = NO_PICTURE
    name: str = ""
    owner: str = ""
    return_to: str = ""
    lines: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its lines of text."""
        return tuple(text for text in (self.name, self.owner, self.return_to, *self.lines) if text)


#: Of documents for which nothing is set.
NO_LETTERHEAD = Letterhead()


def letterhead(issuer: Issuer) -> Letterhead:
    """What a Word document prints of its issuer."""
    logo = issuer.logo
    picture = NO_PICTURE if logo is None else InlinePicture(logo.data, logo.width, logo.height, logo.description)
    return Letterhead(picture, issuer.name, issuer.owner, issuer.return_to, issuer.lines)

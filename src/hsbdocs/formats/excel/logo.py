"""How large a logo stands on a sheet."""

from __future__ import annotations

import io

from xlsxwriter.image import Image

from hsbdocs.formats.excel.view import Picture

#: The room that a logo has, in pixels of 96 to the inch: 5.3 cm by 1.9 cm.
MOST = (200.0, 72.0)
_DOTS, _POINTS = 96, 72


def placed(logo: Picture, most: tuple[float, float] | None = MOST) -> tuple[float, float]:
    """Width in pixels and height in points of a logo: as large as it says or as it has pixels, in the room there is."""
    image = Image(io.BytesIO(logo.data))
    natural = image.width * _DOTS / image.x_dpi, image.height * _DOTS / image.y_dpi
    width, height = (side * _DOTS / _POINTS for side in logo.size) if all(logo.size) else natural
    if most is not None:
        shrink = min(1.0, most[0] / width, most[1] / height)
        width, height = width * shrink, height * shrink
    return width, height * _POINTS / _DOTS

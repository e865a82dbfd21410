"""Logos: what is a picture, how large it is, and that no name comes along with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.logo import LARGEST, NoLogo, logo
from tests.support.pictures import JPEG, NAME, png


@pytest.mark.parametrize(("data", "suffix"), [(png(), "png"), (JPEG, "jpeg")])
def test_size_and_kind_and_no_name_in_it(data: bytes, suffix: str) -> None:
    assert NAME in data

    picture = logo(data, "Logo of Riverside")

    assert (picture.width, picture.height, picture.suffix, picture.description) == (40, 16, suffix, "Logo of Riverside")
    assert NAME not in picture.data


def test_a_picture_without_notes_stays_as_it_is() -> None:
    plain = png(noted=False)
    assert logo(plain, "").data == plain


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a" + bytes(50), "neither a PNG nor a JPEG"),
        (b"", "neither a PNG nor a JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PNG nor a JPEG"),
        (png()[:60], "cannot be read"),
        (JPEG[:100], "cannot be read"),
        (png(0, 0), "has no size"),
        (bytes(LARGEST + 1), "larger than"),
    ],
)
def test_what_cannot_be_used_is_said(data: bytes, said: str) -> None:
    with pytest.raises(NoLogo, match=said):
        logo(data, "")


@given(st.sampled_from([png(), JPEG]), st.data())
def test_no_damage_raises_anything_else(data: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(data) - 1))
    damaged = data[:at] + draw.draw(st.binary(max_size=6)) + data[at + draw.draw(st.integers(0, 6)) :]
    try:
        picture = logo(damaged, "")
    except NoLogo:
        return
    assert picture.width > 0

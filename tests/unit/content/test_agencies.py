"""Agency files: read with their logo, and every mistake told in plain words with file and line."""

from pathlib import Path

import pytest

from hsbdocs.content.agencies import WrongAgencies, read_agencies
from hsbdocs.model.content import House
from hsbdocs.model.guidance import Area
from tests.support.pictures import JPEG, png

HOUSE = House(handling_mark="", publisher="", said_of_logo="Logo of {name}")
WHOLE = """\
# A remark.
id: riverside
name: Riverside Academy
area: Kent
logo: logo.png
return_to: |
  Safeguarding office
  1 High Street
lines:
  - "Our lead:   01632 960 001"
"""


def test_an_agency_file_whole(tmp_path: Path) -> None:
    (tmp_path / "riverside.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(png(60, 20))

    (agency,) = read_agencies(tmp_path / "riverside.yaml", HOUSE)

    assert (agency.id, agency.name, agency.area) == ("riverside", "Riverside Academy", Area.KENT)
    assert agency.return_to == ("Safeguarding office", "1 High Street")
    assert agency.lines == ("Our lead: 01632 960 001",)
    assert agency.logo is not None
    assert (agency.logo.width, agency.logo.height) == (60, 20)
    assert agency.logo.description == "Logo of Riverside Academy"


def test_all_but_id_and_name_may_be_missing_and_a_folder_holds_several(tmp_path: Path) -> None:
    for name in ("hill", "abbey"):
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\nname: {name}\n", encoding="utf-8")
    (tmp_path / "logo.jpg").write_bytes(JPEG)
    (tmp_path / ".hidden.yaml").write_text("nothing", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("ours", encoding="utf-8")

    agencies = read_agencies(tmp_path, HOUSE)

    assert [agency.id for agency in agencies] == ["abbey", "hill"]
    assert all((each.area, each.logo, each.return_to, each.lines) == (None, None, (), ()) for each in agencies)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("name: Riverside", "a.yaml:1: the key id is missing"),
        ("id: a\nname: '  '", "a.yaml:2: name: is empty"),
        ("id: A School\nname: x", "a.yaml:1: id: 'A School' should have small letters, figures and hyphens, and begin"),
        (
            "id: a\nname: x\narea: Kentish",
            "a.yaml:3: area: 'kentish' is not one of the known values; did you mean kent?",
        ),
        ("id:a\nname:x", "a.yaml:1: should be an entry with keys, not text: is there a space behind each colon?"),
        ("id: a\nname: x\nlines:\n  - Ring us #2", "a.yaml:4: what stands behind # would be left out"),
        ("id: a\nname: x\narea: both", "a.yaml:3: area: is kent or medway; leave the key out"),
        ("id: a\nname: x\nlogo: none.png", "a.yaml:3: logo: names none.png, which does not lie beside"),
        ("id: a\nname: x\nlogo: ../up.png", "a.yaml:3: logo: names a file elsewhere"),
        ("id: a\nname: x\nlogo: a.yaml", "a.yaml:3: logo: names a.yaml, which is neither a PNG nor a JPEG"),
        ("id: a\nname: x\nadress: y", "a.yaml:3: adress: is not a key that is known here"),
        ("id: a\nname: x\nlines: [a: b]", "a.yaml:3: lines, entry 1: should be text"),
        ("id: a\nname: Hill: a school", "a.yaml:2: "),
        ("id: a\n\tname: x", "a.yaml:2: "),
        ("", "a.yaml"),
    ],
)
def test_a_mistake_is_told_once_with_its_line(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(WrongAgencies) as raised:
        read_agencies(tmp_path / "a.yaml", HOUSE)
    found = [str(fault) for fault in raised.value.faults]
    assert found[0].startswith(said), found
    assert len(found) == 1


def test_every_mistake_of_every_file_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: same\nname: A", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("id: same\nname: B", encoding="utf-8")
    (tmp_path / "c.yml").write_text("id: c\nname: C", encoding="utf-8")
    (tmp_path / "d.yaml.txt").write_text("id: d\nname: D", encoding="utf-8")

    with pytest.raises(WrongAgencies) as raised:
        read_agencies(tmp_path, HOUSE)

    assert [str(fault) for fault in raised.value.faults] == [
        "b.yaml: id: same is the id of a.yaml too: each agency has its own",
        "c.yml: is not read: rename it to c.yaml, or move it out of the folder",
        "d.yaml.txt: is not read: rename it to d.yaml, or move it out of the folder",
    ]


def test_a_folder_without_agency_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongAgencies, match="holds no agency file"):
        read_agencies(tmp_path, HOUSE)

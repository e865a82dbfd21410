"""Other words in the place of content's own: found by the id, wherever a training document prints it."""

import msgspec
import pytest

from hsbdocs.content.load import load_content
from hsbdocs.documents.handout import handout_view
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.wording import Wording
from hsbdocs.model.handout import HandoutPart, Shape
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import HANDOUTS, ROOT, SESSION
from tests.support.frozen import guidance_of_2023, with_cases

CONTENT = load_content(ROOT / "content", ROOT / "templates", ASKS)
OTHER = "Words of the owners"


@pytest.mark.parametrize("name", ["1.4.p01", "D36", "A05", "consent", "C06", "S01"])
def test_other_words_stand_in_the_line_of_an_entry_of_each_kind(name: str) -> None:
    own = Printer(guidance_of_2023(), CONTENT.handout).line(name)
    other = Printer(guidance_of_2023(), CONTENT.handout, Wording({name: OTHER})).line(name)
    assert OTHER not in own.plain
    assert OTHER in other.text
    assert (other.lead, other.marks) == (own.lead, own.marks)


def test_other_words_for_one_id_leave_every_other_as_it_is() -> None:
    wording = Wording({"D36": OTHER})
    own, other = (Printer(guidance_of_2023(), CONTENT.handout, words) for words in (Wording(), wording))
    assert own.line("D77") == other.line("D77")


@pytest.mark.parametrize("document", [*HANDOUTS, *SESSION])
def test_every_text_of_a_document_has_an_id_and_gives_way_to_other_words(document: str) -> None:
    made_of = CONTENT.documents[document]
    cells = [cell for part in made_of.parts for row in part.rows for cell in row]
    own = [*(part.id for part in made_of.parts if part.text), *(cell.id for cell in cells if cell.text)]
    assert own
    for name in own:
        view = handout_view(CONTENT, made_of, with_cases(), Wording({name: OTHER}))
        said = msgspec.json.encode(view).decode()
        assert said.count(OTHER) == 1


def test_the_text_of_a_part_gives_way_too_and_no_text_stays_none() -> None:
    with_text = HandoutPart(shape=Shape.LIST, id="new.t01", text="Ours", ids=("D36",))
    wording = Wording({"new.t01": OTHER})
    assert wording.of(with_text) == OTHER
    assert Wording().of(with_text) == "Ours"
    assert wording.of(msgspec.structs.replace(with_text, text="")) == ""

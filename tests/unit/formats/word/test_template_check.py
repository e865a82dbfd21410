"""A template with a tag that its view cannot fill is refused with the template's name and the tag."""

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.documents.word_form import FormView
from hsbdocs.formats.word.template_check import check_template
from hsbdocs.formats.word.write import fill_template
from hsbdocs.model.faults import AuthorError
from hsbdocs.pipeline.kinds import ASKS
from tests.unit.content.planting import ROOT
from tests.unit.formats.word.views import IDENTITY, SOUND, VIEW, View, loop, template
from tests.unit.formats.wordfile import p, r, tbl, tc, tr, unzipped, zipped

NAME = "trial.docx"
NAMED = {"texts": ("danger", "items")}


def _refused(data: bytes) -> str:
    faults = check_template(NAME, data, View, NAMED)
    assert faults
    assert all(fault.file == NAME for fault in faults)
    return "\n".join(str(fault) for fault in faults)


def test_the_sound_template_passes() -> None:
    assert check_template(NAME, template(), View, NAMED) == []


@pytest.mark.parametrize("name", ["risk-assessment.docx", "risk-assessment-guided.docx"])
def test_the_real_templates_pass(name: str) -> None:
    captions = load_content(ROOT / "content", ROOT / "templates", ASKS).forms["risk-assessment"].captions
    data = (ROOT / "templates" / name).read_bytes()

    assert check_template(name, data, FormView, {"captions": captions}) == []
    told = [fault.path for fault in check_template(name, data, FormView, {"captions": captions.keys() - {"danger"}})]
    assert told == ["{{ captions.danger }} {{ captions.act_first }}"]


def test_a_logo_is_put_in_as_a_picture_and_not_as_text() -> None:
    captions = load_content(ROOT / "content", ROOT / "templates", ASKS).forms["risk-assessment"].captions
    parts = unzipped((ROOT / "templates" / "risk-assessment.docx").read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{r letterhead.logo }}", b"{{ letterhead.logo }}")
    (told,) = check_template("x.docx", zipped(parts), FormView, {"captions": captions})
    assert told.problem == "is a picture: write {{r … }}"


# ---- Refused, with the tag ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "tag", "says"),
    [
        (p(r("{{ titel }}")), "{{ titel }}", "did you mean title"),
        (p(r("{{titel}}")), "{{titel}}", "did you mean title"),
        (p(r("{{ box.headin }}")), "{{ box.headin }}", "did you mean heading"),
        (p(r("{{ box.rows[0].lable }}")), "{{ box.rows[0].lable }}", "did you mean label"),
        (p(r("{{ title.upper }}")), "{{ title.upper }}", ""),
        (p(r("{{ box }}")), "{{ box }}", "not a value"),
        (p(r("{{ box.rows }}")), "{{ box.rows }}", ""),
        (p(r("{{ words }}")), "{{ words }}", ""),
        (loop(p(r("{{ row.lable }}"))), "{{ row.lable }}", "did you mean label"),
        (loop(p(r("{{ row.label }}")), "box.rws"), "{%tr for row in box.rws %}", "did you mean rows"),
        (loop(p(r("{{ row.label }}")), "bx.rows"), "{%tr for row in bx.rows %}", "did you mean box"),
        (loop(p(r("{{ row.label }}")), "box"), "{%tr for row in box %}", "not a list"),
        (loop(p(r("{{ row.label }}")), "title"), "{%tr for row in title %}", "not a list"),
        (loop(p(r("{{ rov.label }}"))), "{{ rov.label }}", ""),
        (loop(p(r("x"))) + p(r("{{ row.label }}")), "{{ row.label }}", ""),
        (p(r("{%p for word in words %}")) + p(r("{{ word.x }}")) + p(r("{%p endfor %}")), "{{ word.x }}", ""),
        (p(r("{%p if title %}")) + p(r("{{ titel }}")) + p(r("{%p endif %}")), "{{ titel }}", ""),
        (p(r("{%p if titel %}")) + p(r("x")) + p(r("{%p endif %}")), "{%p if titel %}", ""),
        (p(r("{% if title %}a{% else %}{{ titel }}{% endif %}")), "{{ titel }}", ""),
        (p(r("{% if title %}a{% elif titel %}b{% endif %}")), "titel", ""),
        (p(r("{% if not titel %}a{% endif %}")), "{% if not titel %}", ""),
        (p(r("{% for word in words %}{{ word }}{% else %}{{ titel }}{% endfor %}")), "{{ titel }}", ""),
        (p(r("{% for word in words if wrd %}{{ word }}{% endfor %}")), "wrd", ""),
        (p(r("{% for row in box.rows if row.lable %}{{ row.label }}{% endfor %}")), "row.lable", ""),
        (loop(p(r("{{ row.control }}"))), "{{ row.control }}", "{{r"),
        (p(r("{{r title }}")), "{{r title }}", "without r"),
        (p(r("{{ texts.dangre }}")), "{{ texts.dangre }}", "did you mean danger"),
        (p(r("{{ texts.keys }}")), "{{ texts.keys }}", "is not known here"),
        (p(r("{{ texts }}")), "{{ texts }}", "not a value"),
        (p(r("{{ texts.danger.danger }}")), "{{ texts.danger.danger }}", "is not known here"),
        (
            p(r("{%p for x in texts %}")) + p(r("{{ x }}")) + p(r("{%p endfor %}")),
            "{%p for x in texts %}",
            "not a list",
        ),
        (p(r("{% set x = 1 %}")), "{% set x = 1 %}", ""),
        (p(r("{% include 'x' %}")), "{% include 'x' %}", ""),
        (p(r("{% import 'x' as y %}")), "{% import 'x' as y %}", ""),
        (p(r("{% macro x() %}{% endmacro %}")), "{% macro x() %}", ""),
        (p(r("{% frobnicate %}")), "{% frobnicate %}", ""),
        (p(r("{{ title | upper }}")), "{{ title | upper }}", ""),
        (p(r("{{ title() }}")), "{{ title() }}", ""),
        (p(r("{{ 1 + 1 }}")), "{{ 1 + 1 }}", ""),
        (p(r("{{ title.__class__ }}")), "{{ title.__class__ }}", ""),
        (p(r("{{ }}")), "{{ }}", ""),
        (p(r("{{ title")), "{{ title", "not a whole tag"),
        (p(r("title }}")), "title }}", "not a whole tag"),
        (p(r("{ title }")), "{ title }", "not a whole tag"),
        (p(r("{{ title }")), "{{ title }", "not a whole tag"),
        (p(r("{% if title")), "{% if title", "not a whole tag"),
        (p(r("{{ title")) + p(r("}}")), "{{ title", "not a whole tag"),
        (p(r("{# remark #}")), "{# remark #}", "not a whole tag"),
        (tbl(tr(tc(p(r("{%tr for row in box.rows %}"))))), "{%tr for row in box.rows %}", ""),
        (p(r("{%p endif %}")), "{%p endif %}", ""),
    ],
)
def test_a_tag_that_cannot_be_filled(body: str, tag: str, says: str) -> None:
    told = _refused(template(body))

    assert tag in told
    assert says in told


@pytest.mark.parametrize("where", ["header", "title", "description"])
def test_tags_outside_the_text_of_the_body(where: str) -> None:
    if where == "header":
        data = template(header=p(r("{{ titel }}")))
    else:
        element = "tblCaption" if where == "title" else "tblDescription"
        table = tbl(tr(tc(p(r("x"))))).replace(
            "<w:tblPr/>", f'<w:tblPr><w:{element} w:val="{{{{ titel }}}}"/></w:tblPr>'
        )
        data = template(table + p())

    assert "{{ titel }}" in _refused(data)


def test_a_tag_in_a_footer() -> None:
    contents = unzipped(template(header=p(r("{{ titel }}"))))
    contents["word/footer2.xml"] = contents.pop("word/header1.xml")
    contents = {name: data.replace(b"header1.xml", b"footer2.xml") for name, data in contents.items()}

    assert "{{ titel }}" in _refused(zipped(contents))


def test_a_tag_in_the_words_for_a_picture() -> None:
    """docxtpl renders attributes too: a logo's alternative text may hold a tag."""
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Logo" descr="{{ titel }}"/></wp:inline></w:drawing></w:r>'
    )

    assert "{{ titel }}" in _refused(template(p(picture)))


def test_every_mistake_is_told_at_once() -> None:
    told = _refused(template(p(r("{{ titel }}")) + p(r("{{ box.headin }}")), header=p(r("{{ wrds }}"))))

    assert all(tag in told for tag in ("{{ titel }}", "{{ box.headin }}", "{{ wrds }}"))


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom", "moveTo"])
def test_tracked_changes_are_refused(change: str) -> None:
    told = _refused(template(SOUND + p(f'<w:{change} w:id="1" w:author="A">{r("x")}</w:{change}>')))

    assert "tracked changes" in told


@pytest.mark.parametrize("data", [b"", b"PK", b"not a file", zipped({"a.txt": b"x"}), template()[:-40]])
def test_what_is_no_word_file_is_refused_by_name(data: bytes) -> None:
    assert "Word template" in _refused(data)


@pytest.mark.parametrize(
    "data",
    [
        template(p(r("{{ titel }}"))),
        template(p(r("{{ words[7] }}"))),
        template(p(r("{% for row in box.rows if row.lable %}x{% endfor %}"))),
        b"not a file",
    ],
    ids=["misspelt", "a word that is not there", "loop condition", "no file"],
)
def test_filling_refuses_what_cannot_be_filled_with_the_name_of_the_template(data: bytes) -> None:
    with pytest.raises(AuthorError) as caught:
        fill_template(NAME, data, VIEW, IDENTITY)

    assert {fault.file for fault in caught.value.faults} == {NAME}


# ---- Understood --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "runs",
    [
        r("{") + r("{ title }") + r("}"),
        r("{{") + r(" ti") + '<w:proofErr w:type="spellStart"/>' + r("tle ") + r("}}"),
        r("{{ title", "<w:b/>") + r(" }}", "<w:i/>"),
        "".join(r(letter) for letter in "{{title}}"),
    ],
)
def test_a_tag_split_over_runs_is_understood(runs: str) -> None:
    assert check_template(NAME, template(p(runs)), View, NAMED) == []
    data = fill_template(NAME, template(p(runs)), VIEW, IDENTITY)
    assert b"A &amp; B &lt;C&gt;" in unzipped(data)["word/document.xml"]


@pytest.mark.parametrize("runs", [r("{") + r("{ titel }") + r("}"), "".join(r(letter) for letter in "{{titel}}")])
def test_a_misspelt_tag_split_over_runs_is_refused(runs: str) -> None:
    assert "titel" in _refused(template(p(runs)))


@pytest.mark.parametrize(
    "body",
    [
        p(r("{{ box.rows[0].label }}")),
        p(r("{{ words[0] }}")),
        p(r("{{title}} and {{ box.heading }}")),
        p(r("{% if not title %}x{% endif %}")),
        p(r("{%p for word in words %}")) + p(r("{{ word }}")) + p(r("{%p endfor %}")),
        loop(
            p(r("{{ row.label }}"))
            + p(r("{%p for note in row.notes %}"))
            + p(r("{{ note }}"))
            + p(r("{%p endfor %}"))
            + p()
        ),
        p(r("100 % sure")),
    ],
)
def test_what_may_stand_in_a_template(body: str) -> None:
    assert check_template(NAME, template(body), View, NAMED) == []


def test_texts_are_named_as_their_author_names_them() -> None:
    """A name that a dict of Python's has too is a text's name here."""
    data = fill_template(NAME, template(p(r("{{ texts.items }} {{ texts.danger }}"))), VIEW, IDENTITY)

    assert b"&lt;Items&gt; call 999" in unzipped(data)["word/document.xml"]


@pytest.mark.parametrize("quotes", ["‘’", "“”"])
def test_curly_quotes_are_understood(quotes: str) -> None:
    """Word makes them while typing: the tag is told for what is in it, not for its quotes."""
    told = _refused(template(p(r(f"{{{{ titel[{quotes[0]}a{quotes[1]}] }}}}"))))

    assert "cannot be understood" not in told

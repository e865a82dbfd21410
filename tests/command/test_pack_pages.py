"""The pages that lie beside the training pack: what they link to, what they say, and that they need nothing else."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from lxml import etree

from hsbdocs.model.finding import Code
from tests.command.running import CONTENT, ROOT, run
from tests.support.programs import look_with_axe, need

PAGES = ("index.html", "for-inspectors.html")
EACH = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    result = run("build", "training", "--out", folder, *CONTENT)
    assert result.exit_code == 0, result.output
    assert "index.html" in result.stdout
    return folder


def _page(folder: Path, name: str = "index.html") -> etree._Element:
    root = etree.fromstring((folder / name).read_bytes(), etree.HTMLParser(encoding="utf-8"))
    assert root is not None
    return root


def _find(element: etree._Element, path: str) -> list[Any]:
    found = element.xpath(path)
    assert isinstance(found, list)
    return found


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _targets(page: etree._Element) -> set[str]:
    return {unquote(str(link)) for link in _find(page, "//a/@href")}


def _documents() -> dict[str, dict[str, Any]]:
    loaded = (yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "content" / "documents").glob("*.yaml"))
    return {each["id"]: each for each in loaded if "training" in each["groups"]}


def test_it_links_to_every_document_and_to_nothing_that_is_not_there(made: Path) -> None:
    targets = _targets(_page(made))
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    assert targets == {*(entry["path"] for entry in manifest["documents"]), "for-inspectors.html"}
    assert all((made / target).is_file() for target in targets)


def test_they_stand_in_their_order_with_title_and_purpose(made: Path) -> None:
    documents = sorted((each for each in _documents().values() if each.get("order")), key=lambda each: each["order"])
    assert len({each["order"] for each in documents}) == len(documents)
    for item, document in zip(_find(_page(made), "//ol[@class='hour']/li"), documents, strict=True):
        assert _text(_find(item, ".//h3")[0]) == document["title"]
        assert document["purpose"] in _text(item)
    said = _text(_page(made))
    assert all(each["purpose"] in said for each in _documents().values() if "purpose" in each)


def test_its_frame_says_what_it_is_not(made: Path) -> None:
    frame = _text(_find(_page(made), "//div[@class='frame']")[0])
    for words in ("Sample wording, not approved", "eview", "no substitute for the guidance", "call 999", "June 2023"):
        assert words in frame


def test_the_pathway_stands_in_it_with_its_words_one_click_away(made: Path) -> None:
    [figure] = _find(_page(made), "//figure")
    assert _find(figure, ".//svg[@role='img']")
    assert _targets(figure) >= {"response-pathway.docx"}
    assert "not the published flowchart" in _text(_page(made))


@EACH
def test_it_needs_nothing_else_and_runs_nothing(page: str, made: Path) -> None:
    text = (made / page).read_text("utf-8")
    assert "default-src 'none'" in text
    elsewhere = r"<(script|iframe|object|embed|link|form)\b|@import|url\(|srcset|https?://(?!www\.w3\.org)"
    assert not re.search(elsewhere, text)
    assert not _find(_page(made, page), "//@*[starts-with(name(), 'on')]")
    assert all(str(source).startswith("data:image/png") for source in _find(_page(made, page), "//img/@src"))


@EACH
def test_headings_go_down_step_by_step(page: str, made: Path) -> None:
    levels = [int(str(each.tag)[1]) for each in _page(made, page).iter("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@EACH
def test_the_same_bytes_again(page: str, made: Path, tmp_path: Path) -> None:
    assert run("build", "training", "--out", tmp_path, *CONTENT).exit_code == 0
    assert (tmp_path / page).read_bytes() == (made / page).read_bytes()


@pytest.mark.slow
def test_each_area_has_a_list_of_its_own(tmp_path: Path) -> None:
    assert run("build", "training", "--area", "all", "--out", tmp_path, *CONTENT).exit_code == 0
    page = _page(tmp_path)
    heads = [_text(head) for head in page.iter("h2")]
    assert heads[:2] == ["What to use, in order: Kent", "What to use, in order: Medway"]
    assert all((tmp_path / target).is_file() for target in _targets(page))
    assert {"kent/quick-reference.docx", "medway/quick-reference.docx"} <= _targets(page)


def test_other_groups_have_no_such_pages(tmp_path: Path) -> None:
    assert run("build", "forms", "--out", tmp_path, *CONTENT).exit_code == 0
    assert not list(tmp_path.glob("*.html"))


@EACH
def test_nothing_in_braces_is_left(page: str, made: Path) -> None:
    assert not re.search(r"[{}]", _text(_find(_page(made, page), "//main")[0]))


# ---- For inspectors ------------------------------------------------------------------------------------


def test_every_rule_is_there_and_every_one_that_is_off_with_its_reason(made: Path) -> None:
    page = _page(made, "for-inspectors.html")
    cells = _find(page, "//table[caption[@id='rules-table']]//th[@scope='row']")
    assert [_text(cell).partition(":")[0] for cell in cells] == [code.value for code in Code]
    catalogue = json.loads((ROOT / "content/generated/findings.json").read_text("utf-8"))["findings"]
    off = [entry for entry in catalogue if entry.get("off_because")]
    assert off
    for entry in off:
        assert f"{entry['code']}, {entry['name']}. {' '.join(entry['off_because'].split())}" in _text(page)


def test_what_it_never_does_is_what_the_page_of_findings_says(made: Path) -> None:
    listed = (ROOT / "docs" / "findings.md").read_text("utf-8").partition("## What software never does here")[2]
    wanted = re.findall(r"^- (.*?)[;.]$", re.sub(r"\n  +", " ", listed), re.MULTILINE)
    page = _page(made, "for-inspectors.html")
    found = [_text(item) for item in _find(page, "//h2[@id='never']/following-sibling::ul[1]/li")]
    assert found == [f"{text[0].upper()}{text[1:]}." for text in wanted]
    assert len(found) > 10


def test_what_is_kept_is_what_the_page_on_data_protection_says(made: Path) -> None:
    page = (ROOT / "docs" / "data-protection.md").read_text("utf-8")
    text = page.partition("## What is kept")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    wanted = [[cell.replace("`", "").strip() for cell in row] for row in rows[1:]]
    [table] = _find(_page(made, "for-inspectors.html"), "//table[caption[@id='kept-table']]")
    assert [[_text(cell) for cell in row] for row in _find(table, "./tbody/tr")] == wanted


def test_versions_and_hash_are_those_of_the_manifest(made: Path) -> None:
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    said = _text(_page(made, "for-inspectors.html"))
    assert manifest["content"]["hash"] in said
    assert f"{manifest['pack']} {manifest['content']['version']}" in said
    assert "risk-assessment 2023.06-2" in said


@pytest.mark.slow
@EACH
def test_axe_finds_nothing(page: str, made: Path) -> None:
    assert look_with_axe(made / page)["violations"] == []


@pytest.mark.slow
def test_pictures_of_first_pages_stand_beside_their_titles_where_there_are_pdfs(tmp_path: Path) -> None:
    need("soffice")
    need("pdftoppm")
    assert run("build", "training", "--pdf", "--out", tmp_path, *CONTENT).exit_code == 0
    items = _find(_page(tmp_path), "//ol[@class='hour']/li")
    assert all(_find(item, ".//img[@alt='']") and _find(item, ".//a[contains(@href, '.pdf')]") for item in items)
    assert (tmp_path / "index.html").stat().st_size < 500_000
    assert look_with_axe(tmp_path / "index.html")["violations"] == []

"""Words in short, roles, exceptions, rights and invented cases that are wrong: each mistake is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.guidance import Duty, Permission
from tests.unit.content.planting import ROOT, Copy

DUTIES1, DUTIES2, DUTIES3 = (f"guidance/duties/{n}.yaml" for n in (1, 2, 3))
AGES, PERMISSIONS, CASES = "guidance/ages.yaml", "guidance/permissions.yaml", "guidance/vignettes.yaml"
BLOCKS, TERMS = "guidance/sections/1.3.yaml", "guidance/terms/1.yaml"
SHORT_D18 = (
    "  short: use the tool to find out whether there is significant harm, and decide accordingly; under 13 this "
    "includes a referral\n"
)
SHORT_D51 = "  short: refer by word of mouth, then in writing within 40 hours\n"
SHORT_A12 = (
    "  short: At 16 or 17 they are still vulnerable to harm through abusive relationships, and should not be left out "
    "of safeguarding.\n"
)

PLANTED = [
    # file, old, new, the path that is told without the entry's number, problem
    (DUTIES3, SHORT_D51, "  short: refer by word of mouth\n", "short", "does not say within 40 hours"),
    (DUTIES3, SHORT_D51, "  short: refer by word of mouth, then in writing within 40 hours, or 48\n", "short",
     "has a figure that the whole has not"),
    (DUTIES3, SHORT_D51, "  short: you may refer by word of mouth, then write within 40 hours\n", "short",
     "the words of force are others: none in the whole, may here"),
    (DUTIES1, SHORT_D18, f"  short: use the tool {'and decide ' * 10}accordingly\n", "short",
     "has 24 words; at most 22"),
    (PERMISSIONS, "  option: lawfully provide contraception to them\n",
     "  option: lawfully provide contraception to them\n  short: lawfully provide contraception to all of them\n",
     "short", "is not shorter than the whole"),
    (AGES, SHORT_A12, "  short: At that age they are still vulnerable, and should not be left out.\n", "short",
     "an age rule keeps every figure"),
    (AGES, SHORT_A12, "  short: At 16 or 17 they are vulnerable, and must not be left out of safeguarding.\n", "short",
     "not, should in the whole, must, not here"),
    (BLOCKS, "    short: Sexual activity is", "    short: Sexual activity must be", "short", "must here"),
    (TERMS, "  meaning: Having the freedom and the capacity to choose.\n",
     "  meaning: Having the freedom and the capacity to choose.\n  short: Only free choice.\n", "short", "only here"),
    (DUTIES2, "  for: [childrens-services]\n", "  for: [childrens-service]\n", "for[0]",
     "did you mean childrens-services"),
    (DUTIES2, "  for: [childrens-services]\n", "  for: [anyone, social-worker]\n", "for[0]", "anyone stands alone"),
    (PERMISSIONS, "  said: it may be helpful to\n", "  said: should\n", "said", "never as a duty"),
    (PERMISSIONS, "  said: it may be helpful to\n", "  said: it helps to\n", "said", "never as a duty"),
    (PERMISSIONS, "  nature: right\n", "  nature: right\n  said: can have\n", "said", "a right is said as a right"),
    (PERMISSIONS, "  nature: right\n", "  nature: rights\n", "nature", "did you mean right?"),
    (CASES, "    - Which of this does the sheet name for her age? What does it not tell you about Lily?\n"
     "    - What else would you want to know, about Lily and the other children? Whom do you ask if unsure?\n",
     "    []\n", "questions", "needs questions"),
    (CASES, "refs: [2.1.p03, D05,", "refs: [2.1.p03, D999,", "refs[1]", "D999 does not exist"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "problem"), PLANTED, ids=[f"{p[3]}-{p[4][:24]}" for p in PLANTED]
)
def test_each_mistake_has_its_place(file: str, old: str, new: str, path: str, problem: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    with pytest.raises(AuthorError) as raised:
        load_guidance(copy.content)
    told = [fault for fault in raised.value.faults if problem in fault.problem]
    assert len(told) == 1, raised.value.faults
    assert told[0].file == f"content/{file}"
    assert told[0].path.endswith(f".{path}")
    assert told[0].line > 1


def test_a_guidance_may_do_without_invented_cases(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / CASES).unlink()
    assert load_guidance(copy.content).vignettes == ()


def test_whom_the_source_addresses_agrees_with_whose_duty_it_is() -> None:
    """Professionals are everybody; another actor is the role; where the sentence names nobody, four call on the reader.

    Lines 402, 404, 406 and 410 say "you" or "please" to whoever reads.
    """
    guidance = load_guidance(ROOT / "content")
    called_on = {"D69", "D70", "D71", "P17"}
    entries: list[Duty | Permission] = [*guidance.duties, *guidance.permissions]
    for entry in entries:
        if entry.who == ("professionals",):
            assert entry.roles == ("anyone",), entry.id
        elif entry.id in called_on:
            assert (entry.who, entry.roles) == ((), ("anyone",)), entry.id
        elif entry.roles:
            assert entry.roles == entry.who, entry.id
    assert sum(not duty.roles for duty in guidance.duties) >= 40

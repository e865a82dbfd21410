"""A filled-in form: what is typed, by the tag of the control, and what a perfect reader makes of it, by field id.

Everybody and everything in it is invented. NHS numbers that start with 999 are never issued. The texts hold what has
gone wrong somewhere: several lines, an empty line, two spaces, accents, quotes of both kinds, & and <, dashes, other
scripts, characters outside the first plane.

`TYPED` and `EXPECTED` are written out separately, by hand: where a text is the same in both, it is named once.
"""

from typing import Final

_ADDRESS = "Flat 2, 14 Ffordd y Môr\nLlwyn & Sons Yard\nExampleton\nEX1 2MP"

_CONTEXT = (
    "Reported by form tutor on 5 May 2026: messages sent to a pupil in the same year, <10 in all.\n"
    "\n"
    "Siân's own account – given freely, in her words: \"I didn't think it was a big deal.\"\n"
    "She used the words „nie wiem” (Polish: “I don't know”) and لا أعرف (Arabic) when asked.  Two spaces before this."
)

_SUMMARY = (
    "1. Both children are 14; no age gap & no sign of force.\n"
    "2. The other child asked for it to stop, and it went on for <2 days: this is the concern.\n"
    "3. Child's view: “Mae'n ddrwg gen i” – she is sorry 😟 and wants help.\n"
    "4. Support to be offered at school; to be looked at again after 6 weeks."
)

_REFERRAL = "Early Help, through the Front Door.\nTelephone advice taken first: Łukasz Żółkiewski, 11 May 2026, 15:30."

# What is the same when typed and when read: texts.
_TEXTS: Final[dict[str, str]] = {
    "child.name": "Siân O'Sampleton-Łęcka",
    "child.gender": "Girl",
    "child.ethnic_origin": "White Welsh & Polish",
    "child.first_language": "Cymraeg / Polski / العربية",
    "child.gp": 'Dr Müller-Øst, "The Old Mill" Surgery',
    "child.address": _ADDRESS,
    "child.contact": "Mother: 01632 960123 <evenings only>; sian@example.org",
    "child.occupation": "In education",
    "child.school": "Ysgol Esgus – Exampleton Academy",
    "considerations.q01": "14 years and 1 month",
    "considerations.q02": "No",
    "considerations.q03": _CONTEXT,
    "considerations.q04": "Another pupil, aged 14, same year group. No partner.",
    "considerations.q05": "Yes, mother told on 6 May 2026; father's view not known",
    "considerations.q06": "Able for her age; EHCP in place since 2023 (speech & language)",
    "considerations.q07": "Lives with mother and two brothers, one < 5 years old",
    "considerations.q08": "None known",
    "considerations.q09": "Low mood since January – seen by the school nurse",
    "considerations.q10": "No signs seen",
    "considerations.q11": "Uses two messaging apps; settings changed with her on 7 May 2026",
    "considerations.q12": "Not known",
    "outcome.summary": _SUMMARY,
    "actions.discussed.details": "7 May 2026, in school, with her mother's consent",
    "actions.support.details": "Weekly session offered by the pastoral team",
    "actions.safeguarding_lead.details": "Ms N. Exampleová, designated safeguarding lead",
    "actions.referral.details": _REFERRAL,
    "actions.saved.details": "Not yet: to be uploaded by 15 May 2026",
    "actions.other.details": "N/A",
    "completion.practitioner": "Zoë D'Example",
    "completion.signature": "Z. D'Example",
    "completion.role": 'Pastoral lead ("Head of Year 9")',
    "completion.organisation": "Exampleton Academy & Sixth Form",
    "completion.child_signature": "Siân",
}

TYPED: Final[dict[str, str]] = {
    **_TEXTS,
    "child.date_of_birth": "27 March 2012",
    "child.age": "14",
    "child.nhs_number": "999 000 0018",
    "outcome.category.problematic": "x",
    "actions.discussed.answer.yes": "x",
    "actions.support.answer.yes": "x",
    "actions.safeguarding_lead.answer.yes": "x",
    "actions.referral.answer.yes": "x",
    "actions.saved.answer.no": "x",
    "actions.other.answer.no": "x",
    "completion.mode.face_to_face": "x",
    "completion.date": "12 May 2026",
}

EXPECTED: Final[dict[str, str | int | None]] = {
    **_TEXTS,
    "child.date_of_birth": "2012-03-27",
    "child.age": 14,
    "child.nhs_number": "9990000018",
    "outcome.category": "problematic",
    "actions.discussed.answer": "yes",
    "actions.support.answer": "yes",
    "actions.safeguarding_lead.answer": "yes",
    "actions.referral.answer": "yes",
    "actions.saved.answer": "no",
    "actions.other.answer": "no",
    "completion.mode": "face_to_face",
    "completion.date": "2026-05-12",
}

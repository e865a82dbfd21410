"""A completed form: what is typed and ticked. All of it is invented."""

from __future__ import annotations

from datetime import date

#: The forms are read as on this day.
TODAY = date(2026, 6, 1)

#: The text in each control, by its tag; 37 of the form's 45 values.
TYPED = {
    "child.name": "Samira Example-Whitfield",
    "child.date_of_birth": "14 March 2011",
    "child.age": "15 years 2 months",
    "child.gender": "Girl, uses she and her",
    "child.ethnic_origin": "Mixed: White and Asian",
    "child.first_language": "English, and Urdu at home",
    "child.nhs_number": "999 000 0018",
    "child.gp": "Dr P. Sample, Invented Lane Surgery, Maidstone, 01632 960017",
    "child.address": "17 Placeholder Crescent, Sampleford, Kent ZZ99 3WZ, with her mother and two brothers",
    "child.contact": "07700 900142, after four on school days; a text message before ringing, please",
    "child.occupation": "Pupil in year 10, and a paper round on Saturdays",
    "child.school": "Sampleford Community School",
    "considerations.q01": (
        "She is 15 and her partner, a boy in the same year, is 15 too. They have been together for six "
        "months. Both families know of it. No difference in age, size or standing was seen or told."
    ),
    "considerations.q02": (
        "She spoke freely and in her own words. She could say what she wanted and what she did not want, and "
        "gave examples of having said no and of that being accepted without argument."
    ),
    "considerations.q03": (
        "No learning difficulty is known to the school. The special needs coordinator was asked and has no "
        "plan or assessment on file. She followed every question of this conversation."
    ),
    "considerations.q04": (
        "None reported. She has not been given presents, money or lifts by anybody older, and has not been "
        "asked to keep the friendship a secret from her family or from school."
    ),
    "considerations.q05": (
        "No. She does not drink and has not been offered drugs. She goes to parties with her cousin, and her "
        "mother fetches both of them at ten."
    ),
    "considerations.q06": (
        "Attendance is 96 per cent this year. Her form tutor describes her as steady and well liked, with no "
        "change in mood, friends or work since the autumn term."
    ),
    "considerations.q07": (
        "She asked for advice herself and came to the drop-in without being sent. She was given a leaflet and "
        "an appointment with the clinic on Thursday, and means to keep it."
    ),
    "considerations.q08": (
        "Not known to children's services. The list of the early help team was checked by telephone: no open "
        "referral, and none closed within the last three years."
    ),
    "considerations.q09": (
        "Lives with both brothers and her mother, who works nights at the hospital. An aunt is there in the "
        "evenings. She names her aunt as the person she would turn to first."
    ),
    "considerations.q10": (
        "She uses two social networks with a closed profile. No pictures have been sent or asked for. She "
        "knows how to report and to block, and showed it on her telephone."
    ),
    "considerations.q11": (
        "No bruises or other marks were seen, and she seemed neither anxious nor coached. She knew why "
        "questions were asked and who would be told what."
    ),
    "considerations.q12": (
        "The conversation was with her alone for forty minutes; her aunt waited outside. What stays "
        "confidential and what cannot was explained at the start and again at the end."
    ),
    "outcome.summary": (
        "A relationship between two young people of the same age, with the knowledge of both families. No "
        "sign of pressure, of gifts or of secrecy. She has people at home and at school to talk to, asked for "
        "advice on her own account and has an appointment at the clinic. To be looked at again at the visit "
        "in July, or at once if anything changes. The practitioner's judgement was talked through in "
        "supervision before this form was signed."
    ),
    "actions.discussed.details": "With the team leader, in supervision on the same afternoon",
    "actions.support.details": "Clinic on Thursday at half past four; the school nurse will ring the day after",
    "actions.safeguarding_lead.details": "Ms Invented, designated safeguarding lead, agreed that no referral is needed",
    "actions.referral.details": "Not needed at present; to be thought over again in July",
    "actions.saved.details": "In the electronic record, under safeguarding",
    "actions.other.details": "Leaflet on healthy relationships handed over",
    "completion.practitioner": "Jordan Sampleton",
    "completion.signature": "J. Sampleton",
    "completion.role": "School nurse",
    "completion.organisation": "Invented Community Health Trust",
    "completion.date": "28 May 2026",
    "completion.child_signature": "S. Example-Whitfield",
}

#: The dates that Word stores beside the text.
STORED_DATES = {"child.date_of_birth": "2011-03-14T00:00:00Z", "completion.date": "2026-05-28T00:00:00Z"}

#: The ticked boxes, by the tags of their controls: the other eight values.
TICKED = (
    "outcome.category.normal",
    "actions.discussed.answer.yes",
    "actions.support.answer.yes",
    "actions.safeguarding_lead.answer.yes",
    "actions.referral.answer.no",
    "actions.saved.answer.yes",
    "actions.other.answer.yes",
    "completion.mode.face_to_face",
)

VALUES = len(TYPED) + len(TICKED)

_CONVERTED = ("child.date_of_birth", "child.age", "child.nhs_number", "completion.date")


def typed(number: int) -> dict[str, str]:
    """The typed texts of form ``number`` of a series: no two have the same text."""
    return {tag: text if tag in _CONVERTED else f"{text} ({number})" for tag, text in TYPED.items()}

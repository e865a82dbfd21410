"""Forms filled in as meant, with what Word makes of ordinary typing."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import NOTHING, SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.published import published
from tests.foreign.word import blocks, bullet, field, link, p, runs


def cases() -> Iterator[Case]:
    yield case(
        "ordinary-social-worker",
        published(SOCIAL, introduction=False),
        expect(
            "Complete and well filled in; chosen words highlighted, x in the columns.",
            SOCIAL_ANSWERS,
            not_findings=["FORM-04", "FORM-05", "FORM-11"],
        ),
    )
    yield case(
        "ordinary-school",
        published(SCHOOL),
        expect("A school's copy: some rows left empty, ticks, chosen words bold and underlined.", SCHOOL_ANSWERS),
    )
    yield case(
        "ordinary-gp",
        published(GP),
        expect("A GP practice's copy: abbreviations, Y in the Yes column, a box around the chosen words.", GP_ANSWERS),
    )
    yield case(
        "ordinary-police",
        published(POLICE),
        expect("A police officer's copy: capitals, Yes and No as words, shading, virtual underlined.", POLICE_ANSWERS),
    )
    yield case(
        "blank",
        published({}, introduction=False),
        expect(
            "The blank form, sent back with nothing in it.",
            NOTHING,
            findings=["ANSWER-01", "OUTCOME-01", "CHILD-01", "CHILD-02"],
            not_findings=["FORM-05", "FORM-04"],
        ),
    )
    part = {key: SOCIAL[key] for key in ("D1", "D2", "Q1", "Q3", "C2", "C6")}
    yield case(
        "ordinary-part",
        published(part),
        expect(
            "Begun and left: name, birth, two considerations, practitioner and date.",
            NOTHING,
            {
                "child.name": "Tegan Samplewright",
                "child.date_of_birth": "2011-03-27",
                "child.age": 15,
                "considerations.q01": "15",
                "considerations.q03": "Told her tutor on 11 May that she and her boyfriend have had sex twice. "
                "Protection used once.",
                "completion.practitioner": "Morwenna Testwell",
                "completion.date": "2026-05-14",
            },
            findings=["OUTCOME-01", "ANSWER-02", "SIGN-03"],
        ),
    )
    long = blocks(
        "Discussed at length on 12 May.",
        bullet("They met in January"),
        bullet("He is in the year above"),
        bullet("No pressure described"),
        p(),
        "Second visit 14 May:\vgran present,\tmum at work.",
    )
    text = {
        **SOCIAL,
        "Q3": long,
        "Q4": p("Profile at ", link("https://www.example.org/rhys"), " seen with her."),
        "Q6": "Settled 🙂 and clear 👍🏽 about what she wants",
        "Q7": "Mum: 07700\u00a0900123; gran\u00a0– same house.  Two rooms.",
        "Q9": "She said: “I’m fine”, <not> worried & sleeping",
        "O1": blocks("Low concern.", bullet("Advice given"), bullet("Health appointment 20 May")),
        "C6": p(field('DATE \\@ "dd/MM/yyyy"', "14/05/2026")),
    }
    yield case(
        "ordinary-long",
        published(text),
        expect(
            "Long answers: lists, an empty paragraph, a break, a tab, a link, emojis, quotes. The date is a field that "
            "shows the day on which the file was last opened: what it shows may be read, or left to a person.",
            SOCIAL_ANSWERS,
            {
                "considerations.q03": "Discussed at length on 12 May.\nThey met in January\nHe is in the year above\n"
                "No pressure described\n\nSecond visit 14 May:\ngran present,\tmum at work.",
                "considerations.q04": "Profile at https://www.example.org/rhys seen with her.",
                "considerations.q06": "Settled 🙂 and clear 👍🏽 about what she wants",
                "considerations.q07": "Mum: 07700\u00a0900123; gran\u00a0– same house.  Two rooms.",
                "considerations.q09": "She said: “I’m fine”, <not> worried & sleeping",
                "outcome.summary": "Low concern.\nAdvice given\nHealth appointment 20 May",
            },
            or_doubtful=["completion.date"],
        ),
    )
    soft = {**GP, "Q6": "Gillick compe\u00adtent in my view. An\u00adxious ++"}
    yield case(
        "ordinary-soft-hyphens",
        published(soft),
        expect("Soft hyphens, pasted in from a web page, within the words of an answer.", GP_ANSWERS),
    )
    words = {
        **POLICE,
        "D3": "Gender",
        "Q2": "Yes",
        "Q12": "No signs. Harmful behaviour is not seen; normal for age.",
        "O1": "Considered harmful at first; on review problematic.",
        "C3": "Signature",
        "C5": "Date",
    }
    yield case(
        "ordinary-label-words",
        published(words),
        expect(
            "Answers that are words of the form: Gender, Signature and Date typed as answers, options in a summary.",
            POLICE_ANSWERS,
            {
                "child.gender": "Gender",
                "considerations.q02": "Yes",
                "considerations.q12": "No signs. Harmful behaviour is not seen; normal for age.",
                "outcome.summary": "Considered harmful at first; on review problematic.",
                "completion.signature": "Signature",
                "completion.organisation": "Date",
            },
        ),
    )
    numbers = {
        **SCHOOL,
        "Q1": "1. 13",
        "Q4": runs("4. Details of the girl: aged 13"),
        "D6": "999-038-8547",
        "D10": "Employed/unemployed/In education: In education",
        "C6": "Date: 21/04/2026",
    }
    yield case(
        "ordinary-label-repeated",
        published(numbers),
        expect(
            "The writer repeats numbers and labels in the answers.",
            SCHOOL_ANSWERS,
            {
                "considerations.q01": "1. 13",
                "considerations.q04": "4. Details of the girl: aged 13",
                "child.nhs_number": "9990388547",
                "child.occupation": "Employed/unemployed/In education: In education",
            },
        ),
    )

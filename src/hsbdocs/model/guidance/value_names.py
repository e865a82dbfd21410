"""What the values of entries are called when people read of them."""

from __future__ import annotations

from hsbdocs.model.guidance.base import Area
from hsbdocs.model.guidance.duty import Force, Nature
from hsbdocs.model.guidance.erratum import ErratumClass, PrintsHow
from hsbdocs.model.guidance.pathway import StepKind

#: What each force takes in, for whoever works on content.
FORCE = {
    Force.MUST: "must",
    Force.ALWAYS: "should always or will always",
    Force.SHOULD: "should",
    Force.WILL: "will",
    Force.NEED: "needs to, is required, or has a right",
    Force.DO: "a plain instruction",
}
#: How each force is said before what is to be done. A plain "do" is said by the words that follow.
FORCE_BEFORE = {
    Force.MUST: "must ",
    Force.ALWAYS: "always ",
    Force.SHOULD: "should ",
    Force.WILL: "will ",
    Force.NEED: "need to ",
    Force.DO: "",
}
#: How an option is said before what it is, where the source's own words are not given.
MAY_BEFORE = {
    None: "may ",
    Nature.RIGHT: "have a right to ",
    Nature.RESULT: "may result in ",
}
#: What is no duty and no choice of the reader's, for whoever works on content.
NATURE = {
    Nature.RIGHT: "a right",
    Nature.RESULT: "a possible result of the case, and not the reader's choice",
}
CLASS = {
    ErratumClass.SUBSTANCE: "substance, to be decided by the partnerships",
    ErratumClass.FACT: "a fact or law to check",
    ErratumClass.EDITORIAL: "editorial",
    ErratumClass.ARTEFACT: "an artefact of the copy",
}
#: What a document prints where an erratum is open, for whoever works on content.
PRINTS = {
    PrintsHow.WIDER: "the reading with sooner or wider help",
    PrintsHow.BOTH: "both duties",
    PrintsHow.AS_PRINTED: "as the source prints it",
}
AREA = {Area.KENT: "Kent", Area.MEDWAY: "Medway", Area.BOTH: "Kent and Medway"}
STEP = {
    StepKind.BAND: "at any step",
    StepKind.ACT: "something to do",
    StepKind.QUESTION: "a question",
    StepKind.GAP: "the guidance does not say",
}

"""What the kinds of content and their values are called when people read of them."""

from __future__ import annotations

from hsbdocs.model.guidance import Area, ErratumClass, Force

#: Each kind as ``list`` names it: one of it, and many.
KIND = {
    "sections": ("section", "sections"),
    "blocks": ("block", "blocks"),
    "duties": ("duty", "duties"),
    "permissions": ("permission", "permissions"),
    "ages": ("age rule", "age rules"),
    "terms": ("term", "terms"),
    "lists": ("list", "lists"),
    "scales": ("scale", "scales"),
    "contacts": ("contact", "contacts"),
    "points": ("way to reach a contact", "ways to reach contacts"),
    "resources": ("national body", "national bodies"),
    "actors": ("person or service", "people and services"),
    "laws": ("law or statutory guidance", "laws and statutory guidance"),
    "documents": ("local document", "local documents"),
    "tools": ("tool", "tools"),
    "links": ("link", "links"),
    "footnotes": ("footnote", "footnotes"),
    "missing": ("missing picture or file", "missing pictures and files"),
    "tables": ("table", "tables"),
    "errata": ("erratum", "errata"),
    "owners": ("owner of text", "owners of text"),
}
FORCE = {
    Force.MUST: "must",
    Force.ALWAYS: "should always or will always",
    Force.SHOULD: "should",
    Force.WILL: "will",
    Force.NEED: "needs to, is required, or has a right",
    Force.DO: "a plain instruction",
}
CLASS = {
    ErratumClass.SUBSTANCE: "substance, to be decided by the partnerships",
    ErratumClass.FACT: "a fact or law to check",
    ErratumClass.EDITORIAL: "editorial",
    ErratumClass.ARTEFACT: "an artefact of the copy",
}
AREA = {Area.KENT: "Kent", Area.MEDWAY: "Medway", Area.BOTH: "Kent and Medway"}

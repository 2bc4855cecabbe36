"""The steps of a case as the desk offers them: those that say something, and those that ask."""

from typing import Final

from shared.client.refusal import sentence_in
from shared.i18n import translate
from shared.protocol.case import CaseStep

#: Steps with words, the most urgent first: what the box for writing begins with.
WRITTEN: Final = (
    "approve",
    "send-back",
    "first-answer",
    "answer",
    "carry-out",
    "propose",
    "note",
    "reopen",
)
#: Steps with a key of their own.
PRESSED: Final = ("assign", "hand-over", "close", "classify", "extend", "merge", "attach")
#: These go to the customer, so a template of the profile may begin them.
TO_CUSTOMER: Final = frozenset({"first-answer", "answer"})
#: Where the words are sent.
ADDRESSES: Final = {"approve": "decision/approve", "send-back": "decision/send-back"}
#: May go without words.
WORDLESS: Final = frozenset({"approve"})


def step_word(step: str) -> str:
    """The verb of a step."""
    return {
        "approve": translate("Desk", "Approve"),
        "send-back": translate("Desk", "Send back"),
        "answer": translate("Desk", "Answer"),
        "carry-out": translate("Desk", "Carried out"),
        "propose": translate("Desk", "Propose a solution"),
        "first-answer": translate("Desk", "First answer"),
        "note": translate("Desk", "Note"),
        "reopen": translate("Desk", "Open again"),
        "assign": translate("Desk", "Take it on"),
        "hand-over": translate("Desk", "Hand over"),
        "close": translate("Desk", "Close it"),
        "classify": translate("Desk", "Classify"),
        "extend": translate("Desk", "More time"),
        "merge": translate("Desk", "Merge"),
        "attach": translate("Desk", "Attach"),
    }[step]


def hint(step: str) -> str:
    """What is to be written, and what comes of it."""
    return {
        "approve": translate("Desk", "You agree; whoever has the case carries it out."),
        "send-back": translate("Desk", "What is missing; the case is looked into further."),
        "answer": translate("Desk", "What you tell the customer about how it ended."),
        "carry-out": translate("Desk", "What was done."),
        "propose": translate("Desk", "How it can be solved; a supervisor decides."),
        "first-answer": translate("Desk", "What you tell the customer now; stops the 24 h clock."),
        "note": translate("Desk", "For colleagues; changes nothing."),
        "reopen": translate("Desk", "Why the answer did not do; it gets a new deadline."),
    }[step]


def open_steps(steps: tuple[CaseStep, ...], among: tuple[str, ...]) -> list[str]:
    """Those of ``among`` that this person may take now."""
    free = {each.name for each in steps if each.code is None}
    return [name for name in among if name in free]


def refusals(steps: tuple[CaseStep, ...]) -> list[str]:
    """Why somebody may not do what it is time for, each sentence once."""
    said = (sentence_in(each.code, each.params) for each in steps if each.code is not None)
    return [*dict.fromkeys(sentence for sentence in said if sentence)]

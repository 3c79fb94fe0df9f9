"""Verbs of deeds whose past forms do not end in -ed."""

from __future__ import annotations

PAST = {
    "hold": "held", "meet": "met", "pay": "paid", "send": "sent", "give": "gave", "build": "built",
    "cut": "cut", "begin": "began", "speak": "spoke", "go": "went", "leave": "left", "sell": "sold",
    "buy": "bought", "set": "set", "withdraw": "withdrew", "step": "stepped", "quit": "quit",
    "bring": "brought", "put": "put", "make": "made", "take": "took", "keep": "kept",
    "lift": "lifted", "spend": "spent", "stop": "stopped", "shut": "shut", "drop": "dropped",
    "win": "won", "submit": "submitted", "admit": "admitted", "ban": "banned", "grow": "grew",
    "show": "showed", "write": "wrote", "fit": "fitted", "fly": "flew", "come": "came",
    "see": "saw", "run": "ran", "sue": "sued", "forbid": "forbade", "rebuild": "rebuilt",
    "find": "found", "lead": "led", "repay": "repaid", "free": "freed", "stand": "stood",
    "rise": "rose",
}  # fmt: skip
PARTICIPLES = {
    "begin": "begun",
    "give": "given",
    "go": "gone",
    "write": "written",
    "show": "shown",
}
PARTICIPLES |= {"see": "seen", "take": "taken", "withdraw": "withdrawn", "forbid": "forbidden"}
BASES = {past: verb for verb, past in (PAST | PARTICIPLES).items()}
"""Past form -> verb."""

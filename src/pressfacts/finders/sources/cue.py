"""A cue: names, the words that make them sources, and on which side of them the facts stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pressfacts.finders.sources.name import Name
from pressfacts.language.tokens import Token

# The pronoun of a participle: ", évoquant 300 hectares" has the subject of its sentence.
AS_SUBJECT = "subject"
Side = Literal["right", "both"]


@dataclass(slots=True)
class Cue:
    """Names and what makes them sources. ``words`` is the cue itself, ``start`` to ``end`` all of it (code points).

    ``pronoun`` holds il, elle, ils or elles where the name is to be looked up, with "-ci" where it is the one named
    last ("ce dernier", "celle-ci"), and ``mention`` where it stands. ``beside`` is a mention that only counts beside
    another source ("explique-t-il au journal"); ``weak`` one that gives no source but an antecedent: who says or does
    something that is no figure ("la ministre a présenté le plan"). ``verb`` is the token of the verb of saying behind
    its subject, -1 in other cues; ``coordinated`` says that "mais" or "et" opens its clause, so that nothing before it
    is covered; ``phrase`` is the subject with all that depends on it, of which the verb says nothing ("les experts des
    15 pays ont évoqué").
    """

    names: list[Name]
    words: tuple[int, int]
    start: int
    end: int
    side: Side
    rule: str
    pronoun: str | None = None
    beside: bool = False
    weak: bool = False
    verb: int = -1
    mention: tuple[int, int] | None = None
    coordinated: bool = False
    phrase: tuple[int, int] | None = None

    @property
    def speaks(self) -> bool:
        """Whether a person, a body or a document speaks, and not a newspaper alone."""
        return any(name.kind != "press" for name in self.names)


def cue_of(
    names: list[Name],
    tokens: Sequence[Token],
    first: int,
    at: int,
    side: Side,
    rule: str,
    beside: bool = False,
) -> Cue | None:
    """The cue from token ``first`` to the names that begin at token ``at``; None without names."""
    if not names:
        return None
    end = tokens[max(first, at - 1)].end if at > first else tokens[first].end
    opening = tokens[first - 1] if first and rule == "inversion" else None
    begin = opening.start if opening is not None and opening.low == "comme" else tokens[first].start
    words = (begin, end)
    return Cue(
        names,
        words,
        min(words[0], names[0].start),
        max(names[-1].end, end),
        side,
        rule,
        beside=beside,
    )


def pronoun_cue(tokens: Sequence[Token], first: int, last: int, at: int, pronoun: str, rule: str) -> Cue:
    """The cue that a pronoun at a token speaks in: "ajoute-t-elle", "selon lui"; ``last`` is the cue's last token."""
    words = (tokens[first].start, tokens[last].end)
    mention = (tokens[at].start + (tokens[at].text.rfind("-") + 1), tokens[at].end)
    return Cue([], words, words[0], words[1], "both", rule, pronoun=pronoun, mention=mention)

"""What is learnt from others: "publié par X", "apprend-on auprès de X", "rappelle-t-on au ministère"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.cue import Cue, cue_of
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.saying import (
    AGENT_VERBS,
    COUNTING,
    DOING,
    MADE_KNOWN,
    QUOTED_BY,
    Saying,
    past_dates,
)
from pressfacts.language.tokens import MARK, Token
from pressfacts.language.words import DETERMINERS

_PUBLISHED_THINGS = frozenset(["publier", "dévoiler", "révéler", "rapporter"])


class HearsayReader:
    """Reads the cues of one article in which others than the subject say it."""

    def __init__(self, names: NameReader) -> None:
        self._names = names

    def agent(self, tokens: Sequence[Token], place: int, saying: Saying) -> Cue | None:
        """ "cité par le journal", "publiés lundi par l'office", "jugé excessif par le conseil"."""
        width = 14 if saying.lemma in COUNTING else 6  # "évalué à 4 millions d'euros par les experts"
        ahead = range(place + 1, min(len(tokens), place + width))
        if place + 2 < len(tokens) and tokens[place + 1].text == "," and tokens[place + 2].low == "par":
            ahead = range(place + 2, place + 3)  # "estimée, par la douane, à 3 millions"
        at = next((i for i in ahead if tokens[i].low == "par" or tokens[i].kind == MARK), None)
        if at is None or tokens[at].low != "par" or at + 1 >= len(tokens):
            return None
        names = self._names.read(tokens, at + 1)
        if not names:
            return None
        if names[0].kind == "press":
            told = saying.lemma in QUOTED_BY or bool(saying.roles)
            return cue_of(names, tokens, place, at + 1, "both", "cited_by") if told else None
        if not names[0].known or names[0].kind == "document":
            return None
        if saying.lemma in QUOTED_BY and saying.lemma not in _PUBLISHED_THINGS:
            return None
        if saying.lemma == "juger":
            return None  # "jugés par le tribunal", "un prix jugé trop bas par les éleveurs"
        if saying.lemma == "mettre" and [t.low for t in tokens[place + 1 : place + 3]] != ["en", "avant"]:
            return None
        told = bool(saying.roles & {"report", "report_clause", "publish"}) or saying.lemma in AGENT_VERBS
        if not told or saying.lemma in DOING:
            return None
        return cue_of(names, tokens, place, at + 1, "both", "agent")

    def learnt(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        """ "apprend-on auprès de X", "a-t-on appris de source Y", "peut-on lire dans les colonnes de Z"."""
        at = past_dates(tokens, at)
        if at + 1 >= len(tokens):
            return None
        low = tokens[at].low
        if low in MADE_KNOWN:
            at += 1  # "a-t-on fait savoir au ministère"
            low = tokens[at].low
        if low in ("à", "au", "aux"):
            return self._said_at(tokens, first, at)
        if low in ("dans", "sur", "chez"):
            at += 1
            if tokens[at].low == "les" and at + 2 < len(tokens) and tokens[at + 1].low in ("colonnes", "pages"):
                at += 2 if tokens[at + 2].low in ("du", "des") else 3
        elif low == "auprès":
            at += 2 if tokens[at + 1].low in ("de", "d'") else 1
        elif low in ("de", "d'"):
            at += 1
        elif low not in ("du", "des"):
            return None
        if at >= len(tokens):
            return None
        return cue_of(self._names.read(tokens, at), tokens, first, at, "both", "learnt")

    def _said_at(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        """ "prévient-on [à la mairie]", "rappelle-t-on [au ministère]": not "à Rabat"."""
        start = at + 1 if tokens[at].low == "à" else at
        names = self._names.read(tokens, start)
        if not names or not names[0].known or names[0].kind != "organisation":
            return None
        if tokens[start].low not in DETERMINERS and not tokens[start].text.isupper():
            return None
        return cue_of(names, tokens, first, start, "both", "learnt")

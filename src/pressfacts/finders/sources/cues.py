"""What makes a name a source in its sentence: the cues of every kind, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.cue import Cue, cue_of
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.prepositions import PrepositionReader
from pressfacts.finders.sources.saying import (
    BE,
    COUNTING,
    FORECASTS,
    HAVE,
    OF_FIGURES,
    QUOTES,
    closing,
    saying_of,
)
from pressfacts.finders.sources.speech import SpeechReader
from pressfacts.language.tokens import NUMBER, WORD, Token
from pressfacts.language.words import finite_verb

# Up to how many tokens a name before a colon and its quotation may take.
_LABEL = 14
# "est formel :", "est catégorique :": what follows is said.
_SURE = frozenset(
    "formel formelle catégorique clair claire affirmatif affirmative direct directe optimiste pessimiste confiant "
    "confiante lucide inquiet inquiète précis précise".split()
)
# How many tokens behind its verb a clause without verb may begin.
_GAP = 60
# How many cues back one may name the same phrase.
_NEAR = 6


class CueReader:
    """Finds the cues of one sentence."""

    def __init__(self, names: NameReader) -> None:
        self._names = names
        self._prepositions = PrepositionReader(names)
        self._speech = SpeechReader(names)

    def read(self, tokens: Sequence[Token]) -> list[Cue]:
        """All cues of a sentence, the weak ones too, in order of their place."""
        found: list[Cue] = []
        for place, token in enumerate(tokens):
            cue = self._at(tokens, place, token)
            if cue is not None:
                found.append(cue)
        kept = _merged(found)
        return _merged(sorted([*kept, *self._gapped(tokens, kept)], key=lambda cue: cue.words)) if kept else kept

    def _at(self, tokens: Sequence[Token], place: int, token: Token) -> Cue | None:
        if token.kind == WORD:
            low = token.low
            if low == "dans":
                return self._prepositions.within(tokens, place)
            if self._prepositions.opens(low):
                cue = self._prepositions.read(tokens, place)
                if cue is not None:
                    return cue
            saying = saying_of(low)
            return None if saying is None else self._speech.read(tokens, place, saying)
        if token.text == ":":
            return self._colon(tokens, place)
        if token.text in ("»", '"') and closing(tokens, place):
            return self._speech.behind_quotation(tokens, place + 1)
        return None

    def _colon(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "Zineb Alaoui : « … »", "Le wali se veut rassurant : « … »", "Le wali est formel : 40 lits …"."""
        if not 0 < place <= _LABEL or place + 1 >= len(tokens):
            return None
        quoted = tokens[place + 1].text in QUOTES
        firm = tokens[place - 1].low in _SURE
        if not quoted and not firm:
            return None
        names = self._names.read(tokens, 0)
        if len(names) != 1 or not names[0].known or names[0].kind == "document" or names[0].generic:
            return None
        last = names[0].last
        if last > place:
            return None
        label = last == place or tokens[last].text in (",", "(")
        speaks = names[0].kind == "person" and any(finite_verb(tokens, i) for i in range(last, place))
        speaks = speaks or (names[0].kind == "person" and any(t.low in HAVE | BE for t in tokens[last:place]))
        if not (label and quoted) and not speaks:
            return None
        return cue_of(names, tokens, place, 0, "right", "colon")

    def _gapped(self, tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Cue]:
        """ "Les syndicats évaluent la participation à 80 %, [le ministère à] 35 %": the verb is said once."""
        found: list[Cue] = []
        for cue in cues:
            if cue.verb < 0 or cue.weak or not _of_figures(tokens[cue.verb]):
                continue
            for place in range(cue.verb + 2, min(len(tokens), cue.verb + _GAP)):
                token = tokens[place]
                if token.text in (",", ";") or token.low == "et":
                    gap = self._gap(tokens, place + 1, cue)
                    if gap is not None:
                        found.append(gap)
        return found

    def _gap(self, tokens: Sequence[Token], at: int, before: Cue) -> Cue | None:
        names = self._names.read(tokens, at) if at < len(tokens) else []
        if len(names) != 1 or not names[0].known or names[0].kind not in ("person", "organisation"):
            return None
        last = names[0].last
        if last + 1 >= len(tokens) or tokens[last].low not in ("à", "sur", "de", "d'"):
            return None
        ahead = range(last + 1, min(len(tokens), last + 5))
        number = next((i for i in ahead if tokens[i].kind == NUMBER), None)
        if number is None or any(finite_verb(tokens, i) for i in range(last, number)):
            return None
        return Cue(names, before.words, names[0].start, tokens[last].end, "right", "gapped")


def _of_figures(token: Token) -> bool:
    saying = saying_of(token.low)
    return saying is not None and saying.lemma in OF_FIGURES | COUNTING | FORECASTS


def _merged(cues: Sequence[Cue]) -> list[Cue]:
    """Without the cues whose names another cue near by names at the same place; a weak one gives way."""
    kept: list[Cue] = []
    for cue in cues:
        near = range(max(0, len(kept) - _NEAR), len(kept))
        same = next((at for at in near if _overlap(kept[at], cue)), None)
        if same is None:
            kept.append(cue)
        elif kept[same].weak and not cue.weak:
            kept[same] = cue
    return kept


def _overlap(one: Cue, other: Cue) -> bool:
    if not one.names or not other.names:
        return False
    return one.names[0].start <= other.names[0].start < one.names[-1].end

"""What bounds a number: phrases before and behind it, verbs that compare, barriers that are crossed, signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.language.tokens import MARK, Token
from pressfacts.language.words import verb_forms
from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.verbs import roles
from pressfacts.model import Comparator


@dataclass(slots=True)
class Bound:
    """A comparator as read: where its words begin or end (token places), whether they belong to the quote."""

    comparator: Comparator
    first: int
    last: int
    quoted: bool
    rule: str


_DETERMINERS = frozenset("les la le l' des du d' de ses leurs un une".split())
_CROSSING = frozenset(("passer", "franchir", "dépasser", "crever", "briser"))
_ADVERBS = frozenset("encore déjà même désormais ainsi largement bientôt presque pas jamais guère allègrement".split())
_BARRIERS = frozenset("barre cap seuil niveau".split())
_DE = ("de", "d'", "des", "du")
_A = ("à", "aux", "au")


class ComparatorReader:
    """Reads comparators by the lexicon; one reader serves all sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._before: dict[tuple[str, ...], tuple[Comparator, bool, str]] = {}
        self._behind: dict[tuple[str, ...], tuple[Comparator, bool, str]] = {}
        self._longest = 1
        for entry in lexicon.comparators:
            for form in (*entry.forms, *entry.symbols):
                for words in _spellings(form):
                    value = (entry.comparator, entry.quoted, f"comparators:{entry.id}")
                    if "before" in entry.position:
                        self._before.setdefault(words, value)
                    if "behind" in entry.position:
                        self._behind.setdefault(words, value)
                    self._longest = max(self._longest, len(words))

    def before(self, tokens: Sequence[Token], place: int) -> Bound | None:
        """The comparator that ends right before the number at ``place``."""
        phrase = self._phrase(tokens, place)
        if phrase is not None and _arranged(tokens, phrase):
            return None
        if phrase is not None and phrase.comparator != "equal":
            above = any(tokens[at].low.startswith("au-") for at in range(phrase.first, min(place, phrase.first + 2)))
            if not above and any(tokens[at].low in _BARRIERS for at in range(phrase.first, place)):
                return self._barrier(tokens, phrase, place)
            return self._under_negation(tokens, phrase)
        verb = self._verb(tokens, place) or _hedged_verb(tokens, place)
        return verb if verb is not None else phrase

    def behind(self, tokens: Sequence[Token], place: int) -> Bound | None:
        """The comparator that begins right behind the unit, at ``place``: "700 habitants environ"."""
        for length in range(min(self._longest, len(tokens) - place), 0, -1):
            found = self._behind.get(tuple(token.low for token in tokens[place : place + length]))
            if found is not None:
                comparator, quoted, rule = found
                following = tokens[place + length] if place + length < len(tokens) else None
                if comparator in ("at_most", "at_least") and following is not None and following.low in _DEGREES:
                    return None  # "au plus fort des Jeux"
                if following is not None and following.low in ("de", "d'", "du", "des"):
                    return None  # "4 morts et plus de 2.100 sinistrés"
                if following is not None and following.text[:1].isdigit():
                    return None  # "200 hectares, environ 300 maisons": it belongs to what follows
                return Bound(comparator, place, place + length, quoted and comparator != "equal", rule)
        return None

    def _phrase(self, tokens: Sequence[Token], place: int) -> Bound | None:
        for skip in (0, 1):
            end = place - skip
            if skip and (end < 1 or tokens[end].low not in ("les", "la", "le", "l'", "ses", "leurs", "un", "une")):
                break
            quotes = 0
            for length in range(min(self._longest, end), 0, -1):
                words = tuple(token.low for token in tokens[end - length : end] if token.text not in "\"«»'")
                found = self._before.get(words)
                if found is None:
                    continue
                comparator, quoted, rule = found
                first = end - length + quotes
                if skip and comparator == "equal":
                    continue
                return Bound(comparator, first, place, quoted and comparator != "equal", rule)
        return self._barrier_with_adjective(tokens, place)

    def _barrier_with_adjective(self, tokens: Sequence[Token], place: int) -> Bound | None:
        """ "sous la « barre symbolique » des 100 milliards", "au-dessus du seuil des 4.000 dollars"."""
        at = place - 1
        if at < 1 or tokens[at].low not in _DE:
            return None
        for back in range(1, 5):
            if at - back >= 0 and tokens[at - back].low in _BARRIERS:
                head = at - back
                while head and (
                    tokens[head - 1].low in ("la", "le", "l'", "du", "de") or tokens[head - 1].text in '"«'
                ):
                    head -= 1
                for length in range(min(3, head), 0, -1):
                    words = tuple(token.low for token in tokens[head - length : head])
                    found = (
                        self._before.get(words) or self._before.get((*words, "de")) or self._before.get((*words, "du"))
                    )
                    if found is not None and found[0] != "equal":
                        return Bound(found[0], head - length, place, True, found[2])
                return None
        return None

    def _barrier(self, tokens: Sequence[Token], phrase: Bound, place: int) -> Bound | None:
        """ "passe le cap des 10.000 voitures" is more, "sous la barre des 9 %" less, "atteint la barre des 50 %"
        neither.
        """
        first = phrase.first
        while first and tokens[first - 1].low in ("la", "le", "du", "de"):
            first -= 1
        before = tokens[first - 1].low if first else ""
        if before in ("sous", "au-dessous", "dessous", "deçà"):
            return Bound("less_than", first - 1, place, True, "comparators:barrier_below")
        if before in ("au-dessus", "au-delà", "dessus", "delà") or phrase.comparator == "less_than":
            return Bound("less_than" if phrase.comparator == "less_than" else "more_than", first - 1 if before in (
                "au-dessus", "au-delà") else phrase.first, place, True, "comparators:barrier_side")  # fmt: skip
        crossed = "comparators:barrier_crossed"
        for back in range(first - 1, max(-1, first - 8), -1):
            if tokens[back].kind == MARK:
                break
            for form in verb_forms(tokens[back]):
                if "crossing" in roles(form.lemma) or form.lemma in _CROSSING:
                    down = any("decrease" in roles(f.lemma) for t in tokens[:back] for f in verb_forms(t))
                    return Bound("less_than" if down else "more_than", back, place, True, crossed)
                if "comparator_about" in roles(form.lemma) or form.lemma in ("frôler", "approcher"):
                    return Bound("about", back, place, True, "comparators:barrier_near")
        for ahead in range(place, min(len(tokens), place + 10)):
            if any(form.lemma in _CROSSING and form.tense == "past_participle" for form in verb_forms(tokens[ahead])):
                return Bound("more_than", place, place, False, crossed)  # "la barre des 100 milliards a été franchie"
        return None

    def _under_negation(self, tokens: Sequence[Token], phrase: Bound) -> Bound:
        """ "pas plus de 30 %" is at most 30."""
        before = tokens[phrase.first - 1].low if phrase.first else ""
        if before == "pas" and phrase.comparator == "more_than":
            return Bound("at_most", phrase.first - 1, phrase.last, True, "comparators:not_more")
        if before == "pas" and phrase.comparator == "less_than":
            return Bound("at_least", phrase.first - 1, phrase.last, True, "comparators:not_less")
        return phrase

    def _verb(self, tokens: Sequence[Token], place: int) -> Bound | None:
        """ "dépassait 60 %", "avoisine les 40 millions", "n'a pas dépassé 3 %"."""
        at = place - 1
        while (
            at >= 0
            and tokens[at].low in _DETERMINERS | _ADVERBS
            and tokens[at].low not in ("de", "d'", "des", "un", "une")
        ):
            at -= 1
        if at < 0 or tokens[at].kind == MARK:
            return None
        for form in verb_forms(tokens[at]):
            role = roles(form.lemma)
            if form.lemma == "tourner":
                continue  # only "tourne autour de"
            if form.tense == "past_participle" and not _compound(tokens, at):
                continue
            if "comparator_about" in role:
                return Bound("about", at, place, True, "comparators:verb_about")
            if form.lemma in ("passer", "franchir") and tokens[place].low == "le":
                return Bound("more_than", at, place, True, "comparators:verb_more_than")  # "a passé le million"
            if "comparator_more_than" in role:
                if any(tokens[b].low in ("pas", "sans", "guère", "jamais") for b in range(max(0, at - 3), place)):
                    first = at
                    while first > 0 and tokens[first - 1].low in (
                        "pas",
                        "sans",
                        "guère",
                        "jamais",
                        "a",
                        "ont",
                        "ne",
                        "n'",
                    ):
                        first -= 1
                    return Bound("at_most", first, place, True, "comparators:verb_not_more")
                return Bound("more_than", at, place, True, "comparators:verb_more_than")
            if "comparator_at_most" in role:
                return Bound("at_most", at, place, True, "comparators:verb_at_most")
        return None


_FEW = frozenset("deux trois quatre cinq six sept huit neuf dix".split())
_HEDGES = frozenset("quasiment presque pratiquement quasi".split())


def _hedged_verb(tokens: Sequence[Token], place: int) -> Bound | None:
    """ "ont quasiment baissé de moitié", "a presque reculé d'un tiers": the hedge stands before the verb."""
    at = place - 2
    if at < 1 or tokens[place - 1].low not in ("de", "d'") or tokens[at - 1].low not in _HEDGES:
        return None
    if not verb_forms(tokens[at]):
        return None
    return Bound("about", at - 1, place, True, "comparators:hedged_verb")


_MADE = ("calcul", "réalis", "établ", "élabor", "fabriqu", "produ", "estim", "obten", "constru", "mesur", "constitu")
_NEARING = ("remonte", "remonté", "revient", "revenu", "redescend", "redescendu", "retombe", "retombé")
_ARRANGING = ("articul", "ax", "organis", "structur", "construi", "bâti", "gravit", "réuni", "rassembl", "group")


def _arranged(tokens: Sequence[Token], phrase: Bound) -> bool:
    """ "s'articule autour de deux axes", "dans les 15 premiers centimètres": words of place, no bounds."""
    opening = tokens[phrase.first].low
    before = tokens[phrase.first - 1].low if phrase.first else ""
    if opening == "plus" and before == "en":
        return True  # "en plus de six escadrons"
    if opening == "à" and before.startswith(_MADE):
        return tokens[phrase.first + 1].low == "partir"  # "calculé à partir de 40 produits"
    if opening == "vers":
        return not before.endswith(_NEARING)  # "des lignes vers 174 ports"
    if opening == "autour" and tokens[phrase.last].low in _FEW:
        return True
    if opening == "autour" and phrase.first:
        return before.startswith(_ARRANGING)
    if opening == "dans":
        following = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else ""
        return following in ("premiers", "premières", "derniers", "dernières", "prochains", "prochaines")
    return False


_DEGREES = frozenset("fort bas haut tard tôt près loin élevé vite grand".split())


def _compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether an auxiliary stands before a participle: "ont dépassé 3,6 milliards"."""
    return any(
        form.lemma in ("avoir", "être") for back in range(max(0, at - 3), at) for form in verb_forms(tokens[back])
    )


def _spellings(form: str) -> list[tuple[str, ...]]:
    """The tokens of a form, with "de" and "à" as they contract: près de, près d', près des."""
    from pressfacts.language.tokens import tokenise  # one form at a time, at load
    from pressfacts.text import fold

    words = tuple(token.low for token in tokenise(fold(form)))
    if words and words[-1] in ("de", "du"):
        return [(*words[:-1], de) for de in _DE]
    if words and words[-1] == "à":
        return [(*words[:-1], a) for a in _A]
    return [words]

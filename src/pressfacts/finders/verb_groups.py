"""The verbs of a sentence: each with its auxiliaries and the verbs over it, its tense, passive or reflexive.

Whether "note" is a verb is told by its neighbours alone; there is no parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressfacts.language.tokens import MARK, NUMBER, WORD, Token
from pressfacts.language.words import ADVERBS, DETERMINERS, PRENOMINAL, PREPOSITIONS, PRONOUNS, verb_forms
from pressfacts.lexicon import verbs
from pressfacts.lexicon.verbs import VerbForm

CLITICS = frozenset("le la les l' lui leur y en se s' ne n'".split())
_NON_FINITE = frozenset(("infinitive", "present_participle", "past_participle"))
# Between an auxiliary and its participle: "n'a certes pas encore été".
_INSIDE = (ADVERBS | CLITICS | frozenset(
    "auparavant depuis longtemps pas jamais rien tous toutes tout peu donc certes été pu dû voire plus elle-même "
    "lui-même elles-mêmes eux-mêmes -il -elle -ils -elles -on -t-il -t-elle -t-on -t-ils -t-elles eux".split()
)) - {"même"}  # fmt: skip
_BEHIND_EN = frozenset("effet fait outre moyenne réalité revanche contrepartie général partie".split())
_CHAINED = _INSIDE | frozenset(("à", "de", "d'"))
_MOVING = frozenset(
    "aller venir arriver partir entrer sortir monter descendre naître mourir rester tomber devenir retomber passer "
    "revenir parvenir remonter redescendre".split()
)
_NOUN_BEFORE = PRENOMINAL | frozenset(
    "un une des du au aux de d' cette ces mon ma mes son sa ses notre nos votre vos leurs chaque à par sur sous dans "
    "avec sans pour contre quelques plusieurs toute aucun aucune ce cet modique coquette".split()
)
# Adjectives on either side of their noun: "une nette hausse", but "le résultat net recule".
_EITHER_SIDE = frozenset("forte fort nette net légère léger faible sensible importante".split())
_ARTICLE_OR_PRONOUN = frozenset("le la les l' leur".split())
# Before "le" or "la" that are pronouns: "qui la porte"; but "que la somme".
_PRONOUN_BEFORE_PRONOUN = PRONOUNS - {"le", "la", "les", "l'", "en"} | frozenset("qui ne n' comme".split())
# Participles that have become prepositions or nouns.
_NO_PARTICIPLE = frozenset(
    "pendant durant suivant concernant moyennant touchant courant montant gérant dirigeant habitant étudiant "
    "représentant dépendant restant cependant".split()
)
# Verbs by chance: "soit 3%", "entre 5 et 6%".
_RARELY_VERBS = frozenset(("soit", "entre", "montre", "contre", "continue", "équivalent"))
# A verb that the lexicon does not have still shows these: "repasserait", "convoieront", "doit reboucher".
_CONDITIONAL_ENDINGS = ("erait", "eraient", "irait", "iraient")
_FUTURE_ENDINGS = ("eront", "iront")
_PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées")
_INFINITIVE_ENDINGS = ("er", "ir", "dre", "tre", "ire")


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries and the verbs over it; token places are half-open.

    ``tense`` is that of the finite part, or "infinitive" or "present_participle" where there is none; ``chain`` holds
    the lemmas over ``lemma`` ("devrait être porté": devoir over porter).
    """

    first: int
    last: int
    lemma: str
    tense: str
    finite: bool
    compound: bool = False
    passive: bool = False
    reflexive: bool = False
    chain: tuple[str, ...] = ()

    @property
    def roles(self) -> frozenset[str]:
        """What the verb says of a figure."""
        return verbs.roles(self.lemma, reflexive=self.reflexive) or verbs.roles(self.lemma)


def verb_groups(tokens: Sequence[Token]) -> Iterator[VerbGroup]:
    """Read the verb groups of a sentence, in their order."""
    reader = _Reader(tokens)
    place = 0
    while place < len(tokens):
        group = reader.group_at(place) if tokens[place].kind == WORD else None
        if group is None:
            place += 1
        else:
            yield group
            place = group.last


class _Reader:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def group_at(self, place: int) -> VerbGroup | None:
        forms = verb_forms(self.tokens[place])
        if forms and self._named(place):
            return None
        if not forms:
            return self._misspelt(place) if self.tokens[place].low == "à" else self._unknown(place)
        form = self._finite(place, forms)
        if form is not None:
            group = VerbGroup(place, place + 1, form.lemma, form.tense, finite=True)
        else:
            form = self._non_finite(place, forms)
            if form is None:
                return None
            group = VerbGroup(place, place + 1, form.lemma, form.tense, finite=False)
        group.reflexive = self._reflexive(place)
        self._extend(group)
        if group.lemma == "devoir" and group.tense == "present_participle" and not group.chain:
            return None  # "devant les Libyens"
        return group

    def _named(self, place: int) -> bool:
        """A name that looks like a verb: "la région MENA", "la Marche verte"; not in a title all in capitals."""
        text = self.tokens[place].text
        if not text[0].isupper() or place == 0 or self.tokens[place - 1].kind != WORD:
            return False
        return not (text.isupper() and self.tokens[place - 1].text.isupper())

    def _unknown(self, place: int) -> VerbGroup | None:
        """A verb that the lexicon does not have, told by the endings of two tenses: "repasserait", "convoieront"."""
        low = self.tokens[place].low
        if len(low) < 8 or low[-1] != "t":
            return None
        if low.endswith(_CONDITIONAL_ENDINGS):
            return VerbGroup(place, place + 1, "", "conditional", finite=True)
        if low.endswith(_FUTURE_ENDINGS) and low == self.tokens[place].text:
            return VerbGroup(place, place + 1, "", "future", finite=True)
        return None

    def _misspelt(self, place: int) -> VerbGroup | None:
        """ "à" for "a", which this press often prints: "la consommation à augmenté de 3%"."""
        behind = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if behind is None or place == 0 or behind.low in verbs.homographs() or not behind.low.endswith("é"):
            return None
        if self.tokens[place - 1].kind != WORD or self.low(place - 1) in PREPOSITIONS or self.low(place + 2) != "de":
            return None
        for form in verb_forms(behind):
            if form.tense == "past_participle":
                return VerbGroup(place, place + 2, form.lemma, "present", finite=True, compound=True)
        return None

    def _reflexive(self, place: int) -> bool:
        before = self.low(place - 1)
        return before in ("se", "s'") or (before in ("y", "en") and self.low(place - 2) in ("se", "s'"))

    def _finite(self, place: int, forms: tuple[VerbForm, ...]) -> VerbForm | None:
        low, before = self.tokens[place].low, self.low(place - 1)
        if low in _RARELY_VERBS and before not in PRONOUNS and before not in ("que", "qu'", "qui", "ne", "n'"):
            # "que le délai, fixé à 30 jours, soit prolongé"
            behind = verb_forms(self.tokens[place + 1]) if low == "soit" and place + 1 < len(self.tokens) else ()
            if not any(form.tense == "past_participle" for form in behind):
                return None
        if (low == "est" and before == "l'") or (low == "a" and before == ":"):
            return None
        weak = True
        chosen = None
        for form in forms:
            if form.tense in _NON_FINITE:
                continue
            if form.person in ("1s", "1p") and not self._first_person(place):
                continue
            chosen = chosen or form
            weak = weak and form.tense in ("present", "subjunctive")
        if chosen is None or not weak or chosen.lemma in ("être", "avoir"):
            return chosen
        if before in _NOUN_BEFORE or (before in _EITHER_SIDE and not self._net_result(place)):
            return None
        if before == "en" and low in verbs.homographs() and self.low(place - 2) not in _PRONOUN_BEFORE_PRONOUN:
            return None
        # "les sondés le voient élu": no noun behind "le" or "la" is a plural
        plural = before in ("le", "la", "l'") and chosen.person == "3p" and low not in verbs.homographs()
        if before in _ARTICLE_OR_PRONOUN and not plural and self.low(place - 2) not in _PRONOUN_BEFORE_PRONOUN:
            return None
        if low in verbs.homographs() and (place == 0 or self._cut_off(place)):
            return None
        return chosen

    def _net_result(self, place: int) -> bool:
        """Whether an adjective before a word belongs to the noun before it: "le résultat net recule"."""
        over = self.low(place - 2)
        noun = place >= 2 and self.tokens[place - 2].kind == WORD and over not in PREPOSITIONS | DETERMINERS
        return noun and over not in ADVERBS and not verb_forms(self.tokens[place - 2])

    def _cut_off(self, place: int) -> bool:
        """Whether a number or mark before "hausse", "note" leaves them nouns; not in "le budget 2019 table sur"."""
        before = self.tokens[place - 1]
        if before.kind == NUMBER:
            year = len(before.text) == 4 and before.text[:2] in ("19", "20")
            return not year or self.low(place - 2) in PREPOSITIONS or self.low(place + 1) != "sur"
        return before.kind == MARK and before.text not in (",", "»", '"', ")")

    def _first_person(self, place: int) -> bool:
        return any(self.low(p) in ("je", "j'", "nous", "-je", "-nous") for p in range(max(0, place - 3), place))

    def _non_finite(self, place: int, forms: tuple[VerbForm, ...]) -> VerbForm | None:
        before = self.low(place - 1)
        if before in ("le", "un", "du", "au", "ce", "des", "les", "ses", "son") and self.low(place - 2) not in (
            "de", "à", "pour", "peut", "va", "doit",
        ):  # fmt: skip
            return None
        for form in forms:
            if form.tense == "infinitive" or (
                form.tense == "present_participle" and self.tokens[place].low not in _NO_PARTICIPLE
            ):
                return form
        return None

    def _extend(self, group: VerbGroup) -> None:
        """Take in participle and infinitives: "devrait avoir été porté", "va se contracter", "a fait reculer"."""
        while True:
            auxiliary = group.lemma in ("être", "avoir")
            if not auxiliary and not verbs.roles(group.lemma) & {"modal", "aspect", "causative"}:
                return
            following = self._following(
                group, "past_participle" if auxiliary else "infinitive", _INSIDE if auxiliary else _CHAINED
            )
            if following is None:
                return
            reach, form = following
            if not auxiliary:
                group.chain += (group.lemma,)
                group.reflexive = self._reflexive(reach)
                group.passive = False
            elif group.lemma == "être":
                group.passive = form.lemma not in _MOVING and not group.reflexive
                group.compound = group.compound or (not group.passive and not group.chain)
            else:
                group.compound = group.compound or not group.chain
            group.lemma = form.lemma
            group.last = reach + 1

    def _following(self, group: VerbGroup, tense: str, between: frozenset[str]) -> tuple[int, VerbForm] | None:
        place, end = group.last, min(len(self.tokens), group.last + 6)
        if self.low(place) == ",":
            # Something put in between: "ont, elles, grimpé".
            closing = next((p for p in range(place + 1, min(end + 2, len(self.tokens))) if self.low(p) == ","), None)
            if closing is None:
                return None
            place, end = closing + 1, min(len(self.tokens), closing + 5)
        for here in range(place, end):
            token = self.tokens[here]
            if token.kind != WORD:
                return None
            forms = verb_forms(token)
            for form in forms:
                if form.tense == tense and token.low != "plus":
                    return here, form
            if token.low in between or token.low.endswith("ment"):
                continue
            if token.low in _BEHIND_EN and self.low(here - 1) == "en":
                continue  # "a en revanche reculé"
            if group.lemma == "avoir" and not forms and token.low.endswith(_PARTICIPLE_ENDINGS):
                return here, VerbForm("", "past_participle", "")
            if tense == "infinitive" and not forms and token.low.endswith(_INFINITIVE_ENDINGS):
                return here, VerbForm("", "infinitive", "")
            return None
        return None

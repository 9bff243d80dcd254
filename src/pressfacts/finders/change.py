"""Whether a quantity is the size of a movement, and which way: "hausse de 12%", "69.900 postes créés", "a triplé"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.clauses import clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, NUMBER, WORD, Token
from pressfacts.language.words import verb_forms
from pressfacts.lexicon import verbs
from pressfacts.model import Change

UP = frozenset(
    "hausse hausses augmentation augmentations progression progressions croissance croissances accroissement bond bonds "
    "amélioration envolée flambée rebond appréciation relèvement expansion essor majoration renchérissement élévation "
    "gain gains renforcement rallonge surcroît revalorisation élargissement redressement accélération rehaussement "
    "hausser".split()
)
DOWN = frozenset(
    "baisse baisses recul reculs diminution diminutions chute chutes repli replis réduction réductions contraction "
    "contractions dégringolade dépréciation décrue effondrement déclin régression tassement fléchissement érosion "
    "dégradation détérioration décroissance récession rétrécissement plongeon allègement amputation dévaluation "
    "compression coupe coupes retrait".split()
)
NEW = frozenset(
    "création créations ouverture ouvertures lancement lancements embauche embauches recrutement recrutements ajout "
    "implantation implantations inauguration".split()
)
GONE = frozenset(
    "suppression suppressions licenciement licenciements fermeture fermetures destruction destructions disparition "
    "débauchage".split()
)
_NEW_ADJECTIVES = frozenset(
    "nouveau nouveaux nouvel nouvelle nouvelles supplémentaire supplémentaires additionnel additionnels additionnelle "
    "additionnelles".split()
)
_LEVEL_PREPOSITIONS = frozenset(("à", "au", "aux"))
_PAST_SELF = frozenset(
    "an année années mois trimestre semestre exercice saison édition précédent précédente précédents précédentes dernier "
    "dernière début auparavant hier avant passé passée".split()
)
_COUNTED = frozenset(("jobs", "count", "ratio"))


def change(
    sentence: Sentence, quantity: QuantityMention, quantities: Sequence[QuantityMention]
) -> tuple[Change | None, str]:
    """Tell which way a quantity moves something (None for a level or a difference) and the rule that says so."""
    return _Reading(sentence, quantities).of(quantity)


class _Reading:
    def __init__(self, sentence: Sentence, quantities: Sequence[QuantityMention]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.quantities = quantities
        self.clauses = clauses(sentence)

    def of(self, quantity: QuantityMention, depth: int = 0) -> tuple[Change | None, str]:
        for rule in (
            self._multiple, self._sign, self._start_or_end, self._more_or_less, self._inside, self._participle,
            self._noun, self._verb,
        ):  # fmt: skip
            answer = rule(quantity)
            if answer is not None:
                return answer
        if depth < 4:
            answer = self._carried(quantity, depth)
            if answer is not None:
                return answer
        return None, "change:level"

    # the words around

    def _low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def _multiple(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "a triplé", "divisé par deux", "deux fois plus qu'en 2017"."""
        if quantity.kind != "multiple":
            return None
        inside = self.tokens[quantity.first : quantity.last]
        for token in [*self.tokens[max(0, quantity.first - 4) : quantity.first], *inside]:
            for form in verb_forms(token):
                roles = verbs.roles(form.lemma)
                if "divide" in roles:
                    return "decrease", "change:multiple"
                if "multiply" in roles:
                    return "increase", "change:multiple"
        behind = self.tokens[quantity.last : quantity.last + 12]
        words = [t.low for t in inside]
        if any(t.low in _PAST_SELF or t.kind == NUMBER and len(t.text) == 4 for t in behind):
            return ("decrease" if {"moins", "inférieur", "inférieure"} & set(words) else "increase"), "change:multiple"
        return None, "change:ratio"

    def _sign(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "+3%", "(-0,4 point)"; a level keeps its sign: "un solde de -301 millions"."""
        if not quantity.signed:
            return None
        way: Change = "increase" if quantity.signed == "+" else "decrease"
        before = self._low(quantity.first - 1)
        if quantity.kind == "percent" and before not in ("à",):
            return way, "change:sign"
        if quantity.kind == "measure" and quantity.unit == "Cel":
            return None, "change:signed_level"
        if before in ("ou", "soit", "(", ",", "et", "de", "d'", "/") and not (before in ("de", "d'") and self._head(quantity)[0] == ""):
            return way, "change:sign"
        return None, "change:signed_level"

    def _start_or_end(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "passer de 5 à 7%": both are levels; so is what a movement arrives at: "à 47,4 millions"."""
        before = self._low(quantity.first - 1)
        if before in _LEVEL_PREPOSITIONS or before in ("jusqu'", "contre") and not self._contrast_of_growth(quantity):
            return None, "change:end"
        if before in ("de", "d'"):
            place = quantity.last
            end = min(len(self.tokens), place + 9)
            while place < end and not (self.tokens[place].kind == MARK and self.tokens[place].text in ";:()"):
                if self._low(place) in ("à", "vers") and any(q.first in (place + 1,) and q.kind == quantity.kind for q in self.quantities):
                    group = self.clauses.governor(quantity.first, quantity.last)
                    near = self.tokens[max(0, quantity.first - 6) : quantity.first]
                    if any(f.lemma in _PASSING for t in near for f in verb_forms(t)) or group is not None and group.lemma in _PASSING:
                        return None, "change:start"
                    return None if group is None or not group.roles & {"move"} else (None, "change:start")
                place += 1
        return None

    def _contrast_of_growth(self, quantity: QuantityMention) -> bool:
        return any(t.low in UP or t.low in DOWN for t in self.tokens[max(0, quantity.first - 12) : quantity.first])

    def _more_or_less(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "7 milliards de moins qu'en début d'année" moves; "11% de plus que son voisin" compares."""
        place = quantity.last
        if self._low(place) in ("de", "d'", "en") and self._low(place + 1) in ("plus", "moins"):
            place += 1
        elif self._low(place) not in ("plus", "moins"):
            return None
        way: Change = "increase" if self._low(place) == "plus" else "decrease"
        behind = self.tokens[place + 1 : place + 10]
        if self._low(place - 1) not in ("de", "d'", "en"):
            # "2 € plus cher", "5% moins élevé qu'en 2017"
            moved = any(t.low in _PAST_SELF or _year(t) for t in behind)
            return (way, "change:more") if moved else (None, "change:difference")
        if any(t.low in ("que", "qu'") for t in behind) and not any(t.low in _PAST_SELF or _year(t) for t in behind):
            return None, "change:difference"
        return way, "change:more"

    def _inside(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "deux nouvelles lignes", "60 licenciements", "500 recrutements", "300 postes supplémentaires"."""
        for token in self.tokens[quantity.first : quantity.last]:
            low = token.low
            if low in GONE or low in DOWN:
                return "decrease", "change:noun_counted"
            if low in NEW:
                return "increase", "change:noun_counted"
            if low in _NEW_ADJECTIVES and quantity.kind != "percent":
                return "increase", "change:new"
        for place in range(quantity.last, min(len(self.tokens), quantity.last + 6)):
            token = self.tokens[place]
            if token.kind == MARK or token.kind == NUMBER or token.low in ("et", "ou", "qui", "que"):
                break
            if token.low in _NEW_ADJECTIVES and not token.low.startswith("nouv"):
                return "increase", "change:new"
        return None

    def _participle(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "69.900 postes créés", "4.000 emplois détruits"."""
        if quantity.kind not in _COUNTED:
            return None
        for place in range(quantity.last, min(len(self.tokens), quantity.last + 5)):
            token = self.tokens[place]
            if token.kind != WORD or token.low in ("et", "ou", "qui", "que", "à", "dans", "en", "par", "sur", "pour"):
                break
            for form in verb_forms(token):
                if form.tense == "past_participle":
                    way = _way_of_things(form.lemma, quantity)
                    return (way, "change:participle") if way else None
            if any(f.tense not in ("past_participle",) for f in verb_forms(token)) and token.low not in verbs.homographs():
                break
        return None

    def _head(self, quantity: QuantityMention) -> tuple[str, int]:
        """The movement noun over "de N": "hausse de", "recul du chiffre d'affaires de"; "" where there is none."""
        if self._low(quantity.first - 1) not in ("de", "d'", "du", "des"):
            return "", -1
        reach = 9 if quantity.kind in ("percent", "ratio", "multiple") or quantity.signed else 4
        for place in range(quantity.first - 2, max(-1, quantity.first - 2 - reach), -1):
            token = self.tokens[place]
            if token.kind == MARK and token.text not in "«»\"'," or token.low in ("qui", "que", "qu'", "dont", "et", "à"):
                break
            if any(q.first <= place < q.last for q in self.quantities):
                break
            if token.low in UP or token.low in DOWN or token.low in NEW or token.low in GONE:
                return token.low, place
            if any(g.first <= place < g.last for g in self.clauses.groups):
                break
        return "", -1

    def _noun(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "hausse de N", "en recul de N", "suppression de 600 postes", "ouverture de 15 hôtels"."""
        head, _ = self._head(quantity)
        if not head:
            place = quantity.first - 1
            if self._low(place) in ("est", "était", "de") and any(
                self._low(p) in UP or self._low(p) in DOWN for p in range(max(0, place - 6), place)
            ):
                head = next(self._low(p) for p in range(place - 1, -1, -1) if self._low(p) in UP or self._low(p) in DOWN)
            else:
                return None
        if head in UP:
            return "increase", "change:noun"
        if head in DOWN:
            return "decrease", "change:noun"
        if quantity.kind == "money":
            return None
        return ("increase", "change:new_things") if head in NEW else ("decrease", "change:gone_things")

    def _verb(self, quantity: QuantityMention) -> tuple[Change | None, str] | None:
        """ "a reculé de 3 points", "perd 2,36 %", "créer 300 emplois", "120 agents ont été recrutés"."""
        group = self.clauses.governor(quantity.first, quantity.last)
        if group is None:
            return None
        roles = group.roles
        before = self._low(quantity.first - 1)
        if before in ("de", "d'") and group.last <= quantity.first:
            if roles & {"increase", "decrease"} and not ("increase" in roles and "decrease" in roles):
                if quantity.kind in ("percent", "ratio") or self._free_of_noun(quantity.first - 2, group.last):
                    return ("increase" if "increase" in roles else "decrease"), "change:verb"
            return None
        direct = group.last <= quantity.first and all(
            t.low in _BEFORE_OBJECT or t.low.endswith("ment") for t in self.tokens[group.last : quantity.first]
        )
        subject = group.first >= quantity.last and group.passive
        if not direct and not subject:
            return None
        if quantity.kind == "percent" and group.lemma in _LOSING | _GAINING:
            return ("decrease" if group.lemma in _LOSING else "increase"), "change:verb_object"
        if quantity.kind in _COUNTED:
            way = _way_of_things(group.lemma, quantity)
            if way:
                return way, "change:verb_object"
        return None

    def _free_of_noun(self, last: int, first: int) -> bool:
        """Nothing but adverbs between a verb of movement and its "de": "a augmenté légèrement de 30 dirhams"."""
        return all(t.low.endswith("ment") or t.low in _BEFORE_OBJECT for t in self.tokens[first : last + 1])

    def _carried(self, quantity: QuantityMention, depth: int) -> tuple[Change | None, str] | None:
        """ "de 20,9% ou 35 milliards", "de 3% en mai et 5% en juin": what the first is, the second is."""
        previous = None
        for other in self.quantities:
            if other.last <= quantity.first and (previous is None or other.first > previous.first):
                previous = other
        if previous is None or quantity.first - previous.last > 8:
            return None
        link = [t.low for t in self.tokens[previous.last : quantity.first]]
        if self.clauses.boundary(previous.last, quantity.first) == "hard":
            return None
        if any(g.first >= previous.last and g.last <= quantity.first for g in self.clauses.groups) or "à" in link:
            return None
        same = other_unit = False
        same = previous.unit == quantity.unit
        other_unit = bool(link) and link[-1] in ("ou", "soit") and previous.kind == "percent"
        if not (same and {"et", "ou", "contre", "puis", ",", "après"} & set(link) or other_unit):
            return None
        way, rule = self.of(previous, depth + 1)
        return (way, "change:carried") if way and rule != "change:level" else None


_PASSING = frozenset("passer porter ramener réviser revoir".split())
_LOSING = frozenset("perdre céder abandonner lâcher rendre".split())
_GAINING = frozenset("gagner prendre reprendre engranger ajouter regagner".split())
_BEFORE_OBJECT = frozenset("plus encore aussi même déjà seulement près de d' en ainsi environ jusqu' donc également".split())


def _way_of_things(lemma: str, quantity: QuantityMention) -> Change | None:
    roles = verbs.roles(lemma)
    if roles & {"destroy", "fire"}:
        return "decrease"
    if roles & {"create", "hire"} and (quantity.kind == "jobs" or lemma in ("créer", "ouvrir", "lancer", "recruter", "inaugurer", "ajouter")):
        return "increase"
    return None


def _year(token: Token) -> bool:
    return token.kind == NUMBER and len(token.text) == 4 and token.text[:2] in ("19", "20")

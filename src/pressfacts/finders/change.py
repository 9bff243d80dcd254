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

Answer = tuple[Change | None, str]

UP = frozenset(
    "hausse hausses augmentation augmentations progression progressions croissance croissances accroissement bond bonds "
    "amélioration envolée flambée rebond appréciation relèvement expansion essor majoration renchérissement élévation "
    "gain gains renforcement rallonge surcroît revalorisation redressement accélération rehaussement additionnel "
    "supplément surplus vis".split()
)
DOWN = frozenset(
    "baisse baisses recul reculs diminution diminutions chute chutes repli replis réduction réductions contraction "
    "contractions dégringolade dépréciation décrue effondrement déclin régression tassement fléchissement érosion "
    "dégradation détérioration décroissance récession rétrécissement plongeon allègement amputation dévaluation "
    "resserrement".split()
)
_GROWTH = frozenset("croissance ralentissement".split())
NEW = frozenset(
    "création créations ouverture ouvertures lancement lancements embauche embauches recrutement recrutements ajout "
    "implantation implantations inauguration".split()
)
GONE = frozenset(
    "suppression suppressions licenciement licenciements fermeture fermetures destruction destructions disparition".split()
)
_NEW_ADJECTIVES = frozenset(
    "nouveau nouveaux nouvel nouvelle nouvelles supplémentaire supplémentaires additionnel additionnels additionnelle "
    "additionnelles".split()
)
_PAST_SELF = frozenset(
    "an année années mois trimestre semestre exercice saison édition précédent précédente précédents précédentes dernier "
    "dernière début auparavant hier avant passé passée janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre".split()
)
_PASSING = frozenset("passer porter ramener réviser revoir".split())
_LOSING = frozenset("perdre céder abandonner lâcher rendre économiser".split())
_GAINING = frozenset("gagner prendre reprendre engranger ajouter regagner".split())
# What makes counted things new or gone; other verbs of these roles (employer, annuler, produire) leave a level.
_NEW_THINGS = frozenset("créer ouvrir lancer inaugurer ajouter installer implanter".split())
_NEW_JOBS = frozenset("créer générer ajouter embaucher recruter enrôler titulariser ouvrir engendrer".split())
_GONE_THINGS = frozenset("supprimer fermer éliminer perdre".split())
_BEFORE_OBJECT = frozenset(
    "plus encore aussi même déjà seulement près de d' en ainsi environ jusqu' donc également que qu' pas moins".split()
)
_COUNTED = frozenset(("jobs", "count", "ratio"))


def change(sentence: Sentence, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer:
    """Tell which way a quantity moves something (None for a level or a difference) and the rule that says so."""
    return _Reading(sentence, quantities).of(quantity, 0)


class _Reading:
    def __init__(self, sentence: Sentence, quantities: Sequence[QuantityMention]) -> None:
        self.tokens = sentence.tokens
        self.quantities = quantities
        self.clauses = clauses(sentence)
        self.low = self.clauses.low

    def of(self, quantity: QuantityMention, depth: int) -> Answer:
        answer = self._first_rule(quantity, depth)
        if quantity.value == 0 and (answer[0] or (quantity.kind == "percent" and self.clauses.bracket(quantity.first))):
            return "unchanged", answer[1]
        return answer

    def _first_rule(self, quantity: QuantityMention, depth: int) -> Answer:
        if quantity.kind == "duration":
            return self._inside(quantity) or (None, "level")
        if quantity.kind == "multiple":
            return self._multiple(quantity)
        for rule in (
            self._sign, self._more_or_less, self._inside, self._participle, self._growth_rate, self._start_or_end,
            self._noun, self._verb,
        ):  # fmt: skip
            answer = rule(quantity)
            if answer is not None:
                return answer
        return (self._carried(quantity, depth) if depth < 4 else None) or (None, "level")

    def _before(self, quantity: QuantityMention) -> int:
        """The place of the word before a quantity, "à peine" and "seulement" passed over."""
        place = quantity.first - 1
        while self.low(place) in ("peine", "seulement", "encore", "presque"):
            place -= 2 if self.low(place) == "peine" else 1
        return place

    def _multiple(self, quantity: QuantityMention) -> Answer:
        """ "a triplé", "divisé par deux", "deux fois plus qu'en 2017"; "le double des hommes" compares."""
        inside = self.tokens[quantity.first : quantity.last]
        words = [token.low for token in inside]
        noun = "le" in words
        for token in [*self.tokens[max(0, quantity.first - 4) : quantity.first], *inside]:
            if noun and token.low in ("double", "triple"):
                continue
            for form in verb_forms(token):
                roles = verbs.roles(form.lemma)
                if "divide" in roles:
                    return "decrease", "multiple"
                if "multiply" in roles:
                    return "increase", "multiple"
        behind = self.tokens[quantity.last : quantity.last + 11]
        if (
            behind
            and behind[0].low in ("que", "qu'", "de", "du", "d'", "à", "en")
            and any(_past(token) or token.low == "ans" for token in behind)
        ):
            return ("decrease" if {"moins", "inférieur", "inférieure"} & set(words) else "increase"), "multiple"
        return None, "difference"

    def _sign(self, quantity: QuantityMention) -> Answer | None:
        """ "+3%", "(-0,4 point)"; a level keeps its sign: "un solde de -301 millions"."""
        if not quantity.signed:
            return None
        way: Change = "increase" if quantity.signed == "+" else "decrease"
        before = self.low(quantity.first - 1)
        if quantity.unit in ("Cel", "°"):
            return None, "signed_level"
        if (quantity.kind == "percent" and before != "à") or before in ("ou", "soit", "(", ",", "et", "/"):
            return way, "sign"
        if before in ("de", "d'") and self._head(quantity):
            return way, "sign"
        return None, "signed_level"

    def _more_or_less(self, quantity: QuantityMention) -> Answer | None:
        """ "7 milliards de moins qu'en début d'année" moves; "11% de plus que son voisin" compares."""
        # "moins" may be the last word of the quote or stand behind it: "moitié moins", "deux milliards de moins".
        place = quantity.last - 1 if self.low(quantity.last - 1) in ("plus", "moins") else quantity.last
        linked = self.low(place) in ("de", "d'", "en") or self.low(place - 1) in ("de", "d'", "en")
        if linked and place == quantity.last:
            place += 1
        word = self.low(place)
        if quantity.kind == "ratio" and word in ("moins", "plus"):
            return ("decrease" if word == "moins" else "increase"), "more"
        if word not in ("plus", "moins", "mieux"):
            return None
        way: Change = "decrease" if word == "moins" else "increase"
        behind = self.tokens[place + 1 : place + 11]
        moved = any(map(_past, behind))
        if not linked or any(token.low in ("que", "qu'") for token in behind[:3]):
            return (way, "more") if moved else (None, "difference")
        group = self.clauses.governor(quantity.first, quantity.last)
        if group is not None and "value" in group.roles and not moved:
            return None, "difference"
        return way, "more"

    def _inside(self, quantity: QuantityMention) -> Answer | None:
        """ "60 licenciements", "deux nouvelles lignes", "300 postes supplémentaires", "baissé de moitié"."""
        for token in self.tokens[quantity.first : quantity.last]:
            low = token.low
            if low in GONE or low in DOWN:
                return "decrease", "noun_counted"
            if low in NEW:
                return "increase", "noun_counted"
            if low in _NEW_ADJECTIVES and quantity.kind != "percent":
                return "increase", "new"
            if quantity.kind == "ratio":
                for form in verb_forms(token):
                    roles = verbs.roles(form.lemma)
                    if ("decrease" in roles) != ("increase" in roles):
                        return ("decrease" if "decrease" in roles else "increase"), "verb"
        for place in range(quantity.last, min(len(self.tokens), quantity.last + 6)):
            token = self.tokens[place]
            if token.kind != WORD or token.low in ("et", "ou", "qui", "que"):
                break
            if token.low in _NEW_ADJECTIVES and not token.low.startswith("nouv"):
                return "increase", "new"
        return None

    def _participle(self, quantity: QuantityMention) -> Answer | None:
        """ "69.900 postes créés", "4.000 emplois détruits", "à 500 le nombre de postes supprimés"."""
        if quantity.kind not in _COUNTED:
            return None
        named = self.low(quantity.last) in ("le", "les") and quantity.kind == "jobs"
        for place in range(quantity.last, min(len(self.tokens), quantity.last + (7 if named else 5))):
            token = self.tokens[place]
            if token.kind != WORD or token.low in ("et", "ou", "qui", "que", "à", "dans", "en", "par", "sur", "pour"):
                break
            forms = verb_forms(token)
            if any(form.tense == "past_participle" for form in forms):
                if named and token.low.startswith("coupé"):
                    return "decrease", "participle"
                way = _way_of_things(next(f.lemma for f in forms if f.tense == "past_participle"), quantity)
                return (way, "participle") if way else None
            if any(g.first <= place < g.last for g in self.clauses.groups):
                break
        return None

    def _growth_rate(self, quantity: QuantityMention) -> Answer | None:
        """A growth rate is a movement however it is put: "la croissance atteint 4,5%", "une hausse limitée à 3%"."""
        if quantity.kind not in ("percent", "measure"):
            return None
        seen_verb = False
        for place in range(quantity.first - 1, max(-1, quantity.first - 14), -1):
            token = self.tokens[place]
            low = token.low
            if (token.kind == MARK and token.text not in ",«»\"'") or low in (
                "qui",
                "que",
                "qu'",
                "dont",
                "mais",
                "avec",
            ):
                return None
            if any(q.first <= place < q.last for q in self.quantities):
                return None
            if low in UP or low in DOWN:
                between = self.tokens[place + 1 : quantity.first]
                direct = not between or (
                    between[-1].low in ("à", "entre") and self._only_participle(place + 1, quantity.first)
                )
                if (not seen_verb and not direct) or (self.low(place - 1) in ("en", "de", "d'") and low not in _GROWTH):
                    return None
                if low in _GROWTH or low in UP or direct or seen_verb:
                    return ("decrease" if low in DOWN else "increase"), "growth_rate"
            if low == "ralentissement":
                return "increase", "growth_rate"
            group = next((g for g in self.clauses.groups if g.first <= place < g.last), None)
            if group is not None:
                if group.lemma != "être" and not group.roles & {
                    "level",
                    "stable",
                    "comparator_about",
                    "comparator_more_than",
                }:
                    return None
                seen_verb = True
        return None

    def _only_participle(self, first: int, last: int) -> bool:
        """ "limitée à", "estimée à", "à": nothing else between a noun of movement and its size."""
        words = self.tokens[first:last]
        return len(words) in (1, 2) and (
            (len(words) == 2 and any(f.tense == "past_participle" for f in verb_forms(words[0])))
            or words[0].low == "entre"
        )

    def _start_or_end(self, quantity: QuantityMention) -> Answer | None:
        """ "passer de 5 à 7%": both are levels; so is what a movement arrives at: "à 47,4 millions"."""
        place = self._before(quantity)
        before = self.low(place)
        if before in ("à", "au", "aux", "jusqu'"):
            return None, "end"
        if before not in ("de", "d'"):
            return None
        for other in self.quantities:
            if quantity.last < other.first <= quantity.last + 7 and self.low(other.first - 1) in ("à", "vers"):
                if other.unit == quantity.unit and self.clauses.boundary(quantity.last, other.first) == "":
                    return None, "start"
        return None

    def _head(self, quantity: QuantityMention) -> str:
        """The noun of movement over "de N": "hausse de", "recul du chiffre d'affaires de"; "" where there is none."""
        place = self._before(quantity)
        inside = self.low(quantity.first) in ("de", "entre", "comprise", "supérieure", "inférieure")
        if not inside and self.low(place) not in ("de", "d'", "du", "des"):
            adjacent = self.low(place)
            return adjacent if adjacent in UP or adjacent in DOWN else ""
        loose = quantity.kind in ("percent", "ratio") or bool(quantity.signed)
        start = place if inside else place - 1
        for here in range(start, max(-1, start - 10), -1):
            low = self.low(here)
            if (self.tokens[here].kind == MARK and low not in "«»\"',") or low in (
                "qui",
                "que",
                "qu'",
                "dont",
                "et",
                "à",
                "dans",
            ):
                break
            if low in UP or low in DOWN or low in NEW or low in GONE:
                return low
            if (not loose and low in ("un", "une")) or any(q.first <= here < q.last for q in self.quantities):
                break
            if any(g.first <= here < g.last for g in self.clauses.groups):
                break
        return ""

    def _noun(self, quantity: QuantityMention) -> Answer | None:
        """ "hausse de N", "en recul de N", "suppression de 600 postes", "ouverture de 15 hôtels"."""
        head = self._head(quantity)
        if not head:
            around = self.clauses.bracket(quantity.first)
            if around is None or quantity.kind != "percent" or quantity.first - around[0] > 1:
                return None
            head = next(
                (self.low(p) for p in range(around[0] - 1, max(-1, around[0] - 9), -1) if self.low(p) in _PLURAL), ""
            )
            if not head:
                return None
        if head in UP:
            return "increase", "noun"
        if head in DOWN:
            return "decrease", "noun"
        if quantity.kind == "money":
            return None
        return ("increase", "new_things") if head in NEW else ("decrease", "gone_things")

    def _verb(self, quantity: QuantityMention) -> Answer | None:
        """ "a reculé de 3 points", "perd 2,36 %", "créer 300 emplois", "120 agents ont été recrutés"."""
        group = self.clauses.governor(quantity.first, quantity.last)
        if group is None:
            return None
        roles = group.roles
        behind = group.last <= quantity.first
        if behind and (self.low(self._before(quantity)) in ("de", "d'") or self.low(quantity.first) == "de"):
            if ("increase" in roles) != ("decrease" in roles):
                if quantity.kind in ("percent", "ratio") or self._nothing_between(group.last, quantity.first):
                    return ("increase" if "increase" in roles else "decrease"), "verb"
            return None
        if not (behind and self._nothing_between(group.last, quantity.first)) and not (
            group.first >= quantity.last and group.passive
        ):
            return None
        if quantity.kind in ("percent", "measure") and group.lemma in _LOSING | _GAINING:
            return ("decrease" if group.lemma in _LOSING else "increase"), "verb_object"
        if quantity.kind == "money" and group.lemma == "prendre" and self.low(quantity.last) == "en":
            return "increase", "verb_object"  # "le sac a pris 300 francs en six mois"
        if quantity.kind in _COUNTED:
            way = _way_of_things(group.lemma, quantity)
            if way:
                return way, "verb_object"
        return None

    def _nothing_between(self, first: int, last: int) -> bool:
        """Nothing but adverbs between a verb and its figure: "a augmenté légèrement de 30 dirhams"."""
        return all(token.low in _BEFORE_OBJECT or token.low.endswith("ment") for token in self.tokens[first:last])

    def _carried(self, quantity: QuantityMention, depth: int) -> Answer | None:
        """ "de 20,9% ou 35 milliards", "de 3% en mai et 5% en juin": what the first is, the second is."""
        previous = None
        for other in self.quantities:
            if other.last <= quantity.first and (previous is None or other.first > previous.first):
                previous = other
        if previous is None or quantity.first - previous.last > 13:
            return None
        link = [token.low for token in self.tokens[previous.last : quantity.first]]
        if self.clauses.boundary(previous.last, quantity.first) == "hard" and link != ["("]:
            return None
        if (
            "à" in link[-2:]
            or {"taux", "part", "niveau"} & set(link)
            or any(previous.last <= g.first < quantity.first for g in self.clauses.groups)
        ):
            return None
        same = previous.unit == quantity.unit and bool({"et", "ou", "contre", "puis", ",", "après", "("} & set(link))
        converted = (
            bool(link) and link[-1] in ("ou", "soit") and previous.kind == "percent" and quantity.kind != "percent"
        )
        if not same and not converted:
            return None
        way, _ = self.of(previous, depth + 1)
        return (way, "carried") if way else None


_PLURAL = frozenset(word for word in UP | DOWN if word.endswith("s"))


def _way_of_things(lemma: str, quantity: QuantityMention) -> Change | None:
    roles = verbs.roles(lemma)
    if quantity.kind == "jobs":
        if roles & {"destroy", "fire"}:
            return "decrease"
        return "increase" if lemma in _NEW_JOBS else None
    if lemma in _GONE_THINGS:
        return "decrease"
    return "increase" if lemma in _NEW_THINGS or lemma in ("recruter", "embaucher") else None


def _past(token: Token) -> bool:
    """Whether a word points to the past of the thing itself: an earlier year, month or season."""
    return token.low in _PAST_SELF or (token.kind == NUMBER and len(token.text) == 4 and token.text[:2] in ("19", "20"))

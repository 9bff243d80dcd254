"""What stands at the figure itself: a sign, "de plus", "deux fois plus", "nouveaux", "créés", "supérieur de"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.change.words import (
    COMPARED,
    DOWN,
    GONE,
    NEW,
    NEW_ADJECTIVES,
    UP,
    past,
    way_of_roles,
    way_of_things,
)
from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import MARK, WORD
from pressfacts.language.words import verb_forms
from pressfacts.lexicon import verbs
from pressfacts.model import Change

Answer = tuple[Change | None, str]

COUNTED = frozenset(("jobs", "count", "ratio"))
# Rates and balances that stand below zero: "le taux directeur à -0,5%".
_BELOW_ZERO = frozenset("taux rendement solde marge euribor rémunération".split())
# Sums that stand above or below zero by themselves.
_BALANCES = frozenset(
    "solde soldes déficit déficits négatif négative négatifs négatives résultat résultats excédent trésorerie perte "
    "pertes rnpg ebe ebit ebitda bénéfice balance température températures".split()
)
_TIMES = frozenset("doublement triplement quadruplement quintuplement décuplement".split())
_MORE = frozenset(("plus", "moins", "mieux"))
_TOPIC = frozenset(("s'", "concernant", "côté", "quant", "pour", "parmi"))
_BEFORE_SIGN = frozenset(("ou", "soit", "(", ",", "et", "/"))
_COMPARING = frozenset(("que", "qu'", "de", "du", "d'", "à", "en"))


def place_before(view: Clauses, quantity: QuantityMention) -> int:
    """The place of the word before a quantity, "à peine" and "seulement" passed over."""
    place = quantity.first - 1
    while view.low(place) in ("peine", "seulement", "encore", "presque", "respectivement", "juste"):
        place -= 2 if view.low(place) in ("peine", "juste") else 1
    return place


_GROWTHS = ("hausse", "augmentation", "progression", "croissance", "bond")


def multiple(view: Clauses, quantity: QuantityMention) -> Answer:
    """ "a triplé", "divisé par deux", "deux fois plus cher qu'en 2017"; "le double des hommes" compares."""
    inside = view.tokens[quantity.first : quantity.last]
    words = {token.low for token in inside}
    if words & _TIMES:
        return "increase", "multiple"  # "un quadruplement des surfaces"
    if "multiples:x" in quantity.rules or view.low(quantity.first - 2) in _GROWTHS:
        return "increase", "multiple"  # "13.100 tonnes (x2,4)", "une hausse de 3,2 fois"
    for token in [*view.tokens[max(0, quantity.first - 4) : quantity.first], *inside]:
        if "le" in words and token.low in ("double", "triple"):
            continue
        for form in verb_forms(token):
            roles = verbs.roles(form.lemma)
            if "divide" in roles:
                return "decrease", "multiple"
            if "multiply" in roles:
                return "increase", "multiple"
    less = words & {"moins", "inférieur", "inférieure", "inférieurs", "inférieures"}
    way: Change = "decrease" if less else "increase"
    place = quantity.last
    if view.low(place) not in _COMPARING and view.low(place + 1) in ("que", "qu'"):
        place += 1  # "deux fois plus élevées qu'en 2015"
    behind = view.tokens[place : place + 11]
    if behind and behind[0].low in _COMPARING and any(past(token) or token.low == "ans" for token in behind):
        return way, "multiple"
    apart = view.tokens[quantity.last].kind == MARK if quantity.last < len(view.tokens) else True
    if view.low(quantity.first - 1) == "soit" and apart and any(map(past, view.tokens[: quantity.first])):
        return way, "multiple"
    return None, "difference"


def sign(view: Clauses, quantity: QuantityMention) -> Answer | None:
    """ "+3%", "(-0,4 point)", "termine à +0,8%"; a level keeps its sign: "un solde de -301 millions"."""
    if not quantity.signed or view.low(quantity.first) == "±":
        return None
    way: Change = "increase" if quantity.signed == "+" else "decrease"
    before = view.low(quantity.first - 1)
    if quantity.unit in ("Cel", "°"):
        return None, "signed_level"
    if quantity.kind == "percent":
        if before != "à" or not _BELOW_ZERO & set(view.words(quantity.first - 9, quantity.first)):
            return way, "sign"
        return None, "signed_level"
    balance = _balance(view, quantity)
    if before in _BEFORE_SIGN and (way == "increase" or not balance):
        return way, "sign"
    if before in ("de", "d'"):
        group = view.governor(quantity.first, quantity.last)
        moved = moving_head(view, quantity) or (group is not None and way_of_roles(group.roles) == way)
        if moved or (way == "increase" and not balance and quantity.kind != "measure"):
            return way, "sign"  # not "les sujets de + 60 kg"
    if before == "avec" and moving_head(view, quantity, 20):
        return way, "sign"
    return None, "signed_level"


def _balance(view: Clauses, quantity: QuantityMention) -> bool:
    """Whether a sum below zero is where a balance stands: "un solde négatif (-17 MMDH)"; not "le solde recule (-3)"."""
    for place in range(quantity.first - 1, max(-1, quantity.first - 20), -1):
        token = view.tokens[place]
        if token.low in _BALANCES:
            return True
        if token.text in (";", ":") or token.low in UP or token.low in DOWN:
            return False
        group = view.group_over(place)
        if group is not None and way_of_roles(group.roles):
            return False
    return False


def moving_head(view: Clauses, quantity: QuantityMention, reach: int = 5) -> bool:
    """Whether a noun of movement stands close before a signed sum: "une hausse de +3 milliards"."""
    return bool((UP | DOWN) & set(view.words(quantity.first - reach, quantity.first)))


def more_or_less(view: Clauses, quantity: QuantityMention, _: Sequence[QuantityMention]) -> Answer | None:
    """ "7 milliards de moins qu'en début d'année" moves; "11% de plus que son voisin" compares."""
    # "moins" may be the last word of the quote or stand behind it: "moitié moins", "deux milliards de moins".
    place = quantity.last - 1 if view.low(quantity.last - 1) in ("plus", "moins") else quantity.last
    linked = view.low(place) in ("de", "d'", "en") or view.low(place - 1) in ("de", "d'", "en")
    if linked and place == quantity.last:
        place += 1
    elif not linked and view.low(quantity.first - 1) in ("les", "des"):
        return None  # "les 100 plus gros employeurs"
    word = view.low(place)
    if view.low(place) not in _MORE:  # "9% de visiteurs en plus"
        behind_noun = view.words(place, place + 4)
        for offset, low in enumerate(behind_noun[1:], 1):
            linked_back = view.low(place + offset + 1) in ("de", "d'", "que", "qu'")  # "en moins de trois heures"
            if low in ("plus", "moins") and behind_noun[offset - 1] == "en" and not linked_back:
                return ("decrease" if low == "moins" else "increase"), "more"
    if quantity.kind == "percent" and view.low(quantity.last) in ("de", "d'"):
        # "12% de passagers de plus qu'en 2018"
        of = next((p for p in range(place + 1, place + 4) if view.low(p) == "de" and view.low(p + 1) in _MORE), None)
        if of is not None:
            place, linked = of + 1, True
            word = view.low(place)
    if quantity.kind == "ratio" and word in ("moins", "plus"):
        return ("decrease" if word == "moins" else "increase"), "more"
    if word not in _MORE:
        return None
    way: Change = "decrease" if word == "moins" else "increase"
    behind = view.tokens[place + 1 : place + 11]
    moved = any(map(past, behind))
    if not linked or any(token.low in ("que", "qu'") for token in behind[:3]):
        return (way, "more") if moved else (None, "difference")
    if moved:
        return way, "more"
    group = view.governor(quantity.first, quantity.last)
    shares = quantity.kind == "percent" and view.low(quantity.first - 1) == "et"  # "14% sont assurés, et 7% de plus …"
    # "avec 19 lots de plus", "soit 60 francs de mieux": than another
    lots = view.low(quantity.first - 1) == "avec" and quantity.kind == "count" and view.low(place - 1) != "en"
    other = lots or (word == "mieux" and quantity.kind == "money") or "comparaison" in view.vocabulary
    if shares or other or (group is not None and "value" in group.roles):
        return None, "difference"
    return way, "more"


def compared(view: Clauses, quantity: QuantityMention, _: Sequence[QuantityMention]) -> Answer | None:
    """ "inférieure de 30% à celle de 2016" moves; "inférieur de 17% à celui des hommes" compares."""
    place = place_before(view, quantity)
    if view.low(place) not in ("de", "d'") or view.low(place - 1) not in COMPARED:
        return None
    if any(map(past, view.tokens[quantity.last : quantity.last + 10])):
        return ("increase" if COMPARED[view.low(place - 1)] == "increase" else "decrease"), "compared"
    return None, "difference"


def inside(view: Clauses, quantity: QuantityMention, _: Sequence[QuantityMention]) -> Answer | None:
    """ "60 licenciements", "deux nouvelles lignes", "300 postes supplémentaires", "5% de hausse"."""
    for token in view.tokens[quantity.first : quantity.last]:
        low = token.low
        if low in GONE or low in DOWN:
            return "decrease", "noun_counted"
        if low in NEW:
            return "increase", "noun_counted"
        if low in NEW_ADJECTIVES and quantity.kind != "percent":
            return "increase", "new"
        if quantity.kind == "ratio":
            for form in verb_forms(token):
                way = way_of_roles(verbs.roles(form.lemma))
                if way:
                    return way, "verb"
    if quantity.kind == "percent" and view.low(quantity.last) == "de" and quantity.unit == "percent":
        noun = view.low(quantity.last + 1)
        if noun in ("croissance", "hausse", "progression", "augmentation", "baisse", "recul"):
            return ("increase" if noun in UP else "decrease"), "noun_behind"
    if quantity.kind in ("money", "percent") and view.low(quantity.last) in ("d'", "de"):
        noun = view.low(quantity.last + 1)  # "200 dirhams d'augmentation", "3 points de baisse"
        if noun in ("augmentation", "hausse", "baisse", "diminution"):
            return ("increase" if noun in UP else "decrease"), "noun_behind"
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 6)):
        token = view.tokens[place]
        if token.kind != WORD or token.low in ("et", "ou", "qui", "que"):
            break
        if token.low in NEW_ADJECTIVES and not token.low.startswith("nouv"):
            return "increase", "new"
    return None


def topic(view: Clauses, quantity: QuantityMention, _: Sequence[QuantityMention]) -> Answer | None:
    """ "S'agissant des créations d'emplois, 50.000 postes reviennent aux services", "Côté suppressions, 300 …"."""
    if quantity.kind == "percent" and view.low(0) in _TOPIC and "croissance" in view.words(1, 5):
        return ("increase", "topic") if view.low(quantity.last) not in _COMPARING else None
    if quantity.kind != "jobs" or view.low(0) not in _TOPIC:
        return None
    head = set(view.words(1, 7))
    if head & NEW or head & GONE:
        return ("increase" if head & NEW else "decrease"), "topic"
    return None


def participle(view: Clauses, quantity: QuantityMention, _: Sequence[QuantityMention]) -> Answer | None:
    """ "69.900 postes créés", "4.000 emplois détruits", "à 500 le nombre de postes supprimés"."""
    if quantity.kind not in COUNTED:
        return _gained(view, quantity)
    named = view.low(quantity.last) in ("le", "les") and quantity.kind == "jobs"
    for place in range(quantity.last, min(len(view.tokens), quantity.last + (7 if named else 5))):
        token = view.tokens[place]
        if token.kind != WORD or token.low in ("et", "ou", "qui", "que", "à", "dans", "en", "par", "sur", "pour"):
            break
        forms = verb_forms(token)
        if any(form.tense == "past_participle" for form in forms):
            if named and token.low.startswith("coupé"):
                return "decrease", "participle"
            way = way_of_things(next(f.lemma for f in forms if f.tense == "past_participle"), quantity)
            return (way, "participle") if way else None
        if view.group_over(place) is not None:
            break
    return None


def _gained(view: Clauses, quantity: QuantityMention) -> Answer | None:
    """ "trois points perdus", "2 milliards gagnés par rapport à 2017"; "10 millions perdus au jeu" is a level."""
    token = view.tokens[quantity.last] if quantity.last < len(view.tokens) else None
    if token is None or token.low[:5] not in ("gagné", "perdu") or view.group_over(quantity.last) is not None:
        return None
    measured = quantity.kind == "percent" and quantity.unit != "percent"
    against = any(map(past, view.tokens[quantity.last + 1 : quantity.last + 12])) and (
        {"comparé", "comparativement", "rapport", "depuis"} & set(view.words(quantity.last, quantity.last + 6))
    )
    if not (measured or (against and quantity.kind in ("money", "measure"))):
        return None
    return ("increase" if token.low.startswith("gagn") else "decrease"), "participle"

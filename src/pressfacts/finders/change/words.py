"""The nouns, adjectives and verbs of movement, and what makes things new or gone."""

from __future__ import annotations

from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import NUMBER, Token
from pressfacts.lexicon import verbs
from pressfacts.lexicon.nouns import nouns
from pressfacts.model import Change

UP, DOWN = nouns("increase"), nouns("decrease")
PLURAL = frozenset(word for word in UP | DOWN if word.endswith("s"))
# Nouns that are a rate by themselves: "5% de croissance", "la croissance est de 3%".
GROWTH = nouns("growth")
NEW, GONE, LOSS = nouns("opening"), nouns("closing"), nouns("loss")
# With a zero: "une variation de 0%".
EVOLUTION = nouns("evolution")
NEW_ADJECTIVES = frozenset(
    "nouveau nouveaux nouvel nouvelle nouvelles supplémentaire supplémentaires additionnel additionnels additionnelle "
    "additionnelles".split()
)
COMPARED = {
    "supérieur": "increase", "supérieure": "increase", "supérieurs": "increase", "supérieures": "increase",
    "inférieur": "decrease", "inférieure": "decrease", "inférieurs": "decrease", "inférieures": "decrease",
}  # fmt: skip
_PAST_SELF = frozenset(
    "an année années mois trimestre semestre exercice saison édition précédent précédente précédents précédentes "
    "dernier dernière début auparavant hier avant passé passée janvier février mars avril mai juin juillet août "
    "septembre octobre novembre décembre".split()
)
LOSING = frozenset("perdre céder abandonner lâcher rendre économiser".split())
GAINING = frozenset("gagner prendre reprendre engranger ajouter regagner grappiller".split())
# Whose price moves when it "gains" or "loses" money: "le litre a perdu 40 centimes"; a firm that loses money
# has a level.
PRICED = nouns("priced")
# What a body has more of when it gains some, not what it wins: "a gagné un million de clients".
OWNED = nouns("owned")
CONTESTS = frozenset(
    "match finale rencontre set combat guerre procès pari bataille élection manche duel course".split()
)
# What there is less of when some disappear; people who disappear are looked for.
THINGS = OWNED | frozenset(
    "entreprise société commerce espèce exploitation magasin usine école librairie ferme".split()
)
# What makes counted things new or gone; other verbs of these roles (employer, annuler, produire) leave a level.
_NEW_THINGS = frozenset("créer ouvrir lancer inaugurer ajouter installer implanter naître".split())
_NEW_JOBS = frozenset("créer générer ajouter embaucher recruter enrôler titulariser ouvrir engendrer".split())
_GONE_THINGS = frozenset("supprimer fermer éliminer perdre disparaître".split())


def way_of_things(lemma: str, quantity: QuantityMention) -> Change | None:
    """Which way a verb moves what it counts: "créer 300 emplois", "fermer 12 magasins"; None for "employer"."""
    roles = verbs.roles(lemma)
    if quantity.kind == "jobs":
        if roles & {"destroy", "fire"}:
            return "decrease"
        return "increase" if lemma in _NEW_JOBS else None
    if lemma == "gagner" and quantity.unit in OWNED:
        return "increase"
    if lemma in _GONE_THINGS:
        return None if quantity.unit in CONTESTS else "decrease"
    return "increase" if lemma in _NEW_THINGS or lemma in ("recruter", "embaucher") else None


def way_of_roles(roles: frozenset[str]) -> Change | None:
    """Which way a verb of movement goes; None for what is no movement or may be either."""
    if ("increase" in roles) == ("decrease" in roles):
        return None
    return "increase" if "increase" in roles else "decrease"


def adverbial(view: Clauses, place: int) -> bool:
    """ "est repartie à la hausse", which governs no figure; not "due à la hausse des ventes"."""
    return view.words(place - 2, place) == ["à", "la"] and view.low(place + 1) not in ("de", "d'", "du", "des")


def past(token: Token) -> bool:
    """Whether a word points to the past of the thing itself: an earlier year, month or season."""
    return token.low in _PAST_SELF or (token.kind == NUMBER and len(token.text) == 4 and token.text[:2] in ("19", "20"))

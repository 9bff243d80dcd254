"""Nouns that constructions ask for by name: movements, carriers of a number, nouns that only lead to one."""

from __future__ import annotations

# What moves is their complement or their subject: "une hausse de 3% des prix".
MOVEMENTS = frozenset(
    "hausse hausses baisse baisses augmentation augmentations diminution diminutions progression progressions recul "
    "reculs repli replis chute chutes bond bonds rebond rebonds accroissement réduction contraction amélioration "
    "détérioration dégradation déclin remontée envolée flambée évolution variation variations ajustement "
    "appréciation dépréciation majoration revalorisation relèvement gain gains élargissement alourdissement "
    "allègement creusement croissance ralentissement accélération plongeon dégringolade effondrement sursaut "
    "tassement fléchissement décrue décélération redressement renchérissement affaissement érosion explosion "
    "retrait saut régression régressions essor décrochage resserrement rétrécissement montée stagnation "
    "quasi-stagnation stabilité stabilisation".split()
)
# Movements that are measured themselves when the sentence says of nothing else that it moves: "une croissance de 3%".
OWN_MOVEMENTS = frozenset(("croissance", "relèvement", "réduction"))
# What grows as a whole: its growth is what the number measures.
GROWING = frozenset(
    "pays économie économies secteur secteurs filière branche groupe entreprise entreprises société sociétés firme "
    "firmes banque banques marché région régions industrie industries agriculture compagnie constructeur ville royaume "
    "zone continent union opérateur opérateurs enseigne filiale filiales assureur pme territoire province "
    "gouvernement état commerce tourisme bâtiment btp".split()
)
# What a poll counts: every candidate's number is of these.
VOTES = frozenset("intentions intention voix suffrages suffrage votes cote popularité opinions score".split())
# Nouns of a crowd that carry the number of those they are made of: "une armée de 900 hommes".
CARRIERS = frozenset(
    "armée population flotte effectif effectifs capacité public communauté équipe troupe réseau parc cheptel déficit "
    "nombre objectif volume".split()
)
# Heads that only lead to the number: "passer la barre des 3%", "à hauteur de 3%", "l'équivalent de 3 MDH".
EMPTY = frozenset(
    "ordre hauteur raison cours barre cap fourchette fois concurrence équivalent échelle titre état".split()
)
# Heads that say of what stands before a verb how much it is: "a atteint un montant de 3 MDH".
AMOUNTS = frozenset(
    "montant moyenne niveau total encours maximum minimum record chiffre chiffres somme sommet pic plancher "
    "rythme".split()
)
# Heads that say of what was measured before what it should be: "l'objectif reste de 52%".
AIMS = frozenset("objectif hypothèse chiffre chiffres prévision prévisions".split())
# Heads that say little without their complement: "le secteur de l'exploration".
BRANCHES = frozenset("secteur domaine filière branche segment marché majorité minorité totalité".split())
BASES = frozenset("pib total chiffre budget produit moyenne ensemble".split())
EXTENTS = frozenset(
    "long longue longs longues haut haute large vieux vieille profond profonde riche fort forte".split()
)
LENGTHS = frozenset(("km", "m", "mille", "nmi", "mile", "cm", "ly", "light_year", "année-lumière", "mille nautique"))
# Counted nouns that measure another one: "un moteur de 300 chevaux", "un écran de 6,8 pouces".
GAUGES = frozenset(
    "cheval chevaux ch pouce pouces pixel pixels mégapixels nœuds carat carats calories volts nits dents places".split()
)

"""Nouns, adjectives and adverbs that say of a figure that it is aimed at, expected or so."""

from __future__ import annotations

from pressfacts.lexicon.nouns import nouns

AIMS = nouns("aim")
# Nouns that carry an infinitive not yet real: "l'intention de supprimer 450 postes".
INTENTS = nouns("aim", "intent")
GUESSES = nouns("guess")
# What is computed, and so expected rather than planned when its verb is in the future.
MEASURED = nouns("measured")
# What only the offices that compute put into the conditional: "la croissance s'établirait à 3 %".
MACRO = nouns("macro")
# What somebody fixes: its future is decided, not expected ("le SMIG passera à 3.000 dirhams").
DECIDED = nouns("decided")
PEOPLES = nouns("people")
MOVEMENTS = nouns("increase", "decrease")
# What an announcement makes a plan of: "annonce un investissement de 900 millions", "la suppression de 450 postes".
ACTIONS, FUNDS = nouns("action"), nouns("fund")
# Whose effect is computed: "une hausse d'un point coûterait 2 milliards", "la réforme rapporterait".
POLICIES = nouns("policy")
# What stands for a sum to come: "un projet de 1.200 logements", "un programme de 800 millions".
PROJECTS = nouns("project")
PROPOSED = nouns("proposed")
# Papers whose "prévoit" states what holds, and those whose "prévoit" plans.
RULES_IN_FORCE, PAPERS = nouns("rule"), nouns("paper")

# What stands before "à" or "de" and an infinitive: "prêt à verser", "sur le point de lever", "en passe de perdre".
WILLING = frozenset(
    "prêt prête prêts prêtes déterminé déterminée déterminés déterminées disposé disposée disposés disposées censé "
    "censée censés censées point appelé appelée appelés appelées destiné destinée destinés destinées".split()
)
LIKELY = frozenset("susceptible susceptibles amené amenée amenés amenées passe risque".split())
EXPECTED = frozenset("prévisionnel prévisionnelle prévisionnels prévisionnelles".split())
RUMOURS = frozenset("rumeur rumeurs bruits".split())
# What a poll on a vote speaks of: its conditional is a computation.
POLL = frozenset("intention intentions voix suffrages voter élection présidentielle législatives bulletin".split())
# Offices that count: what they announce has been.
COUNTING = frozenset(
    "hcp insee dares eurostat commissariat haut-commissariat institut statistique statistiques".split()
)

NOW = frozenset("aujourd'hui actuellement".split())
NEXT = frozenset("prochain prochaine prochains prochaines".split())
BEFOREHAND = frozenset("initialement précédemment inscrits inscrites annoncés annoncées fixés fixées".split())
BASELINE = frozenset("an ans auparavant hier aujourd'hui actuellement passé passée dernier dernière tôt avant".split())

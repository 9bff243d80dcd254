"""Nouns, adjectives and adverbs that say of a figure that it is aimed at, expected or so."""

from __future__ import annotations

AIMS = frozenset("objectif objectifs ambition ambitions cible cibles promesse promesses finalité".split())
# Nouns that carry an infinitive or a figure not yet real: "l'intention de supprimer 450 postes".
INTENTS = AIMS | frozenset(
    "intention intentions volonté projet projets plan plans engagement engagements souhait décision obligation possibilité "
    "opportunité but idée vœu finalité proposition propositions programme question espoir mission besoin".split()
)
GUESSES = frozenset(
    "prévision prévisions projection projections pronostic pronostics anticipations scénario hypothèse hypothèses".split()
)
# What is computed, and so expected rather than planned when its verb is in the future.
MEASURED = frozenset(
    "croissance hausse baisse recul progression augmentation diminution taux inflation pib récolte production déficit perte "
    "pertes recettes ventes bénéfice résultat chiffre plongeon rebond récession ralentissement expansion".split()
)
# What only the offices that compute put into the conditional: "la croissance s'établirait à 3 %".
MACRO = frozenset("croissance inflation pib ajoutée demande produit".split())
# What somebody fixes: its future is decided, not expected ("le SMIG passera à 3.000 dirhams").
DECIDED = frozenset(
    "capacité offre capital salaire salaires smig smag tarif tarifs taxe tva impôt cotisation cotisations amende vitesse "
    "enveloppe budget subvention prime primes bourse bourses pension pensions dotation flotte superficie longueur puissance "
    "seuil plafond quota loyer loyers".split()
)
PEOPLES = frozenset("population populations pays monde planète afrique europe ménages continent humanité".split())
ACTIONS = frozenset(
    "création suppression suppressions réduction ouverture fermeture lancement recrutement embauche construction "
    "licenciement licenciements".split()
)
# What an announcement makes a plan of: "annonce un investissement de 900 millions".
FUNDS = frozenset(
    "investissement investissements financement aide aides enveloppe prêt don plan programme prime".split()
)
# Whose effect is computed: "une hausse d'un point coûterait 2 milliards", "la réforme rapporterait".
MEASURES = frozenset(
    "hausse baisse réforme mesure mesures suppression fin gel sortie retrait dissolution report augmentation relèvement "
    "réduction exonération taxe hypothèse scénario passage maintien fermeture interdiction généralisation abandon".split()
)
# What stands for a sum to come: "un projet de 1.200 logements", "un programme de 800 millions".
PROJECTS = frozenset("projet projets programme programmes plan plans".split())
PROPOSED = frozenset(
    "enveloppe hausse réduction baisse augmentation budget taxe taux plafond seuil quota dotation indemnité".split()
)
# Papers whose "prévoit" states what holds, and those whose "prévoit" plans.
RULES_IN_FORCE = frozenset(
    "dispositif règles règlement barème code statuts convention régime article constitution".split()
)
PAPERS = frozenset("plan programme projet route accord stratégie budget loi finances feuille décret offre".split())
WILLING = frozenset(
    "prêt prête prêts prêtes déterminé déterminée déterminés déterminées disposé disposée disposés disposées censé censée "
    "censés censées point appelé appelée appelés appelées destiné destinée destinés destinées".split()
)
LIKELY = frozenset("susceptible susceptibles amené amenée amenés amenées passe risque".split())
EXPECTED = frozenset("prévisionnel prévisionnelle prévisionnels prévisionnelles".split())
NOW = frozenset("aujourd'hui actuellement".split())
BEFOREHAND = frozenset("initialement précédemment inscrits inscrites annoncés annoncées fixés fixées".split())
BASELINE = frozenset("an ans auparavant hier aujourd'hui actuellement passé passée dernier dernière tôt avant".split())
NEXT = frozenset("prochain prochaine prochains prochaines".split())
RUMOURS = frozenset("rumeur rumeurs bruits murmure".split())

"""What can be counted: whether a word behind a number is a noun in the plural, and its singular."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.language.tokens import CODE, ORDINAL, WORD, Token
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    finite_verb,
    verb_forms,
)
from pressfacts.lexicon.verbs import homographs, roles

# Words that stand behind a number and are not counted: "300 seulement", "51 contre", "deux autres".
_NOT_COUNTED = (DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES | CONJUNCTIONS | NEGATIONS | ADVERBS) - {
    "moins",
    "plus",
    "point",
}
_NUMBER_WORDS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
    "cinquante soixante cent cents mille x".split()
)
# Irregular singulars of counted nouns.
_SINGULARS = {
    "yeux": "oeil",
    "travaux": "travail",
    "baux": "bail",
    "messieurs": "monsieur",
    "oeufs": "oeuf",
    "rbds": "rebond",
}
_INVARIABLE = frozenset(
    "pays fois voix mois cas décès succès accès procès repas temps corps poids bras dos prix choix cours concours "
    "parcours secours discours fils avis colis logis permis taudis tapis radis pas bas progrès congrès autobus bus "
    "virus campus stimulus ours os jus obus refus abus tas mas parvis puits fonds héros revers travers univers "
    "divers gaz nez riz croix noix perdrix puis palais relais marais français anglais portugais irlandais marocains "
    "processus consensus bonus malus corpus cursus lotus express palmarès albatros".split()
)


def singular(noun: str) -> str:
    """The singular of a counted noun, lower case: chevaux → cheval, postes → poste, pays → pays."""
    low = noun.lower()
    if noun[-1:] == "s" and noun[:-1].isupper():
        return low[:-1]  # "36 PVs"
    if low in _SINGULARS:
        return _SINGULARS[low]
    if low in _INVARIABLE or len(low) < 4 or low.endswith("ss"):
        return low
    if low.endswith(("eaux", "eux")):
        return (
            low[:-1] if low.endswith("eaux") or low in ("feux", "jeux", "lieux", "vœux", "neveux", "cheveux") else low
        )
    if low.endswith("aux"):
        return low[:-2] + "l"
    if low.endswith(("oux", "aus")):
        return low[:-1]
    return low[:-1] if low.endswith("s") else low


def may_be_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at``, behind a number, may be the noun that it counts."""
    token = tokens[at]
    if token.kind not in (WORD, CODE) or token.low in _NOT_COUNTED | _NUMBER_WORDS or token.text.endswith("'"):
        return False
    if token.kind == ORDINAL or token.low.startswith("-"):
        return False
    forms = verb_forms(token)
    if forms and token.capital and at and is_plural(token):
        return True  # "les 12 Cités des Métiers"
    if forms and token.low not in homographs():
        participle = next((form for form in forms if form.tense == "past_participle"), None)
        if (
            participle is not None
            and at > 1
            and tokens[at - 2].low == "dont"
            and token.low not in ("blessés", "morts", "détenus")
        ):
            return False  # "dont deux évacuées": of those just counted
        if participle is not None:
            # "393 blessés", "14.500 comprimés" are counted; "432.000 perdus" names nothing that is.
            return token.low.endswith("s") and (token.low in PARTICIPLES_COUNTED or not roles(participle.lemma))
        if finite_verb(tokens, at) is not None:
            return token.low.endswith("ions")  # "550 avions": no verb stands right behind a number with this ending
        return False
    return True


_LOANS = frozenset("start-up startup cyber pick-up caméra-vidéo sans-abri sans-emploi hors-bord".split())
_ROMAN = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI".split())


def is_plural(noun: Token) -> bool:
    """Whether two or more of it may be counted: a plural ending, an acronym, a code, but no roman numeral."""
    if noun.text in _ROMAN:
        return False
    return (
        noun.low[-1:] in ("s", "x", "z")
        or noun.low in _LOANS
        or (noun.text.isupper() and len(noun.text) > 1)
        or noun.kind == CODE
    )


PARTICIPLES_COUNTED = frozenset(
    "blessés blessées détenus détenues élus élues inscrits inscrites disparus disparues réfugiés réfugiées déplacés "
    "déplacées condamnés diplômés diplômées retraités retraitées assurés assurées accusés prévenus suspects arrivées "
    "entrées sorties ventes venus employés salariés délégués députés associés abonnés abonnées licenciés adhérents "
    "passionnés handicapés immigrés expulsés rescapés vaccinés participants habitants naturalisés contaminés guéris "
    "admis tués morts mortes mis faits produits crus reçus sinistrés administrés invités invitées candidats clients "
    "étudiants prises vues vols votes traités données découvertes pertes avancées gardés interpellés nuitées "
    "journées années comprimés comprimées dérivés relevés communiqués procédés alliés défilés congés imprimés cités "
    "brevetés sondés interrogés licites exilés émigrés proscrits recrutés promus lauréats primés transportés "
    "hospitalisés secourus montées classés qualifiés engagés initiés fidèles consultants assistants enseignants "
    "agents attaquants".split()
)

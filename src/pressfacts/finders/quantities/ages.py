"""Ages: "Meriem, 35 ans,", "âgé de 12 ans", "cette Rbatie de 26 ans", "les 15-24 ans" are no durations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pressfacts.finders.numbers import Numeral
from pressfacts.language.tokens import NUMBER, WORD, Token
from pressfacts.language.words import PREPOSITIONS, verb_forms

# People who are no one's role: "un homme de 34 ans"; roles are the lexicon's.
_PERSON_NOUNS = frozenset(
    "homme femme fille garçon jeune jeunes enfant adolescent adolescente étudiant étudiante élève mineur mineure "
    "bébé fillette garçonnet individu personne ressortissant ressortissante suspect prévenu accusé accusée "
    "conducteur père mère fils veuve veuf retraité retraitée dame monsieur adulte frère soeur sœur ami amie mari "
    "épouse passager joueur joueuse attaquant défenseur milieu gardien chanteur chanteuse acteur actrice habitant "
    "demandeur senior actif chômeur agriculteur ouvrier ouvrière employé salarié lycéen lycéenne collégien "
    "quinquagénaire trentenaire victime auteur marocain marocaine français française algérien algérienne tunisien "
    "tunisienne espagnol espagnole quadragénaire sexagénaire".split()
)
_BABIES = frozenset("bébé fillette fille garçon garçonnet enfant nourrisson nouveau-né fils jumeaux bambin".split())
_AGE_CUES = frozenset("âge âgé âgée âgés âgées fêté fête fêtera fêter aîné".split())


def is_age(tokens: Sequence[Token], numeral: Numeral, names_person: Callable[[str], bool]) -> bool:
    """Whether a number before "ans" is somebody's age; ``names_person`` knows the words for people."""
    first, last, grouped = _interval(tokens, numeral)
    if _low(tokens, last) == "d'" and _low(tokens, last + 1) == "années":
        last += 1
    at = first - 1
    if _low(tokens, last) in ("mois", "semaines", "jours"):
        return _low(tokens, at) in ("de", "d'") and _low(tokens, at - 1) in _BABIES
    if _low(tokens, last) not in ("ans", "an", "printemps", "années") or numeral.value > 125:
        return False
    if _aged(tokens, at):
        return True
    return (
        _possessed(tokens, at, last)
        or _age_group(tokens, at, last, grouped=grouped, numeral=numeral)
        or _person_of(tokens, at, numeral, names_person)
        or _apposed(tokens, at, last)
        or _at_age(tokens, at)
    )


def _aged(tokens: Sequence[Token], at: int) -> bool:
    """ "âgé de 12 ans", "à l'âge de 7 ans", "l'âge légal de la retraite est fixé à 62 ans"."""
    for place in range(at, max(-1, at - 10), -1):
        low = _low(tokens, place)
        if low in _AGE_CUES:
            return at - place < 4 or (low == "âge" and _low(tokens, at) == "à")
        if tokens[place].kind == NUMBER or low in (".", ";", ":", "qui", "mais"):
            return False
    return False


def _interval(tokens: Sequence[Token], numeral: Numeral) -> tuple[int, int, bool]:
    """The tokens of an interval that the number is an end of: "15-24", "25 à 34"; else its own."""
    first, last = numeral.first, numeral.last
    grouped = False
    if _low(tokens, last) in ("-", "à", "et") and last + 1 < len(tokens) and tokens[last + 1].kind == NUMBER:
        last, grouped = last + 2, True
    if _low(tokens, first - 1) in ("-", "à", "et") and first >= 2 and tokens[first - 2].kind == NUMBER:
        first, grouped = first - 2, True
    return first, last, grouped


def _possessed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "il a 31 ans et", "elle n'a que 12 ans", "ils n'ont pas trente ans"; not "il a 20 ans de carrière"."""
    having = at - 1 if _low(tokens, at) in ("que", "qu'", "déjà", "seulement", "tout", "pas", "encore", "entre") else at
    if having < 0 or not any(form.lemma == "avoir" for form in verb_forms(tokens[having])):
        return False
    if _low(tokens, having - 1) == "y":
        return False  # "il y a trois ans"
    return _text(tokens, last + 1) in ("", ",", ".", ";", ")", "»", '"', "!", "?") or _low(tokens, last + 1) in (
        "et", "quand", "lorsque", "lorsqu'", "à", "en", "mais", "au", "cette", "révolus")  # fmt: skip


def _age_group(tokens: Sequence[Token], at: int, last: int, *, grouped: bool, numeral: Numeral) -> bool:
    """ "les 15-24 ans", "des plus de 60 ans", "aux 65 ans et plus", "les moins de 30 ans"."""
    while _low(tokens, at) in ("seuls", "seules", "jeunes"):
        at -= 1
    before = _low(tokens, at)
    if before == "les" and grouped:
        return True
    if before in ("les", "des", "aux") and (
        grouped or (_low(tokens, last + 1) in ("et", "") and _low(tokens, last + 2) in ("plus", "moins"))
    ):
        return True
    return (
        before in ("de", "d'")
        and _low(tokens, at - 1) in ("plus", "moins")
        and _low(tokens, at - 2) in ("les", "des", "aux", "jeunes", "personnes", "enfants", "femmes", "hommes")
        and not numeral.scale > 1
    )


def _person_of(tokens: Sequence[Token], at: int, numeral: Numeral, names_person: Callable[[str], bool]) -> bool:
    """ "un instituteur de 58 ans", "cette Rbatie de 26 ans"."""
    if _low(tokens, at) == "+" and _low(tokens, at - 1) == "(":
        at -= 1  # "les seniors (+50 ans)"
    elif _low(tokens, at) not in ("de", "d'"):
        return False
    if _low(tokens, at - 1) in ("moins", "plus"):
        at -= 2  # "112 victimes de moins de 14 ans"
    if at < 1:
        return False
    noun = tokens[at - 1]
    if at >= 3 and noun.low == "emploi" and tokens[at - 2].low == "d'":
        noun = tokens[at - 3]  # "les demandeurs d'emploi de moins de 25 ans"
    if (
        noun.low in _PERSON_NOUNS
        or (noun.low[-1:] == "s" and noun.low[:-1] in _PERSON_NOUNS)
        or (noun.kind == WORD and noun.capital and not noun.text.isupper())
    ):
        return True
    return numeral.value >= 10 and noun.kind == WORD and names_person(noun.text)


def _apposed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "Meriem, 35 ans,", "le suspect (27 ans)"."""
    if _low(tokens, at) not in (",", "(", "-") or at < 1:
        return False
    closed = _text(tokens, last + 1) in (",", ")", "-", ".", "") or _low(tokens, last + 1) in ("et", "qui")
    noun = tokens[at - 1]
    if not closed or noun.kind != WORD:
        return False
    return noun.capital or noun.low in _PERSON_NOUNS or (
        _text(tokens, last + 1) in (",", ")", "-") and noun.low not in PREPOSITIONS
    )  # fmt: skip


_AGING = frozenset("devenir débuter commencer mourir quitter arriver partir entrer disparaître s'éteindre".split())
_AT_AGE = frozenset(
    "car et mort morte décédé décédée que qu' mariée marié disparu disparue éteint éteinte retraite départ".split()
)


def _at_age(tokens: Sequence[Token], at: int) -> bool:
    """ "à 19 ans, elle", "mort à 81 ans"."""
    return _low(tokens, at) == "à" and (
        at == 0
        or _text(tokens, at - 1) in (",", "(", '"', ".")
        or _low(tokens, at - 1) in _AT_AGE
        or any(form.lemma in _AGING for form in verb_forms(tokens[at - 1]))
        or (tokens[at - 1].capital and tokens[at - 1].kind == WORD and _low(tokens, at - 2) in ("à", "de", "en"))
    )


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if 0 <= place < len(tokens) else ""

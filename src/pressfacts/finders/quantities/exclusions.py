"""Numerals that are no quantities: names, references, ranks, ages, scores, phone numbers, articles, list marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pressfacts.finders.mentions import Refused
from pressfacts.finders.numbers import Numeral
from pressfacts.finders.quantities.ages import is_age
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import CLOCK, MARK, NUMBER, ORDINAL, WORD, Token
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    CONTRACTED,
    DEFINITE,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    verb_forms,
)
from pressfacts.model import Reason

# Nouns behind which a number is a reference: "l'article 12", "la loi 47-18", "n° 12", "ligne 7", "page 4".
_REFERENCES = frozenset(
    "article articles art loi lois n° no n nº num numéro numéros page pages p pp chapitre chapitres alinéa alinéas "
    "paragraphe paragraphes décret décrets dahir circulaire circulaires résolution résolutions ligne lignes route "
    "routes rn rp autoroute nationale départementale lot lots groupe groupes phase phases niveau zone zones vol vols "
    "chambre porte quai catégorie catégories tome version chaîne série division tableau graphique figure annexe "
    "point titre acte directive règlement saison épisode épisodes tour étape journée grade échelle échelon division "
    "bâtiment appartement bd boulevard rue avenue km pk kilomètre borne sortie voie hall salle section formulaire "
    "modèle type norme iso mach rang stade palier psaume verset top unité tranche option scénario poule terminal "
    "classe appel bp code cedex dossier arrêt arrêté ordonnance avenant mesure amendement proposition engagement "
    "année an sans-plomb psaumes années utc gmt génération niveau dc vision web".split()
)
_PHONE = re.compile(r"(?:\+\d{2,3}[ .]?|\b0)\d(?:[ .-]?\d{2}){4}\b")


@dataclass(frozen=True, slots=True)
class Known:
    """What the exclusions ask of the lexicons: whether a word names a person, whether it is the symbol of a unit."""

    person: Callable[[str], bool]
    unit: Callable[[str], bool]


def refuse(sentence: Sentence, numerals: Sequence[Numeral], known: Known) -> list[Refused]:
    """The numerals of a sentence that are no quantities whatever stands behind them."""
    tokens = sentence.tokens
    found = [*_whole_tokens(tokens), *_phones(sentence)]
    for numeral in numerals:
        reading = (
            _list_mark(tokens, numeral)
            or _age(tokens, numeral, known)
            or _score(tokens, numeral)
            or _reference(tokens, numeral, known)
            or _glued_name(tokens, numeral, known)
            or _article(tokens, numeral)
            or _definite(tokens, numeral)
        )
        if reading is not None:
            found.append(Refused(numeral.start, numeral.end, *reading))
    return found


def _whole_tokens(tokens: Sequence[Token]) -> list[Refused]:
    found = []
    for token in tokens:
        if token.kind == ORDINAL:
            found.append(Refused(token.start, token.end, "ordinal", "exclusions:ordinal"))
        elif token.kind == CLOCK:
            found.append(Refused(token.start, token.end, "time", "exclusions:clock"))
    return found


def _phones(sentence: Sentence) -> list[Refused]:
    text = sentence.text
    return [
        Refused(sentence.start + match.start(), sentence.start + match.end(), "phone", "exclusions:phone")
        for match in _PHONE.finditer(text)
    ]


Reading = tuple[Reason, str] | None


def _is_number(tokens: Sequence[Token], place: int) -> bool:
    return 0 <= place < len(tokens) and tokens[place].kind == NUMBER


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if 0 <= place < len(tokens) else ""


def _list_mark(tokens: Sequence[Token], numeral: Numeral) -> Reading:
    if numeral.first == 0 and numeral.form == "digits" and numeral.value < 100 and numeral.last < len(tokens):
        mark = tokens[numeral.last]
        if (
            mark.text in (")", "/", "-", ".")
            and mark.start == numeral.end
            and _text(tokens, numeral.last + 1)[:1].isalpha()
        ):
            return "list_marker", "exclusions:list_mark"
    return None


_SCORE_CUES = frozenset(
    "score mi-temps but buts match victoire bat battu battus battant gagnent gagne perd face imposent".split()
)


def _score(tokens: Sequence[Token], numeral: Numeral) -> Reading:
    """ "4-0", "8 à 7" behind a match, "un à zéro", "deux buts à un"."""
    for link in (numeral.last + 1, numeral.first - 1):
        if _low(tokens, link) == "à" and _low(tokens, link - 1) in ("but", "buts", "set", "sets", "manche", "manches"):
            return "score", "exclusions:score"
    if numeral.value > 150 or numeral.value != numeral.value.to_integral_value():
        return None
    for link, other in ((numeral.last, numeral.last + 1), (numeral.first - 1, numeral.first - 2)):
        if not 0 <= other < len(tokens):
            continue
        mark, opposite = tokens[link], tokens[other]
        beyond = _low(tokens, other + (1 if other > link else -1))
        unit_follows = other > link and (
            beyond in ("%", "€", "$") or (beyond[:1].isalpha() and beyond not in _AFTER_SCORE)
        )
        if mark.text == "-" and opposite.kind == NUMBER and mark.start == tokens[link - 1].end and not unit_follows:
            if other < link and _unit_behind(tokens, numeral.last):
                continue
            return "score", "exclusions:score"
        if mark.low == "à" and (opposite.kind == NUMBER or opposite.low in ("zéro", "un", "deux")) and not unit_follows:
            lows = {token.low for token in tokens}
            if "zéro" in (opposite.low, _low(tokens, numeral.first)) or (
                lows & _SCORE_CUES and not _unit_behind(tokens, max(numeral.last, other + 1))
            ):
                return "score", "exclusions:score"
    return None


_AFTER_SCORE = frozenset("face contre devant à au en pour lors sur et dans grâce par aux après samedi dimanche".split())


def _unit_behind(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place] if place < len(tokens) else None
    return token is not None and (
        token.text in ("%", "€", "$") or (token.kind == WORD and token.low not in _AFTER_SCORE)
    )


def _reference(tokens: Sequence[Token], numeral: Numeral, known: Known) -> Reading:
    at = numeral.first - 1
    if _slashed(tokens, numeral):
        return "reference", "exclusions:reference"
    if numeral.form == "words" and _low(tokens, at) in ("numéro", "n°", "chapitre", "acte", "phase", "article"):
        return "reference", "exclusions:reference"
    if numeral.form != "digits" or numeral.scale > 1:
        return None
    if (
        at >= 0
        and tokens[at].text in ("°", ".")
        and at >= 1
        and tokens[at - 1].low in ("n", "no", "art", "p", "pp", "vol")
    ):
        return "reference", "exclusions:reference"
    if at >= 1 and tokens[at].text == "-" and tokens[at - 1].kind == NUMBER and tokens[at].start == tokens[at - 1].end:
        while at >= 1 and tokens[at].text == "-" and tokens[at - 1].kind == NUMBER:
            at -= 2  # "le décret n° 2-23-350"
        return _reference_noun(tokens, at) or (
            ("reference", "exclusions:reference") if at >= 0 and tokens[at].text in ("°", ".") else None
        )
    hyphened = _low(tokens, numeral.last) == "-" and _is_number(tokens, numeral.last + 1)
    if hyphened and _low(tokens, at) in ("loi", "lois", "décret", "dahir", "°", "arrêté", "circulaire"):
        return "reference", "exclusions:reference"  # "la loi 47-18"
    # "les articles 166 et 167", "BWV 1007 à 1012"
    if at >= 1 and tokens[at].low in ("et", "à", ",", "ou") and tokens[at - 1].kind == NUMBER:
        behind = _reference_noun(tokens, at - 2) or _name_before(tokens, at - 2)
        if behind is not None and not _counts(tokens, numeral.last):
            return behind
    reading = _reference_noun(tokens, at)
    if reading is not None and not (_counts(tokens, numeral.last) and tokens[at].low not in _STRICT):
        return reading
    if _counts(tokens, numeral.last) or "," in numeral.glyphs:
        return None
    if numeral.last < len(tokens) and known.unit(tokens[numeral.last].text):
        return None  # "vers le Maroc 10 TWh"
    return _name_before(tokens, at) or _noun_and_number(tokens, at, numeral)


def _slashed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """ "n° A/3/22": a number behind a stroke whose run begins with letters or with "n°"."""
    at = numeral.first - 1
    if at < 1 or tokens[at].text != "/" or tokens[at].end != numeral.start:
        return False
    while at >= 1 and tokens[at].text == "/" and tokens[at - 1].end == tokens[at].start:
        at -= 2
    return tokens[at + 1].kind != NUMBER or _text(tokens, at) == "°"


_AMOUNT_NOUNS = frozenset("total totaux moyenne maximum minimum hauteur plus moins près environ tout outre".split())


def _noun_and_number(tokens: Sequence[Token], at: int, numeral: Numeral) -> Reading:
    """ "fournisseurs de rang 1", "diabète de type 2", "en phase 3": a bare number right behind a common noun."""
    if at < 1 or numeral.value >= 1000 or numeral.value != numeral.value.to_integral_value():
        return None
    noun = tokens[at]
    if (
        noun.kind != WORD
        or len(noun.low) < 3
        or noun.low in _AMOUNT_NOUNS | PREPOSITIONS | ADVERBS | PRONOUNS | CONJUNCTIONS | RELATIVES | NEGATIONS
        or noun.low.endswith(("s", "x", "ment"))
        or verb_forms(noun)
        or tokens[at - 1].low not in ("de", "d'", "en", "du", "au")
    ):
        return None
    return "reference", "exclusions:noun_and_number"


_STRICT = frozenset("article articles art n° no n loi lois décret dahir circulaire page p numéro".split())


def _reference_noun(tokens: Sequence[Token], at: int) -> Reading:
    if at >= 0 and tokens[at].low in _REFERENCES and tokens[at].kind == WORD:
        return "reference", "exclusions:reference"
    return None


def _name_before(tokens: Sequence[Token], at: int) -> Reading:
    """ "Schalke 04", "Crown 602": a capital right before a bare number, not at the head of the sentence."""
    if at < 0 or tokens[at].kind != WORD or not tokens[at].capital:
        return None
    if at == 0 and not tokens[at].text.isupper():
        return None
    return "name", "exclusions:numbered_name"


def _counts(tokens: Sequence[Token], place: int) -> bool:
    """Whether something that can be counted stands behind the number."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.text in ("%", "€", "$", "£"):
        return True
    return (
        token.kind == WORD
        and token.low not in PREPOSITIONS
        and token.low not in _NEVER_COUNTED
        and (not token.capital or token.low.endswith("s"))
    ) or (token.kind == WORD and token.text.isupper() and len(token.text) > 1)


_NEVER_COUNTED = frozenset(
    "et ou est sont a ont sera seront qui que qu' dont où mais il elle on ne n' se s' fut était étaient avait pourra "
    "doit va peut mesure fabriquée fabriqué fait puis ainsi ni y".split()
)


def _age(tokens: Sequence[Token], numeral: Numeral, known: Known) -> Reading:
    if is_age(tokens, numeral, known.person):
        return "age", "exclusions:age"
    if numeral.first and tokens[numeral.first].capital and _low(tokens, numeral.last) == "ans":
        return ("name", "exclusions:name_of_capitals") if tokens[numeral.last].capital else None
    return None


def _model_before(tokens: Sequence[Token], at: int) -> bool:
    return at >= 1 and tokens[at].kind == WORD and tokens[at].capital and tokens[at - 1].kind == WORD


_RANKED = frozenset("tour trimestre semestre siècle arrondissement étage édition degré série collège cycle".split())


def _glued_name(tokens: Sequence[Token], numeral: Numeral, known: Known) -> Reading:
    """ "5G", "2M", "3D", "20/20", "4x4": a letter glued to digits that is no unit."""
    if numeral.form != "digits" or numeral.last >= len(tokens):
        return None
    behind = tokens[numeral.last]
    if behind.start != numeral.end:
        return None
    if behind.text == "°" and numeral.last + 1 < len(tokens) and tokens[numeral.last + 1].low in _RANKED:
        return "ordinal", "exclusions:ordinal"  # "pour le 1° tour"
    if behind.kind != WORD:
        return None
    if behind.text in ("T", "S", "X", "E", "M", "C", "V", "B") and _model_before(tokens, numeral.first - 1):
        return "name", "exclusions:glued_name"  # "le Xiaomi Mi 10T"
    if behind.capital and len(behind.text) > 3 and behind.text[1:].islower() and not known.unit(behind.text):
        return "name", "exclusions:glued_name"  # "4Kids"
    if behind.text in ("G", "D", "K", "x") or (behind.text == "M" and numeral.value == 2):
        following = tokens[numeral.last + 1] if numeral.last + 1 < len(tokens) else None
        if following is None or following.start != behind.end or not (following.text in "€$" or following.kind == WORD):
            return "name", "exclusions:glued_name"
    return None


def _article(tokens: Sequence[Token], numeral: Numeral) -> Reading:
    """ "un" counts only before a scale, a currency, a percentage, a point, or in "un sur trois"; the caller tells
    which.
    """
    if numeral.form != "article":
        return None
    return "article", "exclusions:article"


def _definite(tokens: Sequence[Token], numeral: Numeral) -> Reading:
    """ "les deux pays", "ces trois axes", "l'un des quatre sièges"; scales and round sums count behind one."""
    if numeral.form != "words" or numeral.scale > 1:
        return None
    at = numeral.first - 1
    while at > 0 and tokens[at].kind == MARK and tokens[at].text in '"«':
        at -= 1
    low = _low(tokens, at)
    if low == "à" and _low(tokens, numeral.last) in ("chiffres", "doigts", "pas", "titres"):
        return "vague", "exclusions:figures"  # "à deux doigts d'être", "une hausse à deux chiffres"
    if low in DEFINITE | CONTRACTED or low in ("tous", "toutes"):
        return "definite", "exclusions:definite"
    if (
        low in ("autres", "premiers", "premières", "derniers", "dernières")
        and _low(tokens, at - 1) in DEFINITE | CONTRACTED
    ):
        return "definite", "exclusions:definite"
    return None

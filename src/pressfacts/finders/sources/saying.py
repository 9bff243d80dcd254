"""Verbs of saying: which word is one, and what stands around it (clitics, negations, dates, clauses)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.language.tokens import MARK, WORD, Token
from pressfacts.language.words import ADVERBS, DETERMINERS, PREPOSITIONS
from pressfacts.lexicon import verbs

# Verbs of saying that, without a clause, govern things one does: "déclarer les faits établis", "ajouter un étage".
CLAUSE_ONLY = frozenset(
    "déclarer ajouter reconnaître écrire inquiéter étonner relayer informer démentir publier admettre fixer".split()
)
# Verbs that need no clause: "parle de 600 déplacés", "en revendiquent 50 000", "table sur 3 %".
OF_FIGURES = frozenset("parler tabler revendiquer miser avancer créditer".split())
FORECASTS = frozenset("prévoir anticiper prédire pronostiquer escompter attendre".split())
COUNTING = frozenset(
    "estimer évaluer chiffrer recenser dénombrer comptabiliser décompter calculer situer quantifier répertorier".split()
)
# A newspaper that does one of these is quoted by it.
PRESS_VERBS = frozenset(
    "pencher intéresser attarder focaliser décortiquer disséquer aborder dresser arrêter ouvrir livrer traiter "
    "analyser consacrer appuyer obtenir détenir procurer citer rendre retenir revenir consulter recueillir tirer "
    "croire compter raconter estimer aller recueillir".split()
)
QUOTED_BY = frozenset(
    "citer interroger consulter relayer reprendre rapporter contacter joindre recueillir rencontrer sonder dévoiler "
    "révéler publier obtenir questionner retenir avancer".split()
)
# What a body does to a figure in the passive: "jugé excessif par le conseil", "compilées par l'agence".
AGENT_VERBS = frozenset("mesurer mettre décrire évoquer compiler collecter arrêter".split())
# What a body does to a thing: it is no source of the figures of the thing.
DOING = frozenset(
    "demander exiger réclamer proposer adopter engager lancer appeler créer établir élaborer définir fixer rejeter "
    "trouver étudier présenter soutenir défendre appuyer accepter accorder approuver plaider porter confier".split()
)
# Wishes and demands: their subject is no source of the figure, be it behind "que".
WANTING = frozenset(
    "demander exiger réclamer souhaiter vouloir proposer recommander espérer plaider appeler préconiser ordonner "
    "inviter conseiller préférer requérir savoir aller".split()
)
# What a newspaper does with its subject, in words that say nothing of others: "se penche sur le cas", "décortique".
_TREATS = {
    form: lemma
    for lemma, forms in {
        "pencher": "penche penchent penché",
        "intéresser": "intéresse intéressent intéressé",
        "attarder": "attarde attardent attardé",
        "focaliser": "focalise focalisent focalisé",
        "décortiquer": "décortique décortiquent décortiqué",
        "disséquer": "dissèque dissèquent disséqué",
        "aborder": "aborde abordent abordé",
        "dresser": "dresse dressent dressé",
        "arrêter": "arrête arrêtent",
        "ouvrir": "ouvre ouvrent ouvert",
        "livrer": "livre livrent livré",
        "traiter": "traite traitent traité",
    }.items()
    for form in forms.split()
}
# "vient de livrer une première estimation", "a donné de nouveaux chiffres": who hands out figures says them.
GIVING = frozenset("livrer donner fournir présenter communiquer diffuser dresser avancer publier placer".split())
FIGURES = frozenset(
    "chiffre chiffres estimation estimations prevision previsions bilan statistiques donnees evaluation fourchette "
    "decompte comptage projections projection taux nombre montant hypothese chiffrage".split()
)
# Participles before "par" and a newspaper: "joint par l'agence".
_ASKED = dict.fromkeys(
    (
        word + ending
        for word in (
            "joint",
            "contacté",
            "interrogé",
            "rencontré",
            "sondé",
            "questionné",
        )
        for ending in ("", "e", "s", "es")
    ),
    "interroger",
)
# "a tenu à [préciser]", "s'est borné à [redire]": whose subject says what the infinitive says.
INTENDING = frozenset(
    "tient tiennent tenait tenu tenue tenus borne bornent borné bornée bornés contente contentent contenté contentée "
    "contentés limite limitent limité limitée manque manquent manqué empresse empressé empressée continue continuent "
    "continué hésite hésitent hésité attache attaché plu finit finissent fini choisi préfère préféré préfèrent "
    "cherche".split()
)
# "a abaissé sa prévision à 3 %": who revises a forecast says the new one.
REVISING = frozenset("abaisser relever réviser revoir maintenir rehausser ramener".split())
_OTHERS = QUOTED_BY | AGENT_VERBS | OF_FIGURES | REVISING | frozenset(("faire", "savoir", "borner", "voir"))
_SPEECH = frozenset(("report", "report_clause", "publish", "forecast", "estimate"))

# "a fait savoir", "fait état de": what "faire" says with.
MADE_KNOWN = frozenset("savoir état part remarquer observer valoir ressortir".split())
CLITICS = frozenset("ne n' le la l' les en y se s' lui leur nous vous me m'".split())
TURNED = frozenset("-il -elle -ils -elles -t-il -t-elle -t-ils -t-elles".split())
HAVE = frozenset("a ont avait avaient aurait auraient aura auront ai avons eut eurent ayant".split())
BE = frozenset("est sont était étaient sera seront serait seraient fut furent".split())
COMES = frozenset(["vient", "viennent", "venait", "venaient"])
CONTRACTIONS = frozenset(("au", "aux", "du", "de", "d'"))
QUOTES = frozenset('«»"“”')
DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier".split())
_LEADING = frozenset((",", "»", '"', "-", "--", "(", "'"))
_SPANS = frozenset("mois semaine an année week-end veille lendemain jour printemps été automne hiver".split())
_PARTS_OF_DAY = frozenset(("matin", "soir", "après-midi", "dernier", "midi"))


@dataclass(slots=True, frozen=True)
class Saying:
    """A verb form as verb of saying: its lemma, its roles, and what the form may be."""

    lemma: str
    roles: frozenset[str]
    finite: bool
    participle: bool


@functools.lru_cache(maxsize=4096)
def saying_of(low: str) -> Saying | None:
    """The verb of saying that a word may be a form of, None for any other word."""
    best: Saying | None = None
    if low in _ASKED:
        return Saying(_ASKED[low], frozenset(), finite=False, participle=True)
    found: list[tuple[bool, Saying]] = []
    for form in verbs.load_verb_forms().get(low, ()):
        mine = (verbs.roles(form.lemma) | verbs.roles(form.lemma, reflexive=True)) & _SPEECH
        if not mine and form.lemma not in PRESS_VERBS and form.lemma not in _OTHERS and form.lemma not in GIVING:
            continue
        participle = form.tense == "past_participle"
        finite = not participle and form.tense not in ("infinitive", "present_participle")
        tells = bool(mine) or form.lemma in OF_FIGURES  # "mise" of miser before "mise" of mettre
        found.append((tells, Saying(form.lemma, mine, finite, participle)))
    best = max(found, key=lambda one: one[0])[1] if found else None
    for _, other in found:
        if best is not None and other.lemma == best.lemma:
            best = Saying(best.lemma, best.roles, best.finite or other.finite, best.participle or other.participle)
    if best is None and low in _TREATS:
        participle = low.endswith(("é", "rt"))
        return Saying(_TREATS[low], frozenset(), finite=not participle, participle=participle)
    return best


def closing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a quotation ends with the token: », or a straight mark with no space before it."""
    token = tokens[place]
    return token.text == "»" or (token.text == '"' and place > 0 and tokens[place - 1].end == token.start)


def leaves_subject_behind(tokens: Sequence[Token], first: int) -> bool:
    """Whether what stands before a verb leaves its subject to follow: a comma, a quotation's end, "comme [le]"."""
    if first == 0:
        return False
    before = tokens[first - 1]
    if before.text in ("»", '"'):
        return closing(tokens, first - 1)
    return (
        before.text in _LEADING
        or before.low in ("comme", "que", "qu'", "dont", "ainsi", "où")
        or before.kind in ("number",)
    )


def negated(tokens: Sequence[Token], verb: int) -> bool:
    """ "n'indique pas", "n'a rien dit": who does not say it is no source."""
    before = [t.low for t in tokens[max(0, verb - 3) : verb]]
    behind = [t.low for t in tokens[verb + 1 : verb + 4]]
    return ("ne" in before or "n'" in before) and bool({"pas", "jamais", "rien", "plus", "point"} & set(behind))


def past_dates(tokens: Sequence[Token], place: int) -> int:
    """Past "jeudi matin", "également", "le 3 mai", "le mois dernier" behind a verb."""
    while place < len(tokens):
        low = tokens[place].low
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if (
            low in ADVERBS
            or low in DAYS
            or low in _PARTS_OF_DAY
            or (low.endswith("ment") and not tokens[place].capital)
        ):
            place += 1
        elif (
            following is not None
            and low in ("ce", "cette", "le")
            and (following.low in DAYS | _PARTS_OF_DAY and not following.capital)
        ) or (tokens[place].kind == "number" and place and tokens[place - 1].low in DAYS):
            place += 2
        elif following is not None and low == "le" and following.kind in ("number", "ordinal"):
            place += 4 if place + 3 < len(tokens) and tokens[place + 3].kind == "number" else 3
        elif following is not None and low in ("ce", "cette", "le", "la", "l'") and following.low in _SPANS:
            place += 2
            while place < len(tokens) and tokens[place].low in ("-ci", "dernier", "dernière", "passé", "passée"):
                place += 1
        elif following is not None and low == "en" and following.low in ("effet", "outre", "revanche", "substance"):
            place += 2
        else:
            break
    return place


def past_adjunct(tokens: Sequence[Token], place: int) -> int:
    """Past what may stand between an inverted verb and its subject: "a déclaré [à l'agence] la ministre"."""
    if place < len(tokens) and tokens[place].low in (
        "à",
        "au",
        "auprès",
        "devant",
        "dans",
        "avec",
        "en",
        "sur",
    ):
        for ahead in range(place + 2, min(len(tokens), place + 9)):
            token, before = tokens[ahead], tokens[ahead - 1]
            if token.text == "," and ahead + 1 < len(tokens) and tokens[ahead + 1].low in ("le", "la", "l'", "les"):
                return ahead + 1  # "a annoncé à Abidjan, le conseil"
            if token.kind != WORD:
                break
            if before.low in PREPOSITIONS or before.low in DETERMINERS:
                continue
            if token.low in (
                "le",
                "la",
                "l'",
                "un",
                "une",
                "les",
                "sa",
                "son",
                "des",
            ) or (token.capital and not before.capital):
                return ahead
    return place


def past_aside(tokens: Sequence[Token], place: int) -> int:
    """Past a word or two between commas: ", peste[, furieux,] le docteur Slaoui"."""
    if place < len(tokens) and tokens[place].text == ",":
        for ahead in range(place + 2, min(len(tokens), place + 7)):
            if tokens[ahead].text == ",":
                return ahead + 1
            if tokens[ahead].kind != WORD:
                break
    return place


def clause_follows(tokens: Sequence[Token], after: int) -> bool:
    """Whether "que" follows a verb, a few words behind at most, or a colon or quotation directly."""
    if after + 2 < len(tokens) and tokens[after].text == "(" and tokens[after + 2].text == ")":
        after += 3  # "l'office montre (ODT) que"
    for place in range(after, min(len(tokens), after + 9)):
        token = tokens[place]
        if token.low in ("que", "qu'", "comment", "combien"):
            return not (
                place == after and after >= 2 and any(t.low in ("ne", "n'") for t in tokens[max(0, after - 4) : after])
            )
        if token.low in ("plus", "moins", "aussi", "autant", "même", "tel", "telle"):
            return False
        if token.text in ("«", '"', ":"):
            return place <= after + 2
        if token.kind == MARK and token.text != ",":
            return False
        if token.low in ("avoir", "être") and place == after:
            return True
    return False


def own_affairs(tokens: Sequence[Token], after: int) -> bool:
    """ "a annoncé jeudi [son] intention", "a annoncé [devoir] supprimer": a broadcaster that speaks of itself."""
    for token in tokens[after : after + 6]:
        if token.low in ("son", "sa", "ses", "leur", "leurs"):
            return True
        if token.low in ("que", "qu'") or token.kind == MARK:
            return False
        if token.low.endswith(("er", "ir", "oir", "re")) and verbs.load_verb_forms().get(token.low):
            return True
    return False


def learns(low: str) -> bool:
    """ "apprend-on", "a appris": a verb behind which "auprès de" and "de source" tell who says it."""
    return low in (
        "appris",
        "apprend",
        "apprenait",
        "apprenons",
        "apprendre",
        "indique",
        "-on",
        "-t-on",
        "renseigné",
    )

"""How far a period reaches: what in the text between a number and a period parts the two."""

from __future__ import annotations

import re

from pressfacts.lexicon import verbs

# The number behind belongs to another time than the one before: "4,9 contre 5,2", "après 42 %", "avant un recul à".
CONTRAST = re.compile(
    r"(?<!\w)(?:contre|après|avant (?:un|une|de)|mais(?!\sen\s)|tandis que?|au lieu d|loin d|face à|tombée? à"
    r"|auxquel(?:le)?s"
    r"|comparée?s? (?:à|aux?))(?!\w)"
)
VERSUS = re.compile(r"(?<!\w)(?:contre|après)(?!\w)")
STOP = re.compile(r"\.\s")
SEMICOLON = re.compile(r";")
_COMMA = re.compile(r",(?=\s)")
# A comma that does not end the reach of a period behind: ", soit 12 %", ", à 35 milliards", ", et", ", conditionnés
# en".
_SOFT_COMMA = re.compile(
    r",\s(?:(?:soit|à|en hausse|en baisse|pour|dont|et|s'établissant|atteignant|ou|en progression|en recul)(?!\w)"
    r"|(?:de\s|d')$|\w+é(?:e|s|es)?\s(?:en|dans|par|à)\s)"
)
# A clause of its own begins: ", où il est né en 1990", "et j'ai repris en 1995", ", ce que nul n'avait vu depuis".
_OWN_CLAUSE = re.compile(
    r",[^,]*(?<!\w)(?:qui|où|dont|que|qu'|lequel|laquelle|tandis|alors)(?!\w)"
    r"|(?<!\w)(?:et|mais|puis|car)\s(?:\w+\s)?(?:j'|(?:je|il|elle|ils|elles|on|nous)(?!\w))|(?<!\w)mais(?!\w)"
    r"|(?<!\w)(?:avant d(?:e\s|')(?=\w{2,20}[ei]r\s)|après (?:avoir|être)\s|et\s(?:davantage|encore|même|surtout|déjà"
    r"|bientôt)\s)"
)
# "trois prévenus, dont une femme, ont été jugés": closed again, a clause parts nothing.
_INSERTED = re.compile(r",\s(?:dont|qui|où|parmi|notamment)\s[^,;:]{1,120},")
# "et le baril se négociait hier": a conjunction, a subject with its article, and further on a verb.
_COORDINATED = re.compile(
    r"\s(?:et|mais|puis|car|tandis qu[e']|alors qu[e']|pendant qu[e']|quand|lorsqu[e'])\s?"
    r"(?:l[ea]s?\s|l'|ce\s|cette\s|ces\s|une?\s|celui-ci\s|celle-ci\s|(?P<possessive>s(?:on|a|es)\s|leurs?\s))"
    r"(?P<clause>[^,;:()]{3,90})"
)
# "une hausse de 12 % et dépassent le niveau atteint en 2019": the subject goes on with another verb.
_SECOND_VERB = re.compile(r"(?<!\w)et (?P<verb>[^\W\d_]{3,})(?!\w)")
_RELATIVE = re.compile(r",\s(?:qui|où|dont|que|qu')(?!\w)")
_DETERMINERS = frozenset("le la les l un une des du de d ce cette ces son sa ses leur leurs au aux à en".split())
_WORD = re.compile(r"[^\W\d_]+")
# "l'usine a été créée en 1998", "(né en 1964)", ", signé lundi": when something began, not when a number holds.
_ASIDE = re.compile(
    r"(?:(?:^|,\s|\(|(?<!\sa)(?<!ont)(?<!avait)(?<!aient)\s)(?:créé|fondé|né|établi|promulgué|instauré)"
    r"|(?:^|,\s|\()(?:lancé|signé|ouvert|inauguré|construit|entré|adopté|découvert|conclu|mort|élu|nommé|débarqué"
    r"|arrivé|venu))"
    r"e?s?\s+(?:\w+\s+){0,2}$"
)
# "un paysage signé Carl Blum en 1918 a été adjugé": when the thing was made, not when it was sold.
_MADE = re.compile(
    r"(?:[^\W\d_]{3,}\s|,\s)(?:peint|signé|sculpté|bâti|construit|édifié|dessiné|composé|écrit|gravé|taillé|fabriqué"
    r"|daté)e?s?\s(?:[\w'’-]+\s){0,6}$"
)
# "à 12 km de la zone née d'accords conclus en 2009": the date of the accords, not of the number before them.
_AGREED = re.compile(
    r"(?P<noun>[^\W\d_]{3,})\s(?:signé|conclu|paraphé|ratifié|voté|adopté|promulgué|négocié|lancé|inauguré)e?s?\s"
    r"(?:\w+\s)?$"
)
_AUXILIARIES = frozenset(
    "été ont avait avaient sont était étaient ayant étant sera seront serait seraient soit soient fut furent"
    " être".split()
)
# Without these the number stands in the same breath: "élu en 2020 avec 56 % des voix".
_LEFT = re.compile(r"[,)]|\set\s")
# "le précédent record, établi en 2012, était de": the record is of that year.
_RECORD = re.compile(
    r"(?<!\w)(?:record|pic|plafond|plancher|maximum|minimum|niveau|score|chiffre)[^,;:]*,\s\w+\s(?:\w+\s){0,2}$"
)
_SAME_MOMENT = re.compile(r"(?<!\w)(?:lorsqu|quand)")
_OPENING_PARTICIPLE = re.compile(r"(?:^|,\s)(?P<participle>[^\W\d_]{3,20})\s(?:\w+\s){0,2}$")
_LIKE_A_PARTICIPLE = re.compile(r"[^\W\d_]{3}ée?s?$")
# ", qui étaient de 12 % fin mai, suffisent": the period stays within the relative clause.
_IN_RELATIVE = re.compile(r",\s(?:qui|dont|où)\s(?:[^,;:]|(?<=\d),(?=\d)){1,120}$")
# What is measured then and there: "Réalisée en mars, l'enquête révèle".
_MEASURED = re.compile(r"(?:interrog|réalis|men|effectu|collect|arrêt|observ|enregistr|mesur|estim|évalu|chiffr)ée?s?$")
# "hors subvention versée en mai, …", "malgré la crise de 2009, …": what precedes the comma has its own time.
SET_ASIDE = re.compile(
    r"(?:^|[,.]\s)(?:et |mais )?(?:hors|sans|malgré|outre|après|suite à|si|elles? s'ajoutent?|ils? s'ajoutent?)"
    r"(?!\w)[^,]*$"
)
# "malgré le séisme du 8 septembre", "en raison de la sécheresse de 2016": an event's own date.
EVENT = re.compile(
    r"(?<!\w)(?:malgré|en dépit|à cause|suite|en raison|du fait|grâce|au lendemain|à la veille|(?<!d')après|depuis"
    r"|conformément|en vertu|en application|en vue|en prévision|dans la perspective|à l'approche"
    r"|à (?:quelques|deux|trois|quatre|cinq|six|huit|dix|un|une) (?:mois|jours|semaines?|ans?|années) d)"
    r"(?!\w)[^,;:.]{0,60}$"
)
DISTANCE = re.compile(r"\s(?:de là|d'ici|au (?:nord|sud)|à l'(?:est|ouest)|plus loin)(?!\w)")
PLANNED = re.compile(r"(?<!\w)(?:prévo|vise|visant|devra|doi(?:t|vent)|permettr|objectif|intention|projet)")
MOVED = re.compile(
    r"(?:,\s|\()(?:soit\s)?(?:en|une?|d'une)\s(?:\w+\s)?(?:hausse|baisse|recul|déclin|progression|augmentation"
    r"|diminution|repli|croissance|chute)"
    r"\s(?:\w+\s)?(?:de|d')\s?$"
)
MOVES_FROM = re.compile(
    r"(?<!\w)(?:pass(?:e|ent|é|ée|és|ées|er|era|eront|erait|ait|aient|a)|tomb(?:e|é|ée|er|era)|port(?:é|ée|er)) "
    r"(?:\w+ )?d(?:e |')$"
)
OPENS_CLAUSE = re.compile(r"(?:,|\bet|\bmais|\bpuis)\s*$")
TURNS = re.compile(r"(?<!\w)(?:et|mais|puis)\s+$")
GOES_ON = re.compile(r",\s(?:et|ou|puis|mais|contre|soit|après|en (?:hausse|baisse|progression|recul))\s")
BASE_CLAUSE = re.compile(r",?\s(?:qui|où|dont l(?:es?\s|a\s|')|lorsqu|quand|date à laquelle|année durant laquelle)")
_MOVEMENT_FIRST = re.compile(
    r"en (?:\w+ )?(?:hausse|baisse|recul|progression|repli|croissance|augmentation|diminution|chute) (?:de |d')"
)
_APPOSITION = re.compile(r",\s(?P<words>[^\W\d_][^,;:()\d]{3,60})$")
_LINKS = frozenset(
    "mais donc puis ainsi aussi notamment surtout toujours rien déjà encore contre pourtant toutefois alors seule"
    " seul soit"
    " dont comme selon depuis pour dans avec entre durant pendant après avant juste même cependant enfin".split()
)
# "D'une superficie de 20 hectares, le parc a ouvert en 2005", "Doté de 300 lits, l'hôpital": what it is, at any time.
_FRONTED = re.compile(
    r"(?:^|,\s)(?:d'une? (?:coût|montant|budget|superficie|longueur|hauteur|capacité|puissance|valeur|population"
    r"|durée|contenance)"
    r"|long|haut|large|doté|fort|peuplé|équipé|composé)(?:ue|e)?s? (?:\w+ ){0,3}d"
    r"|(?<!\w)(?:doté|fort|équipé|composé)e?s? d(?:e |'|es )$"
)
# "« … 300 emplois », raconte un artisan venu en 1980": behind the quotation the narrator speaks.
_QUOTATION_CLOSED = re.compile(r"[»\"],?\s?(?P<verb>[^\W\d_]+)(?:-t)?")
# "L'action, qui valait 31 €, a terminé mercredi à 118": the relative clause closes behind its number.
_RELATIVE_AHEAD = re.compile(r",\s(?:qui|dont|où|que|qu'|laquelle|lequel)(?!\w)[^,;:]*$")
_RESTRICTIVE_AHEAD = re.compile(r"[^\W\d_]\s(?:qui|dont)\s[^,;:]*$")
_LEADS_ON = frozenset("et ou mais puis qui que qu dont où lorsque quand comme si pour".split())


def own_clause(text: str) -> bool:
    """Whether a clause with a subject of its own begins in the text: ", où il est né", "et le baril se négociait"."""
    text = _INSERTED.sub(",", text)
    if any(finite_verb("il " + found["verb"]) for found in _SECOND_VERB.finditer(text)):
        return True
    if _OWN_CLAUSE.search(text) or VERSUS.search(text):
        return True
    return any(finite_verb(found["clause"]) for found in _COORDINATED.finditer(text))


def new_subject(text: str) -> bool:
    """Whether behind a period a clause with another subject begins: ", écrit un journal, qui a recensé"; "et sa
    moyenne" goes on.
    """
    if any(not found["possessive"] and finite_verb(found["clause"]) for found in _COORDINATED.finditer(text)):
        return True
    return any(finite_verb("il " + text[found.end() :]) for found in _RELATIVE.finditer(text))


def finite_verb(text: str) -> bool:
    """Whether a finite verb stands in the text; "la note", "de marche" are nouns."""
    forms = verbs.load_verb_forms()
    before = "le"
    for word in _WORD.findall(text):
        readings = forms.get(word, ())
        finite = any(form.person[1:] in ("s", "p") for form in readings) and before not in _DETERMINERS
        if finite and (word not in verbs.homographs() or before in ("se", "s", "n", "ne", "y")):
            return True
        before = word
    return False


def aside(ahead: str, behind: str) -> bool:
    """Whether a period dates a participle between commas only: "Le budget, voté en décembre, s'élève à", "Né en
    1964, il".
    """
    if made(ahead) and (behind.startswith(",") or main_verb_follows(behind)):
        return True
    if _SAME_MOMENT.search(behind) or not _LEFT.search(behind) or _RECORD.search(ahead):
        return False
    if _ASIDE.search(ahead):
        return True
    found = _OPENING_PARTICIPLE.search(ahead) if behind.startswith(",") else None
    if found is None or _MEASURED.search(found["participle"]):
        return False
    readings = verbs.load_verb_forms().get(found["participle"])
    if readings is None:  # a verb that the lexicon does not have: "Rénové en 2013, le stade"
        return _LIKE_A_PARTICIPLE.search(found["participle"]) is not None
    return any(form.tense == "past_participle" for form in readings)


def made(ahead: str) -> bool:
    """Whether a period dates the making of a thing: "un paysage signé Carl Blum en 1918"; "a été construit" is the
    news.
    """
    found = _MADE.search(ahead)
    return found is not None and _WORD.findall(found[0])[0] not in _AUXILIARIES


def apposed(ahead: str, behind: str) -> bool:
    """Whether a period stands in an apposition: "Le club, champion en 2015, doit"; not "Les ventes, en 2015, ont"."""
    found = _APPOSITION.search(ahead) if behind.startswith(",") else None
    if found is None:
        return False
    words = _WORD.findall(found["words"])
    content = [word for word in words if len(word) > 3 and word not in _LINKS]
    moved = words[0] == "en" or words[0] in _AUXILIARIES
    return bool(content) and not moved and not finite_verb(" ".join(("il", *words)))


def within_relative(ahead: str, behind: str) -> bool:
    """Whether a period stands in a relative clause that a comma closes: ", qui étaient de 12 % fin mai, suffisent"."""
    return behind.startswith(",") and not BASE_CLAUSE.match(behind) and _IN_RELATIVE.search(ahead) is not None


def another_date(text: str) -> bool:
    """Whether the period behind the text dates something else than the number ahead of it: "(né en 1964)",
    "d'accords conclus".
    """
    if ("," in text and _ASIDE.search(text)) or made(text):
        return True
    found = _AGREED.search(text)
    return found is not None and found["noun"] not in _AUXILIARIES


def quotation_closed(text: str) -> bool:
    """Whether a quotation closes in the text and someone is named who spoke it: "», raconte un artisan venu en
    1980".
    """
    if "«" in text:
        return False
    found = _QUOTATION_CLOSED.search(text)
    if found is None:
        return False
    roles = {role for form in verbs.load_verb_forms().get(found["verb"], ()) for role in verbs.roles(form.lemma)}
    return bool(roles & {"report", "report_clause"})


def relative_closed(ahead: str, behind: str) -> bool:
    """Whether the number stands in a relative clause that a comma closes behind it: ", qui valait 31 € hier, vaut"."""
    if _RESTRICTIVE_AHEAD.search(ahead) and main_verb_follows(behind):
        return True
    if "," not in behind:
        return False
    if _FRONTED.search(ahead):
        return True
    if not _RELATIVE_AHEAD.search(ahead):
        return False
    following = _WORD.search(behind, behind.index(","))
    if behind.startswith(",") or following is None:
        return behind.startswith(",")
    return following[0] in _AUXILIARIES or following[0] in ("est", "a") or finite_verb("il " + following[0])


def opens_with_movement(ahead: str) -> bool:
    """ "En hausse de 12 % par rapport à 2018, les ventes …": what follows the comma is what moved."""
    return _MOVEMENT_FIRST.match(ahead) is not None


def turns_to_the_future(text: str) -> bool:
    """Whether a verb in the text leads on to what is to come: "60 avions, et en exploitera 100 en 2025"."""
    forms = verbs.load_verb_forms()
    return any(form.tense == "future" for word in _WORD.findall(text) for form in forms.get(word, ()))


def main_verb_follows(text: str) -> bool:
    """ "qui pèse 15 % du PIB a connu une année": the verb of the clause around the relative one."""
    before = ""
    for word in _WORD.findall(text):
        if word in _LEADS_ON:
            return False
        if word in ("a", "ont", "est", "sont") and before not in _DETERMINERS:
            return True
        if finite_verb(f"{before} {word}"):
            return True
        before = word
    return False


def hard_comma(text: str) -> bool:
    """Whether a comma in the text parts a number from a period behind a later one."""
    return _COMMA.search(text) is not None and not _SOFT_COMMA.search(text) and text.strip() != ","


def bracketed(text: str) -> bool:
    """Whether a bracket opens and does not close, so that what follows is inside it."""
    depth = 0
    for character in text:
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
    return depth > 0 and not text.rstrip().endswith("(")

"""Whether the subject of a verb of saying says a figure, or merely acts, wishes, expects or speaks of itself."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.nouns import DEEDS, REPORTS, THINGS
from pressfacts.finders.sources.saying import (
    CLAUSE_ONLY,
    COUNTING,
    FIGURES,
    FORECASTS,
    GIVING,
    OF_FIGURES,
    PRESS_VERBS,
    REVISING,
    WANTING,
    Saying,
    clause_follows,
    past_dates,
    saying_of,
)
from pressfacts.language.tokens import MARK, NUMBER, Token
from pressfacts.lexicon.words import key

# "a fait savoir", "fait état de"
_MADE_KNOWN = (["savoir"], ["état"], ["remarquer"], ["observer"], ["valoir"])
_OWN = frozenset("son sa ses leur leurs".split())
_FORESEEN = frozenset(
    "prevision previsions estimation estimations projection projections perspective perspectives".split()
)
_RANKING = frozenset("donner placer".split())
_NOTING = frozenset("relever noter observer pointer".split())
_RULINGS = frozenset("jugement verdict peine peines sentence condamnation decision commande arret note".split())
_PEOPLE_SPEAK = frozenset(("report", "report_clause"))


def says(
    names: Sequence[Name],
    saying: Saying,
    tokens: Sequence[Token],
    after: int,
    pronoun: str | None,
) -> bool:
    """Whether the subject of the verb says the figure, and does not act, wish or declare itself."""
    clause = clause_follows(tokens, after)
    start = _past_insertion(tokens, past_dates(tokens, after))
    following = [token.low for token in tokens[start : start + 8]]
    if saying.lemma in WANTING:
        return False
    if names and names[0].kind == "document" and not names[0].known:
        return False
    if saying.lemma in REVISING and _revises(following):
        return True
    if saying.lemma == "voir":
        return bool(names) and names[0].kind == "organisation" and _sees(_clause(tokens, start))
    if names and names[0].kind == "press":
        if saying.lemma == "faire":
            return following[:1] in _MADE_KNOWN
        told = saying.roles & {"report", "report_clause", "publish"} and saying.lemma != "compter"
        return bool(told) or clause or (not names[0].doubtful and _press_tells(saying, following))
    if names and names[0].kind == "document" and saying.lemma in _RANKING:
        return names[0].head in REPORTS  # "un sondage place le maire en tête avec 25 %"
    if names and not names[0].known and (not clause or names[0].head in THINGS):
        return False  # "l'expérience montre que": nobody says it
    if saying.lemma == "faire":
        if following[:1] == ["ressortir"]:
            return bool(names) and names[0].kind == "document"
        return following[:1] in _MADE_KNOWN
    if saying.lemma in GIVING and saying.lemma != "publier":
        if any(key(word) in FIGURES for word in following[:5]):
            return True  # "vient de livrer ses premières estimations"
        if not clause:
            return saying.lemma == "avancer" and start < len(tokens) and tokens[start].kind == NUMBER
    if saying.lemma == "confirmer" and not clause:
        if following[:1] and following[0] in _OWN:
            return False  # "l'équipe confirme son recul"
        if any(key(word) in _RULINGS for word in following[:4]):
            return False  # "la cour a confirmé le jugement"
    if saying.lemma == "comptabiliser" and names and names[0].kind == "person" and names[0].role is None:
        return names[0].plural  # "une Lyonnaise comptabilise 40.000 abonnés": they are her own
    if saying.lemma == "borner":
        return clause
    if saying.lemma == "revendiquer" and clause:
        return False  # "le syndicat revendique que l'on tienne compte de": a demand
    if saying.lemma in _NOTING and following[:1] and following[0] in ("un", "une", "des"):
        return True  # "l'étude a relevé une baisse de 3 %", and not "la banque a relevé ses taux"
    if saying.lemma == "mettre":
        return following[:2] == ["en", "avant"]
    if saying.lemma in OF_FIGURES and saying.lemma != "avancer":
        if saying.lemma == "miser" and not any(token.kind == NUMBER for token in _clause(tokens, start)):
            return False  # "mise sur le dessalement"
        on = "sur" in following[:4] or following[:1] in (["de"], ["d'"], ["du"])
        return on or saying.lemma in ("revendiquer", "créditer")
    roles = saying.roles
    if saying.lemma == "raconter" and names and names[0].kind == "document" and not clause:
        return False  # "le roman raconte l'histoire de trois soeurs"
    if saying.lemma == "reconnaître" and start < len(tokens) and tokens[start].kind == NUMBER:
        return True
    if "report" in roles and saying.lemma not in CLAUSE_ONLY:
        return not (following[:1] in (["à"], ["de"]) and saying.lemma in ("appeler", "dire"))
    if saying.lemma == "publier":
        return not pronoun
    if roles & _PEOPLE_SPEAK and clause and (saying.lemma not in FORECASTS or {"que", "qu'"} & set(following[:3])):
        return True
    if saying.lemma in FORECASTS and (names or pronoun):
        if following[:1] in (["de"], ["d'"]):
            return False
        if not names:
            return saying.lemma == "attendre"
        return names[0].kind != "document" or key(names[0].head) not in DEEDS
    return "estimate" in roles and saying.lemma in COUNTING


def _past_insertion(tokens: Sequence[Token], start: int) -> int:
    """Past what stands between commas: "la Cour pointe[, dans un rapport,] un surcoût"."""
    if start + 1 < len(tokens) and tokens[start].text == "," and tokens[start + 1].low in ("dans", "en", "à", "lors"):
        ahead = range(start + 2, min(len(tokens), start + 12))
        return next((at + 1 for at in ahead if tokens[at].text == ","), start)
    return start


def _revises(following: Sequence[str]) -> bool:
    """ "a abaissé [sa prévision] à 3 %", "revoit à la baisse [ses estimations]"."""
    return any(one in _OWN and key(other) in _FORESEEN for one, other in itertools.pairwise(following[:7]))


def _sees(clause: Sequence[Token]) -> bool:
    """ "l'agence voit [le déficit à 3 %]"; "voit son chiffre bondir à 3 millions" tells of itself."""
    if len(clause) < 2 or clause[0].low not in ("le", "la", "l'", "les", "un", "une"):
        return False
    if any(token.low.endswith(("er", "ir", "oir", "re")) for token in clause[2:]):
        return False
    return any(one.low in ("à", "de") and other.kind == NUMBER for one, other in itertools.pairwise(clause))


def _clause(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """A few words up to the next mark."""
    stop = next((i for i in range(start, min(len(tokens), start + 9)) if tokens[i].kind == MARK), start + 9)
    return tokens[start:stop]


def _press_tells(saying: Saying, following: Sequence[str]) -> bool:
    """ "Médina Soir consacre sa une", "a compté 30 victimes"; "compte 40 salariés" is no saying."""
    if saying.lemma == "donner":
        return following[:2] == ["la", "parole"]
    if saying.lemma == "mettre":
        return following[:2] == ["en", "avant"] or following[:2] == ["l'", "accent"]
    if saying.lemma == "compter":
        return saying.participle or "que" in following[:3]
    return bool(saying.roles) or saying.lemma in PRESS_VERBS


def expected(tokens: Sequence[Token], first: int, names: Sequence[Name], saying: Saying) -> bool:
    """ "La ministre a annoncé que [le pays attend] 3 millions de visiteurs": said by her, expected by the country."""
    if not names or saying.lemma not in FORECASTS:
        return False
    at = first
    while at > 0 and tokens[at].start > names[0].start and first - at < 40:
        at -= 1
    if at < 2 or tokens[at - 1].low not in ("que", "qu'"):
        return False
    return any(saying_of(token.low) is not None for token in tokens[max(0, at - 4) : at - 1])

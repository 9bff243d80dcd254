"""What makes a name a source in its sentence: prepositions, verbs of saying in every position, colons, "cité par".

A ``Cue`` knows the names, the words that make them sources, and on which side of them the facts stand.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pressfacts.finders.sources.names import LOOSE_PRESS_NOUNS, PRESS_NOUNS, Name, NameReader
from pressfacts.finders.sources.subjects import subject
from pressfacts.language.tokens import MARK, WORD, Token
from pressfacts.language.words import ADVERBS, DETERMINERS, OF, PRENOMINAL, PREPOSITIONS, finite_verb
from pressfacts.lexicon import verbs
from pressfacts.lexicon.words import key

Side = Literal["right", "left", "both"]

# "selon les cas", "selon la taille de l'entreprise": what "selon" compares with, no source.
_NOT_SAYING = frozenset(
    "cas besoin besoins saison saisons taille age type types niveau nature modalite modalites formule principe principes "
    "methode methodes norme normes critere criteres calendrier sexe region regions annee annees periode periodes zone zones "
    "mode modes degre importance situation moment endroit lieu lieux maniere facon ordre logique schema scenario categorie "
    "categories format modele modeles termes volonte gout gouts humeur meteo pays secteur secteurs poids volume usage "
    "circonstances conditions processus procedure rythme duree quantite qualite prix tarif tarifs etat date jour jours mois "
    "profil profils revenu revenus moyens filiere filieres code article loi convention ville villes produit produits "
    "disponibilites disponibilite parcours calcul vieille droit tradition coutume ligne point".split()
)
# Transitive verbs of saying that also govern things one does: "déclarer les faits établis", "relever un taux".
_CLAUSE_ONLY = frozenset(
    "déclarer ajouter reconnaître écrire inquiéter étonner relayer informer démentir publier admettre fixer".split()
)
# Verbs that need no clause: "parle de 600 déplacés", "en revendiquent 50 000", "table sur 3 %".
_OF_FIGURES = frozenset("parler tabler revendiquer miser".split())
_FORECASTS = frozenset("prévoir anticiper prédire pronostiquer escompter attendre".split())
# A newspaper that does one of these is quoted by it.
_PRESS_VERBS = frozenset(
    "consacrer appuyer obtenir détenir procurer citer rendre retenir revenir consulter recueillir tirer croire compter "
    "raconter estimer aller recueillir".split()
)
_QUOTED_BY = frozenset(
    "citer interroger consulter relayer reprendre rapporter contacter joindre recueillir rencontrer sonder dévoiler "
    "révéler publier obtenir questionner retenir avancer".split()
)
_AGENT_VERBS = frozenset("mesurer mettre juger décrire évoquer compiler collecter".split())
_CLITICS = frozenset("ne n' le la l' les en y se s' lui leur nous vous me m'".split())
_TURNED = frozenset("-il -elle -ils -elles -t-il -t-elle -t-ils -t-elles".split())
_LEADING = frozenset((",", "»", '"', "-", "--", "("))
_QUOTES = frozenset('«»"“”')
_SKIP = ADVERBS | frozenset("lui elle eux elles".split())
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier".split())


@dataclass(slots=True)
class Cue:
    """Names and what makes them sources. ``words`` is the cue itself, ``start`` to ``end`` all of it (code points).

    ``pronoun`` holds il, elle, ils or elles where the name is to be looked up; ``strength`` is 0 for a mention that
    only counts beside another source ("explique-t-il au journal").
    """

    names: list[Name]
    words: tuple[int, int]
    start: int
    end: int
    side: Side
    rule: str
    pronoun: str | None = None
    beside: bool = False


@dataclass(slots=True, frozen=True)
class Saying:
    """A verb form as verb of saying."""

    lemma: str
    roles: frozenset[str]
    finite: bool
    participle: bool


@functools.lru_cache(maxsize=4096)
def _saying(low: str) -> Saying | None:
    forms = verbs.load_verb_forms().get(low, ())
    best: Saying | None = None
    for form in forms:
        roles = verbs.roles(form.lemma) | verbs.roles(form.lemma, reflexive=True)
        mine = roles & _SPEECH
        if not mine and form.lemma not in _PRESS_VERBS and form.lemma not in _OTHERS:
            continue
        finite = form.tense not in ("infinitive", "past_participle", "present_participle")
        participle = form.tense == "past_participle"
        if best is None:
            best = Saying(form.lemma, mine, finite, participle)
        elif best.lemma == form.lemma:
            best = Saying(best.lemma, mine, best.finite or finite, best.participle or participle)
    return best


_SPEECH = frozenset(("report", "report_clause", "publish", "forecast", "estimate"))
_OTHERS = _QUOTED_BY | _AGENT_VERBS | _OF_FIGURES | frozenset(("faire", "savoir", "avoir", "borner"))


class CueReader:
    """Finds the cues of one sentence."""

    def __init__(self, names: NameReader) -> None:
        self._names = names

    def read(self, tokens: Sequence[Token]) -> list[Cue]:
        """All cues of a sentence, in order of their place."""
        found: list[Cue] = []
        for place, token in enumerate(tokens):
            if token.kind == WORD:
                low = token.low
                if low == "dans":
                    cue = self._document(tokens, place)
                elif low in _OPENING_WORDS:
                    cue = self._preposition(tokens, place)
                elif _saying(low) is not None:
                    cue = self._verb(tokens, place)
                else:
                    continue
            elif token.text == ":":
                cue = self._colon(tokens, place)
            elif token.text in ("»", '"') and _closing(tokens, place):
                cue = self._behind_quotation(tokens, place + 1)
            else:
                continue
            if cue is not None:
                found.append(cue)
        return _merged(found)

    def _behind_quotation(self, tokens: Sequence[Token], at: int) -> Cue | None:
        """ "« … », tempère Zineb Alaoui": behind a quotation any verb is one of saying."""
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        first = at
        while at < len(tokens) and tokens[at].low in _CLITICS:
            at += 1
        if at + 1 >= len(tokens) or tokens[at].capital or tokens[at].kind != WORD:
            return None
        low = tokens[at].low
        forms = verbs.load_verb_forms().get(low, ())
        if low in _HAVE or low in _BE:
            at += 1
            while at < len(tokens) and tokens[at].low in ADVERBS:
                at += 1
            if (
                at >= len(tokens)
                or tokens[at].kind != WORD
                or not tokens[at].low.endswith(("é", "i", "u", "is", "it", "t", "ée", "ie"))
            ):
                return None
        elif (
            (forms and finite_verb(tokens, at) is None)
            or low in PREPOSITIONS
            or low in _NOT_VERBS
            or not low.endswith(("e", "t", "a", "ent", "d"))
        ):
            return None
        place = _past_adjunct(tokens, _past_dates(tokens, at + 1))
        if place >= len(tokens) or tokens[place].low in _CONTRACTIONS:
            return None
        if (
            tokens[place].low not in DETERMINERS
            and not tokens[place].capital
            and tokens[place].low not in ("m", "mme", "me")
        ):
            return None
        names = self._names.read(tokens, place)
        if not names or (not names[0].known and not forms) or (names[0].kind == "document" and not names[0].known):
            return None
        names[0] = self._names.as_person(names[0], tokens, place)
        return self._cue(names, tokens, first, place, "both", "source.inversion")

    def _document(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "indique le ministère [dans un communiqué]": a document beside its author."""
        if place + 2 >= len(tokens) or tokens[place + 1].low not in ("un", "une"):
            if (
                place + 2 < len(tokens)
                and tokens[place + 1].low in ("les", "une", "des")
                and tokens[place + 2].low == "colonnes"
            ):
                return None
            return None
        names = self._names.read(tokens, place + 1)
        if not names or names[0].kind != "document" or not names[0].known:
            return None
        cue = self._cue(names[:1], tokens, place, place + 1, "both", "source.within")
        if cue is not None:
            cue.beside = True
        return cue

    # prepositions

    def _preposition(self, tokens: Sequence[Token], place: int) -> Cue | None:
        low = tokens[place].low
        at = place + 1
        following = tokens[at].low if at < len(tokens) else ""
        if low in ("selon", "après", "suivant"):
            if low == "après" and not (place and tokens[place - 1].low == "d'"):
                return None
            first = place - 1 if low == "après" else place
            return self._after_preposition(tokens, first, at)
        if low == "croire":
            if place >= 2 and tokens[place - 1].low == "en" and tokens[place - 2].low == "à":
                return self._after_preposition(tokens, place - 2, at)
            return None
        if low == "dires":
            if place and tokens[place - 1].low == "aux" and following in OF:
                start = at if following in ("du", "des") else at + 1
                return self._after_preposition(tokens, place - 1, start)
            return None
        if low == "source" or low == "sources":
            if place > 1 and tokens[place - 1].low == "de" and _reports_source(tokens, place - 2):
                names = self._names.read(tokens, place)
                return self._cue(names, tokens, place - 1, place, "both", "source.de_source")
            return None
        if low == "auprès":
            if following in OF and any(_said_learn(tokens[i].low) for i in range(max(0, place - 4), place)):
                start = at if following in ("du", "des") else at + 1
                return self._after_preposition(tokens, place, start)
            return self._recipient(tokens, place, at if following in ("du", "des") else at + 1)
        if low == "colonnes":
            if place >= 2 and following in OF:
                names = self._press_only(tokens, at if following in ("du", "des") else at + 1)
                return self._cue(names, tokens, max(0, place - 2), at, "both", "source.columns")
            return None
        if low in ("au", "à", "chez") and place == 0:
            names = self._names.read(tokens, place if low == "au" else at)
            if names and names[0].known and names[0].last + 1 < len(tokens) and tokens[names[0].last].text == ",":
                if tokens[names[0].last + 1].low == "on" and names[0].kind == "organisation":
                    return self._cue(names, tokens, place, at, "both", "source.among")
        if low in ("au", "à"):
            return self._recipient(tokens, place, place if low == "au" else at)
        if low == "pour" and (place == 0 or tokens[place - 1].text in ("-", "•", "»")):
            names = self._names.read(tokens, at)
            if names and names[0].kind == "person" and names[-1].last < len(tokens):
                if tokens[names[-1].last].text == "," and not _number_inside(tokens, at, names[-1].last):
                    return self._cue(names, tokens, place, at, "right", "source.pour")
            return None
        if low == "citant":
            return self._cue(self._names.read(tokens, at), tokens, place, at, "both", "source.citing")
        return None

    def _after_preposition(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        if at >= len(tokens):
            return None
        if tokens[at].low in ("lui", "elle", "eux", "elles"):
            return Cue(
                [],
                (tokens[first].start, tokens[at].end),
                tokens[first].start,
                tokens[at].end,
                "both",
                "source.pronoun",
                pronoun={"lui": "il", "eux": "ils"}.get(tokens[at].low, tokens[at].low),
            )
        if tokens[at].low in RELATIVE_WORDS:
            return None
        names = self._names.read(tokens, at)
        names = [name for name in names if name.known or self._may_say(tokens, first, name)]
        return self._cue(names, tokens, first, at, "both", "source.preposition")

    def _may_say(self, tokens: Sequence[Token], first: int, name: Name) -> bool:
        """Whether an unknown noun behind "selon" says something: not "selon la saison", "selon les cas"."""
        word = next((t for t in tokens if t.start >= name.start and t.low not in DETERMINERS | PRENOMINAL), None)
        if word is None or key(word.low) in _NOT_SAYING:
            return False
        before = tokens[first - 1].text if first else ","
        after = tokens[name.last].text if name.last < len(tokens) else "."
        return before in (",", "»", ":", ")", '"') or first == 0 or after in (",", ".", ";")

    def _press_only(self, tokens: Sequence[Token], at: int) -> list[Name]:
        return [name for name in self._names.read(tokens, at) if name.kind == "press"] if at < len(tokens) else []

    def _recipient(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        """ "explique-t-elle au journal", "a déclaré à l'agence": a newspaper beside a speaker."""
        if at >= len(tokens):
            return None
        word = tokens[at if tokens[at].low not in DETERMINERS else min(at + 1, len(tokens) - 1)]
        if not word.capital and key(word.low) not in PRESS_NOUNS and key(word.low) != "micro":
            return None
        names = self._press_only(tokens, at)
        if names and names[0].generic and key(word.low) in LOOSE_PRESS_NOUNS - {"agence", "station", "chaine", "radio"}:
            return None
        cue = self._cue(names, tokens, first, at, "both", "source.recipient")
        if cue is not None:
            cue.beside = True
        return cue

    # verbs

    def _verb(self, tokens: Sequence[Token], place: int) -> Cue | None:
        token = tokens[place]
        saying = _saying(token.low)
        if saying is None:
            return None
        before = tokens[place - 1].low if place else ""
        after = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if saying.participle and not (saying.finite and before not in _BE and finite_verb(tokens, place)):
            return self._participle(tokens, place, saying)
        if _negated(tokens, place):
            return None
        if not saying.finite:
            if before in ("de", "d'") and place >= 2 and tokens[place - 2].low in _COMES:
                # "les chiffres que l'office vient de publier"
                return self._subject_before(tokens, place - 2, place, place + 1, saying)
            return None
        if finite_verb(tokens, place) is None:
            return None
        if (
            before in ("se", "s'")
            and saying.lemma not in _PRESS_VERBS
            and not verbs.roles(saying.lemma, reflexive=True) & _SPEECH
            and not (place >= 2 and _closing(tokens, place - 2))
        ):
            return None
        if saying.lemma == "citer" and before == "qui":
            names = self._names.read(tokens, place + 1)
            if names and names[0].kind != "press" and names[0].known:
                return self._cue(names, tokens, place, place + 1, "both", "source.citing")
        if after in _TURNED:
            return self._turned(tokens, place, place + 1, place + 2)
        if after in ("-on", "-t-on"):
            return self._learnt(tokens, place, place + 2) if saying.lemma in ("apprendre", "lire", "dire") else None
        first = place
        while first and tokens[first - 1].low in _CLITICS:
            first -= 1
        if self._inverted(tokens, first):
            cue = self._subject_behind(tokens, first, place + 1, saying)
            if cue is not None:
                return cue
        return self._subject_before(tokens, first, place, place + 1, saying)

    def _participle(self, tokens: Sequence[Token], place: int, saying: Saying) -> Cue | None:
        """ "a indiqué X", "X a indiqué", "a-t-il ajouté", "publié par X"."""
        aux = place - 1
        turned: int | None = None
        while (
            aux >= 0
            and place - aux < 6
            and (
                tokens[aux].low in _SKIP
                or tokens[aux].low.endswith("ment")
                or tokens[aux].low in ("pour", "cela")
                or tokens[aux].low in ("été", "pas")
                or tokens[aux].low in _TURNED
                or tokens[aux].low in ("-on", "-t-on")
            )
        ):
            if tokens[aux].low.startswith("-"):
                turned = aux
            aux -= 1
        word = tokens[aux].low if aux >= 0 else ""
        after = place + 1
        if word in _HAVE and _negated(tokens, aux):
            return None
        if turned is not None and word in _HAVE:
            if tokens[turned].low in ("-on", "-t-on"):
                return self._learnt(tokens, aux, after) if saying.lemma in ("apprendre", "lire", "dire") else None
            return self._turned(tokens, aux, turned, after)
        passive = any(tokens[i].low == "été" for i in range(max(0, aux), place)) or (
            word in _BE and not (aux and tokens[aux - 1].low in ("s'", "se"))
        )
        if word in _HAVE and not passive:
            first = aux
            while first and tokens[first - 1].low in _CLITICS:
                first -= 1
            if self._inverted(tokens, first):
                cue = self._subject_behind(tokens, first, after, saying)
                if cue is not None:
                    return cue
            return self._subject_before(tokens, first, place, after, saying)
        if word in _BE and aux and tokens[aux - 1].low in ("s'", "se"):
            if self._inverted(tokens, aux - 1):
                return self._subject_behind(tokens, aux - 1, after, saying)
            return self._subject_before(tokens, aux - 1, place, after, saying)
        return self._agent(tokens, place, saying)

    def _agent(self, tokens: Sequence[Token], place: int, saying: Saying) -> Cue | None:
        """ "cité par le journal", "publiés lundi par l'office", "jugé excessif par le conseil"."""
        at = next(
            (
                i
                for i in range(place + 1, min(len(tokens), place + 5))
                if tokens[i].low == "par" or tokens[i].kind == MARK
            ),
            None,
        )
        if at is None or tokens[at].low != "par" or at + 1 >= len(tokens):
            return None
        names = self._names.read(tokens, at + 1)
        if not names:
            return None
        if names[0].kind == "press":
            if saying.lemma in _QUOTED_BY or saying.roles:
                return self._cue(names, tokens, place, at + 1, "both", "source.cited_by")
            return None
        if not names[0].known or names[0].kind == "document":
            return None
        if saying.lemma in _QUOTED_BY and saying.lemma not in ("publier", "dévoiler", "révéler", "rapporter"):
            return None
        if saying.roles & {"report", "report_clause", "publish"} or saying.lemma in _AGENT_VERBS:
            if saying.lemma == "mettre" and [t.low for t in tokens[place + 1 : place + 3]] != ["en", "avant"]:
                return None
            if saying.lemma in (
                "demander",
                "exiger",
                "réclamer",
                "proposer",
                "adopter",
                "engager",
                "lancer",
                "appeler",
                "créer",
                "établir",
                "élaborer",
                "définir",
                "fixer",
                "rejeter",
                "trouver",
                "étudier",
            ):
                return None
            return self._cue(names, tokens, place, at + 1, "both", "source.agent")
        return None

    def _inverted(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether what stands before a verb leaves its subject to follow: a comma, a quotation's end, "comme [le]"."""
        if first == 0:
            return False
        before = tokens[first - 1]
        if before.text in ("»", '"'):
            return _closing(tokens, first - 1)
        return (
            before.text in _LEADING
            or before.low in ("comme", "que", "qu'", "dont", "ainsi", "où")
            or before.kind in ("number",)
        )

    def _turned(self, tokens: Sequence[Token], first: int, pronoun: int, after: int) -> Cue | None:
        word = tokens[pronoun].low.rsplit("-", 1)[-1]
        return Cue(
            [],
            (tokens[first].start, tokens[after - 1].end),
            tokens[first].start,
            tokens[after - 1].end,
            "both",
            "source.inversion",
            pronoun=word,
        )

    def _learnt(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        """ "apprend-on auprès de X", "a-t-on appris de source Y", "lit-on dans Z"."""
        while at < len(tokens) and (tokens[at].low in ADVERBS or tokens[at].low in _DAYS):
            at += 1
        if at + 1 >= len(tokens):
            return None
        if tokens[at].low == "dans":
            at += 1
        elif tokens[at].low == "auprès":
            at += 2 if tokens[at + 1].low in ("de", "d'") else 1
        elif tokens[at].low in ("de", "d'"):
            at += 1
        elif tokens[at].low not in ("du", "des"):
            return None
        if at >= len(tokens):
            return None
        return self._cue(self._names.read(tokens, at), tokens, first, at, "both", "source.learnt")

    def _subject_behind(self, tokens: Sequence[Token], first: int, at: int, saying: Saying) -> Cue | None:
        if not saying.roles and saying.lemma not in _PRESS_VERBS | {"faire"}:
            return None
        behind_quote = _closing(tokens, first - 1) or (
            first > 1 and tokens[first - 1].text == "," and _closing(tokens, first - 2)
        )
        if saying.lemma in _WANTING and not behind_quote:
            return None
        if saying.lemma == "faire" and tokens[at : at + 1] and tokens[at].low != "savoir":
            return None
        place = at + 1 if at < len(tokens) and tokens[at].low in ("savoir", "part") else at
        place = _past_adjunct(tokens, _past_dates(tokens, place))
        if (
            place >= len(tokens)
            or tokens[place].low in _CONTRACTIONS
            or tokens[place].low in ("que", "qu'", "de", "d'", "un" if saying.lemma == "publier" else "que")
        ):
            return None
        names = self._names.read(tokens, place)
        if not names or (names[0].generic and names[0].kind == "person"):
            return None
        comma = tokens[first - 1].text in (",", "(") or tokens[first - 1].kind == "number"
        if not behind_quote and not names[0].known and not names[0].generic:
            return None
        if comma and not self._closes(tokens, names[-1].last, names[-1]):
            return None
        if tokens[first - 1].low in ("que", "qu'") and names[0].kind != "press" and not names[0].known:
            return None
        return self._cue(names, tokens, first, place, "both", "source.inversion")

    def _closes(self, tokens: Sequence[Token], last: int, name: Name) -> bool:
        """Whether the clause of an inserted "indique X" ends where it must: a mark, a date, "dans", "qui", "à"."""
        if last >= len(tokens):
            return True
        after = tokens[last]
        if after.kind in (MARK, "number", "ordinal") or after.low in _BEHIND_INVERSION or after.low in ADVERBS:
            return True
        return any(form.tense.endswith("participle") for form in verbs.load_verb_forms().get(after.low, ()))

    def _subject_before(self, tokens: Sequence[Token], first: int, verb: int, after: int, saying: Saying) -> Cue | None:
        if not saying.roles and saying.lemma not in _PRESS_VERBS | _OF_FIGURES | {"faire", "borner"}:
            return None
        who = subject(self._names, tokens, first)
        if who is None:
            return self._unmarked(tokens, first, after, saying)
        names, pronoun = who
        following = [t.low for t in tokens[after : after + 8]]
        if not self._says(names, saying, tokens, after, following, pronoun):
            return None
        if saying.lemma == "annoncer" and names and names[0].kind == "press" and _own_affairs(tokens, after):
            names = [replace(names[0], kind="organisation", generic=False)]
        start = names[0].start if names else tokens[first].start
        return Cue(
            names,
            (tokens[first].start, tokens[verb].end),
            start,
            tokens[verb].end,
            "right",
            "source.subject",
            pronoun=pronoun,
        )

    def _unmarked(self, tokens: Sequence[Token], first: int, after: int, saying: Saying) -> Cue | None:
        """ "… de 3% des ventes révèle Omar Bennis.": an inversion whose comma was forgotten, at the sentence's end."""
        if not saying.roles & {"report", "report_clause"} or after >= len(tokens) or tokens[after].low in _CONTRACTIONS:
            return None
        names = self._names.read(tokens, after)
        if not names or not names[0].known or names[0].kind not in ("press", "person"):
            return None
        last = names[-1].last
        if last >= len(tokens) or (tokens[last].text in (".", ",") and (names[0].role or last + 1 >= len(tokens))):
            return self._cue(names, tokens, first, after, "both", "source.inversion")
        return None

    def _says(
        self, names: list[Name], saying: Saying, tokens: Sequence[Token], after: int, following: list[str],
        pronoun: str | None,
    ) -> bool:  # fmt: skip
        clause = _clause_follows(tokens, after)
        if saying.lemma in _WANTING:
            return False
        if names and names[0].kind == "document" and not names[0].known:
            return False
        if names and names[0].kind == "press":
            return bool(saying.roles) or saying.lemma in _PRESS_VERBS or clause
        roles = saying.roles
        if not clause and names and not names[0].known:
            return False
        if saying.lemma in ("faire",):
            return following[:1] in (["savoir"], ["état"]) or (
                following[:1] == ["ressortir"] and bool(names) and names[0].kind == "document"
            )
        if saying.lemma == "borner":
            return clause
        if saying.lemma in _OF_FIGURES:
            return bool(following) and (
                bool({"sur"} & set(following[:4]))
                or following[0] in ("de", "d'", "du")
                or saying.lemma == "revendiquer"
            )
        if "report" in roles and saying.lemma not in _CLAUSE_ONLY:
            return not (following[:1] in (["à"], ["de"]) and saying.lemma in ("appeler", "dire"))
        if saying.lemma == "publier":
            return not pronoun
        if (
            roles & {"report", "report_clause"}
            and clause
            and (saying.lemma not in _FORECASTS or "que" in following[:3] or "qu'" in following[:3])
        ):
            return True
        if saying.lemma in _FORECASTS and (names or pronoun):
            of = following[:1] in (["de"], ["d'"])
            if not names:
                return not of and saying.lemma == "attendre"
            return not of and names[0].kind in ("organisation", "person")
        return "estimate" in roles and saying.lemma in (
            "estimer",
            "évaluer",
            "chiffrer",
            "recenser",
            "dénombrer",
            "comptabiliser",
            "décompter",
            "calculer",
        )

    def _colon(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "Zineb Alaoui : « … »": a name, a colon, a quotation."""
        if place + 1 >= len(tokens) or tokens[place + 1].text not in _QUOTES or not 0 < place <= 14:
            return None
        names = self._names.read(tokens, 0)
        if len(names) != 1 or not names[0].known or names[0].kind == "document" or names[0].generic:
            return None
        if names[0].last != place and tokens[names[0].last].text != ",":
            return None
        return self._cue(names, tokens, place, 0, "right", "source.colon")

    def _cue(
        self, names: list[Name], tokens: Sequence[Token], first: int, at: int, side: Side, rule: str
    ) -> Cue | None:
        if not names:
            return None
        words = (
            (tokens[first].start, tokens[max(first, at - 1)].end)
            if at > first
            else (tokens[first].start, tokens[first].end)
        )
        start = min(tokens[first].start, names[0].start)
        return Cue(names, words, start, max(names[-1].end, words[1]), side, rule)


def _own_affairs(tokens: Sequence[Token], after: int) -> bool:
    """ "a annoncé jeudi [son] intention", "a annoncé [devoir] supprimer": a broadcaster that speaks of itself."""
    for token in tokens[after : after + 6]:
        if token.low in ("son", "sa", "ses", "leur", "leurs"):
            return True
        if token.low in ("que", "qu'") or token.kind == MARK:
            return False
        if token.low.endswith(("er", "ir", "oir", "re")) and verbs.load_verb_forms().get(token.low):
            return True
    return False


def _past_dates(tokens: Sequence[Token], place: int) -> int:
    """Past "jeudi matin", "également", "le mois dernier" behind a verb."""
    while place < len(tokens):
        low = tokens[place].low
        if low in ADVERBS or low in _DAYS or low in ("matin", "soir", "après-midi") or low.endswith("ment"):
            place += 1
        elif (
            low in ("ce", "cette", "le")
            and place + 1 < len(tokens)
            and tokens[place + 1].low in _DAYS | {"matin", "soir"}
        ) or (tokens[place].kind == "number" and place and tokens[place - 1].low in _DAYS):
            place += 2
        else:
            break
    return place


def _negated(tokens: Sequence[Token], verb: int) -> bool:
    """ "n'indique pas", "n'a rien dit": who does not say it is no source."""
    before = [t.low for t in tokens[max(0, verb - 3) : verb]]
    behind = [t.low for t in tokens[verb + 1 : verb + 4]]
    return ("ne" in before or "n'" in before) and bool({"pas", "jamais", "rien", "plus", "point"} & set(behind))


def _past_adjunct(tokens: Sequence[Token], place: int) -> int:
    """Past what may stand between an inverted verb and its subject: "a déclaré [à l'agence] la ministre"."""
    if place < len(tokens) and tokens[place].low in ("à", "au", "auprès", "devant", "dans", "avec", "en", "sur"):
        for ahead in range(place + 2, min(len(tokens), place + 9)):
            token, before = tokens[ahead], tokens[ahead - 1]
            if token.kind != WORD:
                break
            if before.low in PREPOSITIONS or before.low in DETERMINERS:
                continue
            if token.low in ("le", "la", "l'", "un", "une", "les", "sa", "son", "des") or (
                token.capital and not before.capital
            ):
                return ahead
    return place


def _clause_follows(tokens: Sequence[Token], after: int) -> bool:
    """Whether "que" follows a verb, a few words behind at most, or a colon or quotation directly."""
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


def _closing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a quotation ends with the token: », or a straight mark with no space before it."""
    token = tokens[place]
    return token.text == "»" or (token.text == '"' and place > 0 and tokens[place - 1].end == token.start)


def _reports_source(tokens: Sequence[Token], place: int) -> bool:
    """Whether "de source sûre" tells who says it: behind a comma, a day, "appris"; not "issue de sources"."""
    before = tokens[place]
    return before.text == "," or before.low in _DAYS or _said_learn(before.low) or place == 0


def _number_inside(tokens: Sequence[Token], start: int, stop: int) -> bool:
    return any(t.kind == "number" for t in tokens[start:stop])


def _said_learn(low: str) -> bool:
    return low in ("appris", "apprend", "apprenait", "apprenons", "apprendre", "indique", "-on", "-t-on")


def _merged(cues: list[Cue]) -> list[Cue]:
    """Without the cues whose names another cue before them names at the same place."""
    kept: list[Cue] = []
    for cue in cues:
        if cue.names and any(
            other.names and other.names[0].start <= cue.names[0].start < other.names[-1].end for other in kept
        ):
            continue
        kept.append(cue)
    return kept


# Wishes and demands: their subject is no source of the figure, be it behind "que".
_WANTING = frozenset(
    "demander exiger réclamer souhaiter vouloir proposer recommander espérer plaider appeler préconiser ordonner inviter "
    "conseiller préférer requérir savoir aller".split()
)
_CONTRACTIONS = frozenset(("au", "aux", "du", "de", "d'"))
_NOT_VERBS = frozenset(
    "et ou mais que qui dont où le la les l' une cette ce elle comme quand puisque alors même notamment ainsi encore".split()
)
_COMES = frozenset("vient viennent venait venaient".split())
_HAVE = frozenset("a ont avait avaient aurait auraient aura auront ai avons".split())
_BE = frozenset("est sont était étaient sera seront serait seraient fut furent".split())
_OPENING_WORDS = frozenset(
    "selon après suivant croire dires source sources auprès colonnes au à chez pour citant".split()
)
RELATIVE_WORDS = frozenset("que qu' qui quoi lequel laquelle lesquels lesquelles quel quelle quels quelles où".split())
_BEHIND_INVERSION = frozenset(
    "dans qui que dont lors à au aux auprès lundi mardi mercredi jeudi vendredi samedi dimanche hier ce en sur et mais "
    "citant sous devant avant après pour par avec".split()
)

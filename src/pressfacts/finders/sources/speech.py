"""Verbs of saying as cues: who says it stands before the verb, behind it, in a turned pronoun, or behind "par"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressfacts.finders.sources.cue import AS_SUBJECT, Cue, cue_of, pronoun_cue
from pressfacts.finders.sources.groups import (
    GROUP,
    SKIP,
    auxiliary,
    closes,
    coordinated,
    governing,
    may_be_verb,
    past_participle,
    reads_finite,
    reflexive,
    treats,
    with_object,
)
from pressfacts.finders.sources.hearsay import HearsayReader
from pressfacts.finders.sources.judging import expected, says
from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.nouns import REPORTS
from pressfacts.finders.sources.page import token_at
from pressfacts.finders.sources.prepositions import comes_from
from pressfacts.finders.sources.saying import (
    BE,
    CLITICS,
    CONTRACTIONS,
    GIVING,
    HAVE,
    MADE_KNOWN,
    OF_FIGURES,
    PRESS_VERBS,
    QUOTES,
    REVISING,
    TURNED,
    WANTING,
    Saying,
    clause_follows,
    closing,
    leaves_subject_behind,
    negated,
    own_affairs,
    past_adjunct,
    past_aside,
    past_dates,
)
from pressfacts.finders.sources.subjects import subject
from pressfacts.language.tokens import MARK, NUMBER, Token
from pressfacts.language.words import (
    ADVERBS,
    DETERMINERS,
    finite_verb,
)
from pressfacts.lexicon import verbs

# What one does with a report that one makes: "a annoncé un rapport", "a publié une étude".
_ISSUING = frozenset("annoncer publier diffuser présenter commenter évoquer citer saluer critiquer contester".split())
_PEOPLE_SPEAK = frozenset(("report", "report_clause"))
# Verbs that say nothing by themselves, but with what stands behind them: "fait état de", "voit le déficit à 3 %".
_PLAIN = frozenset(("faire", "borner", "mettre", "voir"))
_ON = frozenset(("-on", "-t-on"))


class SpeechReader:
    """Reads the cues of one article that a verb makes."""

    def __init__(self, names: NameReader) -> None:
        self._names = names
        self._hearsay = HearsayReader(names)

    def read(self, tokens: Sequence[Token], place: int, saying: Saying) -> Cue | None:
        """The cue of a verb of saying at a token."""
        before = tokens[place - 1].low if place else ""
        after = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if saying.participle and (auxiliary(tokens, place) in HAVE | BE or not reads_finite(tokens, place, saying)):
            return self._participle(tokens, place, saying)
        if negated(tokens, place):
            return None
        if not saying.finite:
            if comes_from(tokens, place):
                return self._before(tokens, place - 2, place, saying)
            group = governing(tokens, place)
            if group is not None and any(
                t.low in ("que", "qu'") or t.text in QUOTES for t in tokens[place + 1 : place + 4]
            ):
                return self._before(tokens, group, place, saying)
            if before in (",", "-") and tokens[place].low.endswith("ant") and _figure_told(tokens, place, saying):
                cue = pronoun_cue(tokens, place, place, place, AS_SUBJECT, "participle")
                cue.coordinated = True
                return cue
            if saying.lemma == "lire" and before in _ON:
                return self._hearsay.learnt(tokens, place - 1, place + 1)  # "peut-on lire dans"
            if before in ("de", "d'") and place > 2 and tokens[0].low == "et" and saying.roles & _PEOPLE_SPEAK:
                return self._before(tokens, place - 1, place, saying)  # "Et le maire de conclure"
            return None
        finite = finite_verb(tokens, place) is not None or treats(tokens, place, saying)
        if not finite and not with_object(tokens, place):
            return None
        if before in ("se", "s'") and not reflexive(tokens, place, saying):
            return None
        if saying.lemma == "citer" and before == "qui":
            names = self._names.read(tokens, place + 1)
            if names and names[0].kind != "press" and names[0].known:
                return cue_of(names, tokens, place, place + 1, "both", "citing")
        if after in TURNED and saying.lemma == "ressortir":
            return self._hearsay.learnt(tokens, place, place + 2)  # "ressort-il des chiffres de X"
        if after in TURNED:
            return _turned(tokens, place, place + 1, place + 1)
        if after in _ON:
            return self._hearsay.learnt(tokens, place, place + 2)
        if saying.lemma == "ressortir" and before == "il":
            return self._hearsay.learnt(tokens, place - 1, place + 1)  # "il ressort d'une étude de X que"
        first = place
        while first and tokens[first - 1].low in CLITICS:
            first -= 1
        return self._either_side(tokens, first, place, saying)

    def behind_quotation(self, tokens: Sequence[Token], at: int) -> Cue | None:
        """ "« … », tempère Zineb Alaoui": behind a quotation any verb is one of saying."""
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        first = at
        while at < len(tokens) and tokens[at].low in CLITICS:
            at += 1
        if at + 1 >= len(tokens) or tokens[at].capital or tokens[at].kind != "word":
            return None
        low = tokens[at].low
        forms = verbs.load_verb_forms().get(low, ())
        if low in HAVE or low in BE:
            at += 1
            while at < len(tokens) and (tokens[at].low in ADVERBS or tokens[at].low.endswith("ment")):
                at += 1
            if at < len(tokens) and tokens[at].low in TURNED:
                return _turned(tokens, first, at, min(at + 1, len(tokens) - 1))
            if at >= len(tokens) or not past_participle(tokens[at]):
                return None
        elif not may_be_verb(tokens, at, bool(forms)):
            return None
        elif tokens[at + 1].low in TURNED:
            return _turned(tokens, first, at + 1, at + 1)
        place = self._past_recipient(tokens, past_aside(tokens, past_dates(tokens, at + 1)))
        if place + 1 < len(tokens) and tokens[place].low.endswith(("ant", "ante", "if", "ive", "eux", "euse")):
            place += 1  # "s'est voulu [rassurant] le wali"
        if place >= len(tokens) or tokens[place].low in CONTRACTIONS:
            return None
        opens = tokens[place].low in DETERMINERS or tokens[place].capital or tokens[place].low in ("m", "mme", "me")
        if not opens:
            return None
        names = self._names.read(tokens, place)
        if not names or (not names[0].known and not forms) or (names[0].kind == "document" and not names[0].known):
            return None
        names[0] = self._names.as_person(names[0], tokens, place)
        return cue_of(names, tokens, first, place, "both", "inversion")

    def _participle(self, tokens: Sequence[Token], place: int, saying: Saying) -> Cue | None:
        """ "a indiqué X", "X a indiqué", "a-t-il ajouté", "publié par X"."""
        aux = place - 1
        turned: int | None = None
        while aux >= 0 and place - aux < GROUP:
            low = tokens[aux].low
            if low in TURNED or low in _ON:
                turned = aux
            elif low not in SKIP and not low.endswith("ment"):
                break
            aux -= 1
        word = tokens[aux].low if aux >= 0 else ""
        if word in HAVE and negated(tokens, aux):
            return None
        if turned is not None and word in HAVE:
            if tokens[turned].low in _ON:
                return self._hearsay.learnt(tokens, aux, place + 1)
            return _turned(tokens, aux, turned, place)
        own = aux > 0 and tokens[aux - 1].low in ("s'", "se")
        if own and not reflexive(tokens, aux, saying):
            return None  # "la facture s'est chiffrée à 3 millions"
        passive = any(tokens[i].low == "été" for i in range(max(0, aux), place)) or (word in BE and not own)
        if passive or (word not in HAVE and not (word in BE and own)):
            return self._hearsay.agent(tokens, place, saying)
        first = aux - 1 if own else aux
        while first and tokens[first - 1].low in CLITICS:
            first -= 1
        return self._either_side(tokens, first, place, saying)

    def _either_side(self, tokens: Sequence[Token], first: int, verb: int, saying: Saying) -> Cue | None:
        """The subject of a verb group from ``first`` to ``verb``: behind it where the words before leave it there."""
        if leaves_subject_behind(tokens, first):
            ahead = self._apposed(tokens, first, verb, saying)
            if ahead is not None:
                return ahead
            cue = self._behind(tokens, first, verb + 1, saying)
            if cue is not None:
                return cue
        return self._before(tokens, first, verb, saying)

    def _apposed(self, tokens: Sequence[Token], first: int, verb: int, saying: Saying) -> Cue | None:
        """ "Zineb Alaoui, ministre du Travail, [a annoncé un plan]": behind the second comma stands no subject."""
        place = past_dates(tokens, verb + 1)
        if tokens[first - 1].text != "," or place >= len(tokens):
            return None
        object_follows = (
            tokens[place].low in ("un", "une", "des", "que", "qu'", "son", "sa", "ses", "leur", "leurs")
            or tokens[place].kind == "number"
            or clause_follows(tokens, place)
        )
        if not object_follows or self._told_by_a_document(tokens, place, saying):
            return None
        found = subject(self._names, tokens, first)
        if found is None or not found[0] or not found[0][0].known:
            return None
        return self._before(tokens, first, verb, saying)

    def _told_by_a_document(self, tokens: Sequence[Token], place: int, saying: Saying) -> bool:
        """ ", a révélé vendredi [un sondage]": a report tells, and nobody reveals it as he publishes one."""
        if tokens[place].low not in ("un", "une") or saying.lemma in _ISSUING or not saying.roles & _PEOPLE_SPEAK:
            return False
        names = self._names.read(tokens, place)
        return bool(names) and names[0].kind == "document" and names[0].head in REPORTS

    def _behind(self, tokens: Sequence[Token], first: int, at: int, saying: Saying) -> Cue | None:
        """ ", indique [mardi] la préfecture", "comme le rapporte X", "que révèle X"."""
        if not saying.roles and saying.lemma not in PRESS_VERBS | {"faire"}:
            return None
        behind_quote = closing(tokens, first - 1) or (
            first > 1 and tokens[first - 1].text == "," and closing(tokens, first - 2)
        )
        if saying.lemma in WANTING and not behind_quote:
            return None
        if saying.lemma == "compter" and tokens[first - 1].low in ("que", "qu'", "dont", "où"):
            return None  # "les lits que compte l'hôpital"
        place = at
        if saying.lemma == "faire":
            if at >= len(tokens) or tokens[at].low not in (
                "savoir",
                "remarquer",
                "observer",
                "valoir",
                "part",
                "état",
            ):
                return None
            place = at + 1
        elif at < len(tokens) and tokens[at].low in ("savoir", "part"):
            place = at + 1
        place = self._past_recipient(tokens, past_dates(tokens, place))
        if place >= len(tokens) or tokens[place].low in CONTRACTIONS or tokens[place].low in ("que", "qu'"):
            return None
        if saying.lemma == "publier" and tokens[place].low == "un":
            return None
        names = self._names.read(tokens, place)
        if not names or (names[0].generic and names[0].kind == "person"):
            return None
        if not names[0].known and not names[0].generic:
            bare = tokens[place].low not in DETERMINERS and not tokens[place].capital
            if not behind_quote or bare:
                return None
        comma = tokens[first - 1].text in (",", "(") or tokens[first - 1].kind == "number"
        if (
            comma
            and not closes(tokens, names[-1].last)
            and not (saying.lemma == "apprendre" and tokens[names[-1].last].low in ("de", "d'", "auprès"))
        ):
            return None
        if tokens[first - 1].low in ("que", "qu'") and names[0].kind != "press" and not names[0].known:
            return None
        return cue_of(names, tokens, first, place, "both", "inversion")

    def _past_recipient(self, tokens: Sequence[Token], place: int) -> int:
        """Past a newspaper that is told: ", explique [à Médina Soir] Omar Bennis"."""
        if place + 1 < len(tokens) and tokens[place].low in ("à", "au", "auprès"):
            for at in range(place + 1, place + 4):
                hit = self._names.page.press_at(tokens[at]) if at < len(tokens) else None
                if hit is not None:
                    return token_at(tokens, at, hit.end)
        return past_adjunct(tokens, place)

    def _before(self, tokens: Sequence[Token], first: int, verb: int, saying: Saying) -> Cue | None:
        """ "La préfecture indique", "X, président de Y, a fait savoir", "il précise"."""
        if not saying.roles and saying.lemma not in PRESS_VERBS | OF_FIGURES | GIVING | REVISING | _PLAIN:
            return None
        after = verb + 1
        if (
            tokens[first].low == "lui"
            and first + 1 == verb
            and (not first or tokens[first - 1].text in (";", ".", ":"))
        ):
            who: tuple[list[Name], str | None] | None = (
                [],
                "il",
            )  # "; lui dit le double"
        else:
            who = subject(self._names, tokens, first)
        if who is None:
            return self._unmarked(tokens, first, after, saying)
        names, pronoun = who
        told = says(names, saying, tokens, after, pronoun) and not expected(tokens, first, names, saying)
        if saying.lemma == "annoncer" and names and names[0].kind == "press" and own_affairs(tokens, after):
            names = [replace(names[0], kind="organisation", generic=False)]
        start = names[0].start if names else tokens[first].start
        last = verb + 1 if saying.lemma == "faire" and after < len(tokens) and tokens[after].low in MADE_KNOWN else verb
        words = (tokens[first].start, tokens[last].end)
        cue = Cue(
            names,
            words,
            start,
            words[1],
            "right",
            "subject",
            pronoun=pronoun,
            weak=not told,
            verb=verb,
        )
        if names and not any(token.kind == MARK for token in tokens[names[-1].last : first]):
            cue.phrase = (start, words[1])
        cue.coordinated = coordinated(tokens, first, start)
        if pronoun is not None:
            at = max(0, first - 1)
            cue.mention = (
                tokens[at - 1 if pronoun.endswith("-ci") and at else at].start,
                tokens[at].end,
            )
        return cue

    def _unmarked(self, tokens: Sequence[Token], first: int, after: int, saying: Saying) -> Cue | None:
        """ "… de 3% des ventes révèle Omar Bennis.": an inversion whose comma was forgotten, at the sentence's end."""
        if not saying.roles & _PEOPLE_SPEAK or after >= len(tokens) or tokens[after].low in CONTRACTIONS:
            return None
        names = self._names.read(tokens, after)
        if not names or not names[0].known or names[0].kind not in ("press", "person"):
            return None
        last = names[-1].last
        if last >= len(tokens) or (tokens[last].text in (".", ",") and (names[0].role or last + 1 >= len(tokens))):
            return cue_of(names, tokens, first, after, "both", "inversion")
        return None


def _figure_told(tokens: Sequence[Token], place: int, saying: Saying) -> bool:
    """ ", [évoquant] plutôt 500 hectares", ", [précisant] que"; ", confirmant sa place" tells no figure."""
    if not saying.roles & _PEOPLE_SPEAK or saying.lemma == "confirmer":
        return False
    ahead = tokens[place + 1 : place + 6]
    stop = next((i for i, token in enumerate(ahead) if token.kind == MARK), len(ahead))
    return any(token.kind == NUMBER or token.low in ("que", "qu'") for token in ahead[:stop])


def _turned(tokens: Sequence[Token], first: int, pronoun: int, last: int) -> Cue:
    """ "indique-t-il", "a-t-elle ajouté"."""
    return pronoun_cue(
        tokens,
        first,
        last,
        pronoun,
        tokens[pronoun].low.rsplit("-", 1)[-1],
        "inversion",
    )

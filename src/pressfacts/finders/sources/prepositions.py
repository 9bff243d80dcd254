"""Prepositions that make a source: selon, d'après, à en croire, aux dires de, de source, auprès de, dans."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.cue import Cue, cue_of, pronoun_cue
from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.nouns import (
    DEEDS,
    LOOSE_PRESS_NOUNS,
    NOT_SAYING,
    PIECES,
    PRESS_NOUNS,
    REPORTS,
)
from pressfacts.finders.sources.saying import COMES, DAYS, TURNED, learns, saying_of
from pressfacts.language.tokens import Token
from pressfacts.language.words import DETERMINERS, OF, PRENOMINAL
from pressfacts.lexicon.words import key

_OPENING = frozenset(
    "selon après suivant croire croit entendre dixit aveu dires dire avis yeux source sources auprès colonnes plume "
    "voix au à chez pour citant sur côté sein micro antenne ondes plateau".split()
)
# The telling word of a phrase, and what must stand before it; () where nothing must.
_PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "croire": (("à", "en"),),
    "croit": (("l'", "on", "en"), ("si", "on", "en")),
    "entendre": (("à",),),
    "dires": (("aux",),),
    "dire": (("au",),),
    "avis": (("de", "l'"), ("à", "l'")),
    "aveu": (("de", "l'"), ("de", "son"), ("du", "propre")),
    "yeux": (("aux",),),
    "plume": (("sous", "la"),),
    "voix": (("par", "la"),),
    "dixit": ((),),
}
_RELATIVES = frozenset("que qu' qui quoi lequel laquelle lesquels lesquelles quel quelle quels quelles où".split())
# Groups that think: "Pour les organisateurs, ils étaient 2.000".
_OPINIONATED = frozenset(
    "organisateurs organisatrices experts expertes economistes analystes observateurs specialistes professionnels "
    "opposants manifestants avocats chercheurs scientifiques syndicalistes responsables auteurs detracteurs partisans "
    "militants politologues sociologues epidemiologistes medecins promoteurs enqueteurs dirigeants elus juges".split()
)
# "a précisé le maire dans une déclaration à la presse": what he says there is his alone.
_SPEECHES = frozenset(
    "declaration allocution discours intervention conference reponse expose presentation message plaidoirie".split()
)
_WITHIN = frozenset("un une son sa ses leur leurs le la l' ce cette".split())


class PrepositionReader:
    """Reads the cues of one article that a preposition opens."""

    def __init__(self, names: NameReader) -> None:
        self._names = names

    def opens(self, low: str) -> bool:
        """Whether a word may be part of such a cue."""
        return low in _OPENING

    def read(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """The cue whose telling word stands at a token."""
        low = tokens[place].low
        if low in ("selon", "après", "suivant"):
            return self._selon(tokens, place, low)
        if low in _PHRASES:
            return self._phrase(tokens, place, low)
        if low in ("source", "sources"):
            return self._de_source(tokens, place)
        if low == "auprès":
            return self._beside(tokens, place)
        if low == "colonnes":
            return self._columns(tokens, place)
        if low == "pour":
            return self._pour(tokens, place)
        if low == "citant":
            return cue_of(
                self._names.read(tokens, place + 1),
                tokens,
                place,
                place + 1,
                "both",
                "citing",
            )
        if low in ("sur", "micro", "antenne", "ondes", "plateau"):
            return self._on_air(tokens, place, low)
        if low in ("côté", "sein"):
            return self._among(tokens, place)
        return self._among(tokens, place) or self._recipient(tokens, place, place if low == "au" else place + 1)

    def _selon(self, tokens: Sequence[Token], place: int, low: str) -> Cue | None:
        """ "selon X", "d'après X", "suivant X", "toujours selon lui"."""
        if low == "après" and not (place and tokens[place - 1].low == "d'"):
            return None
        if low == "suivant" and place and tokens[place - 1].text != ",":
            return None
        return self._behind(tokens, place - 1 if low == "après" else place, place + 1)

    def _phrase(self, tokens: Sequence[Token], place: int, low: str) -> Cue | None:
        """ "à en croire X", "si l'on en croit X", "à entendre X", "aux dires de X", "de l'aveu de X", "dixit X"."""
        before = [token.low for token in tokens[max(0, place - 3) : place]]
        length = next((len(words) for words in _PHRASES[low] if before[-len(words) :] == list(words)), -1)
        if length < 0 and () in _PHRASES[low]:
            length = 0
        if length < 0:
            return None
        at = place + 1
        if low in ("croire", "croit", "entendre", "dixit"):
            return self._behind(tokens, place - length, at)
        if at < len(tokens) and tokens[at].low == "même":
            at += 1
        if at >= len(tokens) or tokens[at].low not in OF:
            return None
        return self._behind(tokens, place - length, at if tokens[at].low in ("du", "des") else at + 1)

    def _behind(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        if at >= len(tokens):
            return None
        low = tokens[at].low
        if low in ("lui", "elle", "eux", "elles"):
            return pronoun_cue(
                tokens,
                first,
                at,
                at,
                {"lui": "il", "eux": "ils"}.get(low, low),
                "pronoun",
            )
        if low in ("ce", "cette", "ces", "cet") and at + 1 < len(tokens) and tokens[at + 1].low.startswith("derni"):
            gender = "elle" if tokens[at + 1].low.startswith("dernière") else "il"
            return pronoun_cue(
                tokens,
                first,
                at + 1,
                at + 1,
                gender + ("s" if low == "ces" else "") + "-ci",
                "pronoun",
            )
        if low in _RELATIVES:
            return None
        if tokens[at].text in ("«", '"') and at + 1 < len(tokens) and self._names.page.press_at(tokens[at + 1]):
            at += 1  # "selon « Le Fleuve »"
        names = self._names.read(tokens, at)
        names = [name for name in names if name.known or self._may_say(tokens, first, at, name)]
        if tokens[first].low == "suivant" and names and (names[0].kind == "document" or not names[0].known):
            return None  # "suivant les directives du siège": according to, and nobody says it
        return cue_of(names, tokens, first, at, "both", "preposition")

    def _may_say(self, tokens: Sequence[Token], first: int, at: int, name: Name) -> bool:
        """Whether an unknown noun behind "selon" says something: not "selon la saison", "selon les cas"."""
        word = next(
            (t for t in tokens[at : name.last] if t.low not in DETERMINERS | PRENOMINAL),
            None,
        )
        if word is None or key(word.low) in NOT_SAYING:
            return False
        before = tokens[first - 1].text if first else ","
        after = tokens[name.last].text if name.last < len(tokens) else "."
        return before in (",", "»", ":", ")", '"') or first == 0 or after in (",", ".", ";")

    def _de_source(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "de source policière": behind a comma, a day, "appris", or at the head; not "issue de sources"."""
        if not place or tokens[place - 1].low not in ("de", "d'"):
            if not (place > 1 and tokens[place - 1].low == "même" and tokens[place - 2].low == "de"):
                return None
            place -= 1
        before = tokens[place - 2] if place > 1 else None
        if before is not None and not (
            before.text in (",", "(", "»", '"')
            or before.low in DAYS
            or before.low in TURNED
            or learns(before.low)
            or saying_of(before.low) is not None
            or self._names.page.ends_press(before.end)  # "apprend Médina Soir de sources sûres"
        ):
            return None
        return cue_of(
            self._names.read(tokens, place),
            tokens,
            place - 1,
            place,
            "both",
            "de_source",
        )

    def _beside(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "apprend-on auprès de l'office": a source; "a-t-elle confié auprès de l'agence": a newspaper beside one."""
        if place + 1 >= len(tokens):
            return None
        following = tokens[place + 1].low
        start = place + 1 if following in ("du", "des") else place + 2
        if following in OF and any(learns(tokens[i].low) for i in range(max(0, place - 4), place)):
            return self._behind(tokens, place, start)
        return self._recipient(tokens, place, start)

    def _columns(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "dans les colonnes du Quotidien de Fès"."""
        if place < 2 or place + 1 >= len(tokens) or tokens[place + 1].low not in OF:
            return None
        start = place + 1 if tokens[place + 1].low in ("du", "des") else place + 2
        return cue_of(self._press_only(tokens, start), tokens, place - 2, start, "both", "columns")

    def _on_air(self, tokens: Sequence[Token], place: int, low: str) -> Cue | None:
        """ "a déclaré sur Radio Atlas", "au micro de Radio Atlas": a broadcaster beside a speaker."""
        first, at = place, place + 1
        if low != "sur":
            if at >= len(tokens) or tokens[at].low not in OF:
                return None
            first = max(0, place - 2 if low != "micro" else place - 1)
            at += tokens[at].low not in ("du", "des")
        names = self._press_only(tokens, at)
        if not names or names[0].generic or (names[0].doubtful and low == "sur"):
            return None
        if low == "sur" and not any(self._spoken(tokens[i].low) for i in range(max(0, place - 4), place)):
            return None
        return cue_of(names, tokens, first, at, "both", "recipient", beside=True)

    def _spoken(self, low: str) -> bool:
        saying = saying_of(low)
        return low in TURNED or (saying is not None and bool(saying.roles & {"report", "report_clause"}))

    def _pour(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "Pour Omar Bennis, économiste, le coût …": a person at the head of a sentence."""
        if place and tokens[place - 1].text not in ("-", "•", "»"):
            return None
        if place + 2 < len(tokens) and tokens[place + 1].low in ("lui", "elle") and tokens[place + 2].text == ",":
            return pronoun_cue(
                tokens,
                place,
                place + 1,
                place + 1,
                "il" if tokens[place + 1].low == "lui" else "elle",
                "pour",
            )
        names = self._names.read(tokens, place + 1)
        if not names or names[0].kind != "person" or names[-1].last >= len(tokens):
            return None
        if tokens[names[-1].last].text != "," or any(t.kind == "number" for t in tokens[place : names[-1].last]):
            return None
        if names[0].plural and key(names[0].head) not in _OPINIONATED:
            return None  # "Pour les agriculteurs, l'aide est de 3 %": whom it is for
        return cue_of(names, tokens, place, place + 1, "right", "pour")

    def _among(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "À l'Office des changes, on table sur 3 %", "du côté du patronat, on …": a body that "on" speaks for."""
        if place > 1 or (place == 1 and tokens[0].low not in ("du", "au")):
            return None
        at = 0 if tokens[0].low == "au" else 1
        if tokens[place].low in ("côté", "sein"):
            at = place + 1 if place + 1 < len(tokens) and tokens[place + 1].low in ("du", "des") else place + 2
        elif place or tokens[0].low not in ("au", "à", "chez"):
            return None
        if at >= len(tokens):
            return None
        names = self._names.read(tokens, at)
        if not names or not names[0].known or names[0].kind not in ("organisation", "press"):
            return None
        last = names[0].last
        if names[0].kind == "organisation" and self._is_place(tokens, at, names[0]):
            return None  # "Au Sénégal, on a mesuré", "à Dakar, on"
        if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].low in ("on", "l'"):
            return cue_of(names, tokens, 0, at, "both", "among")
        return None

    def _is_place(self, tokens: Sequence[Token], at: int, name: Name) -> bool:
        """Whether a name is a country, or a town: a capital and neither determiner nor acronym."""
        if key(name.name) in self._names.page.lexicon.countries.by_key:
            return True
        bare = tokens[at].capital and not name.entry and not name.acronym and not tokens[at].text.isupper()
        return bare and tokens[at - 1].low in ("à", "en")

    def _recipient(self, tokens: Sequence[Token], first: int, at: int) -> Cue | None:
        """ "explique-t-elle au journal", "a déclaré à l'agence": a newspaper beside a speaker."""
        if at >= len(tokens):
            return None
        word = tokens[at if tokens[at].low not in DETERMINERS else min(at + 1, len(tokens) - 1)]
        if not word.capital and key(word.low) not in PRESS_NOUNS and key(word.low) != "micro":
            return None
        names = self._press_only(tokens, at)
        if not names:
            return None
        if names[0].generic and key(word.low) in LOOSE_PRESS_NOUNS - {
            "agence",
            "station",
            "chaine",
            "radio",
        }:
            return None
        if names[0].doubtful and not any(self._spoken(token.low) for token in tokens[max(0, first - 3) : first]):
            return None  # "une aide au Pays", "au Sahel"
        return cue_of(names, tokens, first, at, "both", "recipient", beside=True)

    def within(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """ "indique le ministère [dans un communiqué]", "[Dans une étude], la Cour estime": beside its author."""
        if place + 2 >= len(tokens) or tokens[place + 1].low not in _WITHIN:
            return None
        names = self._names.read(tokens, place + 1)
        if not names or names[0].kind not in ("document", "press"):
            return None
        if names[0].kind == "press":
            return self._interview(tokens, place, names)
        if not names[0].known or key(names[0].head) in DEEDS | _SPEECHES:
            return None
        if tokens[place + 1].low in ("ce", "cette") and key(names[0].head) in PIECES:
            return None  # "cite dans ce dossier"
        definite = tokens[place + 1].low in (
            "le",
            "la",
            "l'",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
        )
        if definite and not any(self._spoken(token.low) for token in tokens[max(0, place - 9) : place]):
            return None  # "Dans son rapport annuel, la Cour estime": the Court alone says it
        cue = cue_of(names[:1], tokens, place, place + 1, "both", "within", beside=True)
        if cue is not None and not place and not definite and key(names[0].head) in REPORTS:
            cue.beside = False  # "[Dans un sondage], 42 % disent non": where nobody else speaks, it does
        return cue

    def _interview(self, tokens: Sequence[Token], place: int, names: list[Name]) -> Cue | None:
        """ "dans un entretien au Quotidien de Fès, Omar Bennis estime": the newspaper beside the speaker."""
        if names[0].generic or tokens[place + 1].low not in ("un", "une"):
            return None
        return cue_of(names[:1], tokens, place, place + 1, "both", "interview", beside=True)

    def _press_only(self, tokens: Sequence[Token], at: int) -> list[Name]:
        return [name for name in self._names.read(tokens, at) if name.kind == "press"] if at < len(tokens) else []


def comes_from(tokens: Sequence[Token], place: int) -> bool:
    """ "vient de [publier]": an infinitive whose subject stands before "venir"."""
    return place >= 2 and tokens[place - 1].low in ("de", "d'") and tokens[place - 2].low in COMES

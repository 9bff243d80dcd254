"""What a sentence is about: the person or body at its head, the firm that it names, an earlier phrase with a noun."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.name import Kind, Name
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.nouns import PRESS_ADJECTIVES, REPORTS
from pressfacts.finders.sources.saying import CLITICS, DAYS, HAVE
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import WORD, Token
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    CONTRACTED,
    DETERMINERS,
    OF,
    PREPOSITIONS,
    finite_verb,
)
from pressfacts.lexicon.words import key

# Nouns that stand for whichever firm is spoken of, with adjectives and complements that name nothing.
_FIRMS = frozenset(
    "groupe societe firme compagnie multinationale enseigne geant fabricant avionneur equipementier transporteur "
    "distributeur assureur holding marque entreprise editeur brasseur constructeur operateur exploitant filiale caisse "
    "armateur chimiste cimentier laboratoire sucrier petrolier producteur leader specialiste regie banque".split()
)
# Bodies that a bare noun may stand for too.
_BARE = frozenset("institution organisation organisme etablissement ong agence centrale mutuelle".split())
# How far into a sentence its head is looked for, and how many tokens of a sentence a name is looked for in.
_HEAD, _WIDTH = 14, 120
# How many adjuncts may stand before a subject.
_PARTS = 4
_ROMAN = frozenset("II III IV VI VII VIII IX XI XII XV XVI XX XXI".split())
_NOT_BODIES = frozenset(
    "HT TTC TVA PIB DH MDH MMDH KDH MAD EUR USD FCFA CFA TV CDD CDI PME TPE PMI BTP UN DE LE LA ET".split()
)


class Topics:
    """What the sentences of one article are about; each is read once, when first asked for."""

    def __init__(self, names: NameReader, sentences: Sequence[Sentence]) -> None:
        self._names = names
        self._sentences = sentences
        self._heads: dict[int, Name | None] = {}
        self._bodies: dict[int, list[Name]] = {}
        self._mentions: dict[int, list[Name]] = {}
        self._phrases: dict[tuple[int, str], list[Name]] = {}

    def of(self, place: int) -> Name | None:
        """The person or body at the head of a sentence: "Omar Bennis cultive la rose", "Le ministre voit plus loin"."""
        if place not in self._heads:
            self._heads[place] = self._head(self._sentences[place].tokens)
        return self._heads[place]

    def _head(self, tokens: Sequence[Token]) -> Name | None:
        start = 0
        while start < min(len(tokens), _HEAD) and (
            tokens[start].kind != WORD or tokens[start].low in ADVERBS or tokens[start].low in CONJUNCTIONS
        ):
            start += 1
        for _ in range(_PARTS):
            found = self._subject_at(tokens, start)
            if found is not None:
                return found
            if start >= len(tokens) or not _adjunct(tokens[start]):
                return None
            comma = next(
                (i for i in range(start, min(len(tokens), start + _HEAD)) if tokens[i].text == ","),
                None,
            )
            if comma is None:
                return None
            start = comma + 1
        return None

    def _subject_at(self, tokens: Sequence[Token], start: int) -> Name | None:
        if start >= len(tokens) or tokens[start].low in PREPOSITIONS:
            return None
        found = self._names.read(tokens, start)
        if tokens[start].low in (
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "un",
            "une",
            "notre",
            "mon",
            "ma",
        ):
            return None
        if len(found) != 1 or found[0].kind not in ("person", "organisation") or not found[0].known or found[0].plural:
            return None
        last = found[0].last
        if found[0].kind == "organisation" and found[0].name[:1].isupper() and not self._is_body(found[0]):
            return None
        if last >= len(tokens) or tokens[last].text in (",", "("):
            return found[0]
        verb = finite_verb(tokens, last) is not None or tokens[last].low in ADVERBS | CLITICS | HAVE
        return found[0] if verb else None

    def _is_body(self, name: Name) -> bool:
        words = name.name.split()
        return key(name.name) not in self._names.page.lexicon.countries.by_key and len(words[0]) > 1

    def mentions(self, place: int, before: int) -> list[Name]:
        """The persons, documents and own names of bodies in a sentence before a place, the last first."""
        if place not in self._mentions:
            self._mentions[place] = self._mentioned(self._sentences[place].tokens[:_WIDTH])
        return [name for name in self._mentions[place] if name.end <= before]

    def _mentioned(self, tokens: Sequence[Token]) -> list[Name]:
        found: list[Name] = []
        for at in range(len(tokens) - 1, -1, -1):
            token = tokens[at]
            behind_of = at > 0 and (tokens[at - 1].low in OF or tokens[at - 1].low in ("l'", "la", "le"))
            if behind_of or (at == 0 and not token.text.isupper() and token.low not in DETERMINERS):
                continue  # "Début mai, …": a capital that only the sentence's start explains
            if not (token.capital or token.low in DETERMINERS - CONTRACTED):
                continue
            names = self._names.read(tokens, at)
            if not names or not names[0].known or names[0].generic:
                continue
            told = names[0].kind == "document" and names[0].head in REPORTS
            if names[0].kind == "person" or told or (proper_body(names[0]) and self._is_body(names[0])):
                found.append(names[0])
        return found

    def phrase(self, place: int, head: str, kind: Kind, before: int) -> Name | None:
        """A phrase of a sentence before a place, with a noun at its head and more: "le rapport du conseil"."""
        if (place, head) not in self._phrases:
            self._phrases[place, head] = self._with_head(self._sentences[place].tokens[:_WIDTH], head)
        found = (name for name in self._phrases[place, head] if name.kind == kind and name.start < before)
        return next(found, None)

    def _with_head(self, tokens: Sequence[Token], head: str) -> list[Name]:
        found: list[Name] = []
        for at in range(len(tokens) - 1, -1, -1):
            if self._names.page.word(tokens[at]) != head or (at and tokens[at - 1].low == "par"):
                continue  # "par rapport à"
            start = at - 1 if at and tokens[at - 1].low in DETERMINERS else at
            names = self._names.read(tokens, start)
            if not names or names[0].head != head or names[0].generic:
                continue
            if names[0].role or names[0].acronym or " " in names[0].name:
                found.append(names[0])
        return found

    def bodies(self, place: int, before: int) -> list[Name]:
        """The firms that a sentence names before a place: acronyms, names of the lexicon, and last its subject."""
        if place not in self._bodies:
            self._bodies[place] = self._named(self._sentences[place].tokens)
        found = [name for name in self._bodies[place] if name.start < before]
        topic = self.of(place)
        if topic is None or topic.start >= before or not proper_body(topic):
            return found
        # "Le Village olympique a ouvert" names no firm; "Atlas Cap a ouvert", "la BMR a ouvert" do
        firm = topic.entry or topic.acronym or topic.name.isupper() or self._own_words(topic)
        return [*found, topic] if firm else found

    def _own_words(self, name: Name) -> bool:
        """Whether a name stands without a determiner."""
        return self._names.page.folded[name.start : name.start + 60].startswith(name.name[:4])

    def _named(self, tokens: Sequence[Token]) -> list[Name]:
        page = self._names.page
        found: list[Name] = []
        for at, token in enumerate(tokens[:_WIDTH]):
            if token.kind != WORD or not token.capital or page.press_at(token) is not None:
                continue
            shouted = token.text.isupper() and 2 <= len(token.text) <= 8 and token.text not in _ROMAN | _NOT_BODIES
            listed = page.lexicon.organisations.by_key.get(page.word(token)) is not None
            before = tokens[at - 1].low if at else ""
            firm = key(before) in _FIRMS
            if not (shouted or listed or firm) or page.word(token) in page.lexicon.countries.by_key:
                continue
            names = self._names.read(tokens, at - 1 if firm or before in DETERMINERS else at)  # "[groupe] Rivalto"
            if names and proper_body(names[0]):
                found.append(names[0])
        return found


def proper_body(name: Name) -> bool:
    """Whether a name is a body's own: it has a capital."""
    return name.kind == "organisation" and any(word[:1].isupper() for word in name.name.split())


def _adjunct(token: Token) -> bool:
    """ "[Au cours de la visite], [mardi], [ce 3 mai], le maire a …": what may stand before the subject."""
    return token.low in PREPOSITIONS or token.low in DAYS or token.low in ("ce", "cette", "le", "la", "l'", "une", "un")


def firm_noun(name: str, head: str) -> bool:
    """Whether a phrase stands for a firm without naming it: "le groupe public", "le géant taïwanais des puces"."""
    if any(word[:1].isupper() for word in name.split()):
        return False
    words = [word for word in key(name).split() if len(word) > 1]
    if head in _FIRMS:
        return True
    if head in ("institution", "organisation", "organisme") and len(words) == 2:
        return True  # "l'institution panafricaine"
    return head in _BARE and (
        len(words) == 1
        or all(
            word.removesuffix("e") in PRESS_ADJECTIVES or word.removesuffix("ne") in PRESS_ADJECTIVES
            for word in words[1:]
        )
    )

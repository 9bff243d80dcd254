"""What a noun phrase says of a source: it is read from its first token on and becomes ``Name`` values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressfacts.finders.sources import bodies, documents, persons
from pressfacts.finders.sources.name import Name, PressHit
from pressfacts.finders.sources.nouns import (
    BODY_NOUNS,
    LOOSE_PRESS_NOUNS,
    MEDIA_KINDS,
    MEDIA_NOUNS,
    NO_HEADS,
    PIECES,
    PRESS_ADJECTIVES,
    PRESS_NOUNS,
)
from pressfacts.finders.sources.page import Page, token_at
from pressfacts.finders.sources.phrases import extent
from pressfacts.language.tokens import WORD, Token
from pressfacts.language.words import DETERMINERS, OF, PRENOMINAL, finite_verb
from pressfacts.lexicon import verbs
from pressfacts.lexicon.words import key

_SAME = frozenset("même mêmes ledit ladite lesdits lesdites dudit susdit susmentionné".split())
_SOME = frozenset("deux trois quatre cinq plusieurs diverses différentes".split())
_PLURAL_PRESS_NOUNS = frozenset(
    "quotidiens journaux hebdomadaires magazines titres publications sites supports".split()
)
_TITLES = frozenset("m mm mme me dr pr monsieur madame".split())
_OF_A_BODY = ("aire", "ale", "ique", "elle", "ière")
# What may stand between a press noun and "de" where it still is the newspaper: "le quotidien d'Etat".
_OF_A_NEWSPAPER = frozenset("etat gauche droite reference capitale opposition parti istiqlal casablanca".split())


class NameReader:
    """Reads noun phrases of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def read(self, tokens: Sequence[Token], at: int) -> list[Name]:
        """The sources that the phrase at a token names: one, or several when it is coordinated; empty when none."""
        found: list[Name] = []
        place = at
        while place < len(tokens) and len(found) < 4:
            name = self._one(tokens, place, bool(found))
            if name is None or (found and name.kind != found[0].kind):
                break
            found.append(name)
            place = name.last
            if (place < len(tokens) and tokens[place].low in ("et", "ou", "&")) or (
                place + 1 < len(tokens)
                and tokens[place].text == ","
                and name.kind == "press"
                and any(self.page.press_at(token) for token in tokens[place + 1 : place + 3])
            ):
                place += 1
            else:
                break
        return found

    def as_person(self, name: Name, tokens: Sequence[Token], place: int) -> Name:
        """A lone capitalised word behind a quotation is a person: « … », tempère Bennis."""
        token = tokens[place]
        lone = name.start == token.start and name.end == token.end and token.text.isalpha()
        if name.kind != "organisation" or name.entry or not lone or self.page.is_body_word(token.text):
            return name
        return replace(name, kind="person")

    def _one(self, tokens: Sequence[Token], at: int, further: bool) -> Name | None:
        page = self.page
        head, same = self._head(tokens, at)
        if head >= len(tokens) or tokens[head].kind not in (
            WORD,
            "code",
            "link",
            "number",
        ):
            return None
        token = tokens[head]
        determined = head > at
        hit = page.press_at(token) or (page.press_at(tokens[at]) if determined else None)
        if hit is not None:
            return self._press(
                hit,
                token_at(tokens, head, hit.end),
                hit.start if determined else tokens[at].start,
            )
        if token.kind in ("number", "link"):
            return None
        word = page.word(token)
        if word in PRESS_NOUNS and (not token.capital or head == 0):
            return self._press_noun(tokens, at, head, word)
        if word in _PLURAL_PRESS_NOUNS and head > at + 1 and tokens[head - 1].low == "deux":
            return Name("press", word, tokens[at].start, token.end, head + 1, generic=True, head=word, plural=True,
                        resolved="anaphora")  # fmt: skip
        if word in MEDIA_NOUNS and determined and head + 1 < len(tokens) and self._media_kind(tokens[head + 1]):
            return self._medium(tokens, at, head)
        if word in ("source", "sources"):
            return self._source(tokens, at, head, same)
        return self._listed(self._before_press(tokens, head), at, head, same, further)

    def _media_kind(self, token: Token) -> bool:
        """ "la presse [locale]", "les médias [kényans]"."""
        word = key(token.low).strip()
        return word in MEDIA_KINDS or (not token.capital and word in self.page.lexicon.countries.by_key)

    def _before_press(self, tokens: Sequence[Token], head: int) -> Sequence[Token]:
        """ "des riverains [à Médina Soir]": the newspaper that is told is no part of the teller's name."""
        if not self.page.hits or self.page.word(tokens[head]) in PIECES:
            return tokens
        for place in range(head + 1, min(len(tokens) - 1, head + 12)):
            if tokens[place].low in ("à", "au") and any(self.page.press_at(t) for t in tokens[place + 1 : place + 3]):
                return tokens[:place]
        return tokens

    def _head(self, tokens: Sequence[Token], at: int) -> tuple[int, bool]:
        """Past determiners and adjectives to the noun; whether "même" or "ledit" stood there."""
        head = at
        same = False
        while head < len(tokens) and head - at < 4 and self.page.press_at(tokens[head]) is None:
            token = tokens[head]
            if token.low in _SAME:
                same = True
            elif (
                token.low in _SOME
                and head + 1 < len(tokens)
                and (self.page.word(tokens[head + 1]) in _PLURAL_PRESS_NOUNS | {"sources"})
            ):
                pass  # "deux sources proches du dossier", "les deux quotidiens"
            elif (
                token.low not in DETERMINERS
                and token.low not in ("propre", "certaines")
                and (token.low not in PRENOMINAL or token.capital or self._names_a_body(tokens, head))
            ):
                break
            head += 1
        return head, same

    def _names_a_body(self, tokens: Sequence[Token], head: int) -> bool:
        """ "le [haut commissariat au Plan]": an adjective that is the first word of a body of the lexicon."""
        return self.page.longest(tokens, head, self.page.organisations) > 1

    def _listed(self, tokens: Sequence[Token], at: int, head: int, same: bool, further: bool) -> Name | None:
        """What the tables of roles, documents and bodies know, the longest of them; else capitals; else a noun."""
        page = self.page
        token = tokens[head]
        determined = head > at
        explained = page.acronyms.at(token.start) if token.capital else None
        if explained is not None:
            return bodies.explained(tokens, at, head, explained)
        role = page.longest(tokens, head, page.roles)
        document = page.longest(tokens, head, page.documents)
        body = page.longest(tokens, head, page.organisations)
        if not (role or document or body or token.capital) and determined and head + 1 < len(tokens):
            # an adjective before the noun that the tables know: "les récentes statistiques"
            document = page.longest(tokens, head + 1, page.documents)
            head += 1 if document else 0
        if body == 1 and token.capital and not token.text.isupper() and self._goes_on(tokens, head + 1):
            return bodies.named(page, tokens, at, head, determined)
        longest = max(role, document, body)
        if longest and body == longest and not (role == longest and not determined):
            return bodies.listed(page, tokens, at, head, head + body, same)
        if longest and role == longest:
            return persons.by_role(page, tokens, at, head, head + role, same)
        if longest:
            return documents.document(page, self._one, tokens, at, head, head + document, same)
        if token.capital or token.kind == "code":
            return bodies.named(page, tokens, at, head, determined)
        if head > at and tokens[head - 1].low in PRENOMINAL and finite_verb(tokens, head) is not None:
            return None  # "le premier précise"
        word = page.word(token)
        body_noun = determined and word in BODY_NOUNS
        if (further and not body_noun) or token.low in NO_HEADS or token.low.startswith("-") or _infinitive(token):
            return None
        return bodies.by_noun(page, tokens, at, head, body_noun, same)

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Samir Rachidi": a second capital behind a body's name may make it a person's."""
        return at < len(tokens) and tokens[at].kind == WORD and tokens[at].capital

    def _press(self, hit: PressHit, last: int, start: int) -> Name:
        entry = hit.entry
        doubtful = hit.doubtful and entry.id not in self.page.established
        return Name(
            "press",
            entry.label,
            start,
            hit.end,
            last,
            acronym=entry.acronym,
            entry=entry.id,
            doubtful=doubtful,
        )

    def _press_noun(self, tokens: Sequence[Token], at: int, head: int, word: str) -> Name | None:
        """ "le quotidien Médina Soir", "nos confrères de Médina Soir", "le quotidien arabophone" alone."""
        page = self.page
        place = head + 1
        while place < min(len(tokens), head + 5) and page.press_at(tokens[place]) is None:
            if tokens[place].kind != WORD and tokens[place].text not in ("«", '"'):
                break
            if tokens[place].capital:
                break
            place += 1
        for start in (place, place - 1):
            hit = page.press_at(tokens[start]) if head < start < len(tokens) else None
            if hit is not None:
                return replace(
                    self._press(hit, token_at(tokens, start, hit.end), tokens[at].start),
                    doubtful=False,
                )
        last = head + 1
        if last < len(tokens) and key(tokens[last].low) in PRESS_ADJECTIVES:
            last += 1
        elif word == "agence" and at < head and last < len(tokens) and tokens[last].low.endswith(_OF_A_BODY):
            return bodies.by_noun(page, tokens, at, head, True, False)  # "l'agence sanitaire"
        if last < len(tokens) and tokens[last].low in OF and word not in ("confrere", "confreres"):
            of = tokens[last + 1 : last + 3]
            if not any(key(token.low) in _OF_A_NEWSPAPER for token in of):
                return None  # "le journal de bord", "l'agence du bassin", "le quotidien des ménages"
            last = extent(tokens, last)
        title = last < len(tokens) and tokens[last].low in _TITLES
        if last < len(tokens) and tokens[last].capital and tokens[last].kind == WORD and not title:
            return self._foreign(tokens, at, last)
        if at == head:
            return None
        return Name(
            "press",
            word,
            tokens[at].start,
            tokens[last - 1].end,
            last,
            generic=True,
            head=word,
            resolved="anaphora",
            known=word not in LOOSE_PRESS_NOUNS,
        )

    def _foreign(self, tokens: Sequence[Token], at: int, start: int) -> Name:
        """ "le portail Nord Matin": capitals behind a press noun are a title that no lexicon has."""
        last = start + 1
        while last < len(tokens) and tokens[last].kind == WORD and tokens[last].capital:
            last += 1
        return Name(
            "press",
            self.page.said(tokens, start, last),
            tokens[at].start,
            tokens[last - 1].end,
            last,
        )

    def _medium(self, tokens: Sequence[Token], at: int, head: int) -> Name:
        """ "la télévision publique", "les médias d'Etat", "la presse locale": the press without a name."""
        last = extent(tokens, head + 1)
        said = self.page.said(tokens, head, last)
        return Name(
            "press",
            said,
            tokens[at].start,
            tokens[last - 1].end,
            last,
            head=self.page.word(tokens[head]),
        )

    def _source(self, tokens: Sequence[Token], at: int, head: int, same: bool) -> Name:
        """ "une source policière", "des sources proches du dossier", "la même source", "cette source"."""
        last = extent(tokens, head + 1)
        alone = last == head + 1 and head > at and tokens[at].low in ("cette", "ces", "la", "sa")
        return Name(
            "person",
            self.page.said(tokens, head, last),
            tokens[at].start,
            tokens[last - 1].end,
            last,
            generic=same or alone,
            head="source",
            gender="f",
        )


def _infinitive(token: Token) -> bool:
    forms = verbs.load_verb_forms().get(token.low, ())
    return bool(forms) and all(form.tense == "infinitive" for form in forms)

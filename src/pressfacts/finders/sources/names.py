"""Who is named: the newspapers of an article, and what a noun phrase says of a speaker.

A phrase is read from its first token on ("la ministre de l'Industrie, Zineb Alaoui") and becomes ``Name`` values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from pressfacts.finders.sources.phrases import extent
from pressfacts.language.tokens import WORD, Token
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    OF,
    PRENOMINAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from pressfacts.lexicon import Lexicon, verbs
from pressfacts.lexicon.entries import Press
from pressfacts.lexicon.words import key

Kind = Literal["press", "person", "organisation", "document"]
V = TypeVar("V")

# "le quotidien", "l'hebdomadaire", "notre confrère": a noun that stands for the newspaper spoken of.
PRESS_NOUNS = frozenset(
    "quotidien journal canard publication hebdomadaire hebdo bihebdomadaire mensuel magazine revue periodique tabloid "
    "gazette portail confrere confreres redaction station chaine radio agence site media support".split()
)
# Of those, the nouns that stand for other things too: read only where a newspaper was named before.
LOOSE_PRESS_NOUNS = frozenset(
    "station chaine radio agence site media support publication revue redaction canard".split()
)
# "selon un article de Médina Soir": the piece stands for the newspaper that printed it.
PIECES = frozenset("article tribune editorial chronique reportage interview entretien depeche une colonnes".split())
# Parts of names that are written small: Karim el Fassi, Jean de la Tour.
PARTICLES = frozenset("el al ben bin ibn ould aït von van der den da di du de la del dos d' bi".split())
# Capitals at the start of a sentence that are no names.
_NO_NAMES = frozenset(
    "le la les l un une des ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs mais et ou donc or "
    "ni car si en au aux du de dans sur pour par avec sans selon entre depuis ainsi aussi alors enfin puis quant cela "
    "c d s n j y a plus moins total outre apres avant lors tout tous toutes resultat autre autres reste".split()
)


@dataclass(slots=True, frozen=True)
class PressHit:
    """A newspaper's name in the text: (start, end) in code points. ``sure`` when no other word is spelled so."""

    start: int
    end: int
    entry: Press
    sure: bool


@dataclass(slots=True, frozen=True)
class Name:
    """A possible source: what it is, its name, and where the phrase stands (code points; ``last`` its end token).

    ``known`` says that a lexicon or a capital vouches for it; ``generic`` that it points back ("le journal").
    """

    kind: Kind
    name: str
    start: int
    end: int
    last: int
    acronym: str | None = None
    role: str | None = None
    body: tuple[str, str | None] | None = None
    entry: str | None = None
    known: bool = True
    generic: bool = False
    resolved: Literal["explicit", "anaphora"] = "explicit"
    author: Name | None = None

    def same(self, other: Name) -> bool:
        """Whether both mean one source."""
        if self.kind != other.kind:
            return False
        if self.entry is not None and self.entry == other.entry:
            return True
        return key(self.name) == key(other.name)


class PressIndex:
    """The newspapers of the lexicon, looked up by their first two words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table = lexicon.press
        self._one: dict[str, str] = {}
        self._more: dict[str, list[str]] = {}
        self._bare: dict[str, list[str]] = {}
        for surface in lexicon.press.by_key:
            words = surface.split()
            if len(words) == 1:
                self._one[surface] = surface
            else:
                self._more.setdefault(" ".join(words[:2]), []).append(surface)
            if len(words) > 1 and words[0] in ("le", "la", "les", "l"):
                self._bare.setdefault(words[1], []).append(surface)
        for found in (*self._more.values(), *self._bare.values()):
            found.sort(key=len, reverse=True)

    def find(self, folded: str, keyed: str) -> list[PressHit]:
        """All names in a text, the longest at each place, left to right."""
        hits: list[PressHit] = []
        reached = 0
        symbols = self._table.by_symbol
        for match in _CAPITAL.finditer(folded):
            start = match.start()
            if start < reached:
                continue
            found = self._at(keyed, start, match.end(1))
            if found is None and match[1] in symbols:
                found = PressHit(start, match.end(1), symbols[match[1]], not symbols[match[1]].ambiguous)
            if found is not None:
                hits.append(found)
                reached = found.end
        return hits

    def _at(self, keyed: str, start: int, end: int) -> PressHit | None:
        first = keyed[start:end]
        pair = _TWO.match(keyed, start)
        if pair is not None:
            for surface in self._more.get(f"{pair[1]} {pair[2]}", ()):
                stop = start + len(surface)
                if keyed.startswith(surface, start) and not keyed[stop : stop + 1].isalnum():
                    entry = self._table.by_key[surface]
                    return PressHit(start, stop, entry, not entry.ambiguous)
        if first in self._one:
            entry = self._table.by_key[first]
            return PressHit(start, end, entry, not entry.ambiguous)
        if first in self._bare:
            # "l'Economiste", "du Matin", "au Monde": the article of the title is written small or melted.
            before = _ARTICLE_BEFORE.search(keyed, max(0, start - 5), start)
            for surface in self._bare[first] if before else ():
                rest = surface.split(" ", 1)[1]
                stop = start + len(rest)
                if keyed.startswith(rest, start) and not keyed[stop : stop + 1].isalnum():
                    return PressHit(start, stop, self._table.by_key[surface], False)
        return None


_CAPITAL = re.compile(r"(?<![\w-])([A-ZÀ-ÖØ-ÞŒ0-9][\w]*)")
_TWO = re.compile(r"(\w+)[ .]{1,2}(\w+)")
_ARTICLE_BEFORE = re.compile(r"(?:^|\W)(?:le|la|les|l|du|des|au|aux) $")


class NameReader:
    """Reads noun phrases of one article."""

    def __init__(self, lexicon: Lexicon, index: PressIndex, folded: str) -> None:
        self._lexicon = lexicon
        self.folded = folded
        self.keyed = key(folded)
        self.hits = index.find(folded, self.keyed)
        self._by_start = {hit.start: hit for hit in self.hits}

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
                and tokens[place + 1].start in self._by_start
            ):
                place += 1
            else:
                break
        return found

    def as_person(self, name: Name, tokens: Sequence[Token], place: int) -> Name:
        """A lone capitalised word behind a quotation is a person: « … », tempère Bennis."""
        token = tokens[place]
        lone = name.start == token.start and name.end == token.end and token.text.isalpha() and not token.text.isupper()
        if name.kind != "organisation" or name.entry or not lone or self._known_word([token.text]):
            return name
        return replace(name, kind="person")

    def _one(self, tokens: Sequence[Token], at: int, further: bool) -> Name | None:
        head = at
        same = False
        while head < len(tokens) and head - at < 4 and tokens[head].start not in self._by_start:
            token = tokens[head]
            if token.low in DETERMINERS or token.low in ("même", "mêmes", "ledit", "ladite", "lesdits", "propre"):
                same = same or token.low in ("même", "mêmes", "ledit", "ladite")
                head += 1
            elif token.low in PRENOMINAL and not token.capital:
                head += 1
            else:
                break
        if head >= len(tokens) or tokens[head].kind not in (WORD, "code", "link", "number"):
            return None
        token = tokens[head]
        determined = head > at
        hit = self._by_start.get(token.start) or (self._by_start.get(tokens[at].start) if determined else None)
        if hit is not None:
            last = self._token_at(tokens, head, hit.end)
            return self._press(hit, last, tokens[at].start if not determined else hit.start)
        if token.kind == "number":
            return None
        word = self.keyed[token.start : token.end]
        if word in PRESS_NOUNS and (not token.capital or head == 0):
            return self._press_noun(tokens, at, head, word)
        if (
            word in _TITLE_NOUNS
            and token.capital
            and not self._longest(tokens, head, self._lexicon.organisations.by_key)
        ):
            last = extent(tokens, head + 1)
            return Name("press", self._said(tokens, head, last), token.start, tokens[last - 1].end, last)
        if word == "source" or word == "sources":
            last = extent(tokens, head + 1)
            return Name(
                "person",
                self._said(tokens, head, last),
                tokens[at].start,
                tokens[last - 1].end,
                last,
                generic=same or (last == head + 1 and determined and tokens[at].low in ("cette", "la")),
            )
        role = self._longest(tokens, head, self._lexicon.roles.by_key)
        document = self._longest(tokens, head, self._lexicon.documents.by_key)
        body = self._longest(tokens, head, self._lexicon.organisations.by_key)
        if not (role or document or body or token.capital) and determined and head + 1 < len(tokens):
            # an adjective before the noun that the tables know: "les récentes statistiques"
            document = self._longest(tokens, head + 1, self._lexicon.documents.by_key)
            head += 1 if document else 0
        longest = max(role, document, body)
        if longest and body == longest and not (role == longest and not determined):
            return self._body(tokens, at, head, head + body, same)
        if longest and role == longest:
            return self._person_by_role(tokens, at, head, head + role, same)
        if longest:
            return self._document(tokens, at, head, head + document, same)
        if token.capital or token.kind == "code":
            return self._proper(tokens, at, head, determined, further)
        body_noun = determined and word in _BODY_NOUNS
        if (further and not body_noun) or token.low in _NO_HEADS or token.low.startswith("-") or _infinitive(token):
            return None
        last = extent(tokens, head + 1)
        return Name(
            "organisation",
            self._said(tokens, head, last),
            tokens[at].start,
            tokens[last - 1].end,
            last,
            known=body_noun,
            generic=same,
        )

    def _press(self, hit: PressHit, last: int, start: int) -> Name:
        entry = hit.entry
        return Name("press", entry.label, start, hit.end, last, acronym=entry.acronym, entry=entry.id)

    def _press_noun(self, tokens: Sequence[Token], at: int, head: int, word: str) -> Name | None:
        """ "le quotidien Médina Soir", "nos confrères de Médina Soir", "le quotidien arabophone" alone."""
        place = head + 1
        while place < min(len(tokens), head + 5) and tokens[place].start not in self._by_start:
            if tokens[place].kind != WORD or tokens[place].capital:
                break
            place += 1
        for start in (place, place - 1):
            hit = self._by_start.get(tokens[start].start) if start < len(tokens) and start > head else None
            if hit is not None:
                return self._press(hit, self._token_at(tokens, start, hit.end), tokens[at].start)
        last = head + 1
        if last < len(tokens) and key(tokens[last].low) in _PRESS_ADJECTIVES:
            last += 1
        if last < len(tokens) and tokens[last].low in OF and word not in ("confrere", "confreres", "quotidien"):
            return None  # "le journal de bord", "l'agence du bassin"
        title = last < len(tokens) and tokens[last].low in ("m", "mm", "mme", "me", "dr", "pr", "monsieur", "madame")
        if last < len(tokens) and tokens[last].capital and tokens[last].kind == WORD and not title:
            return self._foreign_press(tokens, at, last)
        if at == head:
            return None
        return Name(
            "press",
            word,
            tokens[at].start,
            tokens[last - 1].end,
            last,
            generic=True,
            resolved="anaphora",
            known=word not in LOOSE_PRESS_NOUNS,
        )

    def _foreign_press(self, tokens: Sequence[Token], at: int, start: int) -> Name:
        last = start + 1
        while last < len(tokens) and tokens[last].kind == WORD and tokens[last].capital:
            last += 1
        return Name("press", self._said(tokens, start, last), tokens[at].start, tokens[last - 1].end, last)

    def _body(self, tokens: Sequence[Token], at: int, head: int, after: int, same: bool) -> Name:
        last = extent(tokens, after)
        entry = self._lexicon.organisations.by_key[self._key(tokens, head, after)]
        name = self._said(tokens, head, last)
        acronym = self.acronym_of(name)
        if tokens[last - 1].text == ")":
            name = re.sub(r"\s*\([^)]*\)$", "", name)
        if acronym is None and entry.label[:1].isupper():
            acronym = entry.acronym
        return Name(
            "organisation",
            name,
            tokens[at].start,
            tokens[last - 1].end,
            last,
            acronym=acronym,
            entry=entry.id if entry.label[:1].isupper() else None,
            generic=same,
        )

    def _person_by_role(self, tokens: Sequence[Token], at: int, head: int, after: int, same: bool) -> Name | None:
        entry = self._lexicon.roles.by_key[self._key(tokens, head, after)]
        if entry.title:
            if after < len(tokens) and tokens[after].text == ".":
                after += 1
            run = self._run(tokens, after)
            if run > after:
                full, role = self.full_name(self._said(tokens, after, run))
                return Name("person", full, tokens[head].start, tokens[run - 1].end, run, role=role)
            if not tokens[head].low.isalpha() or len(tokens[head].low) < 4:
                return None
        last = extent(tokens, after)
        start, stop = self._trailing_name(tokens, after, last)
        role = self._said(tokens, head, last)
        if start is None and last < len(tokens) and tokens[last].text == ",":
            run = self._run(tokens, last + 1)
            closing = tokens[run] if run < len(tokens) else None
            if run - last - 1 >= 2 and (closing is None or closing.kind == "mark" or not closing.capital):
                start, stop = last + 1, run
        if start is None:
            holder = self._holder(tokens, head, after, last) if at < head else None
            if holder is not None:
                return Name(
                    "person",
                    holder,
                    tokens[at].start,
                    tokens[last - 1].end,
                    last,
                    role=role,
                    body=self._body_of(role),
                    resolved="anaphora",
                )
            return Name("person", role, tokens[at].start, tokens[last - 1].end, last, generic=same)
        name = self._said(tokens, start, stop)
        role = self._said(tokens, head, min(start, last)).rstrip(" ,")
        return Name(
            "person", name, tokens[at].start, tokens[stop - 1].end, max(last, stop), role=role, body=self._body_of(role)
        )

    def _holder(self, tokens: Sequence[Token], head: int, after: int, last: int) -> str | None:
        """Who holds a role that is named alone, where the article says it: "Omar Bennis, porte-parole du comité"."""
        if tokens[head - 1].low not in ("le", "la", "l'", "ce", "cette"):
            return None
        wanted = self._key(tokens, head, last)
        at = self.keyed.find(wanted)
        while at >= 0:
            stop = at + len(wanted)
            if at != tokens[head].start and not self.keyed[stop : stop + 1].isalnum():
                before = _HOLDER_BEFORE.search(self.folded, max(0, at - 60), at)
                if before is not None and key(before[1].split()[0]) not in _NO_NAMES:
                    return before[1]
                behind = _HOLDER_BEHIND.match(self.folded, stop)
                if behind is not None:
                    return behind[1]
            at = self.keyed.find(wanted, stop)
        return None

    def _body_of(self, role: str) -> tuple[str, str | None] | None:
        """The body in a role: "président de l'Association des riverains"."""
        match = re.search(r"\b(?:de la |de l'|du |des |d'|de )((?:[A-ZÀ-Ý]|ministère|groupe).*)", role)
        if match is None:
            return None
        name = re.sub(r"\s*\(([^)]*)\)$", "", match[1])
        return name, self.acronym_of(name)

    def _document(self, tokens: Sequence[Token], at: int, head: int, after: int, same: bool) -> Name | None:
        entry = self._lexicon.documents.by_key[self._key(tokens, head, after)]
        last = extent(tokens, after)
        word = self.keyed[tokens[head].start : tokens[head].end]
        if word in PIECES and last == after and head > at and tokens[at].low not in ("un", "une", "des", "du"):
            return Name(
                "press",
                word,
                tokens[at].start,
                tokens[last - 1].end,
                last,
                generic=True,
                resolved="anaphora",
                known=False,
            )
        author = self._author(tokens, after, min(len(tokens), last + 8))
        if author is not None and (not entry.own_source or (author.kind == "press" and word in PIECES)):
            return replace(author, start=tokens[at].start)
        published = author if author is not None and author.start >= tokens[last - 1].end else None
        if not entry.own_source and last == after and tokens[at].low in ("ses", "leurs", "nos", "ces", "mes", "ce"):
            return None
        first = head
        while first > at and tokens[first - 1].low in PRENOMINAL and tokens[first - 1].low not in ("même", "mêmes"):
            first -= 1
        return Name(
            "document",
            self._said(tokens, first, last),
            tokens[at].start,
            tokens[last - 1].end,
            last,
            known=entry.own_source,
            generic=same or tokens[at].low in ("ce", "cette", "ces", "cet"),
            author=published,
        )

    def _author(self, tokens: Sequence[Token], after: int, limit: int) -> Name | None:
        """Who made the document: "les chiffres [officiels] de l'agence", "les données publiées hier par l'agence"."""
        for place in range(after, limit):
            low = tokens[place].low
            if low == "par" or (low in OF and place <= after + 1):
                start = place if low in ("du", "des") else place + 1
                if start + 1 > len(tokens) or start >= len(tokens):
                    return None
                name = self._one(tokens, start, False)
                if name is not None and (name.known and not (name.generic and name.kind != "press")):
                    if name.kind == "document":
                        return None
                    return name
                return None
            if tokens[place].kind == "mark" or low in ("qui", "que", "dont"):
                return None
        return None

    def _proper(self, tokens: Sequence[Token], at: int, head: int, determined: bool, further: bool) -> Name | None:
        token = tokens[head]
        if key(token.text) in _NO_NAMES and not token.text.isupper():
            return None
        run = self._run(tokens, head)
        said = self._said(tokens, head, run)
        if (
            determined
            and token.text.isupper()
            and run - head == 3
            and not any(t.text.isupper() for t in tokens[head + 1 : run])
        ):
            # an office that only its initials name: "le DGEP Omar Bennis"
            return Name(
                "person", self._said(tokens, head + 1, run), tokens[at].start, tokens[run - 1].end, run, role=token.text
            )
        symbol = self._lexicon.organisations.by_symbol.get(token.text)
        if determined or symbol is not None or (token.text.isupper() and len(token.text) > 1):
            last = extent(tokens, max(run, head + 1)) if determined else max(run, head + 1)
            if symbol is not None and run == head + 1:
                last = run
            if last < len(tokens) and tokens[last].text == "(":
                last = self._bracket(tokens, last)
            name = re.sub(r"\s*\(([^)]*)\)$", "", self._said(tokens, head, last))
            full = self.pair(name)
            return Name(
                "organisation",
                full or name,
                tokens[at].start,
                tokens[last - 1].end,
                last,
                acronym=name if full else self.acronym_of(name),
                entry=symbol.id if symbol else None,
            )
        last = max(run, head + 1)
        role, body = self._role_behind(tokens, last)
        if role is not None or (run - head >= 2 and not self._is_body(tokens, head, run)):
            return Name("person", said, token.start, tokens[run - 1].end, run, role=role, body=body)
        if run - head == 1:
            full, role = self.full_name(said)
            if full != said or role is not None:
                return Name("person", full, token.start, tokens[run - 1].end, run, role=role)
        if last < len(tokens) and tokens[last].text == "(":
            last = self._bracket(tokens, last)
        return Name("organisation", said, token.start, tokens[last - 1].end, last, acronym=self.acronym_of(said))

    def _is_body(self, tokens: Sequence[Token], start: int, stop: int) -> bool:
        if any(t.text.isupper() and len(t.text) > 1 for t in tokens[start:stop]):
            return sum(t.text.isupper() for t in tokens[start:stop]) < stop - start
        words = [self.keyed[t.start : t.end] for t in tokens[start:stop]]
        return any(w in self._lexicon.organisations.by_key or w in _BODY_WORDS for w in words)

    def _role_behind(self, tokens: Sequence[Token], at: int) -> tuple[str | None, tuple[str, str | None] | None]:
        """ "Zineb Alaoui, [61 ans,] présidente de l'Association": the role behind the name."""
        place = at
        while place < min(len(tokens), at + 5) and (
            tokens[place].text in (",", "(")
            or tokens[place].kind == "number"
            or tokens[place].low in ("ans", "le", "la", "l'")
        ):
            place += 1
        if place == at or place >= len(tokens) or tokens[place].kind != WORD:
            return None, None
        length = self._longest(tokens, place, self._lexicon.roles.by_key)
        if not length or tokens[at].text not in (",", "("):
            return None, None
        last = extent(tokens, place + length)
        role = self._said(tokens, place, last)
        return role, self._body_of(role)

    def _trailing_name(self, tokens: Sequence[Token], after: int, last: int) -> tuple[int | None, int]:
        """The person's name at the end of a role: "le ministre du Travail Omar Bennis" has one of two words."""
        place = after
        while place < last:
            if tokens[place].kind == WORD and tokens[place].capital and tokens[place].text[:1].isalpha():
                run = self._run(tokens, place)
                start = place
                if tokens[place - 1].low in OF or tokens[place - 1].low in ("l'", "la", "les", "le", "à", "au", "et"):
                    start += 1
                if run - start >= 2 and not self._is_body(tokens, start, run):
                    return start, run
                if run - start == 1 and start == after and tokens[start - 1].low not in OF:
                    return start, run
                place = max(run, place + 1)
            else:
                place += 1
        return None, 0

    def _run(self, tokens: Sequence[Token], at: int) -> int:
        """The end of a run of capitalised words, particles inside."""
        place = at
        while place < len(tokens):
            token = tokens[place]
            if token.kind in (WORD, "code") and token.capital and not token.low.startswith("-"):
                place += 1
                continue
            ahead = place
            while ahead < len(tokens) and ahead - place < 2 and tokens[ahead].low in PARTICLES and place > at:
                ahead += 1
            if (
                ahead > place
                and ahead < len(tokens)
                and tokens[ahead].capital
                and tokens[place].low not in ("de", "du", "la")
            ):
                place = ahead
                continue
            break
        while place > at and tokens[place - 1].text.endswith("'"):
            place -= 1
        return place

    def _bracket(self, tokens: Sequence[Token], at: int) -> int:
        if at + 2 < len(tokens) and tokens[at + 2].text == ")" and tokens[at + 1].capital:
            return at + 3
        return at

    def _token_at(self, tokens: Sequence[Token], at: int, end: int) -> int:
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        return at

    def _longest(self, tokens: Sequence[Token], head: int, table: Mapping[str, V]) -> int:
        """How many tokens the longest phrase of a table takes at ``head``; 0 for none."""
        first = self.keyed[tokens[head].start : tokens[head].end]
        best = 1 if first in table else 0
        for stop in range(head + 2, min(len(tokens), head + 12) + 1):
            if tokens[stop - 1].kind == "mark":
                if tokens[stop - 1].text != ",":
                    break
                continue
            if self._key(tokens, head, stop) in table:
                best = stop - head
        return best

    def _key(self, tokens: Sequence[Token], start: int, stop: int) -> str:
        return self.keyed[tokens[start].start : tokens[stop - 1].end].replace("\n", " ")

    def _said(self, tokens: Sequence[Token], start: int, stop: int) -> str:
        return " ".join(self.folded[tokens[start].start : tokens[stop - 1].end].split())

    def acronym_of(self, name: str) -> str | None:
        """The acronym that the article sets behind a name: "Office du livre (ODL)"."""
        at = self.folded.find(name + " (")
        if at < 0 or len(name) < 6:
            return None
        match = _ACRONYM.match(self.folded, at + len(name) + 2)
        return match[1] if match else None

    def pair(self, acronym: str) -> str | None:
        """The name that the article explains an acronym with, in either order."""
        if not _ACRONYM_ALONE.fullmatch(acronym):
            return None
        at = self.folded.find(f"({acronym})")
        if at >= 0:
            before = self.folded[max(0, at - 160) : at].rstrip()
            match = _LONG_NAME.search(before)
            if match is not None:
                return self._initials(match[0], acronym)
        at = self.folded.find(f"{acronym} (")
        if at >= 0:
            match = re.match(r"[A-ZÀ-Ý][^()\d]{8,120}(?=\))", self.folded[at + len(acronym) + 2 : at + 160])
            if match is not None and match[0][0].upper() == acronym[0].upper():
                return " ".join(match[0].split())
        return None

    def _initials(self, phrase: str, acronym: str) -> str | None:
        """The shortest ending of a phrase that begins with the acronym's first letter, in upper case, and is long enough."""
        starts = [m.start() for m in re.finditer(r"(?<![\w])[A-ZÀ-Ýa-zà-ÿ]", phrase)]
        wanted = key(acronym[0])
        needed = max(2, min(4, sum(c.isupper() for c in acronym)))
        for start in reversed(starts):
            words = [w for w in re.findall(r"[\w]+", phrase[start:]) if len(w) > 2]
            if key(phrase[start]) == wanted and phrase[start].isupper() and len(words) >= min(needed, 3):
                return " ".join(phrase[start:].split())
        return None

    def full_name(self, part: str) -> tuple[str, str | None]:
        """The full name that the article gives to a surname or first name, and None for its role."""
        escaped = re.escape(part)
        for match in re.finditer(rf"(?<![\w-])((?:[A-ZÀ-Ý][\w'-]+ ){{1,3}}){escaped}(?![\w-])", self.folded):
            words = match[1].split()
            while words and (key(words[0]).strip() in _NO_NAMES or words[0] in ("M", "Mme", "M.", "Me", "Dr")):
                words.pop(0)
            if words and self.folded[max(0, match.start() - 3) : match.start()].lower().endswith(
                (" du ", "de ", " d'", "l'", "la ")
            ):
                words.pop(0)
            if words and not self._known_word(words):
                return f"{' '.join(words)} {part}", None
        match = re.search(rf"(?<![\w-]){escaped} ([A-ZÀ-Ý][a-zà-ÿ][\w'-]+)(?= ?[,.(]| est | a )", self.folded)
        if match is not None and not self._known_word([match[1]]) and " " not in part:
            return f"{part} {match[1]}", None
        return part, None

    def _known_word(self, words: Sequence[str]) -> bool:
        tables = self._lexicon.organisations.by_key, self._lexicon.countries.by_key, self._lexicon.roles.by_key
        return any(key(word) in table for word in words for table in tables) or any(w.isupper() for w in words)


def _infinitive(token: Token) -> bool:
    forms = verbs.load_verb_forms().get(token.low, ())
    return bool(forms) and all(form.tense == "infinitive" for form in forms)


_FULL = r"[A-ZÀ-Ý][\w'-]+(?: (?:el |al |ben |de |Ait )?[A-ZÀ-Ý][\w'-]+){1,3}"
_HOLDER_BEFORE = re.compile(rf"({_FULL}), (?:\d+ ans, )?(?:le |la |l')?$")
_HOLDER_BEHIND = re.compile(rf",? ({_FULL})(?=[ ,.])")
# Common nouns for a body, where the lexicon has no longer name.
_BODY_NOUNS = frozenset(
    "organisation institution organisme comite commission conseil groupe societe firme compagnie multinationale enseigne "
    "geant agence office caisse chambre ville region commune departement etat royaume pays bureau centre fondation "
    "cooperative confederation coalition collectif mission laboratoire studio club filiale rapporteur instance bourse".split()
)
_TITLE_NOUNS = frozenset("journal quotidien gazette radio hebdo revue".split())
# What a noun phrase does not begin with.
_NO_HEADS = (
    PREPOSITIONS
    | RELATIVES
    | ADVERBS
    | CONJUNCTIONS
    | PRONOUNS
    | NEGATIONS
    | frozenset(
        "auxquels auxquelles duquel desquels desquelles auquel lequel deux trois quatre cinq six sept huit neuf dix "
        "numéro accueillir être avoir cela personne rien ce plupart".split()
    )
)
_ACRONYM = re.compile(r"([A-Z][\w&.-]{1,11})\)")
_ACRONYM_ALONE = re.compile(r"[A-Z][\w&.-]{1,11}")
_LONG_NAME = re.compile(r"[^.;:()«»\"]+$")
_PRESS_ADJECTIVES = frozenset(
    "arabophone francophone economique casablancais rabati madrilene parisien londonien algerois tunisien marocain "
    "francais espagnol britannique americain national local regional sportif anglophone satirique montrealais".split()
)
_BODY_WORDS = frozenset("bank banque group groupe holding maroc morocco afrique africa airlines capital france".split())

"""Persons: a role and whoever holds it, a name and the role behind it, a name part that stands for the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressfacts.finders.sources.name import Gender, Name
from pressfacts.finders.sources.nouns import BODY_NOUNS, BODY_WORDS, NO_NAMES
from pressfacts.finders.sources.page import Page
from pressfacts.finders.sources.people import PARTICLES
from pressfacts.finders.sources.phrases import extent
from pressfacts.language.tokens import WORD, Token
from pressfacts.language.words import OF
from pressfacts.lexicon.words import key

_BODY_IN_ROLE = re.compile(
    r"\b(de la |de l'|du |des |d'|de |au sein de la |chez )"
    r"((?:[A-ZÀ-Ý]|ministère|groupe|syndicat|fédération|office|agence|société|association|banque|conseil).*)"
)
_OFFICE = re.compile(
    r"(?:ex-|ancienn?e? )?"
    r"(?:ministre|vice-ministre|secrétaire d'[EÉ]tat|garde|maire|député|wali|préfet|gouverneur|sénat)"
)
_BRACKET = re.compile(r"\s*\([^)]*\)$")
# Titles that are also first names or stand before a family's: "Cheikh Tidiane Sarr" is named whole.
_ALSO_NAMES = frozenset("cheikh hajj haj hadj hajja prince roi père abbé soeur".split())
# Roles that are firms where a name follows directly.
_ALSO_FIRMS = frozenset(
    "distributeur operateur constructeur exploitant assureur transporteur fabricant gestionnaire".split()
)
_MADAM = frozenset("mme madame mmes mlle mademoiselle hajja".split())
_SIR = frozenset(["m", "monsieur"])
# How many tokens a name may take.
_LONGEST = 14
_BEHIND_OF = OF | frozenset("l' la les le à au et".split())


def by_role(page: Page, tokens: Sequence[Token], at: int, head: int, after: int, same: bool) -> Name | None:
    """A role from ``head`` to ``after``: "la ministre du Travail, Zineb Alaoui", "M. Bennis", "le responsable"."""
    entry = page.lexicon.roles.by_key[page.key_of(tokens, head, after)]
    if entry.title:
        if after < len(tokens) and tokens[after].text == ".":
            after += 1
        titled = _titled(page, tokens, at, head, after)
        if titled is not None:
            return titled
        if not tokens[head].low.isalpha() or len(tokens[head].low) < 4:
            return None
    last = extent(tokens, after)
    if page.word(tokens[head]) in _ALSO_FIRMS:
        firm = _firm(page, tokens, at, head, after, last)
        if firm is not None:
            return firm
    sex = gender(tokens, at, head, after)
    many = head > at and tokens[head - 1].low in (
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "aux",
        "plusieurs",
        "deux",
    )
    start, stop = _name_behind(page, tokens, after, last)
    if start is None:
        role, body = body_of(page, page.said(tokens, head, last))
        holder = _holder(page, tokens, at, head, last) if not many else None
        return Name(
            "person",
            holder or page.said(tokens, head, last),
            tokens[at].start,
            tokens[last - 1].end,
            last,
            role=role if holder else None,
            body=body if holder else None,
            resolved="anaphora" if holder else "explicit",
            generic=same,
            head=page.word(tokens[head]),
            gender=sex,
            plural=many,
        )
    role, body = body_of(page, page.said(tokens, head, min(start, last)).rstrip(" ,"))
    return Name(
        "person",
        page.said(tokens, start, stop),
        tokens[at].start,
        tokens[stop - 1].end,
        max(last, stop),
        role=role,
        body=body,
        head=page.word(tokens[head]),
        gender=sex,
    )


def _firm(page: Page, tokens: Sequence[Token], at: int, head: int, after: int, last: int) -> Name | None:
    """ "le distributeur Rivalto", "le gestionnaire du réseau Rivalto": what a person may be is a firm with its name."""
    start = last
    while start > after and tokens[start - 1].capital:
        start -= 1
    if start == last or tokens[start - 1].low in _BEHIND_OF or last - start > 2:
        return None
    name = page.said(tokens, start, last)
    return Name("organisation", name, tokens[at].start, tokens[last - 1].end, last, head=page.word(tokens[head]))


def _titled(page: Page, tokens: Sequence[Token], at: int, head: int, after: int) -> Name | None:
    """ "M. Bennis", "Me El Fassi", "le général Idrissi": a title and the name behind it."""
    end = run(tokens, after)
    if end == after and after < len(tokens) and tokens[after].low in PARTICLES:
        end = run(tokens, after + 1)  # "M. el Fassi"
    if end == after or (end == after + 1 and not tokens[after].capital):
        return None
    low = tokens[head].low
    first = head if low in _ALSO_NAMES else after
    said = page.said(tokens, after, end)
    full = page.people.full_name(said)
    if full == said:
        full = page.said(tokens, first, end)
    role, body = role_behind(page, tokens, end)
    sex: Gender = "f" if low in _MADAM else "m" if low in _SIR else ""
    return Name(
        "person",
        full,
        tokens[at].start,
        tokens[end - 1].end,
        end,
        role=role,
        body=body,
        gender=sex,
    )


def gender(tokens: Sequence[Token], at: int, head: int, after: int) -> Gender:
    """What a determiner or an ending says: "la ministre", "un élu", "une source", "directrice"."""
    before = tokens[head - 1].low if head > at else ""
    if before in ("la", "une", "cette", "sa", "ladite"):
        return "f"
    if before in ("le", "un", "ce", "du", "au", "ledit", "cet"):
        return "m"
    word = tokens[head].low if head < after else ""
    if word.endswith(("trice", "ienne", "euse", "ière", "dente", "erte")):
        return "f"
    return "m" if word.endswith(("eur", "ien", "ier", "dent")) else ""


def _name_behind(page: Page, tokens: Sequence[Token], after: int, last: int) -> tuple[int | None, int]:
    """The name at a role's end or behind its comma: "le ministre du Travail[,] Omar Bennis"."""
    start, stop = _trailing_name(page, tokens, after, last)
    if start is not None or last >= len(tokens) or tokens[last].text != ",":
        return start, stop
    start = _past_title(page, tokens, last + 1)
    end = run(tokens, start)
    closing = tokens[end] if end < len(tokens) else None
    closes = closing is None or closing.kind == "mark" or not closing.capital
    if end - start >= 2 and closes and not is_body(page, tokens, start, end):
        return start, end
    return None, 0


def _past_title(page: Page, tokens: Sequence[Token], at: int) -> int:
    """Past what may stand before a name in apposition: ", [le colonel] Idrissi", ", [M.] Bennis"."""
    start = at + 1 if at < len(tokens) and tokens[at].low in ("le", "la", "l'") else at
    length = page.longest(tokens, start, page.roles) if start < len(tokens) else 0
    if not length or not page.lexicon.roles.by_key[page.key_of(tokens, start, start + length)].title:
        return at
    stop = start + length
    return stop + 1 if stop < len(tokens) and tokens[stop].text == "." else stop


def _trailing_name(page: Page, tokens: Sequence[Token], after: int, last: int) -> tuple[int | None, int]:
    place = after
    while place < last:
        if tokens[place].kind == WORD and tokens[place].capital and tokens[place].text[:1].isalpha():
            end = run(tokens, place)
            start = place + 1 if tokens[place - 1].low in _BEHIND_OF else place
            country = page.key_of(tokens, place, end) in page.lexicon.countries.by_key
            if country or start >= end or not tokens[start].capital:
                place = max(end, place + 1)  # "l'office du cacao de Côte d'Ivoire"
                continue
            if end - start >= 2 and not is_body(page, tokens, start, end):
                return start, end
            if end - start == 1 and start == after and tokens[start - 1].low not in OF:
                return start, end
            place = max(end, place + 1)
        else:
            place += 1
    return None, 0


def _holder(page: Page, tokens: Sequence[Token], at: int, head: int, last: int) -> str | None:
    if head == at or tokens[head - 1].low not in (
        "le",
        "la",
        "l'",
        "ce",
        "cette",
        "du",
        "au",
    ):
        return None
    return page.people.holder(page.keyed, page.key_of(tokens, head, last), tokens[head].start)


def body_of(page: Page, role: str) -> tuple[str, tuple[str, str | None] | None]:
    """The role and the body in it: "président de l'Association des riverains (ADR)" presides over that body.

    "ministre du Travail", "directeur régional de la Santé", "maire de Fès" are roles whole.
    """
    match = _BODY_IN_ROLE.search(role)
    if match is None or _OFFICE.match(role):
        return role, None
    name = _BRACKET.sub("", match[2])
    full = page.acronyms.long(name)
    if full is not None:
        return role[: match.start()].rstrip(), (full, name)
    first = re.split(r"[ ']", name)[0]
    keyed = key(name)
    named = (
        keyed in page.lexicon.organisations.by_key
        or name in page.lexicon.organisations.by_symbol
        or key(first) in BODY_NOUNS
        or key(first) in page.lexicon.organisations.by_key
        or (first.isupper() and len(first) > 1)
        or (match[1] in ("de ", "d'") and first[:1].isupper() and keyed not in page.lexicon.countries.by_key)
    )
    if not named:
        return role, None
    return role[: match.start()].rstrip(), (name, page.acronyms.short(name))


def role_behind(page: Page, tokens: Sequence[Token], at: int) -> tuple[str | None, tuple[str, str | None] | None]:
    """ "Zineb Alaoui, [61 ans,] présidente de l'Association": the role behind the name."""
    if at >= len(tokens) or tokens[at].text not in (",", "("):
        return None, None
    place = at
    while place < min(len(tokens), at + 5) and (
        tokens[place].text in (",", "(")
        or tokens[place].kind == "number"
        or tokens[place].low in ("ans", "le", "la", "l'", "un", "une")
    ):
        place += 1
    if place >= len(tokens) or tokens[place].kind != WORD:
        return None, None
    length = page.longest(tokens, place, page.roles)
    if not length:
        return None, None
    last = extent(tokens, place + length)
    return body_of(page, page.said(tokens, place, last))


def proper(page: Page, tokens: Sequence[Token], head: int, end: int) -> Name | None:
    """A run of capitals without determiner that is a person: two words, a role behind it, or a known surname."""
    token = tokens[head]
    said = page.said(tokens, head, end)
    role, body = role_behind(page, tokens, end)
    if role is not None and end - head >= 1 and not page.is_body_word(said):
        full = page.people.full_name(said) if end - head == 1 else said
        article = tokens[min(end + 1, len(tokens) - 1)].low  # "Aïcha, [une] mère"
        sex: Gender = "f" if article == "une" else "m" if article == "un" else ""
        return Name("person", full, token.start, tokens[end - 1].end, end, role=role, body=body, gender=sex)
    if end - head >= 2 and not is_body(page, tokens, head, end):
        return Name("person", said, token.start, tokens[end - 1].end, end)
    if end - head == 1 and not page.is_body_word(said):
        full = page.people.full_name(said)
        if full != said:
            return Name("person", full, token.start, tokens[end - 1].end, end)
    return None


def is_body(page: Page, tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a run of capitals names a body: an acronym among the words, "Bank", "Holding", a body of the lexicon."""
    upper = sum(token.text.isupper() and len(token.text) > 1 for token in tokens[start:stop])
    if upper:
        return upper < stop - start or stop - start == 1
    whole = page.key_of(tokens, start, stop)
    if whole in page.lexicon.organisations.by_key or whole in page.lexicon.countries.by_key:
        return True
    return any(_of_a_body(page, page.word(token)) for token in tokens[start:stop])


def _of_a_body(page: Page, word: str) -> bool:
    """ "Bank", "Renault"; "Samir" is a refinery and a first name."""
    entry = page.lexicon.organisations.by_key.get(word)
    return word in BODY_WORDS or (entry is not None and not entry.ambiguous)


def run(tokens: Sequence[Token], at: int) -> int:
    """The end of a run of capitalised words, particles and initials inside: "Jean de La Tour", "A. Bennis"."""
    place = at
    while place < min(len(tokens), at + _LONGEST):
        token = tokens[place]
        if token.kind in (WORD, "code") and token.capital and not token.low.startswith("-"):
            place += 1
            if (
                len(token.text) == 1
                and place + 1 < len(tokens)
                and tokens[place].text == "."
                and tokens[place + 1].capital
                and tokens[place].start == token.end
            ):
                place += 1
            continue
        ahead = place
        while ahead < len(tokens) and ahead - place < 2 and tokens[ahead].low in PARTICLES and place > at:
            ahead += 1
        if not (ahead > place and ahead < len(tokens) and tokens[ahead].capital):
            break
        if tokens[place].low in ("de", "du", "la", "des", "e", "y") and not _noble(tokens, place, ahead):
            break
        place = ahead
    while place > at and (tokens[place - 1].text.endswith("'") or tokens[place - 1].text == "."):
        place -= 1
    return place


def _noble(tokens: Sequence[Token], place: int, ahead: int) -> bool:
    """ "Jean de La Tour", "Jean de la Rue": a particle whose article follows; "Omar de Tanger" goes on otherwise."""
    if tokens[place].low != "de":
        return False
    following = tokens[ahead].low
    return following in ("la", "le", "las", "los") and ahead + 1 < len(tokens) and tokens[ahead + 1].capital


def no_name(page: Page, token: Token) -> bool:
    """A capital that only the sentence's start explains: "Selon", "Les"."""
    if token.text.endswith("'"):
        return True
    return key(token.text).strip() in NO_NAMES and not (token.text.isupper() and len(token.text) > 1)

"""Who stands before a verb: its subject, past appositions, brackets and relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.saying import CLITICS
from pressfacts.language.tokens import MARK, NUMBER, Token
from pressfacts.language.words import (
    ADVERBS,
    DETERMINERS,
    OF,
    PREPOSITIONS,
    finite_verb,
)
from pressfacts.lexicon import verbs

_BOUNDS = frozenset((",", ";", ":", "«", "»", '"', ".", "!", "?", "-", "--", "(", "•", "*", "+"))
_OPENERS = frozenset(
    "que qu' si s' quand lorsque lorsqu' puisque puisqu' alors tandis mais car où dont comme et ou donc or qui".split()
)
_PRONOUNS = {"il": "il", "elle": "elle", "ils": "ils", "elles": "elles"}
_QUOTATION = ("«", "»", '"')
_THESE = {"celui": "il-ci", "celle": "elle-ci", "ceux": "ils-ci", "celles": "elles-ci"}
_INSERTED = frozenset(
    "qui que qu' dont où elle lui eux elles de dans sur à au en pour avec par selon d' du comme cité citée interrogé "
    "interrogée contacté contactée joint jointe ainsi également aussi notamment hier toutefois cependant le la l' son "
    "sa un une".split()
)


def subject(names: NameReader, tokens: Sequence[Token], first: int) -> tuple[list[Name], str | None] | None:
    """The subject of the verb group that begins at ``first``: its names, or the pronoun that stands for them."""
    found = _subject(names, tokens, first)
    if found is not None and found[0] and found[0][0].last > first:
        return None  # the verb is part of the phrase: "cette formule permet"
    if found is not None and len(found[0]) == 1 and found[0][0].kind == "person":
        other = _coordinated(names, tokens, first, found[0][0])
        if other is not None:
            return [other, *found[0]], found[1]
    return found


def _coordinated(names: NameReader, tokens: Sequence[Token], first: int, last: Name) -> Name | None:
    """ "[Omar Bennis, maire, et] Zineb Alaoui, préfète, ont annoncé": the person before "et"."""
    at = first - 1
    while at > 0 and tokens[at].start >= last.start and first - at < 40:
        at -= 1
    if at < 2 or tokens[at].low != "et" or tokens[at - 1].text != ",":
        return None
    found = _past_insertion(names, tokens, at)
    return found[0][0] if found is not None and found[0] and found[0][0].kind == "person" else None


def _subject(names: NameReader, tokens: Sequence[Token], first: int) -> tuple[list[Name], str | None] | None:
    last = first - 1
    while last >= 0 and (tokens[last].low in ADVERBS or tokens[last].low in ("lui-même", "elle-même")):
        last -= 1
    if last < 0:
        return None
    token = tokens[last]
    if (
        token.low in ("dernier", "dernière", "derniers", "dernières")
        and last
        and tokens[last - 1].low in ("ce", "cette", "ces")
    ):
        return [], {
            "dernier": "il",
            "dernière": "elle",
            "derniers": "ils",
            "dernières": "elles",
        }[token.low] + "-ci"
    if token.low == "-ci" and last and tokens[last - 1].low in _THESE:
        return [], _THESE[tokens[last - 1].low]
    if token.low in _PRONOUNS and (last == 0 or tokens[last - 1].text != "," or _verb_follows(tokens, last)):
        return [], _PRONOUNS[token.low]
    if token.text == "," or token.low in ("lui", "elle", "eux", "elles"):
        place = last if token.text == "," else last - 1
        return _past_insertion(names, tokens, place + 1 if token.text == "," else last + 1)
    if token.low == "et":
        return _shared(names, tokens, last)
    if token.low in ("qui", "lequel", "laquelle"):
        return _antecedent(names, tokens, last)
    if token.text in ("»", '"'):
        return _quoted_title(names, tokens, last)
    if token.kind == MARK and token.text != ")" and not names.page.in_press(token.start):
        return None
    return _ending_at(names, tokens, last + 1)


def _shared(names: NameReader, tokens: Sequence[Token], at: int) -> tuple[list[Name], str | None] | None:
    """ "Médina Soir se montre critique et [parle de]": the subject of the verb before "et"."""
    for verb in range(at - 1, max(0, at - 16), -1):
        if tokens[verb].text in (";", ":", "«", "»"):
            return None
        if finite_verb(tokens, verb) is not None:
            first = verb
            while first and tokens[first - 1].low in CLITICS:
                first -= 1
            return _subject(names, tokens, first) if tokens[first - 1].low != "et" else None
    return None


def _quoted_title(names: NameReader, tokens: Sequence[Token], mark: int) -> tuple[list[Name], str | None] | None:
    """ "Le quotidien national "Le Fleuve" [révèle]": a newspaper's name in quotation marks."""
    for place in range(max(0, mark - 9), mark):
        found = names.read(tokens, place)
        if found and found[0].kind == "press" and found[-1].last == mark and not found[0].generic:
            return found, None
    return None


def _verb_follows(tokens: Sequence[Token], place: int) -> bool:
    """ ", elle prévoit" is a pronoun subject where the verb follows directly."""
    return place + 1 < len(tokens) and tokens[place + 1].text != ","


def _past_insertion(names: NameReader, tokens: Sequence[Token], stop: int) -> tuple[list[Name], str | None] | None:
    """ "Médina Soir, qui y consacre sa une, [note]", "X, président de Y, [indique]", "la banque, elle, [prévoit]"."""
    place = stop - 2
    while place > 0 and stop - place < 34:
        if tokens[place].text == ",":
            after = tokens[place + 1]
            if (
                after.low in _INSERTED
                or after.kind == NUMBER
                or _participle(after)
                or _is_role(names, tokens, place + 1)
                or _apposition(tokens, place + 1, stop - 1)
            ):
                found = _ending_at(names, tokens, place)
                if found is not None and found[0]:
                    return found
        elif tokens[place].low == "qui" and tokens[place - 1].text != ",":
            # "le ministre qui s'exprimait lundi, [a souligné]": the comma before the relative clause was forgotten
            found = _ending_at(names, tokens, place)
            return found if found is not None and found[0] and found[0][0].known else None
        elif tokens[place].text in (";", ":", ".") or (tokens[place].text in _QUOTATION and not _title(tokens, place)):
            return None
        place -= 1
    return None


def _title(tokens: Sequence[Token], place: int) -> bool:
    """Whether a quotation mark belongs to a name of a few words: "le site « Sud Express »"."""
    return sum(token.text in _QUOTATION for token in tokens[max(0, place - 5) : place + 6]) >= 2


def _apposition(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """ "Atlas Cap, [filiale de la Caisse], annonce": a noun and what depends on it, without a verb."""
    if tokens[start].kind != "word" or tokens[start].capital or stop - start > 16:
        return False
    return not any(finite_verb(tokens, place) for place in range(start, stop)) and any(
        token.low in OF for token in tokens[start + 1 : start + 4]
    )


def _participle(token: Token) -> bool:
    return any(
        form.tense in ("past_participle", "present_participle") for form in verbs.load_verb_forms().get(token.low, ())
    )


def _is_role(names: NameReader, tokens: Sequence[Token], place: int) -> bool:
    found = names.read(tokens, place)
    return bool(found) and found[0].kind == "person"


def _antecedent(names: NameReader, tokens: Sequence[Token], relative: int) -> tuple[list[Name], str | None] | None:
    """The noun that "qui" stands for: "un document du ministère, distribué hier, qui recense"."""
    place = relative
    for _ in range(3):
        stop = place
        if stop and tokens[stop - 1].text == ",":
            stop -= 1
        found = _ending_at(names, tokens, stop, relative=True)
        if found is not None and found[0] and (found[0][0].kind == "document" or _tells(found[0][0], stop)):
            return found
        place = next(
            (i for i in range(stop - 1, max(0, stop - 14), -1) if tokens[i].text == ","),
            0,
        )
        if not place:
            return None
    return None


def _tells(name: Name, stop: int) -> bool:
    """ "le patron de la fédération, [qui] table sur 3 %": a person or a newspaper that "qui" follows directly."""
    return name.kind in ("person", "press") and name.known and name.last in (stop, stop - 1)


def _bounds(names: NameReader, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether no subject reaches back past a token: a mark that is no title's, "que", "mais" that opens a clause."""
    token = tokens[at]
    if token.kind == MARK and token.text in _BOUNDS:
        page = names.page
        listed = at > 0 and at + 1 < stop and page.joins_press(tokens[at - 1].end, tokens[at + 1].start)
        return not page.in_press(token.start) and not listed
    return token.low in _OPENERS and not _inside_name(tokens, at, stop)


def _ending_at(
    names: NameReader, tokens: Sequence[Token], stop: int, relative: bool = False
) -> tuple[list[Name], str | None] | None:
    """The subject whose phrase ends before ``stop``."""
    start = stop
    depth = 0
    while start > 0 and stop - start < 40:
        token = tokens[start - 1]
        if token.text == ")":
            depth += 1
        elif token.text == "(" and depth:
            depth -= 1
        elif not depth and _bounds(names, tokens, start - 1, stop):
            break
        start -= 1
    while start < stop and (tokens[start].low in ADVERBS or tokens[start].low in ("et", "mais", "ou")):
        start += 1
    if start >= stop:
        return None
    head = tokens[start]
    if head.kind == NUMBER or (
        head.low
        in (
            "on",
            "je",
            "j'",
            "nous",
            "vous",
            "tu",
            "ce",
            "c'",
            "cela",
            "ça",
            "il",
            "elle",
        )
        and (head.low != "ce" or start + 1 == stop)
    ):
        return ([], _PRONOUNS[head.low]) if head.low in _PRONOUNS and start + 1 == stop else None
    if (
        (head.low in PREPOSITIONS and head.low != "des")
        or relative
        or any(finite_verb(tokens, i) for i in range(start, min(stop, start + 20)))
    ):
        return _directly_before(names, tokens, start, stop, relative)
    found = names.read(tokens, start)
    if not found or (found[-1].last < stop - 3 and not _fits(tokens, found[-1].last, stop)):
        return _directly_before(names, tokens, start + 1, stop)
    return found, None


def _inside_name(tokens: Sequence[Token], place: int, stop: int) -> bool:
    """ "et" inside "l'Agence du livre et de l'écrit" or before a second subject does not open a clause."""
    if tokens[place].low not in ("et", "ou", "où") or place + 1 >= stop:
        return False
    following = tokens[place + 1].low
    return following in ("de", "du", "des", "d'", "la", "l'", "le", "les") and not any(
        finite_verb(tokens, i) for i in range(max(0, place - 6), place)
    )


def _fits(tokens: Sequence[Token], last: int, stop: int) -> bool:
    """Whether what lies between a name and its verb belongs to the name: dates, participles, complements."""
    return not any(finite_verb(tokens, i) for i in range(last, stop))


def _directly_before(
    names: NameReader,
    tokens: Sequence[Token],
    start: int,
    stop: int,
    relative: bool = False,
) -> tuple[list[Name], str | None] | None:
    """A name that ends exactly at the verb: "En 2014 un rapport de l'office [calculait]"."""
    for place in range(max(start, stop - 14), stop):
        token = tokens[place]
        if (token.low not in DETERMINERS and not token.capital) or token.low in (
            "du",
            "des",
            "au",
            "aux",
        ):
            continue
        if place and tokens[place - 1].low in PREPOSITIONS and not relative:
            continue
        found = names.read(tokens, place)
        if found and found[-1].last == stop and found[0].known:
            return found, None
    return None

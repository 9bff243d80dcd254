"""Verb groups and their subjects, by what stands before them: "les ventes, elles, [ont légèrement reculé]"."""

from __future__ import annotations

from pressfacts.finders.indicators.letters import (
    ADVERB,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    INFINITIVE,
    INSERTED,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    RELATIVE,
    STOP,
    VERB,
)
from pressfacts.finders.indicators.phrases import DEMONSTRATIVES, Analysis, Head
from pressfacts.lexicon import verbs

PRONOMINAL = -2  # a subject that is a pronoun
FARTHEST = 45


def verb_before(analysis: Analysis, start: int) -> int | None:
    """The nearest verb before a place, in the same stretch between colons and semicolons; brackets are passed over."""
    depth = 0
    for place in range(start - 1, max(-1, start - FARTHEST), -1):
        text = analysis.tokens[place].text
        if text == ")":
            depth += 1
        elif text == "(":
            if not depth:
                return None
            depth -= 1
        elif depth:
            continue
        elif text in (";", ":") or (text == "." and len(analysis.tokens[place - 1].text) > 2):
            # "le déficit passera, selon M. Untel, de 4% à 3%"
            return None
        elif analysis.letters[place] in (VERB, INFINITIVE, GERUND):
            return place
    return None


def group(analysis: Analysis, verb: int) -> tuple[int, int]:
    """First and last token of the verb group around a verb: "a légèrement reculé", "devrait s'élever"."""
    first = last = verb
    letters = analysis.letters
    while first > 0 and letters[first - 1] in (VERB, ADVERB, CLITIC, INFINITIVE):
        if letters[first - 1] == INFINITIVE and _begins_group(analysis, first):
            # "les prêts qu'ils n'ont pu rembourser | sont estimés"
            break
        first -= 1
    while first < verb and letters[first] == ADVERB:
        first += 1
    while analysis.letter(last + 1) in (VERB, ADVERB, INFINITIVE):
        last += 1
    while last > verb and letters[last] == ADVERB:
        last -= 1
    return first, last


def _begins_group(analysis: Analysis, place: int) -> bool:
    """Whether a finite verb, no participle, stands at a place."""
    return analysis.letters[place] in (VERB, CLITIC) and all(
        form.tense not in ("past_participle", "infinitive")
        for form in verbs.load_verb_forms().get(analysis.tokens[place].low, ())
    )


def roles(analysis: Analysis, verb: int) -> frozenset[str]:
    """What the lexical verb of a group says about a figure."""
    first, last = group(analysis, verb)
    reflexive = any(analysis.tokens[place].low in ("s'", "se") for place in range(first, last))
    found: frozenset[str] = frozenset()
    for lemma in lemmas(analysis, last):
        found |= verbs.roles(lemma, reflexive=reflexive)
    return found


def is_reflexive(analysis: Analysis, verb: int) -> bool:
    """Le bénéfice s'élève à 3 MDH."""
    first, last = group(analysis, verb)
    return any(analysis.text(place) in ("s'", "se") for place in range(first, last))


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Le domaine a été touché à 60%: said of the subject."""
    first, last = group(analysis, verb)
    return last > first and not is_reflexive(analysis, verb) and "être" in lemmas(analysis, last - 1)


def lemmas(analysis: Analysis, place: int) -> set[str]:
    """The infinitives that the form at a place may belong to; none behind the end: "a porté le total à"."""
    if place >= len(analysis.tokens):
        return set()
    return {form.lemma for form in verbs.load_verb_forms().get(analysis.tokens[place].low, ())}


def subject(analysis: Analysis, verb: int) -> int | None:
    """The head of a verb's subject, PRONOMINAL for a pronoun, None where none is found.

    Subjects of infinitives and participles are those of the verb that governs them, but in "voit ses ventes reculer".
    """
    letters = analysis.letters
    for depth in range(5):
        first = group(analysis, verb)[0]
        place = first - 1
        while place >= 0 and (letters[place] in (ADVERB, CLITIC, INSERTED) or analysis.tokens[place].text in '"«'):
            place -= 1
        letter = analysis.letter(place)
        if letter == PRONOUN and analysis.letter(place - 1) != OF and analysis.letter(place - 2) != OF:
            return PRONOMINAL
        if letter == RELATIVE:
            return _antecedent(analysis, place)
        leading = next((at for at in range(first, verb + 1) if letters[at] in (VERB, INFINITIVE, GERUND)), verb)
        if letters[leading] in (INFINITIVE, GERUND) and verb not in analysis.verbs:
            if letter in (NOUN, PARTICIPLE) and analysis.tokens[first - 1].low != "en":
                # "avec un taux s'établissant", "voit ses ventes reculer"
                head = _said_of(analysis, place + 1)
                if head is not None:
                    return head
            above = verb_before(analysis, first)
            if letters[leading] == GERUND and analysis.text(place) == "," and above is not None:
                outer = subject(analysis, above) if depth < 2 else None
                if outer is None or (outer >= 0 and not analysis.names_measure(outer)):
                    head = _measure_before(analysis, place)
                    if head is not None:
                        return head
            if above is None:
                return first_head(analysis, 0, first)
            verb = above
            continue
        if letter in (INFINITIVE, VERB) and place >= 0:
            # "les prêts que les firmes n'ont pu rembourser | sont estimés": the noun before the relative
            relative = next((at for at in range(place, max(-1, place - 20), -1) if letters[at] == RELATIVE), None)
            if relative is not None:
                return _said_of(analysis, relative)
        if letter == CONJUNCTION:
            # "le port emploie 300 agents et [pèse] 9% du total": the subject of the verb before
            above = verb_before(analysis, place)
            if above is None:
                return None
            verb = above
            continue
        for _ in range(4):
            if analysis.letter(place) != STOP:
                break
            inserted = before_insertion(analysis, place)
            if inserted is None or inserted == place:
                break
            if analysis.letter(inserted) == RELATIVE:
                return _antecedent(analysis, inserted)
            place = inserted
        relative = _relative_before(analysis, place)
        if relative is not None:
            return _said_of(analysis, relative)
        head = _whole(analysis, place + 1)
        if head is not None:
            return head
        if analysis.demonstrative(place + 1):
            return PRONOMINAL
        start = clause_start(analysis, place)
        found = first_head(analysis, start, first)
        if found is not None:
            return found
        if any(token.low in DEMONSTRATIVES for token in analysis.tokens[start:first]):
            return PRONOMINAL
        above = verb_before(analysis, first)
        if above is None:
            return None
        verb = above
    return None


def _relative_before(analysis: Analysis, place: int) -> int | None:
    """The relative whose clause ends with a noun: "le rabais [dont] bénéficient les foyers | augmente"."""
    letters = analysis.letters
    for at in range(place, max(-1, place - 15), -1):
        if letters[at] == VERB:
            first = group(analysis, at)[0]
            if letters[first - 1] == RELATIVE and analysis.tokens[first - 1].low in ("dont", "que", "qu'", "où", "qui"):
                before = analysis.letter(first - 2)
                return first - 1 if before in (NOUN, PARTICIPLE) else None
            return None
        if letters[at] in (STOP, RELATIVE, INFINITIVE, GERUND):
            return None
    return None


def _antecedent(analysis: Analysis, relative: int) -> int | None:
    """The noun that "qui" takes up, PRONOMINAL for celui qui, ce qui."""
    if analysis.tokens[relative].low not in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        return None
    end = relative
    if analysis.letter(end - 1) == CONJUNCTION:
        # "le village, à cheval sur deux villes, et qui s'étend"
        return first_head(analysis, 0, end)
    while end > 0 and analysis.letters[end - 1] in (STOP, PREPOSITION):
        end -= 1
    if (end and analysis.letters[end - 1] == PRONOUN) or analysis.demonstrative(end):
        return PRONOMINAL
    return _said_of(analysis, end)


def _said_of(analysis: Analysis, end: int) -> int | None:
    """What is said of the noun phrase before a place: its nearest measure, else its outermost head."""
    outer = None
    for head in analysis.chain_before(end, through=True):
        if analysis.names_measure(head.place):
            return analysis.outer_measure(head)
        outer = head
    return None if outer is None else outer.place


def object_antecedent(analysis: Analysis, verb: int) -> int | None:
    """Des investissements que le ministre a estimés à 40 MDH: the noun that "que" takes up as the verb's object."""
    for place in range(group(analysis, verb)[0] - 1, max(-1, verb - 12), -1):
        if analysis.letters[place] in (VERB, INFINITIVE, GERUND) or analysis.tokens[place].text in (";", ":", "("):
            return None
        if analysis.tokens[place].low in ("que", "qu'"):
            end = place
            while end > 0 and analysis.letters[end - 1] == STOP:
                end -= 1
            return _said_of(analysis, end) if analysis.letter(end - 1) in (NOUN, PARTICIPLE) else None
    return None


def _measure_before(analysis: Analysis, end: int) -> int | None:
    """The measure in the noun phrase before a place: "la hausse du [volume] du marché, passant de 2 à 3 MDH"."""
    for head in analysis.chain_before(end):
        governed = head.governor >= 0 and analysis.letters[head.governor] == PREPOSITION
        if not governed and analysis.names_measure(head.place):
            return head.place
    return None


def before_insertion(analysis: Analysis, place: int) -> int | None:
    """The token before what stands between two commas, dashes, brackets: "la marge, elle, [dépasse]"."""
    text = analysis.tokens[place].text
    opening = {",": (",",), ")": ("(",), "-": ("-",), "»": ("«",)}.get(text)
    if opening is None:
        return None
    for back in range(place - 1, max(-1, place - FARTHEST), -1):
        if analysis.tokens[back].text in opening:
            if text == "»":
                return place - 1
            return back - 1 if back else None
        if analysis.tokens[back].text in (";", ":") and text == ",":
            return None
    return None


def _whole(analysis: Analysis, end: int) -> int | None:
    """The farthest head of the noun phrase that ends at a place, unless a preposition governs all of it."""
    outer: Head | None = None
    for head in analysis.chain_before(end, through=True):
        outer = head
        if (
            head.governor > 0
            and analysis.letters[head.governor] == CONJUNCTION
            and _has_object(analysis, head.governor)
        ):
            # "un lot sur cinq ne trouve pas preneur et [l'indice] recule"
            return head.place
    if outer is not None and outer.first > 0 and analysis.tokens[outer.first - 1].low in DEMONSTRATIVES:
        # "celles relatives au gaz"
        return PRONOMINAL
    if outer is None or (outer.governor >= 0 and analysis.letters[outer.governor] in (PREPOSITION, OF)):
        return None
    return outer.place


def _has_object(analysis: Analysis, end: int) -> bool:
    """Whether the clause before a conjunction has its verb already: what follows is another clause."""
    for place in range(end - 1, max(-1, end - 20), -1):
        letter = analysis.letters[place]
        if letter == VERB:
            return True
        if letter == RELATIVE or analysis.tokens[place].text in (";", ":", "("):
            return False
    return False


def clause_start(analysis: Analysis, end: int) -> int:
    """Where the clause that holds a place begins: behind a verb, a relative or a colon."""
    lowest = max(0, end - 4 * FARTHEST)
    for place in range(min(end, len(analysis.letters) - 1), lowest - 1, -1):
        if analysis.letters[place] in (VERB, RELATIVE, INFINITIVE) or analysis.tokens[place].text in (";", ":", "("):
            return place + 1
    return lowest


def first_head(analysis: Analysis, start: int, end: int) -> int | None:
    """The first noun between two places that no preposition governs; what stands in brackets is passed over."""
    governed = False
    depth = 0
    for place in range(max(start, end - 4 * FARTHEST), end):
        letter, text = analysis.letters[place], analysis.tokens[place].text
        depth += (text == "(") - (text == ")")
        if depth > 0:
            continue
        if letter in (PREPOSITION, OF) or (
            text in ("du", "des") and place > start and analysis.letters[place - 1] != STOP
        ):
            governed = True
        elif letter == NOUN:
            if not governed:
                return place
        elif letter in (STOP, CONJUNCTION, QUANTITY) or (
            letter == DETERMINER and place and analysis.letters[place - 1] == NOUN and text not in ("du", "des")
        ):
            governed = False
    return None

"""Whom "il", "le responsable", "le groupe", "la même source", "le quotidien" stand for: the antecedents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pressfacts.finders.sources.cue import AS_SUBJECT, Cue
from pressfacts.finders.sources.frames import PressFrame
from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.nouns import LOOSE_PRESS_NOUNS, ROLE_CLASSES
from pressfacts.finders.sources.scope import near
from pressfacts.finders.sources.topics import Topics, firm_noun, proper_body
from pressfacts.language.sentences import Sentence
from pressfacts.lexicon.words import key

# How many sentences back a speaker, and an earlier phrase with the same noun, is looked for.
_REACH, _FAR = 5, 12
# Roles that any speaker may have: "le responsable" is whoever spoke last.
_ANYBODY = frozenset(
    "responsable dirigeant dirigeante interesse interessee patron patronne elu elue officiel magistrat "
    "magistrate".split()
)
# Bodies that are places first: "le Royaume produira, assure-t-il" has another speaker.
_PLACES = frozenset("royaume pays ville region commune departement etat province wilaya secteur bourse".split())
# Roles that one person has beside another, and of which no sentence has a second bearer: not "le ministre", "l'avocat".
_ONE_MORE_ROLE = frozenset(
    "depute deputee senateur senatrice parlementaire economiste expert experte analyste specialiste chercheur "
    "chercheuse syndicaliste universitaire politologue sociologue hotelier hoteliere agriculteur agricultrice "
    "entrepreneur entrepreneuse industriel banquier".split()
)
_ANY_DOCUMENT = frozenset(("document", "texte"))
_ANY_PRESS = frozenset(("daily", "weekly", "monthly", "site", "agency", "broadcast"))
_MEDIA = {
    "agence": frozenset(("agency",)),
    "station": frozenset(("broadcast",)),
    "chaine": frozenset(("broadcast",)),
    "radio": frozenset(("broadcast",)),
    "site": frozenset(("site",)),
}
Cues = Callable[[int], list[Cue]]


class Antecedents:
    """Resolves the cues of one article. ``raw`` and ``settled`` give the cues of a sentence before and after that."""

    def __init__(
        self,
        names: NameReader,
        frame: PressFrame,
        sentences: Sequence[Sentence],
        raw: Cues,
        settled: Cues,
    ) -> None:
        self._names = names
        self._frame = frame
        self._sentences = sentences
        self._raw = raw
        self._settled = settled
        self._topics = Topics(names, sentences)

    def resolve(self, cue: Cue, place: int) -> Cue | None:
        """The cue with names for its pronoun and generic nouns; None where nothing is there to stand for."""
        if cue.pronoun is not None:
            if cue.pronoun == AS_SUBJECT:
                return self._participle(cue, place)
            pronoun = cue.pronoun.removesuffix("-ci")
            speaker = self.mentioned(place, cue.start, pronoun) if pronoun != cue.pronoun else None
            speaker = speaker or self.speaker(place, cue.start, pronoun)
            if speaker is None:
                return None
            start, end = cue.mention or cue.words
            moved = replace(speaker, start=start, end=end, resolved="anaphora", author=None)
            return replace(cue, names=[moved])
        names: list[Name] = []
        for name in cue.names:
            if name.kind == "press" and name.generic and name.plural:
                names.extend(self._both(name))
                continue
            made = self._name(name, place, cue)
            if made is not None:
                names.append(made)
                if made.author is not None:
                    names.append(made.author)
        return replace(cue, names=names) if names else None

    def _participle(self, cue: Cue, place: int) -> Cue | None:
        """ "La ministre a réagi, évoquant 300 hectares": who is the subject, where he says nothing else."""
        earlier = [other for other in near(self._raw(place), cue.start) if other.start < cue.start and not other.beside]
        if any(not other.weak and other.speaks for other in earlier):
            return None
        names = next((other.names for other in reversed(earlier) if other.names), [])
        topic = names[0] if names else self._topics.of(place)
        if topic is None or not topic.known or topic.start >= cue.start or topic.kind not in ("person", "organisation"):
            return None
        return replace(cue, names=[self._settled_name(topic, place)])

    def topic(self, place: int) -> Name | None:
        """The person at the head of a sentence."""
        found = self._topics.of(place)
        return found if found is not None and found.kind == "person" else None

    def mentioned(self, place: int, before: int, pronoun: str) -> Name | None:
        """Whom "ce dernier", "celle-ci" mean: what was named last that the pronoun agrees with."""
        for earlier in range(place, max(-1, place - 3), -1):
            for name in self._topics.mentions(earlier, before):
                if agrees(name, pronoun):
                    return self._settled_name(name, earlier)
        return None

    def speaker(self, place: int, before: int, pronoun: str) -> Name | None:
        """Whom "ajoute-t-il" means: the last person or body that spoke or acted, here or a few sentences before."""
        for earlier in range(place, max(-1, place - _REACH - 1), -1):
            found = near(
                self._raw(earlier) if earlier == place else self._settled(earlier),
                before,
            )
            speakers = [
                name
                for cue in found
                if cue.start < before
                for name in cue.names
                if name.kind in ("person", "organisation") and name.known and not name.generic and agrees(name, pronoun)
            ]
            people = [name for name in speakers if name.kind == "person"]
            if people or speakers:
                return self._settled_name((people or speakers)[-1], earlier)
            topic = self._topics.of(earlier)
            if topic is not None and (topic.start >= before or not agrees(topic, pronoun)):
                topic = None
            if topic is not None and (topic.kind == "person" or (earlier == place and key(topic.head) not in _PLACES)):
                return self._settled_name(topic, earlier)
            if earlier == place - 1:
                told = [name for name in self._topics.mentions(earlier, before) if name.kind == "person"]
                met = next(
                    (name for name in told if agrees(name, pronoun) and not name.plural),
                    None,
                )
                if met is not None:
                    return self._settled_name(met, earlier)
        return self._named_person(before, pronoun)

    def _named_person(self, before: int, pronoun: str) -> Name | None:
        """The person whom the article named last, where nobody spoke: a portrait's."""
        if pronoun not in ("il", "elle"):
            return None
        return self._names.page.people.last_before(before)

    def _settled_name(self, name: Name, place: int) -> Name:
        if name.kind == "organisation":
            return self._firm(name, place) or name
        return self._role(name, place, None)

    def _name(self, name: Name, place: int, cue: Cue) -> Name | None:
        if name.kind == "press":
            return self._press(name, place) if name.generic else name
        if name.head == "source" and name.generic:
            return self._same_source(name, place, cue)
        if name.kind == "document" and name.generic and name.head in _ANY_DOCUMENT:
            return self._same_noun(name, place) or self._last_document(name, place) or replace(name, generic=False)
        if name.generic or name.kind == "document":
            return self._same_noun(name, place) or (replace(name, generic=False) if name.kind != "person" else name)
        if name.kind == "person":
            return self._role(name, place, cue)
        return self._same_noun(name, place) or self._firm(name, place) or name

    def _both(self, name: Name) -> list[Name]:
        """ "les deux quotidiens": the two newspapers quoted last."""
        return [
            replace(
                name,
                name=hit.entry.label,
                acronym=hit.entry.acronym,
                entry=hit.entry.id,
                generic=False,
            )
            for hit in self._frame.last_two(name.start)
        ]

    def _press(self, name: Name, place: int) -> Name | None:
        """ "le quotidien", "notre confrère": the frame's newspaper; "le site" behind a body so called is the body."""
        hit = self._frame.current(name.start)
        if name.head in LOOSE_PRESS_NOUNS and (found := self._body_called(name, place)) is not None:
            return found
        if hit is None or (not name.known and hit.entry.kind not in _MEDIA.get(name.head, _ANY_PRESS)):
            return None
        entry = hit.entry
        return replace(
            name,
            name=entry.label,
            acronym=entry.acronym,
            entry=entry.id,
            resolved="anaphora",
            generic=False,
        )

    def _body_called(self, name: Name, place: int) -> Name | None:
        for earlier in range(place - 1, max(-1, place - _REACH), -1):
            for cue in reversed(near(self._settled(earlier), name.start)):
                for found in cue.names:
                    for one in (found, found.author):
                        if one is not None and one.kind != "press" and key(one.name).startswith(name.head):
                            return _moved(one, name)
        return None

    def _same_source(self, name: Name, place: int, cue: Cue) -> Name | None:
        """ "la même source", "cette source": the last source of any kind."""
        for earlier in range(place, max(-1, place - _REACH - 3), -1):
            cues = near(
                self._raw(earlier) if earlier == place else self._settled(earlier),
                name.start,
            )
            for other in reversed(cues):
                if other is cue or other.weak or other.beside or other.start >= name.start:
                    continue
                for found in other.names:
                    if not found.generic and found.known:
                        return _moved(found, name)
        return None

    def _same_noun(self, name: Name, place: int) -> Name | None:
        """ "l'observatoire", "ledit communiqué", "le rapport": an earlier, longer phrase with the same noun."""
        if not name.head or (not name.generic and len(name.name.split()) > 1) or name.acronym:
            return None
        if not name.generic and not self._definite(name):
            return None
        for earlier in range(place, max(-1, place - _FAR), -1):
            found = self._topics.phrase(earlier, name.head, name.kind, name.start)
            if found is not None:
                return _moved(found, name)
        return None

    def _without_places(self, said: str) -> str:
        """ "l'institution de Washington", "le groupe de Casablanca": a place names no firm."""
        if said.startswith("institution de ") and len(said.split()) == 3:
            return "institution"
        countries = self._names.page.lexicon.countries.by_key
        return " ".join(word for word in said.split() if not (word[:1].isupper() and key(word) in countries))

    def _last_document(self, name: Name, place: int) -> Name | None:
        """ "le document", "le texte": the document named last, whatever its noun."""
        for earlier in range(place, max(-1, place - _REACH), -1):
            for found in self._topics.mentions(earlier, name.start):
                if found.kind == "document" and found.head != name.head:
                    return _moved(found, name)
        return None

    def _definite(self, name: Name) -> bool:
        text = self._names.page.keyed[name.start : name.start + 6]
        return text.startswith(("le ", "la ", "l ", "ce ", "cette ", "cet ", "ces ", "du ", "au "))

    def _role(self, name: Name, place: int, cue: Cue | None) -> Name:
        """ "le ministre", "la directrice", "le responsable" alone: who has that role, or who spoke last."""
        if name.role is not None or name.plural or not self._definite(name):
            return name
        if firm_noun(name.name, name.head):  # "l'opérateur", "le distributeur": a firm more often than a person
            return self._firm(name, place) or name
        if name.head not in ROLE_CLASSES:
            return name
        words = name.name.split()
        bare = len(words) == 1 or name.name.lower() == "porte-parole"
        bare = bare or (len(words) == 2 and name.head in _ANYBODY and words[1].islower())  # "le responsable syndical"
        if not bare:
            return name
        for earlier in range(place, max(-1, place - _FAR), -1):
            cues = near(
                self._raw(earlier) if earlier == place else self._settled(earlier),
                name.start,
            )
            for other in reversed(cues):
                if other is cue or other.start >= name.start:
                    continue
                for found in other.names:
                    if found.kind == "person" and not found.generic and _fits(name, found):
                        return _moved(found, name)
            topic = self._topics.of(earlier)
            if topic is not None and topic.kind == "person" and topic.start < name.start and _fits(name, topic):
                return _moved(topic, name)
        if name.head in _ONE_MORE_ROLE:
            met = self._only_person(name, place)
            if met is not None:
                return _moved(met, name)
        told = self._names.page.people.with_role(self._names.page.keyed, name.head, name.start)
        if told is not None and not name.generic:
            return replace(name, name=told, role=name.name, resolved="anaphora")
        return self._same_noun(name, place) or name

    def _only_person(self, name: Name, place: int) -> Name | None:
        """ "la députée" behind a sentence in which one woman speaks: another role of hers."""
        people: dict[str, Name] = {}
        for earlier in range(place, max(-1, place - 3), -1):
            cues = near(self._raw(earlier) if earlier == place else self._settled(earlier), name.start)
            for cue in cues:
                for one in cue.names:
                    if one.kind == "person" and one.start < name.start and not one.generic and one.name[:1].isupper():
                        people[one.name] = one
        found = list(people.values())
        if len(found) != 1 or (found[0].gender and name.gender and found[0].gender != name.gender):
            return None
        return found[0]

    def _firm(self, name: Name, place: int) -> Name | None:
        """ "le groupe", "le géant du transport": the firm that the article was speaking of."""
        if name.acronym or not self._definite(name) or not firm_noun(self._without_places(name.name), name.head):
            return None
        same = self._same_noun(name, place)
        if same is not None:
            return same
        nearest: Name | None = None
        known: dict[str, Name] = {}
        counts: dict[str, int] = {}
        for earlier in range(place, max(-1, place - _FAR), -1):
            found = [
                *(
                    one
                    for cue in near(self._settled(earlier), name.start)
                    for one in cue.names
                    if proper_body(one) and one.start < name.start
                ),
                *self._topics.bodies(earlier, name.start),
            ]
            for one in found:
                counts[one.name] = counts.get(one.name, 0) + 1
            nearest = nearest or (found[-1] if found else None)
            known = known | {one.name: one for one in found}
        if nearest is None:
            return None
        most = max(known.values(), key=lambda one: counts[one.name])
        # a firm that is spoken of all the time is meant, and not one that was just mentioned
        return _moved(
            most if counts[most.name] >= max(3, 2 * counts[nearest.name]) else nearest,
            name,
        )


def agrees(name: Name, pronoun: str) -> bool:
    """Whether il, elle, ils or elles may stand for a name."""
    if name.gender and name.gender != ("m" if pronoun.startswith("il") else "f"):
        return False
    return not (name.plural and not pronoun.endswith("s"))


def _fits(name: Name, found: Name) -> bool:
    """Whether a role alone may mean a person: his role has the word, or it is a role that anybody may have."""
    if name.gender and found.gender and name.gender != found.gender:
        return False
    if found.plural:
        return False
    if name.head in key(found.role or "") or (
        found.role is None and name.head in key(found.name) and found.name != name.name
    ):
        return True
    return name.head in _ANYBODY


def _moved(found: Name, name: Name) -> Name:
    return replace(
        found,
        start=name.start,
        end=name.end,
        last=name.last,
        resolved="anaphora",
        author=None,
        generic=False,
    )

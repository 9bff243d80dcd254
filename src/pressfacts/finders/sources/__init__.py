"""Who says so: for every quantity of an article the chain of its sources, innermost first.

``names`` reads who is named, ``cues`` what makes him a source, ``quotations`` and ``frames`` what reaches beyond the
sentence, ``scope`` which quantities are covered; here they are put together.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressfacts.articles.layout import Block
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.sources.cues import Cue, CueReader
from pressfacts.finders.sources.editions import edition
from pressfacts.finders.sources.frames import PressFrame, press_frame
from pressfacts.finders.sources.names import LOOSE_PRESS_NOUNS, Name, NameReader, PressIndex
from pressfacts.finders.sources.quotations import Quotation, around, quotations
from pressfacts.finders.sources.scope import covering, segments
from pressfacts.language.sentences import Sentence
from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.words import key
from pressfacts.model import Organisation, Source, Span

_ORDER = {"person": 0, "organisation": 1, "document": 2, "press": 3}
# How many sentences back a speaker is looked for.
_REACH = 4


@dataclass(slots=True)
class Attribution:
    """The newspapers reviewed; per sentence and quantity the sources, and per sentence and quantity the rules."""

    reviewed: tuple[str, ...]
    sources: list[list[tuple[Source, ...]]]
    rules: list[list[tuple[str, ...]]]


@dataclass(slots=True, frozen=True)
class _Link:
    """One source of one quantity: its name and the cue that made it one."""

    name: Name
    cue: tuple[int, int] | None
    rule: str


class SourceFinder:
    """Finds the sources of the quantities of articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._index = PressIndex(lexicon)

    def attribute(
        self,
        text: str,
        folded: str,
        sentences: Sequence[Sentence],
        blocks: Sequence[Block],
        published: dt.date | None,
        quantities: Sequence[Sequence[QuantityMention]],
    ) -> Attribution:
        """Give each quantity its sources. ``quantities`` holds those of each sentence, in the order of ``sentences``."""
        names = NameReader(self._lexicon, self._index, folded)
        furniture = [
            (block.start, block.end) for block in blocks if block.role in ("byline", "credit", "dateline", "kicker")
        ]
        article = _Article(text, folded, sentences, blocks, published, names, press_frame(names, furniture))
        sources: list[list[tuple[Source, ...]]] = []
        rules: list[list[tuple[str, ...]]] = []
        for place, found in enumerate(quantities):
            links = [article.links(place, one.start, one.end) for one in found] if found else []
            sources.append([article.sources(place, one) for one in links])
            rules.append([tuple(dict.fromkeys(link.rule for link in one)) for one in links])
        return Attribution(article.frame.reviewed, sources, rules)


class _Article:
    """One article while it is read; the cues of a sentence are read once, when first asked for."""

    def __init__(
        self,
        text: str,
        folded: str,
        sentences: Sequence[Sentence],
        blocks: Sequence[Block],
        published: dt.date | None,
        names: NameReader,
        frame: PressFrame,
    ) -> None:
        self.text = text
        self.folded = folded
        self.sentences = sentences
        self.breaks = [block.start for block in blocks]
        self.published = published
        self.names = names
        self.frame = frame
        self._reader = CueReader(names)
        self._cues: dict[int, list[Cue]] = {}
        self._resolved: dict[int, list[Cue]] = {}
        self._quotations: list[Quotation] | None = None
        self._starts = [sentence.start for sentence in sentences]

    @property
    def quotations(self) -> list[Quotation]:
        """The quotations of the article."""
        if self._quotations is None:
            self._quotations = quotations(self.folded, self.breaks)
        return self._quotations

    def links(self, place: int, start: int, end: int) -> list[_Link]:
        """The sources of the quantity at ``start`` in a sentence."""
        sentence = self.sentences[place]
        quoted = around(self.quotations, start, end)
        cues = [cue for cue in self.cues(place) if not self._inside(cue, quoted)]
        spans = [(q.start, q.end) for q in self.quotations if q.end > sentence.start and q.start < sentence.end]
        found = covering(cues, segments(sentence.tokens, spans), start, end)
        rule = ""
        if quoted is not None and not any(self._speaks(cue) for cue in found):
            running = self._speaker_of(quoted, place)
            if running:
                found = [*running, *(cue for cue in found if cue not in running)]
                rule = "source.quotation"
        links = self._chain(found, rule)
        heading = self.frame.heading(start)
        if heading is not None and not any(link.name.kind == "press" for link in links):
            entry = heading.entry
            name = Name("press", entry.label, heading.start, heading.end, 0, acronym=entry.acronym, entry=entry.id)
            links.append(_Link(name, None, "source.heading"))
        return links

    def cues(self, place: int) -> list[Cue]:
        """The cues of a sentence with every pronoun and generic noun resolved, or left out."""
        if place not in self._resolved:
            self._resolved[place] = []  # a sentence that is being resolved says nothing to itself
            self._resolved[place] = [
                made for cue in self._read(place) if (made := self._resolve(cue, place)) is not None
            ]
            if all(cue.beside for cue in self._resolved[place]):
                self._resolved[place] = []
        return self._resolved[place]

    def _read(self, place: int) -> list[Cue]:
        if place not in self._cues:
            tokens = self.sentences[place].tokens
            if tokens and place + 1 < len(self.sentences) and tokens[-1].kind == "word":
                # a line that breaks before a name: "s'est félicité", line break, "Omar Bennis"
                following = self.sentences[place + 1]
                if 0 < following.start - tokens[-1].end <= 2:
                    tokens = [*tokens, *following.tokens[:14]]
            self._cues[place] = self._reader.read(tokens)
        return self._cues[place]

    def _resolve(self, cue: Cue, place: int) -> Cue | None:
        if cue.pronoun is not None:
            speaker = self._last_speaker(place, cue.start, cue.pronoun)
            if speaker is None:
                return None
            moved = replace(speaker, start=cue.words[0], end=cue.words[1], resolved="anaphora", author=None)
            return replace(cue, names=[moved])
        names: list[Name] = []
        for name in cue.names:
            made = self._settled(name, place, cue)
            if made is not None:
                names.append(made)
                if made.author is not None:
                    names.append(made.author)
        return replace(cue, names=names) if names else None

    def _settled(self, name: Name, place: int, cue: Cue) -> Name | None:
        if not name.generic:
            return name
        if name.kind == "press":
            hit = self.frame.current(name.start)
            if name.name in LOOSE_PRESS_NOUNS and (found := self._body_called(name, place)) is not None:
                return found
            if hit is None or (not name.known and hit.entry.kind not in _MEDIA.get(name.name, _ANY)):
                return None
            entry = hit.entry
            return replace(name, name=entry.label, acronym=entry.acronym, entry=entry.id, resolved="anaphora")
        words = [word for word in key(name.name).split() if len(word) > 3]
        for earlier in range(place, max(-1, place - 8), -1):
            for other in reversed(self._read(earlier) if earlier == place else self.cues(earlier)):
                for found in other.names:
                    if found.generic or found.start >= name.start:
                        continue
                    same = words and words[0] in key(found.name)
                    if same or (found.kind == name.kind and name.kind == "person" and words[:1] == ["source"]):
                        return replace(found, start=name.start, end=name.end, resolved="anaphora", author=None)
        return replace(name, generic=False)

    def _body_called(self, name: Name, place: int) -> Name | None:
        """ "la même agence", "le site" behind a body so called: the last source with the word in its name."""
        for earlier in range(place - 1, max(-1, place - 6), -1):
            for cue in reversed(self.cues(earlier)):
                for found in cue.names:
                    for one in (found, found.author):
                        if one is not None and one.kind != "press" and key(one.name).startswith(name.name):
                            return replace(one, start=name.start, end=name.end, resolved="anaphora", author=None)
        return None

    def _last_speaker(self, place: int, before: int, pronoun: str) -> Name | None:
        """Whom "ajoute-t-il" means: the last person or body that spoke, in this sentence or a few before it."""
        for earlier in range(place, max(-1, place - _REACH - 1), -1):
            found = self._read(earlier) if earlier == place else self.cues(earlier)
            speakers = [
                name for cue in found if cue.start < before for name in cue.names
                if name.kind in ("person", "organisation") and name.known and not name.generic
            ]  # fmt: skip
            if speakers:
                people = [name for name in speakers if name.kind == "person"] or speakers
                return people[-1]
        return None

    def _speaker_of(self, quoted: Quotation, place: int) -> list[Cue]:
        """Who says a quotation that runs over several sentences: named behind it, before it or inside it."""
        first = self._sentence_at(quoted.start)
        last = self._sentence_at(quoted.end - 1)
        end_cues = self.cues(last)
        behind = [cue for cue in end_cues if cue.start >= quoted.end and self._speaks(cue)]
        if not behind and last + 1 < len(self.sentences) and self.sentences[last].end <= quoted.end + 1:
            after = self.sentences[last + 1]
            if self.folded[after.start : after.start + 1] in (",", "»"):
                end_cues = self.cues(last + 1)
                behind = [cue for cue in end_cues if self._speaks(cue)]
        if behind:
            return behind[:1] + [cue for cue in end_cues if not self._speaks(cue)]
        start_cues = self.cues(first)
        ahead = [cue for cue in start_cues if cue.end <= quoted.start and self._speaks(cue)]
        if ahead:
            return ahead[-1:] + [cue for cue in start_cues if not self._speaks(cue)]
        for middle in range(first, last + 1):
            inside = [cue for cue in self.cues(middle) if self._speaks(cue) and cue.rule == "source.inversion"]
            if inside:
                return inside[:1]
        previous = first - 1
        if previous >= 0 and place - previous < 8:
            spoken = [cue for cue in self.cues(previous) if self._speaks(cue)]
            people = [cue for cue in spoken if any(name.kind == "person" for name in cue.names)]
            if people:
                cue = people[-1]
                return [replace(cue, names=[replace(n, resolved="anaphora") for n in cue.names], rule="source.running")]
        return []

    def _sentence_at(self, at: int) -> int:
        return max(0, bisect.bisect_right(self._starts, at) - 1)

    def _speaks(self, cue: Cue) -> bool:
        return any(name.kind != "press" for name in cue.names)

    def _inside(self, cue: Cue, quoted: Quotation | None) -> bool:
        """Whether a cue is part of what is quoted: « selon nos calculs … »; "dit-il" between the words is not."""
        if quoted is None or cue.rule == "source.inversion":
            return False
        return quoted.start <= cue.start and cue.end <= quoted.end and len(self.folded) > quoted.end

    def _chain(self, cues: Sequence[Cue], rule: str) -> list[_Link]:
        links: list[_Link] = []
        for cue in cues:
            for name in cue.names:
                if not any(link.name.same(name) for link in links):
                    links.append(_Link(name, cue.words, rule or cue.rule))
        links.sort(key=lambda link: _ORDER[link.name.kind])
        return links

    def sources(self, place: int, links: Sequence[_Link]) -> tuple[Source, ...]:
        """The chain as the model has it, the reviewed newspaper added where the sentence names none."""
        made = [self._source(place, link) for link in links]
        reviewed = self.frame.reviewed
        if len(reviewed) == 1 and not any(link.name.kind == "press" for link in links):
            acronym = (self.frame.named or self.frame.headings)[0].entry.acronym
            made.append(
                Source(type="press", name=reviewed[0], acronym=acronym, role=None, organisation=None, text=None,
                       start=None, end=None, cue=None, edition=None, resolved="article")
            )  # fmt: skip
        return tuple(made)

    def _source(self, place: int, link: _Link) -> Source:
        name = link.name
        cue = None
        if link.cue is not None:
            start, end = link.cue
            cue = Span(text=self.text[start:end], start=start, end=end)
        issue = None
        if name.kind == "press" and link.cue is not None:
            sentence = self.sentences[place]
            issue = edition(sentence.text, name.end - sentence.start, self.published)
        return Source(
            type=name.kind,
            name=" ".join(name.name.split()),
            acronym=name.acronym,
            role=name.role,
            organisation=Organisation(name=name.body[0], acronym=name.body[1]) if name.body else None,
            text=self.text[name.start : name.end],
            start=name.start,
            end=name.end,
            cue=cue,
            edition=issue,
            resolved=name.resolved,
        )


_ANY = frozenset(("daily", "weekly", "monthly", "site", "agency", "broadcast"))
_MEDIA = {
    "agence": frozenset(("agency",)),
    "station": frozenset(("broadcast",)),
    "chaine": frozenset(("broadcast",)),
    "radio": frozenset(("broadcast",)),
    "site": frozenset(("site",)),
}

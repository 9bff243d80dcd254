"""One article while its sources are read: the cues of each sentence, who says each quotation, whom each figure has."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressfacts.finders.sources.cue import Cue
from pressfacts.finders.sources.cues import CueReader
from pressfacts.finders.sources.editions import edition
from pressfacts.finders.sources.frames import PressFrame
from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.quotations import Quotation, Quotations
from pressfacts.finders.sources.reference import Antecedents
from pressfacts.finders.sources.scope import Part, covering, near, segments
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import WORD, Token
from pressfacts.model import Organisation, Source, Span

_ORDER = {"person": 0, "organisation": 1, "document": 2, "press": 3}
# How many sentences back the speaker of a quotation that names none is looked for.
_RUNNING = 4
# How many sentences before a quantity its antecedents are sought in: "il" may mean whom "elle" spoke of, and so on.
_CONTEXT = 24
# How far before a quantity its bracket may open, and how far behind a source (code points).
_BRACKET, _GAP = 120, 3
# How many tokens of the next line belong to a sentence that a line break cuts before a name.
_NEXT_LINE = 14


@dataclass(slots=True, frozen=True)
class Link:
    """One source of one quantity: its name and the cue that made it one."""

    name: Name
    cue: tuple[int, int] | None
    rule: str


class SourcedArticle:
    """One article while it is read; the cues of a sentence are read once, when first asked for."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        breaks: Sequence[int],
        published: dt.date | None,
        names: NameReader,
        frame: PressFrame,
    ) -> None:
        self._text = text
        self._folded = names.page.folded
        self._sentences = sentences
        self._published = published
        self._frame = frame
        self._reader = CueReader(names)
        self._quotations = Quotations(self._folded, breaks)
        self._antecedents = Antecedents(names, frame, sentences, self._read, self._settled)
        self._floor = 0
        self._raw: dict[int, list[Cue]] = {}
        self._made: dict[int, list[Cue]] = {}
        self._giving: dict[int, list[Cue]] = {}
        self._parts: dict[int, list[Part]] = {}
        self._starts = [sentence.start for sentence in sentences]

    def links(self, place: int, start: int, end: int, others: Sequence[int]) -> list[Link]:
        """The sources of the quantity at ``start`` in a sentence whose quantities begin at ``others``."""
        self._floor = place - _CONTEXT
        quoted = self._quotations.around(start, end)
        cues = [cue for cue in near(self._cues(place), start) if not self._inside(cue, quoted)]
        found = covering(cues, self._segments(place), self._anchor(cues, place, start), others)
        rule = ""
        if quoted is not None and not any(cue.speaks for cue in found):
            running = self._speaker_of(quoted, place)
            if running:
                found = [*running, *(cue for cue in found if cue not in running)]
                rule = "quotation"
        if quoted is not None:
            # "Omar Bennis a rappelé que « selon un rapport de l'office, 3 % … »": both say it
            named = [cue for cue in near(self._cues(place), start) if cue.rule == "preposition" and cue.mention is None]
            inside = [cue for cue in named if self._inside(cue, quoted)]
            found.extend(covering(inside, self._segments(place), start, others))
        links = _chain(found, rule)
        heading = self._frame.heading(start)
        if heading is not None and not any(link.name.kind == "press" for link in links):
            entry = heading.entry
            name = Name(
                "press",
                entry.label,
                heading.start,
                heading.end,
                0,
                acronym=entry.acronym,
                entry=entry.id,
            )
            links.append(Link(name, None, "heading"))
        return links

    def _anchor(self, cues: Sequence[Cue], place: int, start: int) -> int:
        """ "3.000 selon la police [(dont 400 à Fès)], 9.000 selon …": a bracket behind a source is his."""
        opened = self._folded.rfind("(", max(self._sentences[place].start, start - _BRACKET), start)
        if opened < 0 or ")" in self._folded[opened:start]:
            return start
        behind = (cue for cue in cues if cue.rule == "preposition" and 0 <= opened - cue.end <= _GAP)
        return next((cue.start - 1 for cue in behind), start)

    def _segments(self, place: int) -> list[Part]:
        if place not in self._parts:
            sentence = self._sentences[place]
            quoted = self._quotations.within(sentence.start, sentence.end)
            self._parts[place] = segments(sentence.tokens, quoted)
        return self._parts[place]

    def _cues(self, place: int) -> list[Cue]:
        """The cues of a sentence that give sources; newspapers told and documents consulted only beside a speaker."""
        if place not in self._giving:
            cues = [cue for cue in self._settled(place) if not cue.weak]
            self._giving[place] = [] if all(cue.beside for cue in cues) else cues
        return self._giving[place]

    def _settled(self, place: int) -> list[Cue]:
        """The cues of a sentence, the weak ones too, with every pronoun and generic noun resolved or left out."""
        if place < self._floor:
            return []
        if place not in self._made:
            self._made[place] = []  # a sentence that is being resolved says nothing to itself
            made = (self._antecedents.resolve(cue, place) for cue in self._read(place))
            self._made[place] = [cue for cue in made if cue is not None]
        return self._made[place]

    def _read(self, place: int) -> list[Cue]:
        if place not in self._raw:
            end = self._sentences[place].end
            self._raw[place] = [cue for cue in self._reader.read(self._tokens(place)) if cue.words[0] < end]
        return self._raw[place]

    def _tokens(self, place: int) -> list[Token]:
        """The tokens of a sentence, and those of the next where a line break cuts it before a name."""
        tokens = self._sentences[place].tokens
        if tokens and place + 1 < len(self._sentences) and tokens[-1].kind == WORD:
            # "s'est félicité", line break, "Omar Bennis"
            following = self._sentences[place + 1]
            if 0 < following.start - tokens[-1].end <= 2:
                return [*tokens, *following.tokens[:_NEXT_LINE]]
        return tokens

    def _speaker_of(self, quoted: Quotation, place: int) -> list[Cue]:
        """Who says a quotation that runs over several sentences: named behind it, before it, inside it, or earlier."""
        first = self._sentence_at(quoted.start)
        last = self._sentence_at(quoted.end - 1)
        return (
            self._named_behind(quoted, last)
            or self._named_before(quoted, first)
            or self._named_inside(quoted, first, last)
            or self._printed_behind(quoted, last)
            or self._named_earlier(first)
        )

    def _named_behind(self, quoted: Quotation, last: int) -> list[Cue]:
        """ "« … . … », s'indigne Omar Bennis"."""
        cues = self._cues(last)
        behind = [cue for cue in cues if cue.start >= quoted.end and cue.speaks]
        if not behind and last + 1 < len(self._sentences) and self._sentences[last].end <= quoted.end + 1:
            after = self._sentences[last + 1]
            if self._folded[after.start : after.start + 1] in (",", "»"):
                cues = self._cues(last + 1)
                behind = [cue for cue in cues if cue.speaks]
        return behind[:1] + [cue for cue in cues if not cue.speaks] if behind else []

    def _printed_behind(self, quoted: Quotation, last: int) -> list[Cue]:
        """ "« … . … », souligne Médina Soir": a newspaper that is quoted itself."""
        return [cue for cue in self._cues(last) if cue.start >= quoted.end and not cue.beside]

    def _named_before(self, quoted: Quotation, first: int) -> list[Cue]:
        """ "Omar Bennis est formel : « … . … »"."""
        cues = self._cues(first)
        ahead = [cue for cue in cues if cue.end <= quoted.start and cue.speaks]
        return ahead[-1:] + [cue for cue in cues if not cue.speaks] if ahead else []

    def _named_inside(self, quoted: Quotation, first: int, last: int) -> list[Cue]:
        """ "« …, constate Omar Bennis. … »"."""
        for middle in range(first, min(last + 1, first + 8)):
            for cue in self._cues(middle):
                if cue.speaks and cue.rule == "inversion" and quoted.start <= cue.start < quoted.end:
                    return [cue]
        return []

    def _named_earlier(self, first: int) -> list[Cue]:
        """ "…, a dit Omar Bennis. « … »": the person who spoke in the sentence before, past other quotations."""
        for previous in range(first - 1, max(-1, first - 1 - _RUNNING), -1):
            spoken = [cue for cue in self._cues(previous) if cue.speaks]
            people = [cue for cue in spoken if any(name.kind == "person" for name in cue.names)]
            if people:
                cue = people[-1]
                names = [replace(name, resolved="anaphora") for name in cue.names]
                return [replace(cue, names=names, rule="running")]
            topic = None if spoken else self._antecedents.topic(previous)
            if topic is not None:
                moved = replace(topic, resolved="anaphora")
                return [
                    Cue(
                        [moved],
                        (topic.start, topic.end),
                        topic.start,
                        topic.end,
                        "both",
                        "running",
                    )
                ]
            sentence = self._sentences[previous]
            if spoken or not self._quotations.within(sentence.start, sentence.end):
                return []
        return []

    def _sentence_at(self, at: int) -> int:
        return max(0, bisect.bisect_right(self._starts, at) - 1)

    def _inside(self, cue: Cue, quoted: Quotation | None) -> bool:
        """Whether a cue is part of what is quoted: « selon nos calculs … »; "dit-il" between the words is not."""
        if quoted is None or cue.rule == "inversion":
            return False
        return quoted.start <= cue.start and cue.end <= quoted.end and len(self._folded) > quoted.end

    def sources(self, place: int, links: Sequence[Link]) -> tuple[Source, ...]:
        """The chain as the model has it, the reviewed newspaper added where the sentence names none."""
        made = [self._source(place, link) for link in links]
        only = self._frame.only
        if only is not None and not any(link.name.kind == "press" for link in links):
            made.append(
                Source(type="press", name=only.label, acronym=only.acronym, role=None, organisation=None, text=None,
                       start=None, end=None, cue=None, edition=None, resolved="article")
            )  # fmt: skip
        return tuple(made)

    def _source(self, place: int, link: Link) -> Source:
        name = link.name
        cue = None
        if link.cue is not None:
            start, end = link.cue
            cue = Span(text=self._text[start:end], start=start, end=end)
        issue = None
        if name.kind == "press" and link.cue is not None:
            sentence = self._sentences[place]
            issue = edition(
                sentence.text,
                name.start - sentence.start,
                name.end - sentence.start,
                self._published,
            )
        return Source(
            type=name.kind,
            name=" ".join(name.name.split()),
            acronym=name.acronym,
            role=name.role,
            organisation=Organisation(name=name.body[0], acronym=name.body[1]) if name.body else None,
            text=self._text[name.start : name.end],
            start=name.start,
            end=name.end,
            cue=cue,
            edition=issue,
            resolved=name.resolved,
        )


def _chain(cues: Sequence[Cue], rule: str) -> list[Link]:
    links: list[Link] = []
    for cue in cues:
        for name in cue.names:
            if not any(link.name.same(name) for link in links):
                links.append(Link(name, cue.words, rule or cue.rule))
    links.sort(key=lambda link: _ORDER[link.name.kind])
    return links

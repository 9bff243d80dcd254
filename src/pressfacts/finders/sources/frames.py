"""What holds beyond a sentence: the newspaper under whose heading an item stands, the speaker who goes on."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pressfacts.finders.sources.names import NameReader, PressHit

_LEFT_OF_HEADING = re.compile(r"[\s•*+·▪◦►–-]{0,6}(?:\d{1,2}[.)]\s?)?$")
_RIGHT_OF_HEADING = re.compile(r"[ \t+*_»\"]{0,4}(?P<colon>:)?[ \t]*(?P<end>\r?\n|$)?")
_BEFORE = re.compile(
    r"(?:\b(?:selon|après|quotidiens?|journal|journaux|hebdomadaires?|hebdo|mensuel|magazine|revue|bihebdomadaire|site|portail|"
    r"confrères? de|colonnes d[eu]|cités? par|citées? par|relayée? par|repris par|de presse de|tirée? d[eu]|agence|comme le "
    r"\w+|croire|lit-on dans|lire dans|une de|par) ?(?:les|le|la|l'|du|d'|de|des)?|«) ?(?:les |le |la |l')?$",
    re.IGNORECASE,
)
_SAYS = r"(?:a |ont |avait )?(?:rapport|écri|indiqu|précis|révèl|révél|annonc|affirm|not[eé]|relèv|relev|soulign|rappel|ajout|croi|"
_SAYS += r"avanc|explique|estime|calcule|publi|titre|raconte|consacr|revient|cite|fait savoir|dévoil|parle|signal|assure|confirm|évoqu|détaill|poursui|dit|s'attarde|apprend|rend compte)"
_VERB_BEFORE = re.compile(rf"\b{_SAYS}\w*(?: ainsi| également| aussi)? ?(?:le |la |les |l')?$", re.IGNORECASE)
_VERB_AFTER = re.compile(rf"(?:,[^,.]{{1,80}},)? ?(?:qui |nous )?{_SAYS}", re.IGNORECASE)
_EDITION = re.compile(
    r",? ?(?:rend compte |paru |qui |dans |de |en |daté)[^.]{0,40}\b(?:édition|livraison|numéro|parution|daté|une)\b",
    re.IGNORECASE,
)
_EDITION_BEFORE = re.compile(
    r"\b(?:édition|livraison|numéro|parution)\b[^.]{0,40},? ?(?:le |la |les |l')?$", re.IGNORECASE
)
_CREDIT = re.compile(r"(?:sources?|crédits?|photos?|avec|©|ph\.?) ?:? ?(?:le |la |l')?$", re.IGNORECASE)


@dataclass(slots=True)
class PressFrame:
    """The newspapers of an article: ``headings`` as (start, hit), ``named`` those that are quoted, by place."""

    headings: list[PressHit] = field(default_factory=list)
    named: list[PressHit] = field(default_factory=list)

    def heading(self, at: int) -> PressHit | None:
        """The newspaper whose item holds a place."""
        place = bisect.bisect_right([hit.start for hit in self.headings], at)
        return self.headings[place - 1] if place else None

    def current(self, at: int) -> PressHit | None:
        """The newspaper that "le journal" means at a place: that of the item, or the last one quoted, or the only one."""
        before = [hit for hit in self.named if hit.start < at]
        heading = self.heading(at)
        if heading is not None:
            inside = [hit for hit in before if hit.start > heading.start]
            return inside[-1] if inside and not self.headings else heading
        if before:
            return before[-1]
        ids = {hit.entry.id for hit in self.named}
        return self.named[0] if len(ids) == 1 else None

    @property
    def reviewed(self) -> tuple[str, ...]:
        """The newspapers that the article reviews, in order, each once."""
        order = sorted([*self.headings, *self.named], key=lambda hit: hit.start)
        return tuple(dict.fromkeys(hit.entry.label for hit in order))


def press_frame(names: NameReader, furniture: Sequence[tuple[int, int]] = ()) -> PressFrame:
    """Tell the newspapers that an article quotes from those that it merely mentions.

    ``furniture`` holds the bylines and credits (code points), where an agency's name is no item's heading.
    """
    frame = PressFrame()
    folded = names.folded
    candidates: list[tuple[PressHit, bool]] = []
    for hit in names.hits:
        if any(start <= hit.start < end for start, end in furniture):
            continue
        line = folded.rfind("\n", 0, hit.start) + 1
        left = folded[max(line, hit.start - 60) : hit.start]
        marked = _LEFT_OF_HEADING.fullmatch(left) and hit.start - line <= 12
        if marked:
            right = _RIGHT_OF_HEADING.match(folded, hit.end)
            alone = right is not None and right["end"] is not None
            colon = right is not None and right["colon"] is not None
            if right is not None and (
                (alone and (left.strip() or colon or folded[hit.start : hit.end].isupper() or hit.sure))
                or (colon and (left.strip() or folded[hit.start : hit.end].isupper()))
            ):
                candidates.append((hit, bool(alone)))
                continue
        if _CREDIT.search(left):
            continue
        right_text = folded[hit.end : hit.end + 130]
        if (
            _BEFORE.search(left)
            or _VERB_BEFORE.search(left)
            or _VERB_AFTER.match(right_text)
            or _EDITION.match(right_text)
            or _EDITION_BEFORE.search(left)
        ):
            frame.named.append(hit)
    for hit, _ in candidates:
        frame.headings.append(hit)
    if len(frame.headings) == 1 and not folded[: frame.headings[0].start].strip():
        # a name that opens the text is its outlet or a credit, no item's heading
        frame.headings.clear()
    return frame


def item_spans(frame: PressFrame, length: int) -> Sequence[tuple[int, int]]:
    """The stretches that headings cover (code points)."""
    starts = [hit.end for hit in frame.headings]
    return list(zip(starts, [*(hit.start for hit in frame.headings[1:]), length], strict=True))

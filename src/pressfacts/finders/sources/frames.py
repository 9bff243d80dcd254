"""What holds beyond a sentence: the newspaper under whose heading an item stands, the newspaper quoted last."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence

from pressfacts.finders.sources.headings import Heading, credited, heads_an_item, unknown
from pressfacts.finders.sources.name import PressHit
from pressfacts.finders.sources.page import Page
from pressfacts.finders.sources.saying import PRESS_VERBS, saying_of
from pressfacts.lexicon.entries import Press

# What stands before a newspaper's name where it is quoted, whatever else the name may mean: strong, so that the title
# is taken for certain from there on.
_STRONG_BEFORE = re.compile(
    r"(?:\b(?:quotidiens?|journal|journaux|hebdomadaires?|hebdo|mensuel|magazine|revue|bihebdomadaire|site|portail|"
    r"confrères? de|colonnes d[eu]|édition d[eu]|agences? de presse|de presse de|tirée? d[eu]|lit-on dans|lire dans|"
    r"une de) ?(?:les|le|la|l'|du|d'|de|des)?|«) ?(?:les |le |la |l')?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:selon|après|cités? par|citées? par|relayée? par|repris par|agence|comme le \w+|croire|par) ?"
    r"(?:les|le|la|l'|du|d'|de|des)? ?(?:les |le |la |l')?$",
    re.IGNORECASE,
)
_STEMS = (
    r"rapport|écri|indiqu|précis|révèl|révél|annonc|affirm|not[eé]|relèv|relev|soulign|rappel|ajout|croi|avanc|expliqu|"
    r"estim|calcul|publi|titr|racont|consacr|revient|cite|fai[ts] (?:savoir|état|remarquer|observer)|dévoil|parle|"
    r"signal|met en avant|met l'accent|donne la parole|s'intéress|s'arrêt|se pench|se fai|tabl|assur|confirm|évoqu|"
    r"détaill|poursui|dit|s'attard|appren|appri|rend compte|observ|constat|mentionn|relat|relay"
)
_SAYS = rf"(?:nous )?(?:(?:a |ont |avait )?(?:{_STEMS})|vient de |viennent de )"
_VERB_BEFORE = re.compile(
    rf"\b{_SAYS}\w*(?: (?:ainsi|également|aussi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|encore))? ?"
    r"(?:le |la |les |l')?$",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(rf"(?:,[^,.]{{1,80}},)? ?(?:qui |nous )?{_SAYS}", re.IGNORECASE)
_EDITION = re.compile(
    r",? ?(?:rend compte |paru |qui |dans |de |en |daté)[^.]{0,40}\b(?:édition|livraison|numéro|parution|daté|une)\b",
    re.IGNORECASE,
)
_EDITION_BEFORE = re.compile(
    r"\b(?:édition|livraison|numéro|parution)\b[^.]{0,40},? ?(?:le |la |les |l')?$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:sources?|crédits?|photos?|avec|©|ph\.?) ?:? ?(?:le |la |l')?$", re.IGNORECASE)
_TELLING = frozenset(("report", "report_clause", "publish"))
_HOLDING = frozenset(("détenir", "compter", "avoir", "mesurer"))
_WORD = re.compile(r"\w+")
_BEFORE_A_VERB = frozenset("a ont avait aussi encore nous se s y en également ainsi pour sa part".split())
# How many newspapers back the last two are looked for.
_BACK = 12
_AND = re.compile(r" ?(?:,|et|ou) ?(?:le |la |les |l')?", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")


class PressFrame:
    """The newspapers of an article: those that head its items, and those that are quoted, by place."""

    def __init__(self, headings: Sequence[Heading], named: Sequence[PressHit]) -> None:
        self.headings = [heading.hit for heading in headings]
        self.named = list(named)
        self._heading_starts = [heading.begin for heading in headings]
        self._named_starts = [hit.start for hit in named]

    def heading(self, at: int) -> PressHit | None:
        """The newspaper whose item holds a place."""
        place = bisect.bisect_right(self._heading_starts, at)
        return self.headings[place - 1] if place else None

    def current(self, at: int) -> PressHit | None:
        """The newspaper that "le journal" means at a place: that of the item, the last one quoted, or the only one."""
        heading = self.heading(at)
        if heading is not None:
            return heading
        place = bisect.bisect_left(self._named_starts, at)
        if place:
            return self.named[place - 1]
        return self.named[0] if len({hit.entry.id for hit in self.named}) == 1 else None

    def last_two(self, at: int) -> list[PressHit]:
        """The two different newspapers quoted last before a place, in their order; empty where fewer are."""
        place = bisect.bisect_left(self._named_starts, at)
        found = {hit.entry.id: hit for hit in self.named[max(0, place - _BACK) : place]}
        return list(found.values())[-2:] if len(found) > 1 else []

    @functools.cached_property
    def reviewed(self) -> tuple[str, ...]:
        """The newspapers that the article reviews, in order, each once."""
        order = sorted([*self.headings, *self.named], key=lambda hit: hit.start)
        return tuple(dict.fromkeys(hit.entry.label for hit in order))

    @functools.cached_property
    def only(self) -> Press | None:
        """The newspaper that the article reviews when it reviews exactly one."""
        found = {hit.entry.label: hit.entry for hit in (*self.headings, *self.named)}
        return next(iter(found.values())) if len(found) == 1 else None


def press_frame(page: Page, furniture: Sequence[tuple[int, int]] = ()) -> PressFrame:
    """Tell the newspapers that an article quotes from those that it merely mentions.

    ``furniture`` holds the bylines and credits (code points), where an agency's name is no item's heading. The page
    learns which titles that are ordinary words are certainly newspapers here.
    """
    headings: list[Heading] = []
    named: list[PressHit] = []
    sure: set[str] = set()
    folded = page.folded
    for place, hit in enumerate(page.hits):
        if any(start <= hit.start < end for start, end in furniture):
            continue
        if heads_an_item(folded, hit):
            headings.append(Heading(hit.start, hit))
            continue
        left = _BLANK_LINE.split(folded[max(0, hit.start - 60) : hit.start])[-1].replace("\n", " ").replace("\r", "")
        if _CREDIT.search(left):
            continue
        end = _list_end(page, place)
        right = folded[end : end + 130].replace("\n", " ")
        strong = _STRONG_BEFORE.search(left) or _EDITION.match(right) or _EDITION_BEFORE.search(left)
        if strong:
            sure.add(hit.entry.id)
        beside = bool(named) and _AND.fullmatch(folded, named[-1].end, hit.start) is not None
        if strong or beside or _BEFORE.search(left) or _VERB_BEFORE.search(left) or _tells(right):
            named.append(hit)
    headings += [*credited(folded, page.hits), *unknown(page, headings)]
    headings.sort(key=lambda heading: heading.begin)
    if len(headings) == 1 and not folded[: headings[0].begin].strip():
        # a name that opens the text is its outlet or a credit, no item's heading
        headings.clear()
    page.established = frozenset(sure | {heading.hit.entry.id for heading in headings})
    return PressFrame(headings, named)


def _tells(right: str) -> bool:
    """ "Médina Soir [rapporte]", "[, daté de lundi,] cite", "[a également cité]": a verb of saying behind a title."""
    if _VERB_AFTER.match(right):
        return True
    words = _WORD.findall(right[:40])
    while words and (words[0] in _BEFORE_A_VERB or words[0].endswith("ment")):
        words.pop(0)
    if not words or not right[:1].isspace():
        return False
    saying = saying_of(words[0])
    if saying is None:
        return False
    # "Le Sahel compte 3 millions de déplacés": a title that also names something else tells by verbs of telling alone
    return bool(saying.roles & _TELLING) or (saying.lemma in PRESS_VERBS and saying.lemma not in _HOLDING)


def _list_end(page: Page, place: int) -> int:
    """Where a list of newspapers ends that begins with one: "Al Alam[, Assabah et Al Akhbar] rapportent"."""
    hits = page.hits
    for at in range(place, min(len(hits) - 1, place + 4)):
        if _AND.fullmatch(page.folded, hits[at].end, min(hits[at + 1].start, hits[at].end + 12)) is None:
            return hits[at].end
        place = at + 1
    return hits[place].end

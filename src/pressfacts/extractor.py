"""One article in, its facts out: the whole flow on one page."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import localcontext
from pathlib import Path
from typing import TYPE_CHECKING

from pressfacts.articles import article_from_text
from pressfacts.articles.layout import layout
from pressfacts.assembly import FactMaker
from pressfacts.finders import periods
from pressfacts.finders.change import change
from pressfacts.finders.indicators import IndicatorFinder
from pressfacts.finders.mentions import QuantityMention, Refused
from pressfacts.finders.quantities import QuantityFinder, settle_money
from pressfacts.finders.sources import SourceFinder
from pressfacts.finders.status import status
from pressfacts.language.entities import named_entities, told_by_names
from pressfacts.language.sentences import Sentence, split
from pressfacts.lexicon import Lexicon
from pressfacts.model import SCHEMA_VERSION, Article, Extraction, Fact, Rejection, Warning
from pressfacts.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Only sentences with a digit or a number word are looked at for quantities.
_MAY_HOLD_NUMBER = re.compile(
    r"\d|(?<!\w)(?:une? |la moiti|moiti|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    r"quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?\b|mill(?:e|ion|iard)|"
    r"tiers|quarts?\b|doubl|tripl|quadrupl|quintupl|sextupl|d[ée]cupl|centupl|le double|le triple)",
    re.IGNORECASE,
)
# Without an hour these furnish no facts: the dateline's numbers are a date.
_FURNITURE = frozenset({"dateline", "byline", "credit", "kicker"})
_FRENCH_WORDS = re.compile(
    r"(?<!\w)(?:le|la|les|de|des|du|et|en|un|une|est|que|qui|dans|pour|par|sur|au|aux)(?!\w)", re.IGNORECASE
)
# Enough digits for any numeral that is read, times any scale.
_DIGITS = 60
# How many earlier quantities a bare number may take its unit from.
_RECALLED = 8
_LETTERS = re.compile(r"[^\W\d_]+")


class Extractor:
    """Reads articles with one set of lexicons; one extractor serves any number of articles, in any order."""

    def __init__(self, lexicon: Lexicon | None = None, nlp: Callable[[str], Doc] | None = None) -> None:
        """Make an extractor; a spaCy pipeline that recognises names helps to tell persons from bodies.

        ``nlp`` is never needed and never loaded here: hand in ``spacy.load("fr_core_news_sm")``, for instance.
        """
        self._nlp = nlp
        self.lexicon = lexicon if lexicon is not None else Lexicon.load()
        self.rules_version = _rules_version(self.lexicon.digest)
        self._quantities = QuantityFinder(self.lexicon)
        self._indicators = IndicatorFinder(self.lexicon)
        self._sources = SourceFinder(self.lexicon)

    def pipe(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Extract from articles one by one, in their order."""
        return map(self.extract, articles)

    def extract(self, article: Article) -> Extraction:
        """Read one article. The same article gives the same facts, byte for byte."""
        with localcontext(prec=_DIGITS):
            return self._read(article)

    def _read(self, article: Article) -> Extraction:
        folded = fold(article.text)
        form = layout(article.text)
        sentences = split(folded)
        published = _day(article.published)

        found, refused, times = self._find(folded, sentences, form.blocks, published)
        settle_money(folded, found, self.lexicon)
        attribution = self._sources.attribute(article.text, folded, sentences, form.blocks, published, found)
        names = named_entities(self._nlp(article.text)) if self._nlp is not None else ()

        maker = FactMaker(article)
        facts: list[Fact] = []
        rejections: list[Rejection] = []
        earlier: list[tuple[int, int]] = []
        for place, sentence in enumerate(sentences):
            rejections.extend(maker.rejection(item) for item in refused[place])
            quantities = found[place]
            if not quantities:
                continue
            named = self._indicators.find(sentence, quantities, earlier)
            attached = periods.attach(sentence, quantities, times[place])
            for at, quantity in enumerate(quantities):
                moved, change_rule = change(sentence, quantity, quantities)
                state, status_rule = status(sentence, quantity, quantities)
                period, compared_to, period_rules = attached[at]
                rules = [
                    *quantity.rules,
                    *(f"indicator:{rule}" for rule in named[at].rules),
                    *period_rules,
                    *([f"change:{change_rule}"] if change_rule else []),
                    *([f"status:{status_rule}"] if status_rule else []),
                    *(f"sources:{rule}" for rule in attribution.rules[place][at]),
                ]
                facts.append(
                    maker.fact(
                        sentence, quantity, named[at], period, compared_to, moved, state,
                        [told_by_names(source, names) for source in attribution.sources[place][at]], rules,
                    )
                )  # fmt: skip
                span = named[at].indicator
                if span is not None:
                    earlier.append(span[:2])
        return Extraction(
            schema_version=SCHEMA_VERSION,
            rules_version=self.rules_version,
            article=_with_language(article),
            reviewed=attribution.reviewed,
            facts=tuple(facts),
            rejections=tuple(rejections),
            warnings=_warnings(article),
        )

    def _find(
        self, folded: str, sentences: list[Sentence], blocks: Iterable[tuple[int, int, str]], published: dt.date | None
    ) -> tuple[list[list[QuantityMention]], list[list[Refused]], list[list[periods.PeriodMention]]]:
        """Quantities, refused numerals and periods, sentence by sentence; the furniture of the page is passed over."""
        furniture = sorted((start, end) for start, end, role in blocks if role in _FURNITURE)
        antecedent = periods.Antecedent()
        recent: list[QuantityMention] = []
        found: list[list[QuantityMention]] = []
        refused: list[list[Refused]] = []
        times: list[list[periods.PeriodMention]] = []
        passed = 0
        for sentence in sentences:
            quantities: list[QuantityMention] = []
            left: list[Refused] = []
            own: list[periods.PeriodMention] = []
            while passed < len(furniture) and furniture[passed][1] <= sentence.start:
                passed += 1
            in_furniture = passed < len(furniture) and furniture[passed][0] <= sentence.start
            if not in_furniture and _MAY_HOLD_NUMBER.search(folded, sentence.start, sentence.end):
                own = periods.find(sentence, published, antecedent)
                quantities, left = self._quantities.find(
                    sentence, periods.not_quantities(sentence, own), recent[-_RECALLED:]
                )
                recent.extend(quantities)
            found.append(quantities)
            refused.append(left)
            times.append(own)
        return found, refused, times


def extract(
    text_or_article: str | Article,
    *,
    id: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    outlet: str | None = None,
    lexicon: Lexicon | None = None,
) -> Extraction:
    """Extract the facts of one text or article.

    ``published`` (date, datetime or ISO string) wins over the text's own dateline. For many articles make one
    :class:`Extractor` and keep it. Raises :class:`~pressfacts.errors.InputError` for a date that is none.
    """
    if isinstance(text_or_article, Article):
        article = text_or_article
        if id is not None or published is not None or outlet is not None:
            article = article_from_text(
                article.text,
                id=id if id is not None else article.id,
                path=article.path,
                published=published if published is not None else article.published,
                outlet=outlet if outlet is not None else article.outlet,
                encoding=article.encoding,
            )
    else:
        article = article_from_text(text_or_article, id=id, published=published, outlet=outlet)
    return (_default() if lexicon is None else Extractor(lexicon)).extract(article)


@functools.cache
def _default() -> Extractor:
    return Extractor()


@functools.cache
def _rules_version(lexicon: str) -> str:
    """A digest of the code that reads and of the lexicons: the same digest, the same facts."""
    folder = Path(__file__).parent
    digest = hashlib.sha256(lexicon.encode())
    for part in ("finders", "language"):
        for path in sorted((folder / part).rglob("*.py")):
            digest.update(path.read_bytes())
    for name in ("assembly.py", "confidence.json", "confidence.py", "extractor.py", "text.py"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def _day(moment: dt.date | dt.datetime | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _french(text: str) -> bool:
    sample = text[:4000]
    words = len(_LETTERS.findall(sample))
    return words < 20 or len(_FRENCH_WORDS.findall(sample)) > words * 0.12


def _with_language(article: Article) -> Article:
    if article.language is not None or not _french(article.text):
        return article
    return article.model_copy(update={"language": "fr"})


def _warnings(article: Article) -> tuple[Warning, ...]:
    if _french(article.text):
        return ()
    return (Warning(code="not_french", message="The text does not look French; it was read all the same."),)

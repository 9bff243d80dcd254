"""What a person looks at and decides: articles with their facts highlighted, and decisions that are kept."""

from pressfacts.review.corrections import Correction, PeriodWords, SourceWords
from pressfacts.review.decisions import Attached, Decisions, Orphan
from pressfacts.review.desk import Desk, annotate
from pressfacts.review.journal import Decision
from pressfacts.review.page import ArticleView, show, write_report

__all__ = [
    "ArticleView",
    "Attached",
    "Correction",
    "Decision",
    "Decisions",
    "Desk",
    "Orphan",
    "PeriodWords",
    "SourceWords",
    "annotate",
    "show",
    "write_report",
]

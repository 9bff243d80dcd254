"""All constructions by which French says what a number measures, in the order in which they are tried.

A rule gets a ``View`` of one quantity and returns a ``Target``, or None where its construction is not there; its name
travels in ``fact.rules``.
"""

from __future__ import annotations

from collections.abc import Callable

from pressfacts.finders.indicators.beside import apposed, bracketed, detached, fronted, heading
from pressfacts.finders.indicators.counting import counted, elliptic, position, times
from pressfacts.finders.indicators.durations import duration, sentenced
from pressfacts.finders.indicators.moving import movement
from pressfacts.finders.indicators.nouns import complement, part_of, price
from pressfacts.finders.indicators.pairs import respective, shared_out
from pressfacts.finders.indicators.repeating import (
    carried,
    compared,
    contrast,
    conversion,
    glossed,
    reached,
    repeated,
    told,
)
from pressfacts.finders.indicators.shares import fraction, gapped, included, portion, share
from pressfacts.finders.indicators.verbal import (
    acting,
    behind_verb,
    level,
    measured,
    multiplied,
    object_pronoun,
    passive,
)
from pressfacts.finders.indicators.view import Target, View

Rule = Callable[[View], Target | None]

RULES: tuple[Rule, ...] = (
    position,
    multiplied,
    object_pronoun,
    detached,
    fraction,
    times,
    counted,
    respective,
    shared_out,
    conversion,
    behind_verb,
    elliptic,
    contrast,
    compared,
    glossed,
    gapped,
    portion,
    included,
    sentenced,
    duration,
    movement,
    reached,
    share,
    level,
    complement,
    price,
    part_of,
    bracketed,
    apposed,
    acting,
    fronted,
    heading,
    measured,
    passive,
    repeated,
    carried,
    told,
)

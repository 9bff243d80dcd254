"""What the program knows of words: verbs, currencies, units, newspapers, bodies, indicators."""

from pressfacts.lexicon.lexicon import Example, Lexicon

__all__ = ["Example", "Lexicon"]

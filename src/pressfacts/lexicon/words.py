"""How a word of a lexicon meets a word of a text: one key for all its spellings, and its plural.

``key`` keeps lengths, so a whole text can be keyed at once and its offsets stay true.
"""

from __future__ import annotations

import functools
import unicodedata

from pressfacts.text import fold

# Latin letters lose their case and their accents, one for one: É and é are e; œ stays, having no one letter instead.
# Hyphens and apostrophes are spaces: Al-Akhbar and Al Akhbar, L'Économiste and L Economiste are one title.
_PLAIN = {
    code: plain
    for code in range(0x41, 0x250)
    if len(plain := unicodedata.normalize("NFD", chr(code).lower())[0]) == 1 and plain != chr(code)
} | {ord("-"): " ", ord("'"): " "}

# Behind these words a French noun phrase no longer takes the plural: postes de travail, tonnes équivalent pétrole.
_LINKS = frozenset(
    ("de", "du", "des", "à", "au", "en", "par", "pour", "sur", "sous", "avec", "hors", "et", "équivalent")
)
_AL_PLURALS_IN_S = frozenset(
    ("bal", "carnaval", "festival", "récital", "régal", "chacal", "rial", "ryal", "riyal", "real", "réal")
)
_AIL_PLURALS_IN_AUX = {"travail": "travaux", "bail": "baux", "vitrail": "vitraux", "corail": "coraux"}
_EU_PLURALS_IN_S = frozenset(("bleu", "pneu"))
_OU_PLURALS_IN_X = frozenset(("bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou"))


@functools.lru_cache(maxsize=1 << 15)
def key(text: str) -> str:
    """Give the key under which a text is looked up: no accents, capitals, hyphens, apostrophes; the same length.

    >>> key("L’Économiste")
    'l economiste'
    """
    return fold(text).translate(_PLAIN)


def plural(phrase: str) -> str:
    """Put a French noun phrase into the plural: its noun and adjectives, not its complement.

    >>> plural("mètre carré"), plural("poste de travail"), plural("quintal")
    ('mètres carrés', 'postes de travail', 'quintaux')
    """
    words = phrase.split(" ")
    for at, word in enumerate(words):
        if word.lower() in _LINKS or word.startswith(("d'", "d’")):
            break
        if at == 0 or not word[:1].isupper():  # francs CFA
            words[at] = "-".join(_plural(part) for part in word.split("-")) if at == 0 else _plural(word)
    return " ".join(words)


def _plural(word: str) -> str:
    if not word or not word[-1].isalpha() or word.endswith(("s", "x", "z")) or word.isupper():
        return word
    lower = word.lower()
    if lower in _AIL_PLURALS_IN_AUX:
        return _AIL_PLURALS_IN_AUX[lower]
    if lower.endswith("al") and lower not in _AL_PLURALS_IN_S:
        return word[:-1] + "ux"
    if lower.endswith(("eau", "au")) or (lower.endswith("eu") and lower not in _EU_PLURALS_IN_S):
        return word + "x"
    return word + ("x" if lower in _OU_PLURALS_IN_X else "s")

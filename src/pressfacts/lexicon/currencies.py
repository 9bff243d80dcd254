"""``python -m pressfacts.lexicon.currencies`` writes ``currencies.toml`` out of the French names that CLDR has.

For development only: Babel, which carries CLDR, is no dependency of the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

PATH = Path(__file__).parent / "currencies.toml"
HEAD = """\
# MONNAIES : les monnaies qui ont cours, leur code ISO 4217 et leur nom français.
#
# Ce fichier est engendré à partir des données du CLDR (python -m pressfacts.lexicon.currencies) : ne le modifiez pas,
# il serait écrasé. Les graphies de la presse (DH, MDH, Mds€, « dollars » tout court ...) sont dans
# money_spellings.toml, que l'on peut modifier.
#   id        le code ISO 4217
#   label     le nom français
#   forms     le nom au singulier et au pluriel
#   symbols   le code, que la presse emploie comme symbole
"""
# CLDR names a currency more exactly than any newspaper: franc CFA (BCEAO).
_BRACKET = " ("


def codes() -> list[str]:
    """List the ISO 4217 codes of the currencies that are tender in some territory today and have a French name."""
    named = Locale.parse("fr").currencies
    return sorted(
        {
            code
            for currencies in get_global("territory_currencies").values()
            for code, _, last_day, tender in currencies
            if last_day is None and tender and code in named
        }
    )


def currencies_table() -> str:
    """Give the text of ``currencies.toml``."""
    return HEAD + "".join(_entries())


def _entries() -> Iterator[str]:
    french = Locale.parse("fr")
    for code in codes():
        names = [get_currency_name(code, count=count, locale=french) for count in (1, 2)]
        label = french.currencies[code]
        forms = [name.replace("\u00a0", " ") for name in dict.fromkeys(names) if _BRACKET not in name and name != code]
        lines = [
            "",
            "[[entry]]",
            f'id = "{code}"',
            f"label = {_text(label)}",
            f"forms = [{', '.join(map(_text, forms))}]",
            f'symbols = ["{code}"]',
            f"examples = [{_text(f'Le chantier a coûté 12.000 {forms[-1] if forms else code}.')}]",
            "",
        ]
        yield "\n".join(lines)


def _text(value: str) -> str:
    return json.dumps(value.replace("’", "'"), ensure_ascii=False)


if __name__ == "__main__":
    PATH.write_text(currencies_table(), encoding="utf-8", newline="\n")

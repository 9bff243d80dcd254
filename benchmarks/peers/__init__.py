"""What other tools expect of French numbers, and how much of it pressfacts reads: ``python -m benchmarks.peers FILE…``.

The files are theirs and not part of this project; fetch them yourself:

- microsoft/Recognizers-Text: ``Specs/Number/French/*.json``, ``Specs/NumberWithUnit/French/*.json``;
- facebook/duckling: ``Duckling/Numeral/FR/Corpus.hs``, ``Duckling/AmountOfMoney/FR/Corpus.hs``,
  ``Duckling/Duration/FR/Corpus.hs``.
"""

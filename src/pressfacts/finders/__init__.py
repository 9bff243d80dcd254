"""What stands in a sentence: numbers, quantities, periods, indicators, sources, movement and status."""

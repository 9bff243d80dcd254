"""Facts out of French press reviews."""

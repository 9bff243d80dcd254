"""French, as far as rules need it: tokens, sentences, closed classes of words, inflected verbs, the spaCy pipeline."""

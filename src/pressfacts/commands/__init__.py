"""The commands of the command line, one module for each that is more than a page."""

"""Reading seeds/: what a contributor edits, checked and turned into data."""

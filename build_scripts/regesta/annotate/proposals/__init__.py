"""Records proposed from the texts alone."""

"""The same words in two documents."""

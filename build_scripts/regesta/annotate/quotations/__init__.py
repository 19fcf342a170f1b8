"""Quoted words and who speaks them."""

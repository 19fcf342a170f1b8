"""Texts and records that mean harm: whole sites of them, read and opened."""

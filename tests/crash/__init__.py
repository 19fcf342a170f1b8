"""Builds that are killed, run out of room, may not write, or meet another."""

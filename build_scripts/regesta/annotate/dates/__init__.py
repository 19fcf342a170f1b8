"""Expressions of time, and the days on which documents were published."""

"""Markdown pages: what readers and reviewers see, as (path, text)."""

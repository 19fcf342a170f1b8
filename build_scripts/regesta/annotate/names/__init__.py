"""Who is named in a text, by the records of the archive."""

"""What programs and reference managers take out of an archive."""

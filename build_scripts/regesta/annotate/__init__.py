"""What a text says: who is named, when, and who is quoted."""

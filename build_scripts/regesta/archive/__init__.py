"""The archive put together: descriptions, texts, records and annotations."""

"""Words that point to an event."""

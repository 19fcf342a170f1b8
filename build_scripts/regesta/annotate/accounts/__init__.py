"""What each voice of a document says of an event, aspect by aspect."""

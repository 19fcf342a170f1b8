"""What several test modules share: archives to build, pages to read."""

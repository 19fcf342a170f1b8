"""Search over the built site: reading its pages, the Pagefind index, the script
that makes it work from a folder, and the search page."""

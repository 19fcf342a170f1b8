"""Pages made anew where anything that they show has changed, kept otherwise.

While a page is made, what it reads is noted; the next build makes those pages
anew of whose readings one is no longer the same, or whose file is not as it
was left.  A build without a memory, or with one that is damaged or of another
program, makes all of them.  New pages wait in ``.cache/`` until all are made.
"""

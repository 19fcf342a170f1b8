"""What is kept from one build to the next, below ``.cache/regesta/``.

Nothing here is believed for its own sake: it is taken only where configuration,
code and versions are the same and its own digest is right; otherwise all is
made anew.
"""

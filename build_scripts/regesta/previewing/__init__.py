"""``regesta preview``: the archive in a browser while it is edited.

What is served is the site as a build leaves it.  A page that is shown gets one
script more on its way to the browser, which waits for the next build; no file
holds it.
"""

"""Maps drawn as SVG when pages are made: no tiles, no request, no network.

The outlines are Natural Earth's; ORIGIN.md beside them says where they come
from.  A place is drawn only where its record says where it is and who says so.
"""

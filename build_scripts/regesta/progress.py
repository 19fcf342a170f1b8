"""What a long piece of work says of itself while it is done."""

from __future__ import annotations

from collections.abc import Callable

Done = Callable[[int], None]
"""Is told how many pieces of a stage are done."""
Tell = Callable[[str, int], Done]
"""Is told that a stage begins, in words, and of how many pieces (0: not
known); gives what is to be told of each."""


def silent(_stage: str, _pieces: int) -> Done:
    """Say nothing."""
    return _nothing


def _nothing(_done: int) -> None:
    return None

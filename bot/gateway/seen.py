"""What was heard already: the gateway may send an event again when a connection is resumed."""

from __future__ import annotations

from collections import OrderedDict

KEPT = 4096


class Seen:
    """The latest ids that were heard of."""

    def __init__(self, kept: int = KEPT) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()
        self._kept = kept

    def is_new(self, ident: int) -> bool:
        """Whether the id is heard of for the first time; from now on it is not."""
        if ident in self._ids:
            return False
        self._ids[ident] = None
        if len(self._ids) > self._kept:
            self._ids.popitem(last=False)
        return True

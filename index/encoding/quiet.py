"""Libraries that write on standard error, kept quiet: their warnings and bars tell a user nothing."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_loading() -> Iterator[None]:
    """Load a model of sentence-transformers without a word; what the libraries log is left out afterwards, too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # has no types
        for library in ("sentence_transformers", "transformers"):
            logging.getLogger(library).setLevel(logging.CRITICAL)
        yield


@contextmanager
def quiet_exporting() -> Iterator[None]:
    """Export without the warnings and log lines that it would put on standard error."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)

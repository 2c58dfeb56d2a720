"""What a question wants: its intent, the person it names, its topic, and its filters."""

from index.questions.filters import Filters
from index.questions.parsing import Question, parse

__all__ = ["Filters", "Question", "parse"]

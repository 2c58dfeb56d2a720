"""What a question wants: its intent, the person it names, its topic, and its filters."""

from index.questions.filters import NONE, Filters
from index.questions.parsing import Question, parse, said

__all__ = ["NONE", "Filters", "Question", "parse", "said"]

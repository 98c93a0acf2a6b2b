"""Figures: counts, amounts, shares, ranges, with what they count."""

from accord.find.figures.context import with_context
from accord.find.figures.finder import find_figures

__all__ = ["find_figures", "with_context"]

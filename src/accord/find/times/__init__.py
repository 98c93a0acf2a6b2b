"""Time expressions and their places on the calendar."""

from accord.find.times.finder import find_times

__all__ = ["find_times"]

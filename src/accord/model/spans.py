from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of one report's text: 0-based, end-exclusive code points, `text` being exactly that slice."""

    report: str
    start: int
    end: int
    text: str

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character of the same report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end

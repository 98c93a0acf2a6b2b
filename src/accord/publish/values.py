"""A figure's value in signs."""

from accord.model.findings import Figure


def spell_figure(figure: Figure) -> str:
    """Say a figure's value: its comparator, its number or range, its unit.

    >>> from accord.model.spans import Span
    >>> spell_figure(Figure(Span("r", 0, 15, "at least $1.5 bn"), value=1.5e9, comparator="≥", unit="USD"))
    '≥ 1,500,000,000 USD'
    """
    ends = [_number(end) for end in (figure.min, figure.max) if end is not None]
    number = _number(figure.value) if figure.value is not None else "–".join(ends)
    sign = "" if figure.comparator == "=" else f"{figure.comparator} "
    unit = "" if not figure.unit else ("%" if figure.unit == "%" else f" {figure.unit}")
    return f"{sign}{number}{unit}"


def _number(value: float) -> str:
    if value == int(value):
        return f"{value:,.0f}"
    return f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.2f}"

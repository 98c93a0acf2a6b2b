"""The whole program on one screen: what is done to one report, and what is done to one story."""

from collections.abc import Callable, Iterable, Sequence

from accord.collate.accounts import collate
from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.find.figures import find_figures
from accord.find.times import find_times
from accord.gather.stories import gather
from accord.language import load
from accord.model.accounts import Account, Analysis, ParsedReport, Story
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.pages import read

Mapper = Callable[[Callable[[Source], Analysis], Sequence[Source]], Iterable[Analysis | Problem]]


def per_report(source: Source) -> Analysis:
    """Read one input and find what it says; InputError where it can't be read."""
    return analyse(read(source))


def analyse(page: Page) -> Analysis:
    """Find in one report what it alone can tell: times, figures, actors, attributions."""
    report, passages = page.report, page.passages
    stretches = [(passage.span.start, passage.span.end) for passage in passages if passage.is_content]
    sentences = tuple(load().parse(report.text, stretches))
    parsed = ParsedReport(report, passages, sentences)
    times = find_times(parsed)
    figures = find_figures(parsed, times)
    actors = find_actors(parsed)
    attributions = find_attributions(parsed, actors, times)
    return Analysis(
        report=report,
        passages=passages,
        sentences=sentences,
        times=times,
        figures=figures,
        attributions=attributions,
        actors=actors,
        problems=page.problems,
    )


def per_story(story: Story) -> Account:
    """Lay the reports of one story side by side."""
    return collate(story)


def account_of(sources: Sequence[Source], run: Mapper, problems: Iterable[Problem] = ()) -> Account | None:
    """Take inputs all the way to an account, `run` mapping over them; None where no input could be read."""
    results = list(run(per_report, sources))
    analyses = [result for result in results if isinstance(result, Analysis)]
    failures = [result for result in results if isinstance(result, Problem)]
    story = gather(analyses, problems=(*problems, *failures))
    return per_story(story) if story else None

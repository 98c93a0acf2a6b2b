"""The whole program on one screen: what is done to one report, and what is done to one story."""

from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from accord.collate.accounts import collate
from accord.errors import InputError
from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.find.commitments import find_commitments
from accord.find.events import find_events
from accord.find.figures import find_figures, with_context
from accord.find.relations import find_relations
from accord.find.times import find_times
from accord.gather.dating import date_undated
from accord.gather.stories import gather
from accord.language.english import is_english
from accord.language.pack import load
from accord.model.accounts import Account, Analysis, ParsedReport, Story
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.model.rosters import Roster
from accord.read.pages import read

Inputs = Iterable[Source | Problem]
Mapper = Callable[[Callable[[Source], Analysis], Inputs], Iterable[Analysis | Problem]]


def per_report(source: Source, *, roster: Roster = ()) -> Analysis:
    """Read one input and find what it says; InputError where it can't be read. `roster` is a user's list of actors."""
    return analyse(read(source), roster=roster)


def analyse(page: Page, *, roster: Roster = ()) -> Analysis:
    """Parse the passages that tell the story, and find what is said in them."""
    stretches = [(passage.span.start, passage.span.end) for passage in page.passages if passage.is_content]
    sentences = tuple(load().parse(page.report.text, stretches))
    problems = page.problems
    if not is_english(word for sentence in sentences for word in sentence.words):
        problems = (
            *problems,
            Problem("analyse", "not in English: what was found in it can't be relied on", page.report.id),
        )
    return find(ParsedReport(page.report, page.passages, sentences), problems, roster=roster)


def find(parsed: ParsedReport, problems: tuple[Problem, ...] = (), *, roster: Roster = ()) -> Analysis:
    """Find in one parsed report what it alone can tell: times to relations."""
    times = find_times(parsed)
    actors = find_actors(parsed, roster)
    figures = find_figures(parsed, times)
    attributions = find_attributions(parsed, actors, times)
    figures = with_context(figures, times, attributions, parsed.sentences)
    return Analysis(
        report=parsed.report,
        passages=parsed.passages,
        sentences=parsed.sentences,
        times=times,
        figures=figures,
        attributions=attributions,
        actors=actors,
        events=find_events(parsed, actors, times),
        commitments=find_commitments(parsed, actors, figures, attributions, times),
        relations=find_relations(parsed, actors, times),
        problems=problems,
    )


def per_story(story: Story, *, roster: Roster = ()) -> Account:
    """Lay the reports of one story side by side; those without a date are read again by the date of the others."""
    published = date_undated(story.analyses)
    dated = tuple(_dated(analysis, published.get(analysis.report.id), roster) for analysis in story.analyses)
    return collate(msgspec.structs.replace(story, analyses=dated))


def _dated(analysis: Analysis, published: str | None, roster: Roster) -> Analysis:
    if published is None:
        return analysis
    report = msgspec.structs.replace(analysis.report, published=published, published_from="story")
    return find(ParsedReport(report, analysis.passages, analysis.sentences), analysis.problems, roster=roster)


def account_of(inputs: Inputs, run: Mapper, problems: Iterable[Problem] = (), *, roster: Roster = ()) -> Account:
    """Take inputs all the way to an account, `run` mapping over them; InputError where no input could be read."""
    results = list(run(partial(per_report, roster=roster), inputs))
    analyses = [result for result in results if isinstance(result, Analysis)]
    failures = [*problems, *(result for result in results if isinstance(result, Problem))]
    story = gather(analyses, problems=failures)
    if story is None:
        more = f"; and {len(failures) - 5} more" if len(failures) > 5 else ""
        raise InputError("; ".join(f"{one.path}: {one.reason}" for one in failures[:5]) + more or "nothing to read")
    return per_story(story, roster=roster)

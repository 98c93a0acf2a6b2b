"""A story's reports laid side by side: the account."""

from collections.abc import Sequence
from datetime import date
from itertools import chain as joined

import msgspec

from accord.collate.actors import Ids, merge_actors
from accord.collate.clauses import clauses_of
from accord.collate.commitments import merge_commitments
from accord.collate.events import merge_events
from accord.collate.headlines import central_headline
from accord.collate.origins import origins_of
from accord.collate.points import points_of
from accord.collate.relations import merge_relations
from accord.collate.silences import observed_omissions, reported_omissions
from accord.collate.versions import versions_of
from accord.model.accounts import Account, Analysis, Story, StoryHead
from accord.model.findings import Attribution, Commitment, Event, Relation
from accord.text.intervals import days_of

OPEN = (date.min, date.max)
# An event that ended more than so many days before the first report is background: most stories run a week at most.
RECALLED_DAYS = 7
# The reports of a story up to which clauses are cut finely: what hundreds repeat they say in cuts of every length, and
# a fifth more clauses would cost an eighth more time.
MOST_FINELY = 100


def collate(story: Story) -> Account:
    """Merge actors, align readings into points, type their differences, count origins, tell what is left out."""
    actors, ids = merge_actors(story.analyses)
    by_id = {actor.id: actor for actor in actors}
    analyses = tuple(renamed(analysis, ids) for analysis in story.analyses)
    events = merge_events(analyses)
    story_days = _days(analyses)
    finely = len(analyses) <= MOST_FINELY
    clauses = [clauses_of(analysis, finely=finely) for analysis in analyses]
    points = points_of(analyses, clauses, by_id)
    return Account(
        story=_head(story, analyses),
        reports=tuple(analysis.report for analysis in analyses),
        passages=_all("passages", analyses),
        times=_all("times", analyses),
        figures=_all("figures", analyses),
        attributions=_all("attributions", analyses),
        actors=actors,
        events=tuple(place_in_story(event, story_days) for event in events),
        commitments=merge_commitments(analyses, points),
        relations=merge_relations(analyses),
        points=points,
        omissions=(*reported_omissions(analyses), *observed_omissions(analyses, points)),
        origins=origins_of(analyses, by_id),
        versions=versions_of(story.versions),
        problems=(*story.problems, *_all("problems", analyses)),
    )


def _all(section: str, analyses: Sequence[Analysis]) -> tuple:  # type: ignore[type-arg]
    """Findings of one section, report after report."""
    return tuple(joined.from_iterable(getattr(analysis, section) for analysis in analyses))


def renamed(analysis: Analysis, ids: Ids) -> Analysis:
    """Give actors the ids that they have in the story, and findings ids that are the story's own."""
    report = analysis.report.id

    def story_ids(local: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get((report, each), each) for each in local))

    def attribution(each: Attribution) -> Attribution:
        return msgspec.structs.replace(
            each, id=f"{report}.{each.id}", speaker=story_ids(each.speaker), to=story_ids(each.to)
        )

    def event(each: Event) -> Event:
        return msgspec.structs.replace(each, actors=story_ids(each.actors), recipients=story_ids(each.recipients))

    def commitment(each: Commitment) -> Commitment:
        return msgspec.structs.replace(each, parties=story_ids(each.parties))

    def relation(each: Relation) -> Relation:
        return msgspec.structs.replace(each, parties=story_ids(each.parties))

    return msgspec.structs.replace(
        analysis,
        actors=tuple(msgspec.structs.replace(actor, id=ids[report, actor.id]) for actor in analysis.actors),
        attributions=tuple(attribution(each) for each in analysis.attributions),
        events=tuple(event(each) for each in analysis.events),
        commitments=tuple(commitment(each) for each in analysis.commitments),
        relations=tuple(relation(each) for each in analysis.relations),
    )


def _days(analyses: Sequence[Analysis]) -> list[date]:
    """Days on which the reports were published; an open end ("on or after the 12th") says none."""
    return [day for analysis in analyses for day in days_of(analysis.report.published) or () if day not in OPEN]


def place_in_story(event: Event, story_days: Sequence[date]) -> Event:
    """Mark an event that was over well before the first report."""
    days = days_of(event.date)
    recalled = bool(days and story_days and (min(story_days) - days[1]).days > RECALLED_DAYS)
    return msgspec.structs.replace(event, background=recalled)


def _head(story: Story, analyses: Sequence[Analysis]) -> StoryHead:
    """Title: the headline that shares most with the other reports' headlines; days: those of the reports."""
    days = _days(analyses)
    return StoryHead(
        id=story.id,
        title=central_headline(analyses),
        from_=min(days).isoformat() if days else None,
        to=max(days).isoformat() if days else None,
    )

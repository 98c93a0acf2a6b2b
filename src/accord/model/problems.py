from msgspec import Struct


class Problem(Struct, frozen=True, omit_defaults=True):
    """What went wrong with one input: it is kept beside the record, and the other inputs go on.

    `report` names a report that was read, `path` an input that gave none; `stage` is a stage of the pipeline.
    """

    stage: str
    reason: str
    report: str | None = None
    path: str | None = None

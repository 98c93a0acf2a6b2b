"""One tree of exceptions.

AccordError                a user's mistake or a broken input: one line that says what, where and what to do
├── InputError             an input that can't be taken: no such file, not text, too large
├── ConfigError            a reports.toml, actors.toml or option that can't be understood
├── RecordError            an account that does not keep its promises, or is not `accord/1`
└── MissingExtraError      a part of Accord that was not installed
"""


class AccordError(Exception):
    """The root: whatever a user can meet and mend."""


class InputError(AccordError):
    """An input that can't be taken."""


class ConfigError(AccordError):
    """A configuration that can't be understood."""


class RecordError(AccordError):
    """An account that does not keep its promises."""


class MissingExtraError(AccordError):
    """A part of Accord that was not installed; the message names the extra."""

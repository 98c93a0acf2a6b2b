from accord.errors import ConfigError
from accord.model.accounts import Account
from accord.publish.formats import FORMATS


def publish(account: Account, form: str = "json") -> bytes:
    """Write an account in one of the formats that `accord export --help` lists; ConfigError for another name."""
    if form not in FORMATS:
        raise ConfigError(f"no format {form!r}: there are {', '.join(sorted(FORMATS))}")
    return FORMATS[form].write(account)

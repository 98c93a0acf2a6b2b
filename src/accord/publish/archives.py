"""Several files in one output: a zip whose bytes depend on nothing but what is in it."""

import io
import zipfile
from collections.abc import Mapping

# The oldest time that a zip can hold: the account's bytes must not depend on when they were written.
EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return a zip's files by name.

    >>> unpack(pack({"a.txt": b"one", "b/c.txt": b"two"}))
    {'a.txt': b'one', 'b/c.txt': b'two'}
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

"""What holds of every format: documented, deterministic, whole where spans are carried, unbroken by hostile text."""

from pathlib import Path

import msgspec
import pytest

from accord.errors import MissingExtraError
from accord.model.accounts import Account
from accord.model.spans import Span
from accord.publish.brat import file_name
from accord.publish.formats import FORMATS, Format
from accord.publish.items import items_of
from accord.publish.lookups import Lookup
from accord.publish.records import to_json
from tests.publish.accounts import hostile, summit

DOCS = Path(__file__).parents[2] / "docs" / "formats"
EVERY = [pytest.param(each, id=name) for name, each in FORMATS.items()]
WITH_SPANS = [pytest.param(each, id=name) for name, each in FORMATS.items() if each.read_spans]


def written(form: Format, account: Account) -> bytes:
    try:
        return form.write(account)
    except MissingExtraError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("form", EVERY)
def test_same_account_same_bytes(form: Format) -> None:
    again = msgspec.json.decode(to_json(summit()), type=Account)
    assert written(form, summit()) == written(form, again)


@pytest.mark.parametrize("form", EVERY)
@pytest.mark.parametrize("account", [hostile(), Account(summit().story, summit().reports)], ids=["hostile", "bare"])
def test_writes_any_account(form: Format, account: Account) -> None:
    assert written(form, account)


@pytest.mark.parametrize("form", EVERY)
def test_has_its_page(form: Format) -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in DOCS.glob("*.md")}
    assert f"`{form.name}`" in pages["README.md"]
    assert [name for name, page in pages.items() if f"accord export account.json --format {form.name} " in page]


@pytest.mark.parametrize("form", WITH_SPANS)
@pytest.mark.parametrize("account", [summit(), hostile()], ids=["summit", "hostile"])
def test_spans_come_back_whole(form: Format, account: Account) -> None:
    assert form.read_spans is not None
    spans = form.read_spans(written(form, account))
    lookup = Lookup(account)
    texts = {report.id: report.text for report in account.reports}
    texts |= {file_name(lookup, report.id): report.text for report in account.reports}
    assert spans
    for span in spans:
        assert texts[span.report][span.start : span.end] == span.text


def test_annotations_carry_every_item() -> None:
    form = FORMATS["annotations"]
    assert form.read_spans is not None
    wanted: list[Span] = [span for item in items_of(Lookup(summit())) for span in item.spans]
    assert list(form.read_spans(form.write(summit()))) == wanted


def test_record_comes_back() -> None:
    assert msgspec.json.decode(to_json(summit()), type=Account) == summit()

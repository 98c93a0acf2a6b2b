import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import InputError
from accord.read.decoding import LARGEST, decode, mend

TEXT = "Hanoi’s move – “a new stage”\r\nXi said.\rEnd\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_kept_character_for_character(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент прибыл в Ханой с официальным визитом во вторник, сообщило агентство. " * 3),
        ("koi8-r", "Президент прибыл в Ханой с официальным визитом во вторник, сообщило агентство. " * 3),
        ("gb18030", "国家主席十二日抵达河内，开始对越南进行国事访问。"),
        ("euc-kr", "대통령이 12일 하노이에 도착했다고 외교부가 밝혔다."),
        ("shift_jis", "大統領は十二日、ベトナムの首都ハノイに到着した。"),
        ("cp1256", "وصل الرئيس إلى هانوي يوم الثلاثاء في زيارة رسمية"),
    ],
)
def test_legacy_encodings_are_found(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode())[0].removeprefix("\ufeff") == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_that_can_be_written_or_one_line(data: bytes) -> None:
    try:
        text, notes = decode(data)
    except InputError as error:
        text, notes = "", (str(error),)
    assert text.encode().decode() == text
    assert all("\n" not in note for note in notes)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 \xe2\xe3",
        b"\x89PNG\r\n\x1a\n" + bytes(range(64)),
        b"PK\x03\x04" + bytes(64),
        bytes(range(256)) * 8,
        bytes(2000),
    ],
    ids=["pdf", "png", "zip", "all bytes", "zeros"],
)
def test_binary_files_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^is .*not text.*$"):
        decode(data)


def test_large_files_are_refused() -> None:
    with pytest.raises(InputError, match="20 MB"):
        decode(b"a" * LARGEST)


def test_nul_characters_stay_and_are_told() -> None:
    text, notes = decode(b"The ministers met.\x00 They agreed.")
    assert text == "The ministers met.\x00 They agreed."
    assert notes == ("holds 1 NUL character, kept as they stood",)


def test_lone_surrogates_are_replaced_and_told() -> None:
    text, notes = decode(b"The ministers met \xed\xa0\xbd and agreed.")
    assert text == "The ministers met \ufffd and agreed."
    assert len(notes) == 1


def test_surrogate_pairs_become_characters() -> None:
    assert mend("\ud83d\ude00") == ("😀", ())


def test_a_text_cut_in_the_middle_of_a_character_is_still_utf8() -> None:
    data = "Hanoi’s move – “a new stage” for Xi’s café".encode()[:-1]
    text, notes = decode(data)
    assert text == "Hanoi’s move – “a new stage” for Xi’s caf\ufffd"
    assert notes == ("1 character could not be decoded; U+FFFD stands in its place",)

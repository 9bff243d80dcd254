"""Files, folders and records."""

import datetime as dt
import hashlib
import json
import unicodedata
from pathlib import Path

import pytest

from pressfacts.articles import article_from_text, decode, read, read_articles
from pressfacts.errors import (
    BinaryFileError,
    EmptyFileError,
    InputError,
    NoInputError,
    PressfactsError,
    RecordError,
    UndecodableError,
    UnknownFormatError,
)

TEXT = "Un port s'agrandit\n\nLe port a reçu 300 navires à Noël, œuvre d’un été « exceptionnel ».\n"


def test_utf8_with_and_without_mark():
    assert decode(TEXT.encode()) == (TEXT, "utf-8")
    assert decode(b"\xef\xbb\xbf" + TEXT.encode()) == (TEXT, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf16_and_utf32_by_their_mark(encoding: str):
    text, found = decode(TEXT.encode(encoding))
    assert text == TEXT
    assert found.startswith(encoding)


@pytest.mark.parametrize(
    "text", [TEXT, "Été à Fès", "Le café coûte 3 €", "déjà 12 % d’été", "reçu", "1 200 000 élèves"]
)
def test_cp1252_even_of_short_texts(text: str):
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_line_ends_stay_and_count(tmp_path: Path):
    file = tmp_path / "port.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "Un port\r\n\r\nLe port a reçu 300 navires.\r\n".encode())
    article = read(file)
    assert article.text == "Un port\r\n\r\nLe port a reçu 300 navires.\r\n"
    assert article.text.index("300") == 26
    assert article.text_sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_decomposed_letters_and_emoji_are_left_alone(tmp_path: Path):
    text = unicodedata.normalize("NFD", TEXT) + "😀"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8", newline="")
    assert read(tmp_path / "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04....", "Office"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"abc\x00def", "NUL"),
        (bytes(range(1, 32)) * 10, "control"),
        (bytes(range(1, 32)) * 10 + b"\xe9", "control"),
    ],
)
def test_binary_files_are_refused_by_what_they_are(data: bytes, what: str):
    with pytest.raises(BinaryFileError, match=what) as caught:
        decode(data, "revue/a.txt")
    assert str(caught.value).startswith("revue/a.txt: ")


def test_bytes_in_no_encoding():
    with pytest.raises(UndecodableError, match="byte order mark"):
        decode(b"\xef\xbb\xbf\xff\xff", "a.txt")
    with pytest.raises(UndecodableError, match=r"a\.txt: byte 4"):
        decode(b"abc \x81\x8d\x8f\x90\x9d\xe9", "a.txt")


def test_an_empty_file(tmp_path: Path):
    for content in (b"", b"\xef\xbb\xbf", b" \r\n"):
        (tmp_path / "vide.txt").write_bytes(content)
        with pytest.raises(EmptyFileError, match=r"vide\.txt: the file is empty"):
            read(tmp_path / "vide.txt")


def test_paths_and_ids(tmp_path: Path):
    (tmp_path / "2019" / "mai").mkdir(parents=True)
    file = tmp_path / "2019" / "mai" / "port.1.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert (read(file).id, read(file).path) == ("port.1", "port.1.txt")
    below = read(file, tmp_path)
    assert (below.id, below.path, below.encoding) == ("2019/mai/port.1", "2019/mai/port.1.txt", "utf-8")


def test_a_file_named_outright_that_no_reader_takes(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(b"PK")
    for reading in (lambda: read(tmp_path / "a.docx"), lambda: list(read_articles(tmp_path / "a.docx", print))):
        with pytest.raises(UnknownFormatError, match=r"a\.docx: .*\.docx.*\.jsonl"):
            reading()


def test_no_such_file(tmp_path: Path):
    with pytest.raises(NoInputError, match=r"absent\.txt: no such file"):
        list(read_articles(tmp_path / "absent.txt"))
    with pytest.raises(NoInputError, match="no article below this folder"):
        list(read_articles(tmp_path))


def test_a_folder_in_the_order_of_its_paths(tmp_path: Path):
    for name in ("b.txt", "a/z.txt", "a.txt", "a/b.text", ".hidden.txt", ".git/x.txt", "notes.docx"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT, encoding="utf-8")
    skipped: list[str] = []
    assert [a.id for a in read_articles(tmp_path, on_skip=skipped.append)] == ["a/b", "a/z", "a", "b"]
    assert skipped == [str(tmp_path / "notes.docx")]


def test_files_that_differ_by_suffix_only_keep_it(tmp_path: Path):
    for name in ("a.txt", "a.text", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [a.id for a in read_articles(tmp_path)] == ["a.text", "a.txt", "b"]


def test_a_bad_file_is_named_and_the_rest_goes_on(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    errors: list[PressfactsError] = []
    assert [a.id for a in read_articles(tmp_path, errors.append)] == ["b"]
    assert [type(error) for error in errors] == [BinaryFileError, EmptyFileError]
    with pytest.raises(BinaryFileError):
        list(read_articles(tmp_path))


def test_records(tmp_path: Path):
    lines = [
        json.dumps({"id": "un", "text": TEXT, "published": "2019-05-12", "outlet": "Le Fil", "author": "S. B."}),
        "",
        json.dumps({"text": "Le port a reçu 300 navires.", "facts": [], "published": "2019-05-12T08:00:00+02:00"}),
        json.dumps({"id": 7, "text": "Le 12/05/2019 à 17h25\nLe port grandit."}),
    ]
    file = tmp_path / "revue.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    un, deux, sept = read_articles(file)
    assert (un.id, un.path, un.published, un.outlet) == ("un", "revue.jsonl", dt.date(2019, 5, 12), "Le Fil")
    assert (un.author, un.title) == ("S. B.", "Un port s'agrandit")
    assert (deux.id, deux.published.isoformat()) == ("revue/3", "2019-05-12T08:00:00+02:00")
    assert (sept.id, sept.published.isoformat()) == ("7", "2019-05-12T17:25:00+00:00")
    [un, *_] = read_articles(tmp_path, published="2020-01-01", outlet="Un autre")
    assert (un.published, un.outlet) == (dt.date(2020, 1, 1), "Un autre")


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b"{", "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"id": "x"}', '"text" is missing'),
        (b'{"id": "x", "text": " "}', '"text" is missing or empty'),
        (b'{"id": "x", "text": 3}', '"text" is int, not a string'),
        (b'{"id": true, "text": "a"}', '"id" is bool'),
        (b'{"id": "x", "text": "a", "published": "hier"}', "'hier' is no date"),
        (b'{"id": "x", "text": "\\ud83d"}', "surrogate"),
        (b'{"id": "x", "text": "\xe9"}', "not UTF-8"),
        (b"[" * 200_000, "no JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, cause: str):
    file = tmp_path / "revue.jsonl"
    file.write_bytes(b'{"id": "a", "text": "Un."}\n' + line + b'\n{"id": "b", "text": "Deux."}\n')
    errors: list[PressfactsError] = []
    assert [article.id for article in read_articles(file, errors.append)] == ["a", "b"]
    [error] = errors
    assert isinstance(error, RecordError)
    assert str(error).startswith(f"{file}, line 2: ")
    assert cause in str(error)
    with pytest.raises(RecordError):
        list(read_articles(file))


def test_a_text_without_id_is_named_by_its_digest():
    article = article_from_text("Le port a reçu 300 navires.")
    assert article.id == article.text_sha256[:16]
    assert article.path is None


def test_half_a_surrogate_pair_is_no_text():
    with pytest.raises(InputError, match="surrogate"):
        article_from_text("Le port \ud83d", id="x")

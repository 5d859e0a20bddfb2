"""PDF files with a text layer, built here by hand."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import pytest

from dateline.ingest import pdf
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Unreadable
from dateline.ingest.pdf import is_it, open_it, pdf_date
from dateline.ingest.pdf_lines import LineGatherer, PdfLine, page_text, text_of, unhyphenated
from dateline.model.errors import PageError
from dateline.model.text import Known, Page

CAPS = Caps()
PLAIN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Set(NamedTuple):
    """Words set at a place of the page in a size."""

    words: bytes
    x: int
    y: int
    size: int = 11


STORY = (
    Set(b"Shells hit a market in the north", 72, 720, 18),
    Set(b"Two people were killed on Monday when shells fell on the", 72, 690),
    Set(b"main market of the town, its mayor said.", 72, 676),
    Set(b"The army denied that it had fired on the town and blamed", 72, 650),
    Set(b"a rival group.", 72, 636),
)


def drawn(story: Sequence[Set]) -> bytes:
    return b"".join(b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (s.size, s.x, s.y, s.words) for s in story)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def a_pdf(contents: Sequence[bytes], info: bytes = b"", trailer: bytes = b"") -> bytes:
    """A file with one page a content stream; `info` its metadata, `trailer` more of the trailer."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<<%s>>" % info,
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (6 + 2 * number)
        )
        objects.append(content)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer\n<</Size %d/Root 1 0 R/Info 4 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size, trailer, out.rindex(b"xref\n"),
    )  # fmt: skip


def opened(data: bytes, caps: Caps = CAPS, known: Known | None = None) -> Page | Unreadable:
    (one,) = open_it(Page(name="report.pdf", data=data, known=known), caps)
    return one


def refused(data: bytes, caps: Caps = CAPS) -> str:
    one = opened(data, caps)
    assert isinstance(one, Unreadable)
    assert one.name == "report.pdf"
    assert "\n" not in one.reason
    return one.reason


def test_a_pdf_is_known_by_its_header_and_not_by_its_name() -> None:
    assert is_it(a_pdf([stream(drawn(STORY))]))
    assert is_it(b"\xef\xbb\xbfsome junk\n%PDF-1.7\n")
    assert not is_it(b"A text about a PDF file.")
    assert not is_it(b"x" * 5_000 + b"%PDF-1.7")


def test_headline_and_paragraphs_are_parted_by_blank_lines_and_lines_are_kept() -> None:
    page = opened(a_pdf([stream(drawn(STORY))]))
    assert isinstance(page, Page)
    assert page.came == "pdf"
    assert page.name == "report.pdf"
    assert page.data.decode() == (
        "Shells hit a market in the north\n\n"
        "Two people were killed on Monday when shells fell on the\nmain market of the town, its mayor said.\n\n"
        "The army denied that it had fired on the town and blamed\na rival group."
    )


def test_compressed_pages_are_read() -> None:
    page = opened(a_pdf([stream(zlib.compress(drawn(STORY)), b"/Filter/FlateDecode")]))
    assert isinstance(page, Page)
    assert b"Two people were killed" in page.data


def test_metadata_give_title_author_and_dates() -> None:
    info = (
        b"/Title(Shelling in the north)/Author(Amna Osman)"
        b"/CreationDate(D:20240508063000+02'00')/ModDate(D:20240509)"
    )  # fmt: skip
    page = opened(a_pdf([stream(drawn(STORY))], info))
    assert page == Page(
        name="report.pdf",
        data=page.data if isinstance(page, Page) else b"",
        original=a_pdf([stream(drawn(STORY))], info),
        came="pdf",
        known=Known(
            title="Shelling in the north",
            byline=("Amna Osman",),
            published="2024-05-08T06:30:00+02:00",
            updated="2024-05-09",
        ),
    )


def test_file_names_and_users_are_no_titles_and_authors() -> None:
    page = opened(a_pdf([stream(drawn(STORY))], b"/Title(Microsoft Word - final v2.docx)/Author(jsmith)"))
    assert isinstance(page, Page)
    assert page.known == Known()


def test_the_day_on_which_a_browser_saved_a_page_is_not_the_day_of_publication() -> None:
    info = b"/Producer(Skia/PDF m120)/CreationDate(D:20240508063000Z)"
    page = opened(a_pdf([stream(drawn(STORY))], info))
    assert isinstance(page, Page)
    assert page.known == Known()


def test_what_the_container_says_counts_before_the_metadata() -> None:
    known = Known(url="https://example.org/a.pdf", title="The right title", published="2024-05-01")
    page = opened(a_pdf([stream(drawn(STORY))], b"/Title(Some other title)/CreationDate(D:20240508)"), known=known)
    assert isinstance(page, Page)
    assert page.known == known


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20240508063000+02'00'", "2024-05-08T06:30:00+02:00"),
        ("D:20240508063000-0730", "2024-05-08T06:30:00-07:30"),
        ("D:20240508063000Z00'00'", "2024-05-08T06:30:00+00:00"),
        ("D:202405080630", "2024-05-08T06:30"),
        ("20240508", "2024-05-08"),
        ("D:202405", None),
        ("D:20241908", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_pdf_dates_become_iso_dates(written: str | None, iso: str | None) -> None:
    assert pdf_date(written) == iso


def test_a_scan_says_that_it_needs_text_recognition() -> None:
    assert "no text layer" in refused(a_pdf([stream(b"0 0 612 792 re f")]))
    assert "no text layer" in refused(a_pdf([stream(drawn([Set(b"Page 1", 72, 20)]))]))


def test_an_encrypted_file_says_so() -> None:
    key = b"<" + b"41" * 32 + b">"
    encrypt = b"/Encrypt<</Filter/Standard/V 1/R 2/P -44/O%s/U%s>>/ID[<01><01>]" % (key, key)
    assert "encrypted: save a copy without a password" in refused(a_pdf([stream(drawn(STORY))], trailer=encrypt))


def test_broken_files_are_unreadable_wherever_they_break_off() -> None:
    whole = a_pdf([stream(drawn(STORY))])
    for end in (8, 60, 300):
        assert "cannot be read" in refused(whole[:end])
    assert "cannot be read" in refused(b"%PDF-1.4\n" + bytes(range(256)) * 20)


def test_too_many_pages_are_refused() -> None:
    work = pdf.Work(data=a_pdf([stream(drawn(STORY))] * 4), text_bytes=10_000, page_bytes=1_000_000, pages=3)
    with pytest.raises(PageError, match=r"more than 3 pages \(cap pdf_pages\): split it"):
        pdf.read_pdf(work)


def test_a_bomb_in_a_stream_is_refused_for_its_size() -> None:
    bomb = zlib.compress(b"BT /F1 1 Tf (x) Tj ET\n" * 3_000_000, 9)
    assert len(bomb) < 1_000_000
    reason = refused(a_pdf([stream(bomb, b"/Filter/FlateDecode")]))
    assert "larger than 20 MB" in reason or "MB of memory" in reason


def test_a_bomb_in_a_bomb_is_refused() -> None:
    bomb = zlib.compress(zlib.compress(b"\0" * 100_000_000, 9), 9)
    assert len(bomb) < 10_000
    reason = refused(a_pdf([stream(bomb, b"/Filter[/FlateDecode/FlateDecode]")]))
    assert "larger than 20 MB" in reason or "MB of memory" in reason


def test_a_page_that_takes_too_long_is_given_up() -> None:
    busy = zlib.compress(drawn([Set(b"word " * 5, 72, 700)]) * 60_000)
    data = a_pdf([stream(busy, b"/Filter/FlateDecode")] * 3)
    assert "took longer than 1 s" in refused(data, Caps(seconds=1.0))


def test_more_text_than_the_cap_is_refused() -> None:
    assert "its text is larger than 0.0001 MB" in refused(a_pdf([stream(drawn(STORY))]), Caps(text_bytes=100))


def test_a_page_tree_that_bites_its_tail_ends() -> None:
    data = a_pdf([stream(drawn(STORY))]).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")
    assert "cannot be read" in refused(data)


def line(text: str, y: float, x: float = 72.0, size: float = 11.0) -> PdfLine:
    return PdfLine(text=text, x=x, y=y, size=size)


def test_pieces_in_one_line_are_joined_and_scaled_by_the_matrices() -> None:
    gatherer = LineGatherer()
    outer = (2.0, 0.0, 0.0, 2.0, 10.0, 20.0)
    for text in ("Two people", " were\nkilled"):
        gatherer.take(text, outer, (1.0, 0.0, 0.0, 1.0, 30.0, 100.0), None, 11.0)
    gatherer.end_line()
    assert gatherer.lines == [
        PdfLine(text="Two people were", x=70.0, y=220.0, size=22.0),
        PdfLine(text="killed", x=70.0, y=220.0, size=22.0),
    ]


def test_an_indent_begins_a_paragraph_and_a_hanging_indent_does_not() -> None:
    story = [line("Fighting went on.", 700), line("The mayor", 686, x=90), line("fled.", 672), line("More", 658)]
    assert page_text(story) == "Fighting went on.\n\nThe mayor\nfled.\nMore"
    bullets = [line("• Two people", 700), line("were killed.", 686, x=90), line("• Three fled.", 672)]
    assert page_text(bullets) == "• Two people\nwere killed.\n• Three fled."


def test_a_new_column_goes_on_with_the_paragraph() -> None:
    columns = [
        line("one", 700),
        line("two", 686),
        line("three", 672),
        line("four", 700, x=320),
        line("five", 686, x=320),
    ]
    assert page_text(columns) == "one\ntwo\nthree\nfour\nfive"


def test_a_sentence_that_runs_over_the_page_break_is_not_parted() -> None:
    assert text_of([[line("The army", 80)], [line("denied it.", 700)], [line("Later", 700)]]) == (
        "The army\ndenied it.\n\nLater"
    )


def test_running_heads_and_page_numbers_stand_once() -> None:
    pages = [[line("Monthly digest", 760), line(f"Text {word}", 700), line(str(number), 30)]
             for number, word in enumerate(("alpha", "beta", "gamma", "delta"), start=1)]  # fmt: skip
    text = text_of(pages)
    assert text.count("Monthly digest") == 1
    assert [word for word in ("alpha", "beta", "gamma", "delta") if word not in text] == []
    assert "1" in text
    assert "3" not in text


def test_a_line_that_two_pages_share_is_kept() -> None:
    assert text_of([[line("Same.", 700)], [line("Same.", 700)]]).count("Same.") == 2


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the govern-\nment said", "the government said"),
        ("the soft\u00ad\nened words", "the softened words"),
        ("an anti-\ngovernment march", "an anti-government march"),
        ("a Russian-\nbacked force", "a Russian-backed force"),
        ("cease-\nfire, and the cease-fire held", "cease-fire, and the cease-fire held"),
        ("30-\nyear-old", "30-\nyear-old"),
        ("Idlib -\nthe town", "Idlib -\nthe town"),
    ],
)
def test_words_parted_at_the_end_of_a_line_are_put_together(text: str, joined: str) -> None:
    assert unhyphenated(text) == joined

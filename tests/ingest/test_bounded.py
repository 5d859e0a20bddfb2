"""Decompression that no bomb gets through."""

import gzip
import io
import tracemalloc
import zipfile
import zlib

import brotli
import pytest

from dateline.ingest import bounded
from dateline.ingest.bounded import Coding, gunzipped, inflated, open_it, zip_member
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused
from dateline.model.text import Page

STORY = b"<p>Two shells fell on the market in the morning.</p>" * 50
ZEROS = b"\0" * 60_000_000


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return engine.compress(data) + engine.flush()


PACKED: dict[str, tuple[Coding, bytes]] = {
    "gzip": ("gzip", gzip.compress(STORY)),
    "gzip in two members": ("gzip", gzip.compress(STORY[:100]) + gzip.compress(STORY[100:]) + b"\0\0"),
    "deflate": ("deflate", zlib.compress(STORY)),
    "deflate without its header": ("deflate", raw_deflate(STORY)),
    "brotli": ("br", brotli.compress(STORY)),
}
BOMBS: dict[str, tuple[Coding, bytes]] = {
    "gzip": ("gzip", gzip.compress(ZEROS)),
    "deflate": ("deflate", zlib.compress(ZEROS)),
    "brotli": ("br", brotli.compress(ZEROS, quality=5)),
}


@pytest.mark.parametrize("name", PACKED)
def test_what_was_compressed_comes_out(name: str) -> None:
    coding, data = PACKED[name]
    assert inflated(data, coding, Caps()) == STORY


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_fills_memory(name: str) -> None:
    coding, data = BOMBS[name]
    tracemalloc.start()
    with pytest.raises(Refused, match="more than 200 times") as refused:
        inflated(data, coding, Caps())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.verdict == "quarantined"
    assert peak < 8_000_000


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_over_the_cap_of_bytes_is_too_large(name: str) -> None:
    coding, data = BOMBS[name]
    with pytest.raises(Refused, match="larger than 3 MB") as refused:
        inflated(data, coding, Caps(ratio=10_000_000, page_bytes=3_000_000))
    assert refused.value.verdict == "too_large"


@pytest.mark.parametrize("name", PACKED)
def test_data_cut_off_are_refused(name: str) -> None:
    coding, data = PACKED[name]
    with pytest.raises(Refused, match=r"cut off|broken"):
        inflated(data.rstrip(b"\0")[:-10], coding, Caps())


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_data_that_are_not_so_compressed_are_refused(coding: Coding) -> None:
    with pytest.raises(Refused, match="broken"):
        inflated(b"\xffno such thing at all, whatever its header says", coding, Caps())


def test_gzip_in_gzip_comes_out_whole() -> None:
    assert gunzipped(gzip.compress(gzip.compress(STORY)), Caps()) == STORY


def test_a_bomb_in_a_bomb_is_held_to_its_outermost_size() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 15_000_000))
    assert len(bomb) < 1_000
    with pytest.raises(Refused, match="more than 2000 times"):
        gunzipped(bomb, Caps(ratio=2_000))
    assert len(gunzipped(gzip.compress(b"\0" * 15_000_000), Caps(ratio=2_000))) == 15_000_000


def test_gzip_nested_deeper_than_the_cap_is_refused() -> None:
    data = STORY
    for _ in range(4):
        data = gzip.compress(data)
    with pytest.raises(Refused, match="more than 3 deep"):
        gunzipped(data, Caps())


def test_a_flood_of_empty_members_is_refused() -> None:
    with pytest.raises(Refused, match="more than 10 gzip members"):
        inflated(gzip.compress(b"") * 11, "gzip", Caps(members=10))


def test_small_pages_of_one_repeated_line_are_no_bombs() -> None:
    assert len(inflated(gzip.compress(b"\n" * 500_000), "gzip", Caps())) == 500_000


def test_a_gzipped_page_keeps_its_name() -> None:
    data = gzip.compress(STORY)
    assert bounded.is_it(data)
    assert not bounded.is_it(STORY)
    assert list(open_it(Page(name="a.html.gz", data=data), Caps())) == [Page(name="a.html.gz", data=STORY, came="gzip")]


def test_a_refused_page_says_why_in_one_line() -> None:
    (found,) = open_it(Page(name="a.gz", data=gzip.compress(ZEROS)), Caps())
    assert isinstance(found, Unreadable)
    assert found.name == "a.gz"
    assert "\n" not in found.reason


def zipped(data: bytes, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipFile:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("a", data)
    return zipfile.ZipFile(file)


def test_a_zip_member_comes_out_from_memory_or_disk() -> None:
    archive = zipped(STORY)
    for caps in (Caps(), Caps(page_bytes=100)):
        assert bytes(zip_member(archive, archive.infolist()[0], caps, 10_000)) == STORY


def test_a_zip_bomb_is_refused() -> None:
    archive = zipped(ZEROS)
    with pytest.raises(Refused, match="more than 200 times"):
        zip_member(archive, archive.infolist()[0], Caps(), 500_000_000)


def test_a_zip_member_packed_in_a_way_that_cannot_be_bounded_is_refused() -> None:
    archive = zipped(STORY, zipfile.ZIP_BZIP2)
    with pytest.raises(Refused, match="not read"):
        zip_member(archive, archive.infolist()[0], Caps(), 10_000)


def test_an_encrypted_zip_member_is_refused() -> None:
    archive = zipped(STORY)
    info = archive.infolist()[0]
    info.flag_bits |= 1
    with pytest.raises(Refused, match="encrypted"):
        zip_member(archive, info, Caps(), 10_000)

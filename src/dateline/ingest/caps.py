"""How much of anything is read: the caps that keep a hostile page from hurting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """Upper limits; whatever hits one ends as `too_large` or `quarantined`, with a reason that names the cap.

    `page_bytes` of one page, decompressed. `ratio` of decompressed to compressed bytes, looked at from `ratio_from`
    decompressed bytes on. `container_bytes` of an archive's part, decompressed (kept on disk beyond `page_bytes`).
    `depth` of containers in containers. `members` of a zip archive. `broken_records` of a web archive before the rest
    of it is given up. `redirects` of one fetch. `seconds` of one fetch, PDF file or hard page, and `memory_mb`
    (megabytes of address space) of the process that reads such a file. `text_bytes` (UTF-8) and `sentences` of one
    report, `sentence_chars` of one sentence. `feed_entries` of one feed or sitemap, `pdf_pages` of one PDF file,
    `columns` of one table, `json_parts` (objects and lists) of one record, `listed` pages of one packed archive's list.
    """

    page_bytes: int = 20_000_000
    ratio: int = 200
    ratio_from: int = 1_000_000
    container_bytes: int = 500_000_000
    depth: int = 3
    members: int = 10_000
    broken_records: int = 1_000
    redirects: int = 5
    seconds: float = 15.0
    text_bytes: int = 2_000_000
    sentences: int = 5_000
    sentence_chars: int = 10_000
    feed_entries: int = 1_000
    memory_mb: int = 1_500
    pdf_pages: int = 500
    columns: int = 1_000
    json_parts: int = 1_000_000
    listed: int = 100_000

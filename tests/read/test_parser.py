"""Reports in, readings out."""

from dateline.model.text import Report
from dateline.read.parser import Parser

TEXT = 'Rebels shelled the port on Monday. Two sailors died.\n\n"We saw smoke," said a resident.'


def make(text: str) -> Report:
    return Report(page="p", id="sha256:0", text=text, status="coded")


def test_every_token_and_sentence_stands_where_it_says(parser: Parser) -> None:
    reading = parser.read(make(TEXT))
    assert all(TEXT[t.start : t.end] == t.text for t in reading.tokens)
    assert all(TEXT[s.span.start : s.span.end] == s.span.text for s in reading.sentences)


def test_paragraphs_are_counted_and_quotes_do_not_break_sentences(parser: Parser) -> None:
    reading = parser.read(make(TEXT))
    assert [s.paragraph for s in reading.sentences] == [0, 0, 1]


def test_heads_and_children_agree(parser: Parser) -> None:
    reading = parser.read(make(TEXT))
    for token in reading.tokens:
        assert token.head == token.i or token.i in reading.children[token.head]
        assert reading.sentence_of[token.head] == reading.sentence_of[token.i]


def test_a_batch_gives_what_single_reports_give(parser: Parser) -> None:
    texts = [TEXT, "", "The army denied it."]
    batch = list(parser.read_many(make(t) for t in texts))
    assert [r.tokens for r in batch] == [parser.read(make(t)).tokens for t in texts]

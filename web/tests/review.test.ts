import { describe, expect, test } from "vitest";
import { segments } from "../src/parts/spans";
import { cut, words, wordAt } from "../src/parts/text-marks";
import { moved, on, under } from "../src/views/review/cursor";
import { fresh, missing } from "../src/views/review/draft";
import { safeLink } from "../src/views/review/model";

const TEXT = "Jets 🛩️ hit Kara, killing 1,200 people.";

describe("words of a text", () => {
  test("are counted in code points, as the server does, without the signs around them", () => {
    expect(words(TEXT).map((word) => cut(TEXT, word))).toEqual(["Jets", "hit", "Kara", "killing", "1,200", "people"]);
  });
  test("are found by an offset", () => {
    const all = words(TEXT);
    expect(cut(TEXT, all[wordAt(all, 0)]!)).toBe("Jets");
    expect(cut(TEXT, all[wordAt(all, 999)]!)).toBe("people");
  });
});

describe("pieces", () => {
  test("together are the text, whatever marks overlap or reach beyond it", () => {
    const marks = [
      { start: 0, end: 12, key: "a" },
      { start: 5, end: 99, key: "b" },
    ];
    const found = segments(TEXT, marks);
    expect(found.map((piece) => piece.text).join("")).toBe(TEXT);
    expect(found.map((piece) => piece.keys)).toContainEqual(["a", "b"]);
  });
});

describe("the cursor", () => {
  const all = words(TEXT);
  test("moves by words and stops at both ends", () => {
    expect(moved({ anchor: 0, head: 0 }, "ArrowLeft", false, all.length)).toEqual({ anchor: 0, head: 0 });
    expect(moved({ anchor: 0, head: 0 }, "PageDown", false, all.length)).toEqual({ anchor: 5, head: 5 });
    expect(moved({ anchor: 0, head: 0 }, "x", false, all.length)).toBeNull();
  });
  test("takes more words with shift, forwards and backwards", () => {
    const grown = moved({ anchor: 2, head: 2 }, "ArrowLeft", true, all.length)!;
    expect(cut(TEXT, under(grown, all)!)).toBe("hit Kara");
  });
  test("stands on the words that a span touches", () => {
    expect(on({ start: all[1]!.start, end: all[2]!.end }, all)).toEqual({ anchor: 1, head: 2 });
  });
});

describe("a new item", () => {
  const span = { start: TEXT.length - 14, end: TEXT.length - 1 };
  test("has the words, and the figure that they say", () => {
    const at = words(TEXT);
    const one = fresh("quantities", TEXT, { start: at[4]!.start, end: at[5]!.end });
    expect([one.low, one.high, one.who]).toEqual([1200, 1200, "people"]);
    expect(missing("quantities", [one])).toBe("say: what");
    expect(missing("quantities", [{ ...one, kind: "killed" }])).toBeNull();
  });
  test("of a place asks how well it is known", () => {
    expect(missing("places", [fresh("places", TEXT, span)])).toBe("say: known to the");
    expect(missing("places", [])).toBeNull();
  });
});

test("only web addresses are followed", () => {
  expect(safeLink("javascript:alert(1)")).toBeNull();
  expect(safeLink("https://example.org")).toBe("https://example.org");
});

import { describe, expect, it } from "vitest";
import { cutter, lengthOf, paragraphs, segments } from "../src/parts/spans";

const keysOf = (text: string, marks: Parameters<typeof segments>[1]) => segments(text, marks).map((one) => [one.text, one.keys.join("+")]);

describe("segments", () => {
  it("are the text again, whatever overlaps", () => {
    const text = "Shells 💥 hit سوق المدينة, a monitor said 👩‍🚒.";
    const marks = Array.from({ length: 40 }, (_, number) => ({ start: (number * 7) % 30, end: ((number * 7) % 30) + 1 + (number % 9), key: `k${number}` }));
    expect(segments(text, marks).map((one) => one.text).join("")).toBe(text);
  });

  it("carry the keys of all marks over them", () => {
    expect(keysOf("abcdef", [{ start: 0, end: 4, key: "x" }, { start: 2, end: 6, key: "y" }])).toEqual([["ab", "x"], ["cd", "x+y"], ["ef", "y"]]);
  });

  it("count code points, so that words behind an emoji are not cut in two", () => {
    expect(keysOf("💥💥 army", [{ start: 3, end: 7, key: "agent" }])).toEqual([["💥💥 ", ""], ["army", "agent"]]);
  });

  it("find Arabic words, with their vowel signs", () => {
    const text = "قَصَفَ الجيش السوق 💣 أمس";
    const start = Array.from(text.slice(0, text.indexOf("أمس"))).length;
    expect(segments(text, [{ start, end: start + 3, key: "date" }]).at(-1)).toEqual({ start, text: "أمس", keys: ["date"] });
  });

  it("end one mark where the next of the same key begins without a gap in what is marked", () => {
    expect(keysOf("abcd", [{ start: 0, end: 2, key: "x" }, { start: 1, end: 3, key: "x" }])).toEqual([["a", "x"], ["b", "x"], ["c", "x"], ["d", ""]]);
  });

  it("leave out marks that are empty or outside of the text", () => {
    expect(keysOf("abc", [{ start: 1, end: 1, key: "none" }, { start: 2, end: 9, key: "end" }, { start: 7, end: 9, key: "out" }])).toEqual([["ab", ""], ["c", "end"]]);
  });

  it("of an empty text are none", () => {
    expect(segments("", [{ start: 0, end: 1, key: "x" }])).toEqual([]);
  });
});

describe("paragraphs", () => {
  it("begin where a line does, and keep the offsets of what is in them", () => {
    const found = paragraphs(segments("One 💥\n\ntwo three", [{ start: 4, end: 10, key: "x" }]));
    expect(found.map((line) => line.map((one) => [one.start, one.text, one.keys.length]))).toEqual([[[0, "One ", 0], [4, "💥", 1]], [[7, "two", 1], [10, " three", 0]]]);
  });
});

describe("cutter", () => {
  it("cuts by code points", () => {
    expect(cutter("a💥b")(1, 3)).toBe("💥b");
    expect(lengthOf("a💥b")).toBe(3);
  });
});

import { describe, expect, it } from "vitest";
import { dated, groupOf, killed, many, printed, titled } from "../src/views/explore/words";

describe("figures in words", () => {
  it.each([[12, 12, "12 killed"], [3, 12, "3 to 12 killed"], [3, null, "at least 3 killed"], [null, 4, "up to 4 killed"], [0, 0, "0 killed"], [null, null, ""]])("%s and %s", (low, high, words) =>
    expect(killed(low, high)).toBe(words));
  it("fold copies: five pages with one source are one source", () => expect(printed(1, 1, 4)).toBe("printed by 5, one source"));
  it("keep sources of their own apart", () => expect(printed(2, 3, 0)).toBe("printed by 3, 2 sources"));
  it("say of one page only whose it is", () => expect(printed(1, 1, 0)).toBe("one source"));
  it("count in words", () => expect([many(1, "incident"), many(1234, "incident")]).toEqual(["1 incident", "1,234 incidents"]));
});

describe("names", () => {
  it("are written for people", () => expect(titled("air_strike")).toBe("Air strike"));
  it("of a project's own types belong to no group of ours", () => expect(groupOf("cattle_raid")).toBe("other"));
  it("of days are one day, a span, or not known", () => {
    expect(dated(0, 0)).toBe("1 Jan 1970");
    expect(dated(0, 6)).toMatch(/^1\s?–\s?7 Jan 1970$/);
    expect(dated(null, null)).toBe("no day known");
  });
});

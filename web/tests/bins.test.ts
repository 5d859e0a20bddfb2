import { describe, expect, it } from "vitest";
import { binAt, histogram } from "../src/views/explore/bins";
import { day, rowsOf, type Row } from "../src/views/explore/rows";

const rows = (...days: [string | null, string | null][]): Row[] =>
  rowsOf({ columns: ["id", "start", "end"], rows: days.map(([start, end], at) => [String(at), start, end]), total: days.length, capped: false });
const on = (...days: string[]): Row[] => rows(...days.map((one): [string, string] => [one, one]));

describe("a histogram", () => {
  it("counts every dated incident once", () => {
    const all = on("2016-01-01", "2016-01-01", "2016-01-03", "2016-03-30");
    const { bins } = histogram(all, all)!;
    expect(bins.reduce((sum, bin) => sum + bin.sure + bin.unsure, 0)).toBe(4);
    expect(bins[0]).toMatchObject({ start: day("2016-01-01"), end: day("2016-01-01"), sure: 2 });
  });
  it.each([["day", "2016-02-01"], ["week", "2017-06-01"], ["month", "2023-01-01"], ["year", "2050-01-01"]])("is by %s up to %s", (unit, last) => {
    const all = on("2016-01-01", last);
    expect(histogram(all, all)!.unit).toBe(unit);
  });
  it("has no more bins than asked for, and no gaps between them", () => {
    const all = on("2011-03-05", "2016-12-29");
    const { bins } = histogram(all, all, 50)!;
    expect(bins.length).toBeLessThanOrEqual(50);
    bins.slice(1).forEach((bin, at) => expect(bin.start).toBe(bins[at]!.end + 1));
  });
  it("shows what may be of later bins as unsure", () => {
    const all = [...rows(["2016-01-01", "2016-01-20"]), ...on("2016-01-30")];
    expect(histogram(all, all)!.bins[0]).toMatchObject({ sure: 0, unsure: 1 });
  });
  it("keeps its bins while what is shown in them changes", () => {
    const all = on("2016-01-01", "2016-02-01");
    expect(histogram(all, [])!.bins.map((bin) => bin.start)).toEqual(histogram(all, all)!.bins.map((bin) => bin.start));
  });
  it("does not reach back for one day of history, and says that there is one", () => {
    const all = [...on("1617-05-01"), ...on(...Array.from({ length: 200 }, (_, at) => `2016-0${1 + (at % 9)}-10`))];
    const { unit, earlier } = histogram(all, all)!;
    expect([unit, earlier]).toEqual(["week", 1]);
  });
  it("is none without days", () => expect(histogram(rows([null, null]), [])).toBeNull());
});

describe("the bin of a day", () => {
  it.each([[0, -1], [10, 0], [19, 0], [20, 1], [99, 2]])("%i is bin %i", (day, bin) => expect(binAt([10, 20, 30], day)).toBe(bin));
});

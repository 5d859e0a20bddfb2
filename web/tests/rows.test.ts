import { describe, expect, it } from "vitest";
import { day, iso, rowsOf, type Summary } from "../src/views/explore/rows";

const summary = (columns: string[], ...rows: unknown[][]): Summary => ({ columns, rows, total: rows.length, capped: false });

describe("the columns of a summary", () => {
  it("become rows, whatever their order", () => {
    const [one] = rowsOf(summary(["status", "id", "killed_low"], ["reported", "a1", 3]));
    expect(one).toMatchObject({ id: "a1", status: "reported", killedLow: 3, killedHigh: null });
  });

  it("that are missing leave what is not known, never a number that poses as one", () => {
    const [one] = rowsOf(summary(["id", "type", "status"], ["a1", "attack", "reported"]));
    expect(one).toMatchObject({ lat: null, start: null, killedLow: null, place: null, spot: null });
  });

  it("place two incidents of one town at one spot, and an area's apart from a town's", () => {
    const columns = ["id", "lat", "lon", "precision"];
    const spots = rowsOf(summary(columns, ["a", 13.1, 25.2, "town"], ["b", 13.1, 25.2, "exact"], ["c", 13.1, 25.2, "area"])).map((row) => row.spot);
    expect(spots[0]).toBe(spots[1]);
    expect(spots[2]).not.toBe(spots[0]);
  });

  it("place what has no point at its province, else its country, else nowhere", () => {
    const columns = ["id", "country", "admin1"];
    expect(rowsOf(summary(columns, ["a", "ML", "Gao"], ["b", "ML", null], ["c", null, null])).map((row) => row.spot)).toEqual(["ML/Gao", "ML/", null]);
  });

  it("take a nought for a number", () => {
    expect(rowsOf(summary(["id", "lat", "lon", "killed_low"], ["a", 0, 0, 0]))[0]).toMatchObject({ lat: 0, lon: 0, killedLow: 0, spot: "0.000,0.000~" });
  });
});

describe("days", () => {
  it.each(["1970-01-01", "1969-12-31", "2024-02-29", "2016-05-01"])("%s comes back as it was", (words) => expect(iso(day(words)!)).toBe(words));
  it.each([null, "", "yesterday", 5])("%s is no day", (value) => expect(day(value)).toBeNull());
});

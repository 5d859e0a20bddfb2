import { describe, expect, it } from "vitest";
import { NONE } from "../src/views/explore/chips";
import { addressOf, asked, askedOfDenied, filtersOf, picked, type Filters } from "../src/views/explore/filters";
import { day, rowsOf, type Row } from "../src/views/explore/rows";

const COLUMNS = ["id", "type", "status", "start", "end", "lat", "lon", "country", "disputed"];
const ROWS: Row[] = rowsOf({
  columns: COLUMNS,
  rows: [
    ["raid", "air_strike", "reported", "2016-05-01", "2016-05-01", 36, 37, "SY", false],
    ["fall", "capture", "disputed", "2016-05-10", "2016-05-20", 14, -4, "ML", true],
    ["talk", "talks", "denied", null, null, null, null, null, true],
    ["aid", "aid", "reported", null, null, null, null, null, false],
  ],
  total: 4,
  capped: false,
});
const ids = (filters: Partial<Filters>): string[] => picked(ROWS, { ...NONE, ...filters }).map((row) => row.id);

const readBack = (filters: Filters): Filters => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(addressOf(filters))) if (value !== null) query.set(key, value);
  return filtersOf(new URLSearchParams(query.toString()));
};

describe("an address", () => {
  it("says all that is chosen, and reads back the same", () => {
    const all: Filters = {
      text: "market & “square”", place: "Gao", actor: "Amna", source: "watch", stance: "denies", types: ["attack", "siege"], groups: ["politics"],
      statuses: ["denied", "reported"], disputed: true, since: day("2016-05-01"), until: day("2016-06-30"), box: [-4.5, 13.25, 2, 16], spot: "ML/Gao", undated: true,
    };
    expect(readBack(all)).toEqual(all);
  });

  it("with nothing chosen says nothing", () => {
    expect(Object.values(addressOf(NONE)).every((value) => value === null)).toBe(true);
    expect(filtersOf(new URLSearchParams())).toEqual(NONE);
  });

  it.each([["box", "1,2,3"], ["box", "a,b,c,d"], ["box", "1,9,3,2"], ["since", "soon"], ["status", "true"], ["stance", "maybe"]])("that says %s=%s wrongly asks nothing by it", (key, value) => {
    expect(filtersOf(new URLSearchParams({ [key]: value }))).toEqual(NONE);
  });
});

describe("what is picked", () => {
  it("leaves out what is only denied, unless it is asked for", () => {
    expect(ids({})).toEqual(["raid", "fall", "aid"]);
    expect(ids({ statuses: ["denied"] })).toEqual(["talk"]);
  });
  it("is of a type or of a group that is named", () => expect(ids({ types: ["aid"], groups: ["violence"] })).toEqual(["raid", "aid"]));
  it("touches the days, and has some", () => {
    expect(ids({ since: day("2016-05-15") })).toEqual(["fall"]);
    expect(ids({ until: day("2016-05-10") })).toEqual(["raid", "fall"]);
  });
  it("lies in the box, and somewhere", () => expect(ids({ box: [30, 30, 40, 40] })).toEqual(["raid"]));
  it("can be what has no place, or no day", () => {
    expect(ids({ spot: "none" })).toEqual(["aid"]);
    expect(ids({ undated: true })).toEqual(["aid"]);
  });
  it("can be what is disputed only", () => expect(ids({ disputed: true })).toEqual(["fall"]));
  it("can be what the others of its filters leave", () => {
    const filters = { ...NONE, types: ["aid"], disputed: true };
    expect(picked(ROWS, filters, ["type"]).map((row) => row.id)).toEqual(["fall"]);
  });
});

describe("the server", () => {
  const filters: Filters = { ...NONE, text: "market", types: ["attack"], since: day("2016-05-01"), box: [1, 2, 3, 4] };
  it("is asked for words only, while all its answer fits", () => expect(asked(filters, false)).toBe("text=market"));
  it("is asked for the rest too, where it does not", () => {
    expect(Object.fromEntries(new URLSearchParams(asked(filters, true)))).toEqual({ text: "market", type: "attack", since: "2016-05-01", box: "1,2,3,4" });
  });
  it("is not asked for one type where two are looked for", () => expect(asked({ ...filters, types: ["attack", "aid"] }, true)).not.toContain("type"));
  it("is asked for what is only denied only where that is looked for", () => {
    expect(askedOfDenied(filters, false)).toBeNull();
    expect(askedOfDenied({ ...filters, statuses: ["denied"] }, false)).toContain("status=denied");
  });
});

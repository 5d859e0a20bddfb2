import { describe, expect, it } from "vitest";
import { around, circle, middle, Outlines } from "../src/parts/map-areas";
import { core, drawn, idsOf, size, written, type Spot } from "../src/parts/map-spots";

const SPOT: Spot = { key: "a", at: [13, 25], radius_km: null, country: "SD", admin1: null, area: false, unsure: false, count: 1, hollow: false, tone: 0 };
const spot = (change: Partial<Spot>): Spot => ({ ...SPOT, ...change });
/** Two provinces of a made-up country, side by side. */
const OUTLINES = new Outlines({
  type: "Topology",
  arcs: [[[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]], [[1, 0], [2, 0], [2, 1], [1, 1]]],
  objects: {
    provinces: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", arcs: [[0, 1]], properties: { country: "AA", name: "West" } },
        { type: "Polygon", arcs: [[2, -1]], properties: { country: "AA", name: "East" } },
      ],
    },
  },
} as unknown as ConstructorParameters<typeof Outlines>[0]);

describe("outlines", () => {
  it("of a province are its own", () => expect(around(OUTLINES.of("AA", "East")!.coordinates.flat(2) as number[][])).toEqual([1, 0, 2, 1]));
  it("of a province that has none are its country's, which is vaguer and true", () => expect(around(OUTLINES.of("AA", "North")!.coordinates.flat(2) as number[][])).toEqual([0, 0, 2, 1]));
  it("of an unknown country are none", () => expect(OUTLINES.of("BB", null)).toBeNull());
});

describe("a circle on the ground", () => {
  it("is as wide as it is high, in kilometres", () => {
    const [west, south, east, north] = around(circle(60, 20, 50).coordinates[0]!)!;
    expect((north - south) * 111.2).toBeCloseTo(100, 0);
    expect((east - west) * 111.2 * Math.cos(Math.PI / 3)).toBeCloseTo(100, 0);
  });
});

describe("what is drawn", () => {
  it("of a point is a mark, without an area", () => {
    const { areas, points } = drawn([SPOT], null);
    expect([areas.length, points.length]).toEqual([0, 1]);
  });
  it("of an area is its outline, never a bare point", () => {
    const { areas, points } = drawn([spot({ at: null, country: "AA", admin1: "West", area: true })], OUTLINES);
    expect(areas.length).toBe(1);
    expect(points[0]!.geometry.coordinates).toEqual(middle(areas[0]!.geometry));
  });
  it("of an area waits for the outlines", () => expect(drawn([spot({ at: null, country: "AA", area: true })], null)).toEqual({ areas: [], points: [], pictures: [] }));
  it("of a place that is not sure is marked so, and as wide as the words reach", () => {
    const { areas, points } = drawn([spot({ unsure: true, radius_km: 15 })], null);
    expect(points[0]!.properties).toMatchObject({ unsure: true });
    expect(areas.length).toBe(1);
  });
  it("has small areas above large ones", () => {
    const areas = drawn([spot({ key: "small", area: true, radius_km: 5 }), spot({ key: "large", area: true, radius_km: 90 })], null).areas;
    expect(areas.map((one) => one.properties!["key"])).toEqual(["large", "small"]);
  });
  it("can be told apart by its key", () => expect(drawn([SPOT, spot({ key: "b" })], null).points.map((one) => one.properties!["key"])).toEqual(["a", "b"]));
});

describe("a spot with pictures", () => {
  const { points, pictures } = drawn([spot({ pictures: ["held", "left"], name: "Aden" })], null);
  const ids = pictures.map((one) => one.properties!["id"]);
  it("has none of the usual mark, and all that it can show", () => expect([points.length, pictures.length]).toEqual([0, 3]));
  it("shows its name and one picture", () => expect(ids.filter((id) => idsOf(new Map([["a", "left"]])).has(id))).toEqual([ids[0], ids[2]]));
  it("shows nothing while nothing is said of it", () => expect(ids.filter((id) => idsOf(new Map([["b", "left"]])).has(id))).toEqual([]));
});

describe("where the map looks first", () => {
  it("is where nearly all is, whatever is far away", () => {
    const many = Array.from({ length: 50 }, (_, at) => spot({ key: String(at), at: [10 + at / 50, 20] }));
    const box = core([...many, spot({ key: "far", at: [-60, 170] })], null)!;
    expect(box[2]).toBe(20);
    expect(box[1]).toBeGreaterThanOrEqual(10);
  });
  it("is the areas, where no points are", () => expect(core([spot({ at: null, country: "AA", area: true })], OUTLINES)).toEqual([0, 0, 2, 1]));
  it("is left open without anything to see", () => expect(core([], null)).toBeNull());
});

describe("marks", () => {
  it("grow with their number, to a limit", () => {
    expect(size(1)).toBeLessThan(size(4));
    expect(size(10_000)).toBe(size(100_000));
  });
  it.each([[999, "999"], [1234, "1.2k"], [9960, "10k"], [25_400, "25k"]])("%i is written %s", (count, words) => expect(written(count)).toBe(words));
});

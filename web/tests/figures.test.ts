import { describe, expect, it } from "vitest";
import { chart, range, voices } from "../src/views/incident/figures";
import type { Figure, Toll } from "../src/views/incident/line";

const by = (speaker: string, carrier: string | null = null) => ({ speaker, party: speaker, carrier, kind: null, id: null });
const figure = (low: number | null, high: number | null, more: Partial<Figure> = {}): Figure => ({ event: "e", who: null, low, high, voices: [by("a monitor")], stamp: "2024-05-07", superseded: null, ...more });
const toll = (figures: readonly Figure[], more: Partial<Toll> = {}): Toll => ({ kind: "killed", who: null, unit: "person", status: null, low: null, best: null, high: null, derivation: "", figures, parts: [], ...more });

describe("a chart of figures", () => {
  it("puts all figures and what they add up to on one scale", () => {
    const { bars, derived } = chart(toll([figure(10, 20), figure(30, 30)], { low: 10, best: 30, high: 30 }))!;
    expect(bars[0]!.to / bars[1]!.to).toBeCloseTo(20 / 30);
    expect([derived!.from, derived!.best]).toEqual([bars[0]!.from, bars[1]!.to]);
  });

  it("lets a figure without an upper end run to the edge", () => {
    const [bar] = chart(toll([figure(10, null)]))!.bars;
    expect([bar!.open, bar!.to]).toEqual([true, 1]);
    expect(bar!.from).toBeLessThan(1);
  });

  it("begins at nothing where only the most is said", () => {
    expect(chart(toll([figure(null, 5)]))!.bars[0]!.from).toBe(0);
  });

  it("is in the order in which the figures were said, and marks what a later one supersedes", () => {
    const { bars } = chart(toll([figure(9, 9, { stamp: null }), figure(7, 7, { stamp: "2024-05-09" }), figure(3, 3, { superseded: "e2" })]))!;
    expect(bars.map((bar) => [bar.said, bar.old])).toEqual([["3", true], ["7", false], ["9", false]]);
  });

  it("has a scale that grows with the root only where figures lie far apart", () => {
    expect(chart(toll([figure(3, 3), figure(30, 30)]))!.uneven).toBe(false);
    const far = chart(toll([figure(2, 2), figure(2000, 2000)]))!;
    expect(far.uneven).toBe(true);
    expect(far.bars[0]!.to).toBeGreaterThan(0.02);
  });

  it("has ticks of whole persons only", () => {
    expect(chart(toll([figure(1, 2)]))!.ticks.map((tick) => tick.words)).toEqual(["0", "1", "2"]);
  });

  it("is none where nobody counts", () => {
    expect(chart(toll([figure(null, null)]))).toBeNull();
  });
});

describe("figures in words", () => {
  it.each([[3, 3, "3"], [3, 9, "3 to 9"], [1200, null, "1,200 or more"], [null, 4, "up to 4"], [null, null, "some"]])("%s and %s are %s", (low, high, words) => {
    expect(range(low, high)).toBe(words);
  });

  it("name who passes on what another says", () => {
    expect(voices([by("a monitor", "AFP"), by("AFP", "AFP")])).toBe("a monitor (AFP), AFP");
  });
});

import { describe, expect, it } from "vitest";
import { barsOf, farthest, kindsOf, largestFirst, onTime } from "../src/ledgers/bars";
import { core, dayNumber, isoDay, looks, nextDay, shares, stoodOn, turnOn } from "../src/ledgers/control";
import type { History, PlaceHistory, SumLine, Tally, Turn } from "../src/ledgers/lines";
import { markOf, nameOf, named, pieces } from "../src/ledgers/marks";
import { monthsOf, spanOf } from "../src/ledgers/months";
import * as words from "../src/ledgers/words";

const tally = (low: number, high: number | null, kind = "killed", unit = "person", of = "all"): Tally => ({ kind, of, unit, low, best: null, high });
const line = (group: string, ...tallies: Tally[]): SumLine => ({ group, incidents: ["one"], tallies });
const turn = (day: string, holders: string[], known: Partial<Turn> = {}): Turn => ({
  day, holders, standing: holders.length ? "held" : "left", besiegers: [], since: null, doubts: [], open: false, ...known,
});
const place = (key: string, ...turns: Turn[]): PlaceHistory => ({
  place: { key, name: key, country: null, admin1: null, lat: 1, lon: 2, precision: "town" }, turns, entries: turns.length,
});
const history: History = {
  first: "2021-08-01",
  last: "2021-08-09",
  sides: [{ key: "army", name: "army" }, { key: "front", name: "front" }],
  places: [place("Kara", turn("2021-08-01", ["army"]), turn("2021-08-05", ["front"])), place("Solo", turn("2021-08-09", ["army"]))],
};

describe("a day of the history", () => {
  it("shows of each place its last turn up to then, and no place of which nothing is told yet", () => {
    expect(stoodOn(history.places, "2021-08-04").map((one) => [one.history.place.key, one.turn.holders])).toEqual([["Kara", ["army"]]]);
    expect(stoodOn(history.places, "2021-08-09").map((one) => one.turn.holders)).toEqual([["front"], ["army"]]);
    expect(turnOn(history.places[1]!.turns, "2021-08-08")).toBeNull();
  });

  it("is found by search as it is by looking at every turn", () => {
    const turns = Array.from({ length: 50 }, (_, at) => turn(isoDay(dayNumber("2021-01-01") + 3 * at), ["army"]));
    for (let number = dayNumber("2020-12-30"); number < dayNumber("2021-06-10"); number++)
      expect(turnOn(turns, isoDay(number))).toBe(turns.filter((one) => one.day <= isoDay(number)).at(-1) ?? null);
  });

  it("goes to a number and back", () => {
    expect(isoDay(dayNumber("2024-02-29") + 1)).toBe("2024-03-01");
  });

  it("has a next change and one before, but none after the last", () => {
    const days = ["2021-08-01", "2021-08-05"];
    expect([nextDay(days, "2021-08-01", 1), nextDay(days, "2021-08-05", 1), nextDay(days, "2021-08-05", -1)]).toEqual(["2021-08-05", null, "2021-08-01"]);
  });
});

describe("the shares behind the slider", () => {
  it("count each place for the one who holds it alone", () => {
    expect(shares(history).held).toEqual([{ army: 1 }, { front: 1 }, { front: 1, army: 1 }]);
  });
});

describe("the map's first view", () => {
  it("is not widened by a single place far away", () => {
    const points = [...Array.from({ length: 50 }, (_, at) => [33 + at / 50, 36] as const), [28, 77] as const];
    expect(core(points)![2]).toBeLessThan(40);
  });

  it("is none without places", () => expect(core([])).toBeNull());
});

describe("a mark", () => {
  const known = looks(Array.from({ length: 12 }, (_, at) => ({ key: `side:${at}`, name: `side ${at}` })));

  it("tells sides apart by shape as well as by colour", () => {
    const seven = [...known.values()].slice(0, 7);
    expect(new Set(seven.map((one) => one.shape)).size).toBe(7);
    expect(new Set(seven.map((one) => one.hue)).size).toBe(7);
  });

  it("differs for every way in which a place can stand", () => {
    const drawn = (["held", "held in part", "disputed", "contested", "left", "unknown"] as const).map((standing) => {
      const holders = standing === "left" || standing === "unknown" ? [] : standing === "held" || standing === "held in part" ? ["side:0"] : ["side:0", "side:1"];
      return JSON.stringify(pieces(markOf({ history: history.places[0]!, turn: turn("2021-08-01", holders, { standing }) }, known)));
    });
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it("shows a siege, whoever holds the place", () => {
    const stood = (besiegers: string[]) => ({ history: history.places[0]!, turn: turn("2021-08-01", ["side:0"], { besiegers }) });
    expect(pieces(markOf(stood(["side:1"]), known)).length).toBe(pieces(markOf(stood([]), known)).length + 1);
  });

  it("is the same again from its name", () => {
    const mark = markOf({ history: history.places[0]!, turn: turn("2021-08-01", ["side:0", "side:9"]) }, known);
    expect(named(nameOf(mark))).toEqual(mark);
  });
});

describe("sides of one name", () => {
  it("are told apart by the country in their keys", () => {
    const found = looks([{ key: "rebels:SY", name: "rebels" }, { key: "rebels:", name: "rebels" }, { key: "army", name: "army" }]);
    expect([...found.values()].map((one) => one.side.name)).toEqual(["rebels (SY)", "rebels (country not told)", "army"]);
  });
});

describe("bars", () => {
  it("are those of one kind and unit, of all people", () => {
    const lines = [line("2021-08", tally(3, 3), tally(9, 9, "killed", "person", "women"), tally(5, 5, "injured")), line("2021-09", tally(1, 1, "injured"))];
    expect(barsOf(lines, "killed", "person").map((bar) => [bar.group, bar.range.low])).toEqual([["2021-08", 3]]);
  });

  it("stand on a time without gaps, those of several months beside it", () => {
    const bars = barsOf([line("2021-11", tally(1, 1)), line("2022-02", tally(2, 2)), line("2021-11 – 2021-12", tally(4, 4)), line("undated", tally(5, 5))], "killed", "person");
    const { steps, beside } = onTime(bars);
    expect(steps.map((bar) => [bar.group, bar.range.low])).toEqual([["2021-11", 1], ["2021-12", 0], ["2022-01", 0], ["2022-02", 2]]);
    expect(beside.map((bar) => bar.group)).toEqual(["2021-11 – 2021-12", "undated"]);
  });

  it("of days in two years that lie far apart are drawn without the days between", () => {
    const bars = barsOf([line("2001-01-01", tally(1, 1)), line("2021-01-01", tally(1, 1))], "killed", "person");
    expect(onTime(bars).steps.map((bar) => bar.group)).toEqual(["2001-01-01", "2021-01-01"]);
  });

  it("reach beyond their least where no upper end is told", () => {
    expect(farthest(barsOf([line("2021-08", tally(100, null))], "killed", "person"))).toBeGreaterThan(100);
  });

  it("come by the least that is told, the largest first", () => {
    const bars = barsOf([line("a", tally(1, 900)), line("b", tally(7, 7)), line("c", tally(7, null))], "killed", "person");
    expect(largestFirst(bars).map((bar) => bar.group)).toEqual(["c", "b", "a"]);
  });

  it("can be of any kind of figure that a line has, the most frequent first", () => {
    expect(kindsOf([line("a", tally(1, 1, "injured")), line("b", tally(1, 1, "injured"), tally(1, 1))]).map((one) => one.kind)).toEqual(["injured", "killed"]);
  });
});

describe("months", () => {
  it("gather the days in them", () => {
    expect(monthsOf([["2021-08-03", 2], ["2021-08-30", 1], ["2021-09-01", 4]]).map((bar) => [bar.group, bar.incidents])).toEqual([["2021-08", 3], ["2021-09", 4]]);
  });

  it("end on their last day", () => expect(spanOf("2024-02")).toEqual({ since: "2024-02-01", until: "2024-02-29" }));
});

describe("words", () => {
  it("say a figure as it was told", () => {
    expect([[5, 5], [5, null], [0, 7], [5, 7], [0, null], [1500, 1500]].map(([low, high]) => words.range({ low: low!, high: high! }))).toEqual(["5", "5 or more", "up to 7", "5–7", "some", "1,500"]);
  });

  it("say that a page's own day is only the last day on which it can have been", () => {
    expect(words.days({ start: "2021-08-03", end: "2021-08-03", precision: "report" })).toBe("by 3 Aug 2021");
    expect(words.days(null)).toBe("no day told");
  });

  it("name the killed first, and nobody where none were harmed", () => {
    expect(words.harmed([tally(2, 2, "injured"), tally(1, 1), tally(0, 0, "missing")])).toBe("1 killed, 2 injured");
  });
});

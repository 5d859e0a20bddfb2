import { describe, expect, it } from "vitest";
import { placed } from "../src/views/report/dropped";

const part = (page_start: number, page_end: number) => ({ text: "x", page_start, page_end, reason: "an advertisement" });
const at = (...found: Parameters<typeof placed>) => placed(...found).map((one) => one.at);

describe("parts of the page that were dropped", () => {
  it("stand before the text and behind it where the text fits between them", () => {
    expect(at([part(0, 10), part(500, 520)], 400, 560, [0, 100, 200])).toEqual([0, 400]);
  });

  it("stand inside where the text fits between no two of them, at the start of the nearest paragraph", () => {
    expect(at([part(100, 120), part(220, 240)], 300, 340, [0, 98, 205])).toEqual([98, 205]);
  });

  it("stand before the text where it can only be behind them", () => {
    expect(at([part(0, 10), part(10, 20)], 300, 330, [0])).toEqual([0, 0]);
  });

  it("are in the order of the page", () => {
    expect(placed([part(50, 60), part(0, 5)], 900, 1000, [0]).map((one) => one.part.page_start)).toEqual([0, 50]);
  });
});

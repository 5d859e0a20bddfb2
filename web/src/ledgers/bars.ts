// What a chart of sums draws: one bar for each group, from the least to the most that is told.
import type { Range, SumLine } from "./lines";

export interface Bar {
  readonly group: string;
  readonly range: Range;
  readonly incidents: number;
}

const NONE: Range = { low: 0, best: 0, high: 0 };

/** The bars of one kind of figure, in the order of the lines; groups without such figures are left out. */
export function barsOf(lines: readonly SumLine[], kind: string, unit: string, of = "all"): readonly Bar[] {
  return lines.flatMap((line) => {
    const range = line.tallies.find((one) => one.kind === kind && one.of === of && one.unit === unit);
    return range && line.group !== null ? [{ group: line.group, range, incidents: line.incidents.length }] : [];
  });
}

/** The largest first, by the least that is told; equal ones stay as they were. */
export const largestFirst = (bars: readonly Bar[]): readonly Bar[] =>
  [...bars].sort((one, other) => other.range.low - one.range.low || (other.range.high ?? Infinity) - (one.range.high ?? Infinity) || 0);

/** How far the axis must go: an open end is drawn a little beyond its least. */
export const farthest = (bars: readonly Bar[]): number =>
  bars.reduce((most, { range }) => Math.max(most, range.high ?? range.low * 1.08, range.low), 1);

const MONTH = /^\d{4}-\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface OnTime {
  /** Every step from the first to the last, those of which nothing is told with a bar of nobody. */
  readonly steps: readonly Bar[];
  /** Groups of several months or days, and the undated: on no one step. */
  readonly beside: readonly Bar[];
}

/** Bars of months (or days) put on a time that has no gaps; more than `most` steps are too many to be drawn so. */
export function onTime(bars: readonly Bar[], most = 400): OnTime {
  const fits = bars.some((bar) => DAY.test(bar.group)) ? DAY : MONTH;
  const single = bars.filter((bar) => fits.test(bar.group)).sort((one, other) => (one.group < other.group ? -1 : 1));
  const beside = bars.filter((bar) => !fits.test(bar.group));
  const named = new Map(single.map((bar) => [bar.group, bar]));
  const steps = single.length ? between(single[0]!.group, single[single.length - 1]!.group, most) : [];
  if (steps.length >= most) return { steps: single, beside };
  return { steps: steps.map((group) => named.get(group) ?? { group, range: NONE, incidents: 0 }), beside };
}

function between(first: string, last: string, most: number): readonly string[] {
  const found = [first];
  for (let at = first; at < last && found.length < most; ) found.push((at = after(at)));
  return found;
}

function after(step: string): string {
  const daily = step.length > 7;
  const date = new Date(`${daily ? step : `${step}-01`}T00:00:00Z`);
  if (daily) date.setUTCDate(date.getUTCDate() + 1);
  else date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, step.length);
}

/** The kinds of figures and units that any line has, the most frequent first: what can be chosen to be drawn. */
export function kindsOf(lines: readonly SumLine[]): readonly { readonly kind: string; readonly unit: string }[] {
  const found = new Map<string, { kind: string; unit: string; lines: number }>();
  for (const { kind, unit, of } of lines.flatMap((line) => line.tallies)) {
    if (of !== "all") continue;
    const known = found.get(`${kind} ${unit}`) ?? { kind, unit, lines: 0 };
    found.set(`${kind} ${unit}`, { ...known, lines: known.lines + 1 });
  }
  return [...found.values()].sort((one, other) => other.lines - one.lines);
}

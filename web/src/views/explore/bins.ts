// A histogram of incidents by day, week, month or year: whichever fits what is shown.
import { utcDay, utcMonth, utcWeek, utcYear, type CountableTimeInterval } from "d3-time";
import type { Row } from "./rows";

export interface Bin {
  /** Days since 1970; `end` is the last of them. */
  readonly start: number;
  readonly end: number;
  /** Incidents known to be of these days. */
  readonly sure: number;
  /** Incidents that began in these days and may be of later ones: only a longer span is known. */
  readonly unsure: number;
}

export interface Histogram {
  readonly unit: "day" | "week" | "month" | "year";
  readonly bins: readonly Bin[];
  /** Incidents before the first bin. */
  readonly earlier: number;
}

const MS_A_DAY = 86_400_000;
const UNITS: readonly (readonly [Histogram["unit"], CountableTimeInterval])[] = [["day", utcDay], ["week", utcWeek], ["month", utcMonth]];
/** The share of incidents that may lie before the histogram begins. */
const RARE = 0.01;

const date = (days: number): Date => new Date(days * MS_A_DAY);
const days = (of: Date): number => of.getTime() / MS_A_DAY;

/** The finest unit that `all` fill with `most` bins or fewer; those of `shown` are counted. Null where none has a day. */
export function histogram(all: readonly Row[], shown: readonly Row[], most = 120): Histogram | null {
  const reach = reached(all);
  if (!reach) return null;
  const [unit, interval] = UNITS.find(([, each]) => each.count(each.floor(date(reach[0])), date(reach[1])) < most) ?? (["year", utcYear] as const);
  const first = interval.floor(date(reach[0]));
  const starts = interval.range(first, interval.offset(interval.floor(date(reach[1])), 1)).map(days);
  const earlier = shown.filter(({ start }) => start !== null && start < starts[0]!).length;
  return { unit, bins: counted(starts, interval, shown), earlier };
}

/** The first and the last day; single days long before all others, such as a date of history, do not thin these out. */
function reached(rows: readonly Row[]): readonly [number, number] | null {
  const starts = rows.flatMap(({ start }) => (start === null ? [] : [start])).sort((one, other) => one - other);
  const [low, high] = [starts[0], starts.at(-1)];
  if (low === undefined || high === undefined) return null;
  const early = starts[Math.floor(starts.length * RARE)]!;
  return high - early < (high - low) / 2 ? [early, high] : [low, high];
}

function counted(starts: readonly number[], interval: CountableTimeInterval, rows: readonly Row[]): Bin[] {
  const bins = starts.map((start) => ({ start, end: days(interval.offset(date(start), 1)) - 1, sure: 0, unsure: 0 }));
  for (const row of rows) {
    const bin = row.start === null ? undefined : bins[binAt(starts, row.start)];
    if (bin) bin[(row.end ?? row.start!) <= bin.end ? "sure" : "unsure"] += 1;
  }
  return bins;
}

/** The last bin that starts on a day or before it; -1 before the first. */
export function binAt(starts: readonly number[], day: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (starts[half]! <= day) low = half + 1;
    else high = half;
  }
  return low - 1;
}

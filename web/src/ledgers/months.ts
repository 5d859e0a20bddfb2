// Days gathered into months.
import type { Bar } from "./bars";

/** One bar a month, of how many incidents began in it, by month. */
export function monthsOf(days: readonly (readonly [string, number])[]): readonly Bar[] {
  const found = new Map<string, number>();
  for (const [day, count] of days) found.set(day.slice(0, 7), (found.get(day.slice(0, 7)) ?? 0) + count);
  return [...found].map(([group, count]) => ({ group, incidents: count, range: { low: count, best: count, high: count } }));
}

/** The first and the last day of a month, as the conditions of an address. */
export function spanOf(month: string): { readonly since: string; readonly until: string } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { since: `${month}-01`, until: `${month}-${String(last).padStart(2, "0")}` };
}

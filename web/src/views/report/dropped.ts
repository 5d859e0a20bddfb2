// Where in the text the parts of the page stood that are no part of it, as well as can be told: their places are those of
// the page, markup and all, of which only the length is known here.
import type { Dropped } from "../../lines";

export interface Placed {
  readonly part: Dropped;
  /** A code point of the text: what was dropped stood before it; the text's length: behind all. */
  readonly at: number;
}

/** Each part with its place among the starts of paragraphs, in the order of the page. */
export function placed(dropped: readonly Dropped[], length: number, size: number, starts: readonly number[]): Placed[] {
  const parts = [...dropped].sort((one, other) => one.page_start - other.page_start);
  const gaps = [...parts.map((part, at) => Math.max(0, part.page_start - (parts[at - 1]?.page_end ?? 0))), Math.max(0, size - (parts.at(-1)?.page_end ?? 0))];
  const whole = holder(gaps, length);
  if (whole !== null) return parts.map((part, at) => ({ part, at: at < whole ? 0 : length }));
  const all = gaps.reduce((sum, gap) => sum + gap, 0) || 1;
  let before = 0;
  return parts.map((part, at) => {
    before += gaps[at]!;
    return { part, at: nearest(starts, length, (before / all) * length) };
  });
}

/** The gap that can hold the whole text: the largest between two parts, else before or behind all; null where none can. */
function holder(gaps: readonly number[], length: number): number | null {
  const fits = gaps.map((gap, at) => ({ gap, at })).filter(({ gap }) => gap >= length);
  const inner = fits.filter(({ at }) => at > 0 && at < gaps.length - 1);
  const best = (inner.length ? inner : fits).sort((one, other) => other.gap - one.gap)[0];
  return best ? best.at : null;
}

function nearest(starts: readonly number[], length: number, wanted: number): number {
  return [...starts, length].reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best), length);
}

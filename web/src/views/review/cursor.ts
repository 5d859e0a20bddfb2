// Selecting words by keyboard: a run of words that moves and grows.
import type { Span } from "../../parts/text-marks";

/** The words from `anchor` to `head`, both included, by their numbers. */
export interface Cursor {
  readonly anchor: number;
  readonly head: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8, PageDown: 40, PageUp: -40 };

/** The cursor after a key; null where the key does not move it. Shift keeps its other end. */
export function moved(cursor: Cursor, key: string, shift: boolean, count: number): Cursor | null {
  const step = STEPS[key];
  if (step === undefined || count === 0) return null;
  const head = Math.min(Math.max(cursor.head + step, 0), count - 1);
  return { anchor: shift ? cursor.anchor : head, head };
}

/** The span of the words under the cursor. */
export function under(cursor: Cursor, words: readonly Span[]): Span | null {
  const [first, last] = [words[Math.min(cursor.anchor, cursor.head)], words[Math.max(cursor.anchor, cursor.head)]];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The cursor on the words that a span touches. */
export function on(span: Span, words: readonly Span[]): Cursor {
  const touched = words.map((word, number) => ({ word, number })).filter(({ word }) => word.start < span.end && word.end > span.start);
  const first = touched[0]?.number ?? 0;
  return { anchor: first, head: touched.at(-1)?.number ?? first };
}

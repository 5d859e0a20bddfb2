// Words of a report by their offsets, which the server counts in code points and the browser in UTF-16 units.
import { cutter } from "./spans";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of a text: runs without spaces, without the punctuation around them. */
export function words(text: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  let from = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}](?:[^\s]*[\p{L}\p{N}])?/gu)) {
    at += Array.from(text.slice(from, match.index)).length;
    const length = Array.from(match[0]).length;
    found.push({ start: at, end: at + length });
    at += length;
    from = match.index + match[0].length;
  }
  return found;
}

/** The number of the word at an offset, or of the first one after it. */
export function wordAt(all: readonly Span[], offset: number): number {
  const found = all.findIndex((word) => word.end > offset);
  return found < 0 ? Math.max(0, all.length - 1) : found;
}

/** Where a UTF-16 offset lies in code points. */
export const codePoints = (text: string, units: number): number => Array.from(text.slice(0, units)).length;

/** The characters of a span. */
export const cut = (text: string, span: Span): string => cutter(text)(span.start, span.end);

/** The span without the spaces at its ends. */
export function trimmed(text: string, span: Span): Span {
  const points = Array.from(text);
  let { start, end } = span;
  while (start < end && /\s/.test(points[start] ?? "")) start++;
  while (end > start && /\s/.test(points[end - 1] ?? "")) end--;
  return { start, end };
}

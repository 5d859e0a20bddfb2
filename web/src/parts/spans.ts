// A report's text cut at the edges of all that is marked in it. The server counts in code points; a string here is
// UTF-16, where an emoji is two units: every cut goes through `units`.

/** Words that belong to something: `start` and `end` are code points, half-open; `key` says whose they are. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** A run of text with one and the same set of marks over it; a place in the text where `start` is `end`. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly keys: readonly string[];
}

/** For each code point, and the end, at which UTF-16 unit it begins; null where both count alike. */
export function units(text: string): Uint32Array | null {
  const at: number[] = [];
  let unit = 0;
  for (const point of text) {
    at.push(unit);
    unit += point.length;
  }
  at.push(unit);
  return at.length === text.length + 1 ? null : Uint32Array.from(at);
}

/** The code points of a text. */
export const lengthOf = (text: string): number => {
  const found = units(text);
  return found ? found.length - 1 : text.length;
};

/** What cuts a text by code points. */
export function cutter(text: string): (start: number, end: number) => string {
  const at = units(text);
  return (start, end) => (at ? text.slice(at[start], at[end]) : text.slice(start, end));
}

/** The text in segments that together are the text. Marks may overlap; what lies outside of the text is cut off. */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const length = lengthOf(text);
  const inside = marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) })).filter((mark) => mark.start < mark.end);
  const cut = cutter(text);
  const edges = [...new Set([0, length, ...inside.flatMap((mark) => [mark.start, mark.end])])].sort((one, other) => one - other);
  const [opens, closes] = [by(inside, "start"), by(inside, "end")];
  const open = new Map<string, number>();
  return edges.slice(0, -1).map((start, number) => {
    for (const key of closes.get(start) ?? []) count(open, key, -1);
    for (const key of opens.get(start) ?? []) count(open, key, 1);
    return { start, text: cut(start, edges[number + 1]!), keys: [...open.keys()] };
  });
}

function by(marks: readonly Mark[], edge: "start" | "end"): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const mark of marks) found.set(mark[edge], [...(found.get(mark[edge]) ?? []), mark.key]);
  return found;
}

function count(open: Map<string, number>, key: string, change: number): void {
  const now = (open.get(key) ?? 0) + change;
  if (now > 0) open.set(key, now);
  else open.delete(key);
}

/** The segments in paragraphs: cut where a line ends, the line's end itself left out; empty lines are none. */
export function paragraphs(all: readonly Segment[]): Segment[][] {
  const found: Segment[][] = [[]];
  for (const segment of all) {
    let start = segment.start;
    segment.text.split("\n").forEach((text, line) => {
      if (line > 0) found.push([]);
      if (text) found[found.length - 1]!.push({ start, text, keys: segment.keys });
      start += lengthOf(text) + 1;
    });
  }
  return found.filter((one) => one.length > 0);
}

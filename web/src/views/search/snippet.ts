// The words that were looked for, in the words around them: found as the server finds them, without case and accents.

export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const TERM = /(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/g;

const folded = (word: string): string => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (text: string): string[] => text.match(WORD) ?? [];

/** The text in parts, which together are the text. */
export function found(text: string, asked: string): Part[] {
  const wanted = new Set([...asked.matchAll(TERM)].filter(([, without]) => !without).flatMap(([, , phrase, word]) => words(phrase ?? word ?? "").map(folded)));
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    if (!wanted.has(folded(match[0]))) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hit: false });
    parts.push({ text: match[0], hit: true });
    from = match.index + match[0].length;
  }
  return from < text.length ? [...parts, { text: text.slice(from), hit: false }] : parts;
}

// A long list that comes in parts: the first at once, the next on request.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Answer, ApiError, ask, useAsk } from "../api";
import { Waiting } from "../parts/waiting";
import type { Listed } from "./lines";
import * as words from "./words";

export interface Parts<Line, First extends Listed<Line>> {
  readonly first: Answer<First>;
  readonly items: readonly Line[];
  readonly next: number | null;
  readonly more: () => void;
  readonly wrong: string | null;
}

/** The lines at a path, which must have a query; `more` asks for the next part. */
export function useParts<Line, First extends Listed<Line>>(path: string): Parts<Line, First> {
  const first = useAsk<First>(path);
  const [rest, set] = useState<readonly Listed<Line>[]>([]);
  const [wrong, tell] = useState<string | null>(null);
  useEffect(() => set([]), [first.value]);
  const parts: readonly Listed<Line>[] = first.value ? [first.value, ...rest] : [];
  const next = parts[parts.length - 1]?.next ?? null;
  const more = (): void =>
    void ask<First>(`${path}&after=${next}`).then(
      (part) => (tell(null), set([...rest, part])),
      (error: unknown) => tell(error instanceof ApiError ? error.message : "the server cannot be reached"),
    );
  return { first, items: parts.flatMap((part) => part.items), next, more, wrong };
}

interface Props<Line, First extends Listed<Line>> {
  readonly of: Parts<Line, First>;
  readonly children: (items: readonly Line[]) => ComponentChildren;
}

/** The lines that are here, and a button for more where there are. */
export function Part<Line, First extends Listed<Line>>({ of, children }: Props<Line, First>) {
  if (!of.first.value) return <Waiting for={of.first} />;
  return (
    <>
      {children(of.items)}
      {of.wrong && <p role="alert" class="wrong">{of.wrong}</p>}
      {of.next !== null && (
        <button type="button" onClick={of.more}>
          More ({words.number(of.items.length)} of {words.number(of.first.value.total)} are shown)
        </button>
      )}
    </>
  );
}

// The incidents as a list of which only what is in sight is built, so that ten thousand are as quick as ten.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isDisputed } from "./filters";
import type { Row } from "./rows";
import { dated, killed, printed, titled } from "./words";

const HEIGHT = 74;
const BEYOND = 6;

interface ListProps {
  readonly rows: readonly Row[];
  /** Told of the spot of the incident that the pointer or the keyboard is at. */
  readonly point: (spot: string | null) => void;
  readonly chosen: string | null;
}

export function List({ rows, point, chosen }: ListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const height = useHeight(frame);
  useLayoutEffect(() => {
    frame.current!.scrollTop = 0;
    setTop(0);
  }, [rows]);
  const first = Math.max(0, Math.floor(top / HEIGHT) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((top + height) / HEIGHT) + BEYOND);
  if (!rows.length) return <p class="explore-none" ref={frame}>{chosen ? "Nothing here meets the filters." : "No incident meets these filters: take one out above."}</p>;
  return (
    <div class="explore-scroll" ref={frame} onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={step} onMouseLeave={() => point(null)}>
      <ul style={{ height: `${rows.length * HEIGHT}px` }}>
        {rows.slice(first, last).map((row, at) => (
          <li key={row.id} style={{ top: `${(first + at) * HEIGHT}px`, height: `${HEIGHT}px` }} aria-setsize={rows.length} aria-posinset={first + at + 1}>
            <Line row={row} point={point} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ row, point }: { readonly row: Row; readonly point: ListProps["point"] }) {
  const parties = [row.agents, row.targets].filter(Boolean).join(" → ");
  const dead = killed(row.killedLow, row.killedHigh);
  return (
    <a href={`/incident/${encodeURIComponent(row.id)}`} onMouseEnter={() => point(row.spot)} onFocus={() => point(row.spot)} onBlur={() => point(null)}>
      <span class="line-top">
        <strong>{titled(row.type)}</strong>
        <time>{dated(row.start, row.end)}</time>
      </span>
      <span class="line-middle" dir="auto">{[row.place ?? "no place known", parties].filter(Boolean).join(" · ")}</span>
      <span class="line-bottom">
        <span class={isDisputed(row) ? "status disputed" : "status"}>{isDisputed(row) && row.status !== "disputed" && row.status !== "denied" ? `${row.status}, actor denied` : row.status}</span>
        {dead && <span class="dead">{dead}</span>}
        <span class="dim">{printed(row.voices, row.tellings, row.copies)}</span>
        {row.reviewed && <span class="good">reviewed</span>}
      </span>
    </a>
  );
}

/** The arrow keys go from line to line. */
function step(event: KeyboardEvent): void {
  const by = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key] as "nextElementSibling" | undefined;
  const link = by && (document.activeElement?.closest("li")?.[by]?.querySelector("a") ?? null);
  if (!link) return;
  event.preventDefault();
  link.focus();
}

function useHeight(frame: { readonly current: HTMLElement | null }): number {
  const [height, set] = useState(800);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(([entry]) => entry && set(entry.contentRect.height));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [frame.current]);
  return height;
}

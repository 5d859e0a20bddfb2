// When: a histogram to draw a span of days on, with the same days as two fields for the keyboard.
import { scaleLinear } from "d3-scale";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Bin, Histogram } from "./bins";
import type { Filters } from "./filters";
import { day, iso } from "./rows";
import { dated, many, whole } from "./words";

export interface Reach {
  readonly since: number | null;
  readonly until: number | null;
}

interface TimelineProps {
  readonly bins: Histogram | null;
  readonly undated: number;
  readonly filters: Filters;
  readonly change: (filters: Partial<Filters>) => void;
  /** While a span is drawn. */
  readonly setDraft: (reach: Reach | null) => void;
  /** When it is drawn; null of all days. */
  readonly settle: (reach: Reach | null) => void;
}

const HEIGHT = 72;

export function Timeline({ bins, undated, filters, change, setDraft, settle }: TimelineProps) {
  return (
    <section class="explore-time" aria-label="When">
      <div class="time-fields">
        <DayField label="From" value={filters.since} set={(since) => settle({ since, until: filters.until })} />
        <DayField label="to" value={filters.until} set={(until) => settle({ since: filters.since, until })} />
        {(filters.since !== null || filters.until !== null) && (
          <button type="button" onClick={() => settle(null)}>All days</button>
        )}
        {bins && <span class="dim">incidents a {bins.unit}; paler: of that {bins.unit} or later{bins.earlier > 0 && `; ${whole(bins.earlier)} before them`}</span>}
        {undated > 0 && (
          <button type="button" class="time-undated" aria-pressed={filters.undated} onClick={() => change({ undated: !filters.undated, since: null, until: null })}>
            {whole(undated)} with no day known
          </button>
        )}
      </div>
      {bins ? <Bars histogram={bins} filters={filters} setDraft={setDraft} settle={settle} /> : <p class="dim">No incident has a day.</p>}
    </section>
  );
}

function DayField({ label, value, set }: { readonly label: string; readonly value: number | null; readonly set: (day: number | null) => void }) {
  return (
    <label>
      {label} <input type="date" value={value === null ? "" : iso(value)} onChange={(event) => set(day(event.currentTarget.value))} />
    </label>
  );
}

interface BarsProps extends Pick<TimelineProps, "filters" | "setDraft" | "settle"> {
  readonly histogram: Histogram;
}

function Bars({ histogram, filters, setDraft, settle }: BarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { bins, unit } = histogram;
  const step = width / bins.length;
  const top = useMemo(() => Math.max(1, ...bins.map((bin) => bin.sure + bin.unsure)), [bins]);
  const up = scaleLinear([0, top], [0, HEIGHT - 4]);
  const drawing = useDrawing(frame, bins, setDraft, settle);
  const [from, to] = spanOf(bins, filters);
  const limited = filters.since !== null || filters.until !== null;
  return (
    <div class="time-bars" ref={frame} {...drawing}>
      <svg width={width} height={HEIGHT} role="img" aria-label={`${many(sum(bins), "incident")} from ${dated(bins[0]!.start, bins[0]!.start)} to ${dated(bins.at(-1)!.end, bins.at(-1)!.end)}, by ${unit}; at most ${top} in one`}>
        {limited && <rect class="time-span" x={from * step} width={Math.max((to - from) * step, 1)} height={HEIGHT} />}
        <path class="time-unsure" d={path(bins, step, (bin) => up(bin.sure + bin.unsure))} />
        <path class="time-sure" d={path(bins, step, (bin) => up(bin.sure))} />
        {limited && <path class="time-edges" d={`M${from * step} 0V${HEIGHT}M${to * step} 0V${HEIGHT}`} />}
      </svg>
      <div class="time-axis" aria-hidden="true">
        {ticks(bins, width).map(({ at, words }) => (
          <span key={at} style={{ left: `${at * step}px` }}>{words}</span>
        ))}
        <span class="time-top">{whole(top)}</span>
      </div>
    </div>
  );
}

const sum = (bins: readonly Bin[]): number => bins.reduce((total, bin) => total + bin.sure + bin.unsure, 0);

/** All bars as one path: a rectangle for each bin that has any. */
function path(bins: readonly Bin[], step: number, height: (bin: Bin) => number): string {
  const gap = step > 4 ? 1 : 0;
  return bins.map((bin, at) => (height(bin) ? `M${(at * step).toFixed(1)} ${HEIGHT}v${(-height(bin)).toFixed(1)}h${(step - gap).toFixed(1)}V${HEIGHT}z` : "")).join("");
}

/** The span as numbers of bins, from the start of the first to the end of the last. */
function spanOf(bins: readonly Bin[], { since, until, undated }: Filters): readonly [number, number] {
  if (undated) return [0, 0];
  const from = since === null ? 0 : bins.findIndex((bin) => bin.end >= since);
  const to = until === null ? bins.length : bins.filter((bin) => bin.start <= until).length;
  return [from < 0 ? bins.length : from, to];
}

const TICK = 90;
const FORMATS = { day: { day: "numeric", month: "short", year: "numeric" }, week: { day: "numeric", month: "short", year: "numeric" }, month: { month: "short", year: "numeric" }, year: { year: "numeric" } } as const;

function ticks(bins: readonly Bin[], width: number): { at: number; words: string }[] {
  const format = new Intl.DateTimeFormat("en-GB", { ...FORMATS[unitOf(bins)], timeZone: "UTC" });
  const every = Math.max(1, Math.ceil((bins.length * TICK) / Math.max(width, TICK)));
  return bins.flatMap((bin, at) => (at % every || at * (width / bins.length) > width - TICK ? [] : [{ at, words: format.format(bin.start * 86_400_000) }]));
}

function unitOf(bins: readonly Bin[]): Histogram["unit"] {
  const length = bins[0]!.end - bins[0]!.start;
  return length < 1 ? "day" : length < 8 ? "week" : length < 40 ? "month" : "year";
}

/** A span of whole bins is drawn by dragging; a click is the span of one, and a click into the only one shown is all. */
function useDrawing(frame: { readonly current: HTMLElement | null }, bins: readonly Bin[], setDraft: TimelineProps["setDraft"], settle: TimelineProps["settle"]) {
  const began = useRef<number | null>(null);
  const drawn = useRef<Reach | null>(null);
  const binAt = (event: PointerEvent): number => {
    const box = frame.current!.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * bins.length), 0), bins.length - 1);
  };
  const draw = (event: PointerEvent): void => {
    if (began.current === null) return;
    const [from, to] = [began.current, binAt(event)].sort((one, other) => one - other) as [number, number];
    const reach = { since: bins[from]!.start, until: bins[to]!.end };
    if (reach.since === drawn.current?.since && reach.until === drawn.current.until) return;
    drawn.current = reach;
    setDraft(reach);
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      frame.current!.setPointerCapture(event.pointerId);
      began.current = binAt(event);
      draw(event);
    },
    onPointerMove: draw,
    onPointerUp: () => {
      if (drawn.current) settle(drawn.current);
      began.current = drawn.current = null;
    },
    onPointerCancel: () => {
      began.current = drawn.current = null;
      setDraft(null);
    },
  };
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, set] = useState(600);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && set(entry.contentRect.width));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  return width;
}

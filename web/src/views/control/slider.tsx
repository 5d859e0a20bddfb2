// The day: a native slider over all days of which anything is told, with buttons to play and to step from change to change.
import { scaleLinear } from "d3-scale";
import { area } from "d3-shape";
import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { type Look, changeDays, dayNumber, isoDay, nextDay, shares } from "../../ledgers/control";
import type { History } from "../../ledgers/lines";
import { colour } from "../../ledgers/mark-picture";
import * as words from "../../ledgers/words";
import { colours } from "../../parts/map-colours";
import { useWidth } from "../../parts/width";

interface Props {
  readonly history: History;
  readonly known: ReadonlyMap<string, Look>;
  readonly first: string;
  readonly last: string;
  readonly day: string;
  readonly onMove: (to: string) => void;
  readonly onRest: (to: string) => void;
}

export function DaySlider({ history, known, first, last, day, onMove, onRest }: Props) {
  const id = useId();
  const turns = useMemo(() => changeDays(history.places), [history]);
  const [plays, play] = usePlaying(day, first, last, onMove, onRest);
  const jump = (to: string | null): void => void (to && (onMove(to), onRest(to)));
  return (
    <div class="slider" role="group" aria-label="Day">
      <button type="button" onClick={play} aria-pressed={plays}>
        {plays ? "❚❚ Pause" : "▶ Play"}
      </button>
      <button type="button" aria-label="The change before" title="The change before" disabled={!nextDay(turns, day, -1)} onClick={() => jump(nextDay(turns, day, -1))}>
        ‹
      </button>
      <button type="button" aria-label="The next change" title="The next change" disabled={!nextDay(turns, day, 1)} onClick={() => jump(nextDay(turns, day, 1))}>
        ›
      </button>
      <label class="hidden" for={id}>
        Day
      </label>
      <input type="date" id={id} value={day} min={first} max={last} onChange={(event) => event.currentTarget.value && jump(clamped(event.currentTarget.value, first, last))} />
      <div class="track">
        <Held history={history} known={known} first={first} last={last} />
        <input
          type="range"
          aria-label="Day"
          aria-valuetext={words.day(day)}
          min={dayNumber(first)}
          max={dayNumber(last)}
          value={dayNumber(day)}
          onInput={(event) => onMove(isoDay(event.currentTarget.valueAsNumber))}
          onChange={(event) => onRest(isoDay(event.currentTarget.valueAsNumber))}
        />
        <span class="ends">
          <span>{words.day(first)}</span> <span>{words.day(last)}</span>
        </span>
      </div>
    </div>
  );
}

const clamped = (day: string, first: string, last: string): string => (day < first ? first : day > last ? last : day);

const [FRAMES, FRAME_MS] = [240, 90];

/** Whether it plays, and what begins and ends that: from the first day where it stands on the last. */
function usePlaying(day: string, first: string, last: string, onMove: (to: string) => void, onRest: (to: string) => void): readonly [boolean, () => void] {
  const [plays, set] = useState(false);
  useEffect(() => {
    if (!plays) return;
    const step = Math.max(1, Math.ceil((dayNumber(last) - dayNumber(first)) / FRAMES));
    const timer = setTimeout(() => {
      const next = Math.min(dayNumber(day) + step, dayNumber(last));
      onMove(isoDay(next));
      if (next >= dayNumber(last)) (set(false), onRest(last));
    }, FRAME_MS);
    return () => clearTimeout(timer);
  }, [plays, day]);
  const toggle = (): void => {
    if (plays) onRest(day);
    else if (day === last) onMove(first);
    set(!plays);
  };
  return [plays, toggle];
}

const TALL = 34;

/** How many places each side held alone, from day to day, behind the slider. */
function Held({ history, known, first, last }: Pick<Props, "history" | "known" | "first" | "last">) {
  const [ref, width] = useWidth<HTMLDivElement>(600);
  const bands = useMemo(() => stacked(history), [history]);
  const x = scaleLinear([dayNumber(first), dayNumber(last)], [8, width - 8]);
  const y = scaleLinear([0, bands.most], [TALL, 0]);
  const shape = area<Point>(
    (point) => x(point.day),
    (point) => y(point.low),
    (point) => y(point.high),
  );
  return (
    <div ref={ref} class="held" aria-hidden="true">
      <svg width={width} height={TALL}>
        {bands.bands.map(({ key, points }) => (
          <path key={key} d={shape([...points]) ?? ""} fill={colour(known.get(key)?.hue ?? null, colours().tones)} />
        ))}
      </svg>
    </div>
  );
}

interface Point {
  readonly day: number;
  readonly low: number;
  readonly high: number;
}

interface Bands {
  readonly bands: readonly { readonly key: string; readonly points: readonly Point[] }[];
  readonly most: number;
}

/** Sides one upon the other, those that share a place last; each number lasts until the next change. */
function stacked(history: History): Bands {
  const { days, held } = shares(history);
  const keys = [...history.sides.map((side) => side.key), ""];
  const below = days.map(() => 0);
  const bands = keys.map((key) => ({ key, points: days.flatMap((_, at) => steps(days, held, below, key, at)) }));
  return { bands, most: Math.max(1, ...below) };
}

function steps(days: readonly string[], held: readonly Readonly<Record<string, number>>[], below: number[], key: string, at: number): readonly Point[] {
  const low = below[at]!;
  const high = low + (held[at]![key] ?? 0);
  below[at] = high;
  const end = days[at + 1] ?? days[at]!;
  return [dayNumber(days[at]!), dayNumber(end)].map((day) => ({ day, low, high }));
}

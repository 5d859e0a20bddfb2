// Who held what on a day, looked up in the turns that the server replayed; and the look of each side.
import type { History, PlaceHistory, Side, Turn } from "./lines";

const DAY_MS = 86_400_000;

/** The number of an ISO day, counted from 1970; and back. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
export const isoDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The last turn of a place up to a day; null where nothing is told of it yet. */
export function turnOn(turns: readonly Turn[], day: string): Turn | null {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1] ?? null;
}

export interface Stood {
  readonly history: PlaceHistory;
  readonly turn: Turn;
}

/** How all places stood on a day of which anything was told by then. */
export function stoodOn(places: readonly PlaceHistory[], day: string): readonly Stood[] {
  return places.flatMap((history) => {
    const turn = turnOn(history.turns, day);
    return turn ? [{ history, turn }] : [];
  });
}

/** A side's look: `hue` is the number of its colour in the style sheet, `shape` the name of its mark. */
export interface Look {
  readonly side: Side;
  readonly hue: number;
  readonly shape: Shape;
}

export const SHAPES = ["circle", "square", "triangle", "diamond", "star", "hexagon", "cross", "drop"] as const;
export type Shape = (typeof SHAPES)[number] | "ring";

/** The looks of all sides: those with a part in most places have one of their own, the others share the last. */
export function looks(sides: readonly Side[]): ReadonlyMap<string, Look> {
  const again = (side: Side): boolean => sides.filter((one) => one.name === side.name).length > 1;
  return new Map(sides.map((side, at) => [side.key, look(again(side) ? { ...side, name: toldApart(side) } : side, at)]));
}

/** Nameless rebels of several countries have one name: their keys tell the country. */
const toldApart = ({ key, name }: Side): string => `${name} (${key.split(":")[1] || "country not told"})`;

function look(side: Side, at: number): Look {
  const own = Math.min(at, SHAPES.length - 1);
  return { side, hue: own + 1, shape: SHAPES[own]! };
}

/** For each side, on how many places it stands alone on the days on which anything changes: what a chart stacks. */
export function shares(history: History): { readonly days: readonly string[]; readonly held: readonly Readonly<Record<string, number>>[] } {
  const days = [...new Set(history.places.flatMap((place) => place.turns.map((turn) => turn.day)))].sort();
  const held = days.map((day) => counted(stoodOn(history.places, day)));
  return { days, held };
}

function counted(stood: readonly Stood[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { turn } of stood) {
    const key = turn.standing === "held" && turn.holders.length === 1 ? turn.holders[0]! : "";
    if (key || turn.holders.length) found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

/** The days on which a place came to stand otherwise than before, for steps from change to change. */
export function changeDays(places: readonly PlaceHistory[]): readonly string[] {
  return [...new Set(places.flatMap((place) => place.turns.map((turn) => turn.day)))].sort();
}

/** The next of some sorted days after a day, or the last before it; null where there is none. */
export function nextDay(days: readonly string[], day: string, step: 1 | -1): string | null {
  return (step > 0 ? days.find((one) => one > day) : days.filter((one) => one < day).at(-1)) ?? null;
}

const EDGE = 0.04;

/** The box in which nearly all of some points lie: a few far away do not make a map of the world. */
export function core(points: readonly (readonly [lat: number, lon: number])[]): readonly [number, number, number, number] | null {
  if (!points.length) return null;
  const [south, north] = most(points.map(([lat]) => lat));
  const [west, east] = most(points.map(([, lon]) => lon));
  const margin = 0.15 + 0.08 * Math.max(north - south, east - west);
  return [west - margin, Math.max(south - margin, -85), east + margin, Math.min(north + margin, 85)];
}

function most(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((one, other) => one - other);
  const cut = Math.floor(sorted.length * EDGE);
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
}

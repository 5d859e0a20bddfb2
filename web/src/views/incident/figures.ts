// The figures of a toll on one scale: a line for each, from its least to its most, in the order in which they were said.
import { scaleLinear, scaleSqrt } from "d3-scale";
import { whole } from "../explore/words";
import type { Figure, Toll, Voice } from "./line";

/** Above this many times the least, small figures would be lost on an even scale. */
const UNEVEN = 40;
const LAST = "9999";
/** How far an open end runs on, as a part of the scale. */
const ROOM = 1.12;

export interface Bar {
  readonly figure: Figure;
  readonly said: string;
  readonly by: string;
  /** From 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** It has no upper end. */
  readonly open: boolean;
  readonly old: boolean;
}

export interface Chart {
  readonly bars: readonly Bar[];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** What the sources add up to, on the same scale. */
  readonly derived: { readonly from: number; readonly to: number; readonly open: boolean; readonly best: number | null } | null;
  /** Whether the scale grows with the root, since the figures lie far apart. */
  readonly uneven: boolean;
}

/** The chart of a toll, without its parts; null where no figure says how many. */
export function chart(toll: Toll): Chart | null {
  const counted = toll.figures.filter((figure) => figure.low !== null || figure.high !== null);
  const ends = [...counted, toll].flatMap((one) => [one.low, one.high]).filter((one) => one !== null);
  if (!ends.length) return null;
  const most = Math.max(1, ...ends);
  const least = Math.min(...ends.filter((one) => one > 0), most);
  const uneven = most / least > UNEVEN;
  const scale = (uneven ? scaleSqrt() : scaleLinear()).domain([0, most * ROOM]);
  const bars = inOrder(counted).map((figure) => ({ figure, said: range(figure.low, figure.high), by: voices(figure.voices), ...ends_(figure, scale), old: figure.superseded !== null }));
  const derived = toll.low === null && toll.high === null ? null : { ...ends_(toll, scale), best: toll.best === null ? null : scale(toll.best) };
  return { bars, derived, uneven, ticks: ticks(scale, most) };
}

type Scale = (value: number) => number;

function ends_({ low, high }: { readonly low: number | null; readonly high: number | null }, scale: Scale) {
  return { from: scale(low ?? 0), to: high === null ? 1 : scale(high), open: high === null };
}

function ticks(scale: Scale & { ticks(count: number): number[] }, most: number) {
  const whole_ = scale.ticks(5).filter((tick) => Number.isInteger(tick) && tick <= most * ROOM);
  return whole_.map((tick) => ({ at: scale(tick), words: whole(tick) }));
}

/** By the stamp of their pages, those without one last; of one stamp the smaller first. */
function inOrder(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((one, other) => (one.stamp ?? LAST).localeCompare(other.stamp ?? LAST) || (one.low ?? 0) - (other.low ?? 0));
}

/** "12", "12 to 15", "12 or more", "up to 15"; "some" where nobody counts them. */
export function range(low: number | null, high: number | null): string {
  if (low === null && high === null) return "some";
  if (low === null) return `up to ${whole(high!)}`;
  if (high === null) return `${whole(low)} or more`;
  return low === high ? whole(low) : `${whole(low)} to ${whole(high)}`;
}

/** "a monitor (AFP), the army": who says it, and who passes it on where that is somebody else. */
export const voices = (all: readonly Voice[]): string => all.map(voice).join(", ") || "no source named";

export const voice = ({ speaker, carrier }: Voice): string => (carrier && carrier !== speaker ? `${speaker} (${carrier})` : speaker);

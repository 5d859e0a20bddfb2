// A report's text cut where its evidence begins and ends. Offsets count code points, as the API's do.
import type { BlindEvent, Slot } from "./types";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly of: Slot | "sentence" | "trigger";
}
export interface Piece {
  readonly text: string;
  readonly of: readonly Mark["of"][];
}

/** The text in pieces, each with the marks that it lies in. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const letters = Array.from(text);
  const inside = marks.filter((mark) => mark.start < mark.end && mark.end <= letters.length && mark.start >= 0);
  const cuts = [...new Set([0, letters.length, ...inside.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    const of = inside.filter((mark) => mark.start <= start && end <= mark.end).map((mark) => mark.of);
    return { text: letters.slice(start, end).join(""), of: [...new Set(of)] };
  });
}

/** Where an event's words stand. */
export function marksIn(event: BlindEvent): Mark[] {
  const found: Mark[] = [
    { start: event.evidence.text_start, end: event.evidence.text_end, of: "sentence" },
    { start: event.trigger_start, end: event.trigger_end, of: "trigger" },
  ];
  const add = (of: Slot, some: readonly { readonly text_start: number | null; readonly text_end: number | null }[]): void => {
    for (const one of some) if (one.text_start !== null && one.text_end !== null) found.push({ start: one.text_start, end: one.text_end, of });
  };
  add("agents", event.agents);
  add("targets", event.targets);
  add("places", event.places);
  add("date", event.date ? [event.date] : []);
  add("quantities", event.quantities);
  add("sources", event.sources);
  return found;
}

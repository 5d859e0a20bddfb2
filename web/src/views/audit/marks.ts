// What of a report's text is marked for who judges an event.
import type { Mark } from "../../parts/spans";
import type { BlindEvent, Slot } from "./types";

/** Where an event's words stand. */
export function marksIn(event: BlindEvent): Mark[] {
  const found: Mark[] = [
    { start: event.evidence.text_start, end: event.evidence.text_end, key: "sentence" },
    { start: event.trigger_start, end: event.trigger_end, key: "trigger" },
  ];
  const add = (of: Slot, some: readonly { readonly text_start: number | null; readonly text_end: number | null }[]): void => {
    for (const one of some) if (one.text_start !== null && one.text_end !== null) found.push({ start: one.text_start, end: one.text_end, key: of });
  };
  add("agents", event.agents);
  add("targets", event.targets);
  add("places", event.places);
  add("date", event.date ? [event.date] : []);
  add("quantities", event.quantities);
  add("sources", event.sources);
  return found;
}

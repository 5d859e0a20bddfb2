// A correction in the making: the slot's items with what can be said of each.
import { cut, type Span } from "../../parts/text-marks";
import type { Event } from "../../lines";
import type { Slot, Worded } from "./model";

export interface Field {
  readonly name: string;
  readonly title: string;
  readonly kind: "text" | "number" | "day" | "choice";
  /** Which of the server's closed lists it is chosen from. */
  readonly from?: string;
  /** Whether it may be left open. */
  readonly open?: boolean;
}

const NAME: Field = { name: "name", title: "Name", kind: "text" };
const PARTY: readonly Field[] = [NAME, { name: "kind", title: "Kind", kind: "choice", from: "actor_kind", open: true }];

/** The fields of an item, by slot; the slots that are not here hold one value. */
export const FIELDS: Readonly<Partial<Record<Slot, readonly Field[]>>> = {
  agents: PARTY,
  targets: PARTY,
  places: [
    NAME,
    { name: "role", title: "Role", kind: "choice", from: "place_role" },
    { name: "precision", title: "Known to the", kind: "choice", from: "place_precision" },
  ],
  date: [
    { name: "start", title: "First day", kind: "day" },
    { name: "end", title: "Last day", kind: "day" },
    { name: "precision", title: "Known to the", kind: "choice", from: "day_precision" },
  ],
  quantities: [
    { name: "kind", title: "What", kind: "choice", from: "count_kind" },
    { name: "who", title: "Of whom", kind: "text" },
    { name: "low", title: "At least", kind: "number", open: true },
    { name: "high", title: "At most", kind: "number", open: true },
    { name: "status", title: "Who are", kind: "choice", from: "count_status", open: true },
  ],
  sources: [
    NAME,
    { name: "stance", title: "Stance", kind: "choice", from: "stance" },
    { name: "kind", title: "Kind", kind: "choice", from: "source_kind" },
  ],
};

/** The items that a slot holds now. */
export function items(slot: Slot, event: Event): readonly Worded[] {
  const value: unknown = event[slot];
  return Array.isArray(value) ? value : value && typeof value === "object" ? [value as Worded] : [];
}

/** What the server is sent for a slot's items. */
export const valueOf = (slot: Slot, some: readonly Worded[]): unknown => (slot === "date" ? (some[0] ?? null) : some);

const NUMBER = /\d[\d,. ]*\d|\d/;

/** A new item of these words; what the words do not say is left open for who corrects. */
export function fresh(slot: Slot, text: string, span: Span): Worded {
  const said = cut(text, span);
  const words = { text: said, text_start: span.start, text_end: span.end };
  if (slot === "date") return { ...words, start: "", end: "", precision: "day" };
  if (slot === "places") return { ...words, name: said, role: "site", precision: "" };
  if (slot === "sources") return { ...words, name: said, stance: "asserts", kind: "other" };
  if (slot !== "quantities") return { ...words, name: said, kind: null };
  const digits = NUMBER.exec(said)?.[0];
  const many = digits ? Number(digits.replace(/[,. ]/g, "")) : null;
  return { ...words, kind: "", who: said.replace(digits ?? "", "").trim() || "people", low: many, high: many, status: null };
}

/** What is still to be said before a draft can be saved, in words; null where nothing is. */
export function missing(slot: Slot, some: readonly Worded[]): string | null {
  for (const field of FIELDS[slot] ?? [])
    if (!field.open && some.some((one) => one[field.name] === "" || one[field.name] === null || one[field.name] === undefined)) return `say: ${field.title.toLowerCase()}`;
  if (slot === "quantities" && some.some((one) => one.low === null && one.high === null)) return "say how many";
  return null;
}

// What the server says of reviews, and how a slot's value is put in words.
import type { Event, Words } from "../../lines";

export const SLOTS = ["type", "modality", "background", "agents", "targets", "places", "date", "quantities", "sources"] as const;
export type Slot = (typeof SLOTS)[number];
export const TITLES: Readonly<Record<Slot, string>> = {
  type: "Type",
  modality: "Modality",
  background: "Background",
  agents: "Who did it",
  targets: "To whom",
  places: "Where",
  date: "When",
  quantities: "How many",
  sources: "Who says so",
};

/** Anything of a slot that has words in the report, as it is or in the making. */
export interface Worded extends Words {
  readonly name?: string;
  readonly [key: string]: unknown;
}

export interface Note {
  readonly kind: string;
  readonly by: string;
  readonly number: number;
  readonly note: string | null;
  readonly link: string | null;
  readonly file: string | null;
}

export interface Side {
  readonly by: string;
  readonly as_coded: boolean | null;
  readonly value: unknown;
  readonly rejects: boolean | null;
}

export interface Item {
  readonly event: Event;
  readonly coded: Event | null;
  readonly report: { readonly id: string; readonly page: string; readonly title: string | null; readonly outlet: string | null; readonly published: string | null };
  readonly incident: { readonly id: string; readonly status: string; readonly voices: number } | null;
  readonly why: readonly string[];
  readonly review: {
    readonly standing: string;
    readonly seen: number;
    readonly corrections: readonly string[];
    readonly opinions: readonly { readonly by: string; readonly verdict: string; readonly number: number }[];
    readonly conflicts: readonly { readonly slot: Slot | null; readonly sides: readonly Side[] }[];
    readonly notes: readonly Note[];
  };
}

export interface Whole extends Item {
  readonly text: string;
  readonly log: readonly { readonly number: number; readonly by: string; readonly at: string; readonly words: string; readonly note: string | null }[];
}

export type Choices = Readonly<Record<string, readonly string[]>>;
export interface Queue {
  readonly items: readonly Item[];
  readonly total: number;
}
export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly reviewers: readonly { readonly by: string; readonly judged: number }[];
}
export interface Judged {
  readonly entry: { readonly number: number; readonly kind: string };
  readonly item: Whole;
}

export const spaced = (name: string): string => name.replaceAll("_", " ");

const NONE = "none told";
const figure = (one: Worded): string => {
  const [low, high] = [one.low, one.high].map((many) => (typeof many === "number" ? many.toLocaleString("en") : null));
  const many = low === high ? `${low}` : low === null ? `up to ${high}` : high === null ? `at least ${low}` : `${low} to ${high}`;
  return `${many} ${spaced(String(one.kind))}: ${one.who}`;
};
const place = (one: Worded): string => {
  const around = [one.admin1, one.country].filter(Boolean).join(", ");
  return `${one.name}${around ? ` (${around})` : ""}${one.role === "site" ? "" : ` [${one.role}]`}`;
};
const days = (date: Event["date"]): string => (!date ? NONE : date.start === date.end ? date.start : `${date.start} to ${date.end}`);
const names = (some: readonly Worded[], put: (one: Worded) => string = (one) => String(one.name)): string => some.map(put).join("; ") || NONE;

/** A slot's value in words. */
export function inWords(slot: Slot, value: unknown): string {
  if (slot === "background") return value ? "yes: told as background" : "no: told as news";
  if (slot === "type" || slot === "modality") return spaced(String(value));
  if (slot === "date") return days(value as Event["date"]);
  const some = value as readonly Worded[];
  if (slot === "quantities") return names(some, figure);
  if (slot === "places") return names(some, place);
  if (slot === "sources") return names(some, (one) => `${one.name} ${one.stance}`);
  return names(some, (one) => `${one.name}${one.basis === "alleged" ? " (alleged)" : one.basis === "inferred" ? " (inferred)" : ""}`);
}

/** Only web addresses are followed. */
export const safeLink = (link: string | null): string | null => (link && /^https?:\/\//i.test(link) ? link : null);

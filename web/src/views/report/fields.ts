// What an event consists of, field by field, with the words of each in the text.
import { range } from "../incident/figures";
import type { Actor, Days, Event, Place, Quantity, Relation, Source, Words } from "../../lines";
import type { Mark } from "../../parts/spans";

export type Slot = "trigger" | "agents" | "targets" | "places" | "date" | "quantities" | "sources";

export interface Field {
  /** Of this event and no other: "EVENT/agents.0". */
  readonly key: string;
  readonly event: string;
  readonly slot: Slot;
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
  /** Code points; null where no words stand for it. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

export const SENTENCE = "sentence";
const LABELS: Readonly<Record<Slot, string>> = { trigger: "Named by", agents: "Agent", targets: "Target", places: "Place", date: "Day", quantities: "Figure", sources: "Source" };

/** The fields of an event that words can stand for, in the order in which they are shown. */
export function fieldsOf(event: Event): Field[] {
  const make = (slot: Slot, number: number, value: string, notes: readonly (string | null | false | undefined)[], words: Words): Field => ({
    key: `${event.id}/${slot}.${number}`,
    event: event.id,
    slot,
    label: LABELS[slot],
    value,
    notes: notes.filter((note): note is string => !!note),
    span: words.text_start === null || words.text_end === null ? null : { start: words.text_start, end: words.text_end },
  });
  const trigger = { text: event.trigger, text_start: event.trigger_start, text_end: event.trigger_end };
  return [
    make("trigger", 0, event.trigger, [], trigger),
    ...event.agents.map((one, at) => make("agents", at, one.name, ofActor(one), one)),
    ...event.targets.map((one, at) => make("targets", at, one.name, ofActor(one), one)),
    ...event.places.map((one, at) => make("places", at, one.name, ofPlace(one), one)),
    ...(event.date ? [make("date", 0, days(event.date), ofDays(event.date), event.date)] : []),
    ...event.quantities.map((one, at) => make("quantities", at, `${range(one.low, one.high)} ${one.kind}`, ofQuantity(one, event), one)),
    ...event.sources.map((one, at) => make("sources", at, one.name, ofSource(one), one)),
  ];
}

/** What is to be marked in the text for an event: its sentence and the words of its fields. */
export function marksOf(event: Event, fields: readonly Field[]): Mark[] {
  const sentence = { start: event.evidence.text_start, end: event.evidence.text_end, key: `${event.id}/${SENTENCE}` };
  return [sentence, ...fields.flatMap(({ span, key }) => (span ? [{ ...span, key }] : []))];
}

/** "EVENT/agents.0" as its event and slot. */
export function partsOf(key: string): { readonly event: string; readonly slot: string } {
  const slash = key.lastIndexOf("/");
  return { event: key.slice(0, slash), slot: key.slice(slash + 1).replace(/\.\d+$/, "") };
}

/** The marks of relations: their sentences, under the key of each. */
export const relationMark = (one: Relation): Mark => ({ start: one.evidence.text_start, end: one.evidence.text_end, key: `${one.id}/${SENTENCE}` });

type Notes = readonly (string | null | false | undefined)[];

const ofActor = (one: Actor): Notes => [
  one.kind,
  one.country,
  one.basis === "inferred" && "taken from another sentence",
  one.basis === "alleged" && (one.alleged_by.length ? `alleged by ${one.alleged_by.join(", ")}` : "alleged"),
];

const ofPlace = (one: Place): Notes => [
  one.role !== "site" && one.role,
  [one.admin2, one.admin1, one.country].filter(Boolean).join(", "),
  one.precision,
  one.lat === null || one.lon === null ? "not on the map" : `${one.lat.toFixed(3)}, ${one.lon.toFixed(3)}${one.radius_km === null ? "" : ` ± ${one.radius_km} km`}`,
  one.reason,
];

const days = ({ start, end }: Days): string => (start === end ? start : `${start} to ${end}`);

const ofDays = (one: Days): Notes => [one.precision === "report" ? "the report's own day" : one.precision, `counted from ${one.anchor}`];

const ofQuantity = (one: Quantity, { quantities }: Event): Notes => {
  const whole = one.part_of === null ? undefined : quantities[one.part_of];
  return [
    one.who,
    one.status !== one.who && one.status,
    one.unit !== "person" && one.unit,
    one.scope !== "incident" && (one.scope === "total" ? "over several happenings" : "as it stands"),
    whole && `of the ${range(whole.low, whole.high)} ${whole.kind}`,
  ];
};

const ofSource = (one: Source): Notes => [
  one.stance === "denies" ? (one.denial === "general" ? "denies it, in general" : "denies it") : null,
  one.kind,
  one.group && one.group !== one.name && `for ${one.group}`,
  one.cue && `“${one.cue}”`,
  one.hedge && `hedged: “${one.hedge}”`,
  one.via && `via ${one.via}`,
];

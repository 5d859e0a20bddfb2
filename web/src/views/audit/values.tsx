// What the event says in each slot, in words that can be checked against the text.
import type { ComponentChildren } from "preact";
import type { Actor, Place, Quantity, Source } from "../../lines";
import type { Item, Slot } from "./types";

/** The question that a reviewer answers of each slot. */
export const QUESTIONS: Readonly<Record<Slot, string>> = {
  record: "The marked words do tell of an event like this",
  type: "It is of this type",
  agents: "All of these did it, by what is said",
  targets: "All of these were struck or concerned",
  places: "It was at all of these, in the right country and province",
  date: "It was on these days",
  quantities: "Each figure is of this event, of these people, and of this size",
  sources: "Each of these says so, or denies it",
  modality: "It occurred, is planned, is possible, or is said not to be",
};

/** What the event has in a slot. */
export function value(item: Item, slot: Slot): ComponentChildren {
  const event = item.event;
  switch (slot) {
    case "record":
      return QUESTIONS.record;
    case "type":
      return (
        <>
          <b>{event.type.replaceAll("_", " ")}</b>
          {event.means && <> by {event.means}</>}
          {event.extent && <> of the {event.extent}</>}
          {item.definition && <small>{item.definition}</small>}
        </>
      );
    case "agents":
      return list(event.agents, actor);
    case "targets":
      return list(event.targets, actor);
    case "places":
      return list(event.places, place);
    case "date":
      return event.date && (
        <>
          <b>{event.date.start === event.date.end ? event.date.start : `${event.date.start} to ${event.date.end}`}</b>
          {event.date.text ? <Said words={event.date.text} /> : <small>the report's own day</small>}
        </>
      );
    case "quantities":
      return list(event.quantities, quantity);
    case "sources":
      return list(event.sources, source);
    case "modality":
      return (
        <>
          <b>{MODALITIES[event.modality] ?? event.modality}</b>
          {event.background && <small>told as background: from before what the report is about</small>}
        </>
      );
  }
}

const MODALITIES: Readonly<Record<string, string>> = { occurred: "occurred", planned: "planned", possible: "possible", not: "did not happen" };

function list<T>(some: readonly T[], shown: (one: T) => ComponentChildren): ComponentChildren {
  return (
    <ul>
      {some.map((one, index) => (
        <li key={index}>{shown(one)}</li>
      ))}
    </ul>
  );
}

function Said({ words }: { readonly words: string }) {
  return (
    <small dir="auto">
      <q>{words}</q>
    </small>
  );
}

function actor(one: Actor): ComponentChildren {
  const known = [one.kind, one.country, one.basis === "stated" ? null : one.basis].filter(Boolean).join(", ");
  return (
    <>
      <b dir="auto">{one.name}</b>
      {known && <> ({known})</>}
      {one.alleged_by.length > 0 && <> alleged by {one.alleged_by.join(", ")}</>}
      {one.text && one.text !== one.name && <Said words={one.text} />}
    </>
  );
}

function place(one: Place): ComponentChildren {
  const within = [one.admin1, one.country].filter(Boolean).join(", ");
  const at = one.lat === null || one.lon === null ? "no coordinates" : `${one.lat.toFixed(2)}, ${one.lon.toFixed(2)}`;
  return (
    <>
      {one.role !== "site" && <>{one.role} </>}
      <b dir="auto">{one.name}</b>
      {within && <> in {within}</>}
      <small>
        {one.precision} · {at}
      </small>
    </>
  );
}

function quantity(one: Quantity): ComponentChildren {
  return (
    <>
      <b>
        {size(one)} {one.unit === "person" ? "" : `${one.unit} `}
        {one.kind}
      </b>
      : <span dir="auto">{one.who}</span>
      {one.scope !== "incident" && <> ({one.scope} over several)</>}
      {one.text && <Said words={one.text} />}
    </>
  );
}

function size({ low, high }: Quantity): string {
  if (low === null && high === null) return "some";
  if (high === null) return `${low} or more`;
  if (low === null) return `up to ${high}`;
  return low === high ? String(low) : `${low} to ${high}`;
}

function source(one: Source): ComponentChildren {
  return (
    <>
      <b dir="auto">{one.name}</b> {one.stance}
      {one.via && <> by way of {one.via}</>}
      {one.hedge && <small>hedged: {one.hedge}</small>}
    </>
  );
}

// The records of a report: one card for each event, of which the chosen one is open, and one for each relation.
import { titled } from "../explore/words";
import { SENTENCE, type Field } from "./fields";
import { byHand, type Event, type Relation } from "../../lines";

/** Slots of which fewer than this part were right are marked as unsure. */
const UNSURE = 0.5;

interface CardProps {
  readonly event: Event;
  readonly fields: readonly Field[];
  readonly chosen: boolean;
  readonly lit: readonly string[];
  readonly light: (keys: readonly string[]) => void;
  readonly choose: (event: string) => void;
}

export function EventCard({ event, fields, chosen, lit, light, choose }: CardProps) {
  const brief = [names(event.agents), names(event.targets)].filter(Boolean).join(" → ");
  return (
    <article id={event.id} class={`card event-card ${chosen ? "chosen" : ""}`}>
      <h3>
        <button type="button" class="bare" aria-expanded={chosen} onClick={() => choose(event.id)}>
          {titled(event.type)} {!chosen && <bdi class="dim">{brief}</bdi>}
        </button>
        <Flags event={event} />
      </h3>
      {chosen && (
        <>
          <ul class="fields" onMouseLeave={() => light([])}>
            {fields.map((field) => (
              <FieldRow key={field.key} field={field} sure={byHand(event) ? null : (event.confidence[field.slot === "trigger" ? "type" : field.slot] ?? null)} lit={lit.includes(field.key)} light={light} />
            ))}
          </ul>
          <More event={event} />
        </>
      )}
    </article>
  );
}

const names = (all: readonly { readonly name: string }[]): string => all.map((one) => one.name).join(", ");

function Flags({ event }: { readonly event: Event }) {
  const flags = [event.modality !== "occurred" && (event.modality === "not" ? "did not happen" : event.modality), event.background && "background", !event.asserted && "only denied", event.retold && "told on another page of this story", byHand(event) && "missed by the coder, added by a reviewer"];
  return (
    <span class="flags">
      {flags.filter(Boolean).map((flag) => (
        <span key={String(flag)} class="flag">
          {flag}
        </span>
      ))}
    </span>
  );
}

interface RowProps {
  readonly field: Field;
  readonly sure: number | null;
  readonly lit: boolean;
  readonly light: CardProps["light"];
}

function FieldRow({ field, sure, lit, light }: RowProps) {
  const on = (): void => light([field.key]);
  return (
    <li>
      <button type="button" class={`field is-${field.slot} ${lit ? "is-lit" : ""}`} onMouseEnter={on} onFocus={on} onClick={on} aria-pressed={lit}>
        <span class="field-label">{field.label}</span>
        <span class="field-value">
          <bdi>{field.value}</bdi>
          {!field.span && <span class="dim"> (no words of its own)</span>}
          {field.notes.length > 0 && (
            <span class="field-notes">
              {field.notes.map((note, number) => (
                <bdi key={number}>{note}</bdi>
              ))}
            </span>
          )}
        </span>
        {sure !== null && (
          <span class={sure < UNSURE ? "sure unsure" : "sure"} title="how many fields like this one were right">
            {Math.round(sure * 100)} %
          </span>
        )}
      </button>
    </li>
  );
}

function More({ event }: { readonly event: Event }) {
  const codes = Object.entries(event.codes).filter(([, code]) => code !== null);
  const record = byHand(event) ? null : (event.confidence["record"] ?? null);
  const rows: readonly (readonly [string, string | null])[] = [
    ["Own statement of", event.voice],
    ["Means", event.means],
    ["Extent", event.extent],
    ["Elsewhere", codes.map(([book, code]) => `${book.toUpperCase()} ${Array.isArray(code) ? code.filter(Boolean).join(": ") : String(code)}`).join("; ")],
    ["Record", record === null ? null : `of records like it ${Math.round(record * 100)} % were right`],
    ["Rule", `${event.made_by.rule}, codebook ${event.made_by.codebook}, Dateline ${event.made_by.dateline}`],
  ];
  return (
    <>
      <dl class="pairs small">
        {rows.map(([label, value]) => value && [<dt key={label}>{label}</dt>, <dd key={`${label}=`}><bdi>{value}</bdi></dd>])}
      </dl>
      <p class="links small">
        {event.incident && <a href={`/incident/${encodeURIComponent(event.incident)}`}>Its incident</a>} <a href={`/codebook#type=${encodeURIComponent(event.type)}`}>What {titled(event.type).toLowerCase()} means</a>
      </p>
    </>
  );
}

export function RelationCard({ relation, light }: { readonly relation: Relation; readonly light: CardProps["light"] }) {
  const on = (): void => light([`${relation.id}/${SENTENCE}`]);
  return (
    <button type="button" class="card relation" onMouseEnter={on} onMouseLeave={() => light([])} onFocus={on} onClick={on}>
      <bdi>{relation.subject.name}</bdi> <i>{relation.relation.replaceAll("_", " ")}</i> <bdi>{relation.object.name}</bdi>
      {relation.sources.length > 0 && <span class="field-notes"><bdi>says {names(relation.sources)}</bdi></span>}
    </button>
  );
}

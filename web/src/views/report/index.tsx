// One report: its text with the evidence of what was coded, beside the fields that rest on it.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAsk } from "../../api";
import { setHash, useHash } from "../../parts/hash";
import { Waiting } from "../../parts/waiting";
import { useSession } from "../../session";
import { may } from "../../who";
import { many } from "../explore/words";
import { placed } from "./dropped";
import { EventCard, RelationCard } from "./events";
import { fieldsOf, marksOf, relationMark, type Field } from "./fields";
import { Heading } from "./heading";
import type { Report as Line } from "../../lines";
import { Marked } from "./marked";
import { lengthOf, paragraphs, segments } from "../../parts/spans";
import "../reading.css";
import "./report.css";

export function Report({ rest }: { readonly rest: string }) {
  const answer = useAsk<Line>(`/reports/${encodeURIComponent(rest)}`);
  if (!answer.value)
    return (
      <div class="reading">
        <h1>Report</h1>
        <Waiting for={answer} />
      </div>
    );
  return <Shown key={answer.value.id} report={answer.value} />;
}

function Shown({ report }: { readonly report: Line }) {
  const named = useHash("event");
  const who = useSession();
  const chosen = named ?? report.events[0]?.id ?? null;
  const [lit, light] = useState<readonly string[]>([]);
  const [withDropped, setDropped] = useState(false);
  const fields = useMemo(() => new Map(report.events.map((event) => [event.id, fieldsOf(event)])), [report]);
  const lines = useMemo(() => paragraphs(segments(report.text, marks(report, fields))), [report]);
  const dropped = useMemo(() => placed(report.dropped, lengthOf(report.text), report.kept.size, lines.map((line) => line[0]!.start)), [report]);
  const choose = useCallback((event: string) => setHash("event", event), []);
  const article = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (named) for (const at of [".is-chosen", `[id="${CSS.escape(named)}"]`]) article.current?.querySelector(at)?.scrollIntoView({ block: "nearest" });
  }, [named]);
  return (
    <div class="reading report" ref={article}>
      <Heading report={report} />
      <section class="report-body" aria-label="Text">
        {report.dropped.length > 0 && (
          <label class="switch">
            <input type="checkbox" checked={withDropped} onChange={(event) => setDropped(event.currentTarget.checked)} /> Show {many(report.dropped.length, "part")} of the page that {report.dropped.length === 1 ? "was" : "were"} left out
          </label>
        )}
        {report.text === "" && <p class="dim">No text was read from this page{report.reason && `: ${report.reason}`}.</p>}
        <Marked {...{ lines, language: report.language, chosen, lit, light, choose, dropped: withDropped ? dropped : [] }} />
        <Now lit={lit} fields={fields} report={report} />
      </section>
      <section class="report-events" aria-label="What is coded">
        <h2>{many(report.events.length, "event")}</h2>
        {report.events.length === 0 && <p class="dim">Nothing in this report was coded.</p>}
        {report.events.map((event) => (
          <EventCard key={event.id} {...{ event, fields: fields.get(event.id)!, chosen: event.id === chosen, lit, light, choose }} />
        ))}
        {report.status === "coded" && may(who, "reviewer") && (
          <p>
            <a href={`/review?add=${encodeURIComponent(report.id)}`}>Add what was missed</a>
          </p>
        )}
        {report.relations.length > 0 && <h2>{many(report.relations.length, "relation")}</h2>}
        {report.relations.map((one) => (
          <RelationCard key={one.id} {...{ relation: one, light }} />
        ))}
      </section>
    </div>
  );
}

function marks(report: Line, fields: ReadonlyMap<string, Field[]>) {
  return [...report.events.flatMap((event) => marksOf(event, fields.get(event.id)!)), ...report.relations.map(relationMark)];
}

interface NowProps {
  readonly lit: readonly string[];
  readonly fields: ReadonlyMap<string, Field[]>;
  readonly report: Line;
}

/** What the words under the pointer, or at the keyboard, are coded as. */
function Now({ lit, fields, report }: NowProps) {
  const shown = report.events.flatMap((event) => fields.get(event.id)!.filter((field) => lit.includes(field.key)).map((field) => ({ event, field })));
  return (
    <div id="report-now" class="report-now" role="status">
      {shown.length === 0 && <span class="dim">Point at a field to see its words, at marked words to see their fields.</span>}
      {shown.map(({ event, field }) => (
        <span key={field.key} class={`is-${field.slot}`}>
          <b>{field.label}</b> of {event.type.replaceAll("_", " ")}: <bdi>{field.value}</bdi>
        </span>
      ))}
    </div>
  );
}

// One incident: who says what, who denies it, whose figures, why it is one, and what is unsure.
import { useAsk } from "../../api";
import { Waiting } from "../../parts/waiting";
import { many, titled } from "../explore/words";
import { TollFigures } from "./chart";
import { range, voice, voices } from "./figures";
import type { Displaced, Incident as Line, Judgement } from "./line";
import { Card, Claims, Parties, days, whereabouts, type LinkOf } from "./parts";
import "../reading.css";
import "./incident.css";

/** Likenesses that are shown at once. */
const FIRST = 4;

export function Incident({ rest }: { readonly rest: string }) {
  const answer = useAsk<Line>(`/incidents/${encodeURIComponent(rest)}`);
  if (!answer.value)
    return (
      <div class="reading">
        <h1>Incident</h1>
        <Waiting for={answer} />
      </div>
    );
  return <Shown incident={answer.value} />;
}

function Shown({ incident }: { readonly incident: Line }) {
  const reports = new Map(incident.reports.map((one) => [one.event, one.id]));
  const linkOf: LinkOf = (event) => (reports.has(event) ? `/report/${encodeURIComponent(reports.get(event)!)}#event=${encodeURIComponent(event)}` : `#${event}`);
  const denials = incident.tellings.filter((one) => one.denials.length > 0).length;
  return (
    <div class="reading incident">
      <Heading incident={incident} />
      <div class="incident-main">
        {incident.tolls.length > 0 && (
          <Card title="Figures by source">
            {incident.tolls.map((toll, number) => (
              <TollFigures key={number} {...{ toll, linkOf }} />
            ))}
          </Card>
        )}
        <Card title={`${many(incident.tellings.length, "claim")}${denials ? `, ${many(denials, "denial")} among them` : ""}`}>
          <Claims {...{ incident, linkOf }} />
        </Card>
        <Card title="Why it is one happening">
          <Reasons incident={incident} linkOf={linkOf} />
        </Card>
      </div>
      <div class="incident-side">
        {incident.doubts.length > 0 && (
          <Card title="What is unsure" class="doubts">
            <ul>
              {incident.doubts.map((doubt) => (
                <li key={doubt} dir="auto">
                  {doubt}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title="Said to have done it">
          <Parties parties={incident.agents} none="Nobody is named." />
        </Card>
        <Card title="To whom">
          <Parties parties={incident.targets} none="Nobody is named." />
        </Card>
        <WhereWhen incident={incident} linkOf={linkOf} />
        <Grades incident={incident} />
        <Card title="History">
          <History all={incident.judgements} reviewed={incident.reviewed} />
        </Card>
      </div>
    </div>
  );
}

function Heading({ incident }: { readonly incident: Line }) {
  const where = incident.places.map(whereabouts).join("; ") || "no place known";
  const when = incident.date ? days(incident.date.start, incident.date.end) : "no day known";
  return (
    <header class="incident-head">
      <p class="kind">Incident</p>
      <h1>
        {titled(incident.type)}, <bdi>{where}</bdi>, <span class="nowrap">{when}</span>
      </h1>
      <p class="lead">
        <strong class={`standing ${incident.status}`}>{titled(incident.status)}</strong>: <bdi>{incident.reason}</bdi>
      </p>
      <p class="dim small">
        {many(incident.tellings.length, "telling")}, {incident.copies > 0 && `${many(incident.copies, "more page")} with copies, `}
        {incident.independent.length > 0 && (
          <>
            independent: <bdi>{incident.independent.map(voice).join(", ")}</bdi>,{" "}
          </>
        )}
        id <code>{incident.id}</code> · <a href={`/api/incidents/${encodeURIComponent(incident.id)}`}>JSON</a>
      </p>
    </header>
  );
}

function WhereWhen({ incident, linkOf }: { readonly incident: Line; readonly linkOf: LinkOf }) {
  const { date, places, elsewhere } = incident;
  return (
    <Card title="Where and when">
      <ul class="plain">
        {places.map((place, number) => (
          <li key={number}>
            <bdi class="party">{whereabouts(place)}</bdi>{" "}
            <span class="dim small">{[place.precision, place.role !== "site" && place.role, place.lat === null || place.lon === null ? "not on the map" : `${place.lat.toFixed(3)}, ${place.lon.toFixed(3)} ± ${place.radius_km ?? "?"} km`].filter(Boolean).join(", ")}</span>
          </li>
        ))}
        {places.length === 0 && <li class="dim">No place is known.</li>}
        <li>
          {date ? days(date.start, date.end) : <span class="dim">No day is known.</span>}
          {date && !date.told && <span class="flag warn">the reports’ own day</span>}
        </li>
      </ul>
      {(elsewhere.length > 0 || (date?.conflicting.length ?? 0) > 0) && (
        <ul class="plain conflicts small">
          {elsewhere.map((one) => (
            <li key={one.event}>
              <span class="flag warn">elsewhere</span> <bdi>{voices(one.voices)}</bdi>: <a href={linkOf(one.event)}><bdi>{one.places.map(whereabouts).join("; ")}</bdi></a>
            </li>
          ))}
          {date?.conflicting.map((one) => (
            <li key={one.event}>
              <span class="flag warn">conflicting</span> <bdi>{voices(one.voices)}</bdi>: <a href={linkOf(one.event)}>{days(one.start, one.end)}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Reasons({ incident, linkOf }: { readonly incident: Line; readonly linkOf: LinkOf }) {
  const told = new Map(incident.tellings.map((one) => [one.event, one.voices[0] ?? one.denials[0]]));
  const name = (event: string) => <a href={linkOf(event)}><bdi>{told.get(event) ? voice(told.get(event)!) : event}</bdi></a>;
  const shown = (all: Line["likenesses"]) => (
    <ul class="plain likenesses">
      {all.map((one) => (
        <li key={`${one.one} ${one.other}`}>
          <span class="points">{one.points}</span>
          <span>
            {name(one.one)} and {name(one.other)}: <span class="dim">{one.reasons.join("; ")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {incident.likenesses.length === 0 && <p class="dim">It is told once only{incident.tellings.length > 1 && ", or its tellings were joined by hand"}.</p>}
      {shown(incident.likenesses.slice(0, FIRST))}
      {incident.likenesses.length > FIRST && (
        <details class="small">
          <summary>{`The other ${incident.likenesses.length - FIRST}`}</summary>
          {shown(incident.likenesses.slice(FIRST))}
        </details>
      )}
      {incident.neighbours.length > 0 && <h3>Kept apart from it</h3>}
      <ul class="plain likenesses">
        {incident.neighbours.map((one) => (
          <li key={one.id}>
            <span class="points">{one.points}</span>
            <span>
              <a href={`/incident/${encodeURIComponent(one.id)}`}>{titled(one.type)}</a>: <q dir="auto">{one.sentence}</q>
              <span class="why-not">Apart since {one.why_not}</span>
              <span class="dim small">Alike in that {one.reasons.join("; ") || "nothing speaks for it"}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Grades({ incident: { airwars, idmc } }: { readonly incident: Line }) {
  if (!airwars && !idmc.length) return null;
  return (
    <Card title="In the terms of others">
      {airwars && (
        <p>
          Airwars: <strong>{airwars.grade}</strong> <span class="dim small">{airwars.reason}</span>
        </p>
      )}
      <ul class="plain">
        {idmc.map((one, number) => (
          <li key={number}>
            IDMC: <strong>{amount(one)}</strong> <span class="dim small">{[one.category, one.term, one.role, one.calculation].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const amount = ({ reported, low, high, quantifier, unit }: Displaced): string => [quantifier, reported ?? range(low, high), unit].filter((part) => part !== null).join(" ");

function History({ all, reviewed }: { readonly all: readonly Judgement[]; readonly reviewed: boolean }) {
  if (!all.length) return <p class="dim">{reviewed ? "It was reviewed." : "Nobody has judged it yet."}</p>;
  return (
    <ol class="plain history">
      {all.map((one) => (
        <li key={one.number}>
          <time dateTime={one.at}>{one.at.slice(0, 16).replace("T", " ")}</time> <bdi>{one.by}</bdi>: <strong>{one.kind}</strong>{" "}
          <span class="dim small">
            {(one.some ?? []).join(", ")}
            {(one.others ?? []).length > 0 && ` | ${one.others!.join(", ")}`}
          </span>
          {one.note && <q dir="auto">{one.note}</q>}
        </li>
      ))}
    </ol>
  );
}

// Incidents in a list: day, what, where, whom it harmed, who says so; each a link to its own page.
import type { TimelineLine } from "./lines";
import * as words from "./words";

export function IncidentList({ items }: { readonly items: readonly TimelineLine[] }) {
  return (
    <ol class="incidents">
      {items.map((one) => (
        <li key={one.incident}>
          <IncidentLine line={one} />
        </li>
      ))}
    </ol>
  );
}

function IncidentLine({ line }: { readonly line: TimelineLine }) {
  const toll = words.harmed(line.tallies);
  return (
    <>
      <span class="when">{words.days(line.date)}</span>
      <span class="what">
        <a href={`/incident/${encodeURIComponent(line.incident)}`}>{words.plain(line.type)}</a>{" "}
        <b dir="auto">{line.places.map(words.spot).join("; ") || "place not told"}</b>
        {line.agents.length > 0 && (
          <>
            {" "}
            by <span dir="auto">{line.agents.join(", ")}</span>
          </>
        )}
        {line.targets.length > 0 && (
          <>
            {" "}
            against <span dir="auto">{line.targets.join(", ")}</span>
          </>
        )}
        {toll && <span class="toll">{toll}</span>}
      </span>
      <span class="who">
        <Status status={line.status} />{" "}
        <span class="dim" dir="auto">
          {words.some(line.said_by, 3)}
          {line.denied_by.length > 0 && `; denied by ${words.some(line.denied_by, 3)}`}
        </span>
      </span>
    </>
  );
}

export function Status({ status }: { readonly status: string }) {
  return <span class={`status ${status}`}>{status}</span>;
}

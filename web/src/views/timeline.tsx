// Incidents in the order of their days, with how many began in each month; those of no day in a tray of their own.
import { useAsk } from "../api";
import type { Bar } from "../ledgers/bars";
import { OverTime } from "../ledgers/chart";
import { type Condition, Conditions, asQuery } from "../ledgers/conditions";
import { IncidentList } from "../ledgers/incidents";
import type { Listed, TimelineLine } from "../ledgers/lines";
import { monthsOf, spanOf } from "../ledgers/months";
import { Part, useParts } from "../ledgers/parts";
import * as words from "../ledgers/words";
import { Waiting } from "../parts/waiting";
import { type Address, changed } from "../router";
import "../ledgers/ledgers.css";

interface Counted {
  readonly days: readonly (readonly [string, number])[];
  readonly dated: number;
  readonly undated: number;
}

interface Lines extends Listed<TimelineLine> {
  readonly undated: Listed<TimelineLine>;
}

const ASKED: readonly Condition[] = ["place", "since", "until", "actor", "type"];

export function Timeline({ address }: { readonly address: Address }) {
  const query = asQuery(address, ASKED);
  return (
    <div class="ledger">
      <h1>Timeline</h1>
      <p class="lead">Incidents in the order of their days, each once, however many pages tell of it.</p>
      <Conditions address={address} asked={ASKED} />
      <p class="keep">
        <a href={`/api/ledgers/timeline${query}&format=csv`} download>
          CSV
        </a>{" "}
        <a href={`/api/ledgers/timeline${query}&limit=5000`} download="timeline.json">
          JSON
        </a>
      </p>
      <Months query={query} address={address} />
      <Incidents query={query} />
    </div>
  );
}

function Months({ query, address }: { readonly query: string; readonly address: Address }) {
  const answer = useAsk<Counted>(`/ledgers/timeline/days${query}`);
  if (!answer.value) return answer.state === "failed" ? null : <Waiting for={answer} />;
  const bars: readonly Bar[] = monthsOf(answer.value.days);
  const [dated, undated] = [words.number(answer.value.dated), words.number(answer.value.undated)];
  return (
    <section aria-labelledby="months">
      <h2 id="months">Incidents by month</h2>
      <p role="status">
        {dated} on a known day, {undated} on none
      </p>
      {bars.length > 1 && <OverTime bars={bars} chosen={null} to={(month) => changed(address, spanOf(month))} />}
    </section>
  );
}

function Incidents({ query }: { readonly query: string }) {
  const answer = useParts<TimelineLine, Lines>(`/ledgers/timeline${query}&brief=true&limit=100`);
  const undated = answer.first.value?.undated;
  return (
    <>
      {undated && undated.total > 0 && (
        <details class="tray">
          <summary>On no day that is told ({words.number(undated.total)})</summary>
          <IncidentList items={undated.items} />
          {undated.next !== null && <p class="dim">The first {undated.items.length}; the CSV file has all.</p>}
        </details>
      )}
      <section aria-labelledby="days">
        <h2 id="days">Day by day</h2>
        <Part of={answer}>
          {(items) => (items.length ? <IncidentList items={items} /> : <p role="status">No dated incident meets these conditions.</p>)}
        </Part>
      </section>
    </>
  );
}

// Hospitals, schools, places of worship and other protected things that were hit: how many incidents of each kind, and each.
import { useAsk } from "../api";
import { type Bar, largestFirst } from "../ledgers/bars";
import { Rows } from "../ledgers/chart";
import { type Condition, Conditions, asQuery } from "../ledgers/conditions";
import { Status } from "../ledgers/incidents";
import type { DamageLine, Listed } from "../ledgers/lines";
import * as words from "../ledgers/words";
import { Waiting } from "../parts/waiting";
import { type Address, changed } from "../router";
import "../ledgers/ledgers.css";

const ASKED: readonly Condition[] = ["place", "since", "until", "actor", "type"];

export function Damage({ address }: { readonly address: Address }) {
  const query = asQuery(address, ASKED);
  const answer = useAsk<Listed<DamageLine>>(`/ledgers/damage${query}&brief=true&limit=5000`);
  return (
    <div class="ledger">
      <h1>Damage</h1>
      <p class="lead">Hospitals, schools, places of worship, markets and other protected things that reports say were hit, by whom as alleged.</p>
      <Conditions address={address} asked={ASKED} />
      <p class="keep">
        <a href={`/api/ledgers/damage${query}&format=csv`} download>
          CSV
        </a>{" "}
        <a href={`/api/ledgers/damage${query}&limit=5000`} download="damage.json">
          JSON
        </a>
      </p>
      {answer.value ? <Found found={answer.value} address={address} /> : <Waiting for={answer} />}
    </div>
  );
}

function Found({ found, address }: { readonly found: Listed<DamageLine>; readonly address: Address }) {
  const kind = address.query.get("kind");
  const shown = kind ? found.items.filter((line) => line.hits.some((hit) => hit.kind === kind)) : found.items;
  if (!found.total) return <p role="status">No such damage meets these conditions.</p>;
  return (
    <>
      <section aria-labelledby="kinds">
        <h2 id="kinds">Incidents by what was hit</h2>
        <div class="side-by-side">
          <Rows bars={byKind(found.items)} to={(one) => changed(address, { kind: one === kind ? null : one })} chosen={kind} />
          <Kinds lines={found.items} chosen={kind} address={address} />
        </div>
      </section>
      <p role="status">
        {words.number(shown.length)} {shown.length === 1 ? "incident" : "incidents"}
        {kind && ` in which something of the kind “${words.plain(kind)}” was hit`}
      </p>
      <DamageTable lines={shown} />
    </>
  );
}

/** How many incidents hit each kind of thing, the most frequent first. */
function byKind(lines: readonly DamageLine[]): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const kind of lines.flatMap((line) => [...new Set(line.hits.map((hit) => hit.kind))])) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return largestFirst([...counts].map(([group, count]) => ({ group, incidents: count, range: { low: count, best: count, high: count } })));
}

function Kinds({ lines, chosen, address }: { readonly lines: readonly DamageLine[]; readonly chosen: string | null; readonly address: Address }) {
  return (
    <nav class="choices" aria-label="What was hit">
      <a href={changed(address, { kind: null })} aria-current={chosen === null ? "true" : undefined}>
        all
      </a>
      {byKind(lines).map((bar) => (
        <a key={bar.group} href={changed(address, { kind: bar.group })} aria-current={bar.group === chosen ? "true" : undefined}>
          {words.plain(bar.group)} <span class="dim">{words.number(bar.incidents)}</span>
        </a>
      ))}
    </nav>
  );
}

function DamageTable({ lines }: { readonly lines: readonly DamageLine[] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="What was hit, incident by incident">
      <table>
        <thead>
          <tr>
            {["When", "What was hit", "Where", "By whom, as alleged", "Harmed", "Who says so"].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <DamageRow key={line.incident} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DamageRow({ line }: { readonly line: DamageLine }) {
  return (
    <tr>
      <td class="when">{words.days(line.date)}</td>
      <th scope="row" dir="auto">
        <a href={`/incident/${encodeURIComponent(line.incident)}`}>
          {line.hits.map((hit) => (hit.count ? `${words.range(hit.count)} ${hit.words}` : hit.words)).join(", ")}
        </a>{" "}
        <span class="dim">
          {words.plain(line.type)}
          {line.general && ", told of more than one attack"}
        </span>
      </th>
      <td dir="auto">{line.places.map(words.spot).join("; ")}</td>
      <td dir="auto">
        {line.by.join(", ") || <span class="dim">nobody named</span>}
        {line.alleged_by.length > 0 && <span class="dim"> as {words.some(line.alleged_by, 2)} alleges</span>}
      </td>
      <td>{words.harmed(line.tallies)}</td>
      <td dir="auto">
        <Status status={line.status} /> {words.some(line.said_by, 3)}
        {line.denied_by.length > 0 && <span class="denied"> denied by {words.some(line.denied_by, 3)}</span>}
      </td>
    </tr>
  );
}

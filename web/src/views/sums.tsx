// Casualties and displacement: tolls of incidents added up, each incident once; totals and stocks apart, added to nothing.
import { useState } from "preact/hooks";
import { useAsk } from "../api";
import { type Bar, barsOf, kindsOf, largestFirst } from "../ledgers/bars";
import { Key, OverTime, Rows } from "../ledgers/chart";
import { type Condition, Conditions, asQuery } from "../ledgers/conditions";
import { IncidentList } from "../ledgers/incidents";
import type { Listed, SumLine, Sums, Tally, TimelineLine, Total } from "../ledgers/lines";
import { Part, useParts } from "../ledgers/parts";
import * as words from "../ledgers/words";
import { Waiting } from "../parts/waiting";
import { type Address, changed } from "../router";
import "../ledgers/ledgers.css";

interface Ledger {
  readonly name: "casualties" | "displacement";
  readonly title: string;
  readonly lead: string;
  readonly by: readonly string[];
  readonly asked: readonly Condition[];
}

const CASUALTIES: Ledger = {
  name: "casualties",
  title: "Casualties",
  lead: "How many people reports say were killed, injured, missing, abducted or detained. Each incident counts once, however many pages tell of it; where they differ, the bar goes from the least to the most.",
  by: ["month", "day", "place", "country", "actor", "type", "side"],
  asked: ["place", "since", "until", "actor", "type"],
};

const DISPLACEMENT: Ledger = {
  name: "displacement",
  title: "Displacement",
  lead: "How many people or households reports say had to flee or came back, incident by incident. How many are displaced as it stands is a stock: it stands apart.",
  by: ["month", "day", "place", "country", "origin", "destination"],
  asked: ["place", "since", "until"],
};

export const Casualties = ({ address }: { readonly address: Address }) => <SumsView ledger={CASUALTIES} address={address} />;
export const Displacement = ({ address }: { readonly address: Address }) => <SumsView ledger={DISPLACEMENT} address={address} />;

function SumsView({ ledger, address }: { readonly ledger: Ledger; readonly address: Address }) {
  const query = asQuery(address, ["by", ...ledger.asked]);
  const answer = useAsk<Sums>(`/ledgers/${ledger.name}${query}&brief=true&limit=5000`);
  return (
    <div class="ledger">
      <h1>{ledger.title}</h1>
      <p class="lead">{ledger.lead}</p>
      <Conditions address={address} asked={ledger.asked} by={ledger.by} />
      <p class="keep">
        <a href={`/api/ledgers/${ledger.name}${query}&format=csv`} download>
          CSV
        </a>{" "}
        <a href={`/api/ledgers/${ledger.name}${query}&limit=5000`} download={`${ledger.name}.json`}>
          JSON
        </a>
      </p>
      {answer.value ? <Found ledger={ledger} sums={answer.value} address={address} /> : <Waiting for={answer} />}
    </div>
  );
}

function Found({ ledger, sums, address }: { readonly ledger: Ledger; readonly sums: Sums; readonly address: Address }) {
  const kinds = kindsOf(sums.items);
  const kind = kinds.find((one) => nameOf(one) === address.query.get("figure")) ?? kinds[0];
  const chosen = address.query.get("group");
  if (!kind && !sums.set_apart.total) return <p role="status">No figures meet these conditions.</p>;
  return (
    <>
      {kind && (
        <>
          <Summary all={sums.all} kinds={kinds} />
          <div class="side-by-side">
            <section aria-labelledby="drawn">
              <h2 id="drawn">
                {words.capital(nameOf(kind))} by {address.query.get("by") ?? "month"}
              </h2>
              <Figures kinds={kinds} chosen={kind} address={address} />
              <Drawn bars={barsOf(sums.items, kind.kind, kind.unit)} address={address} chosen={chosen} />
              <Key />
            </section>
            <SumTable sums={sums} address={address} kinds={kinds} chosen={chosen} />
          </div>
          {chosen !== null && <Incidents ledger={ledger} address={address} group={chosen} />}
        </>
      )}
      <Apart totals={sums.set_apart} />
    </>
  );
}

interface Kind {
  readonly kind: string;
  readonly unit: string;
}

const nameOf = ({ kind, unit }: Kind): string => (unit === "person" ? kind : `${unit}s ${kind}`);
const tallyOf = (line: SumLine, { kind, unit }: Kind): Tally | undefined =>
  line.tallies.find((one) => one.of === "all" && one.kind === kind && one.unit === unit);
const toGroup = (address: Address) => (group: string) => `${changed(address, { group })}#incidents`;

function Summary({ all, kinds }: { readonly all: SumLine; readonly kinds: readonly Kind[] }) {
  return (
    <ul class="figures" aria-label="All together">
      {kinds.map((one) => (
        <li key={nameOf(one)}>
          <b>{words.range(tallyOf(all, one) ?? { low: 0, high: 0 })}</b> {nameOf(one)}
        </li>
      ))}
      <li>
        <b>{words.number(all.incidents.length)}</b> incidents with figures
      </li>
    </ul>
  );
}

function Figures({ kinds, chosen, address }: { readonly kinds: readonly Kind[]; readonly chosen: Kind; readonly address: Address }) {
  if (kinds.length < 2) return null;
  return (
    <nav class="choices" aria-label="Which figures are drawn">
      {kinds.map((one) => (
        <a key={nameOf(one)} href={changed(address, { figure: nameOf(one) })} aria-current={one === chosen ? "true" : undefined}>
          {nameOf(one)}
        </a>
      ))}
    </nav>
  );
}

const MOST_ROWS = 30;

function Drawn({ bars, address, chosen }: { readonly bars: readonly Bar[]; readonly address: Address; readonly chosen: string | null }) {
  const [whole, show] = useState(false);
  const to = toGroup(address);
  if (["month", "day", null].includes(address.query.get("by"))) return <OverTime bars={bars} to={to} chosen={chosen} />;
  const sorted = largestFirst(bars);
  return (
    <>
      <Rows bars={whole ? sorted : sorted.slice(0, MOST_ROWS)} to={to} chosen={chosen} />
      {bars.length > MOST_ROWS && (
        <button type="button" onClick={() => show(!whole)}>
          {whole ? "The largest only" : `All ${bars.length}`}
        </button>
      )}
    </>
  );
}

interface TableProps {
  readonly sums: Sums;
  readonly address: Address;
  readonly kinds: readonly Kind[];
  readonly chosen: string | null;
}

function SumTable({ sums, address, kinds, chosen }: TableProps) {
  const to = toGroup(address);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="The same as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">{address.query.get("by") ?? "month"}</th>
            {kinds.map((one) => (
              <th scope="col" class="number" key={nameOf(one)}>
                {nameOf(one)}
              </th>
            ))}
            <th scope="col" class="number">
              incidents
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.items.map((line) => (
            <tr key={line.group} aria-current={line.group === chosen ? "true" : undefined}>
              <th scope="row">
                <a href={to(line.group ?? "")} dir="auto">
                  {line.group}
                </a>
              </th>
              <Cells line={line} kinds={kinds} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <Cells line={sums.all} kinds={kinds} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({ line, kinds }: { readonly line: SumLine; readonly kinds: readonly Kind[] }) {
  return (
    <>
      {kinds.map((one) => {
        const found = tallyOf(line, one);
        return (
          <td class="number" key={nameOf(one)}>
            {found ? words.range(found) : ""}
          </td>
        );
      })}
      <td class="number">{words.number(line.incidents.length)}</td>
    </>
  );
}

function Incidents({ ledger, address, group }: { readonly ledger: Ledger; readonly address: Address; readonly group: string }) {
  const query = asQuery(address, ["by", ...ledger.asked], { group, limit: "50" });
  const answer = useParts<TimelineLine, Listed<TimelineLine>>(`/ledgers/${ledger.name}/incidents${query}`);
  return (
    <section class="chosen" id="incidents" aria-labelledby="of-group">
      <h2 id="of-group">
        Incidents of <span dir="auto">{group}</span>{" "}
        <a class="close" href={changed(address, { group: null })}>
          Close
        </a>
      </h2>
      <Part of={answer}>{(items) => <IncidentList items={items} />}</Part>
    </section>
  );
}

function Apart({ totals }: { readonly totals: Listed<Total> }) {
  const [whole, show] = useState(false);
  if (!totals.total) return null;
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">Totals and stocks, added to nothing</h2>
      <p class="lead">Figures that sum up more than one incident, or that tell how it stands. They would count people twice.</p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="apart">
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Where</th>
              <th scope="col">When</th>
              <th scope="col">Why it is apart</th>
              <th scope="col">Who says so</th>
            </tr>
          </thead>
          <tbody>
            {(whole ? totals.items : totals.items.slice(0, MOST_ROWS)).map((one, at) => (
              <tr key={at}>
                <th scope="row" dir="auto">
                  {figure(one)}
                </th>
                <td dir="auto">{one.places.map(words.spot).join("; ")}</td>
                <td>{words.days(one.date)}</td>
                <td>{one.reason}</td>
                <td dir="auto">
                  {words.some(one.said_by)}
                  {one.denied_by.length > 0 && <span class="denied"> denied by {words.some(one.denied_by)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {totals.items.length > MOST_ROWS && (
        <button type="button" onClick={() => show(!whole)}>
          {whole ? "The first only" : `All ${totals.total}`}
        </button>
      )}
    </section>
  );
}

/** "90 or more people killed", in the words of the report. */
const figure = ({ low, high, who, unit, kind }: Total): string =>
  `${words.range({ low: low ?? 0, high })} ${who || `${unit}s`} ${kind}`;

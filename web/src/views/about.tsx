// What runs here, on what, and how far it can be trusted.
import { useAsk } from "../api";
import { Outside } from "../parts/outside";
import { Waiting } from "../parts/waiting";
import { titled, whole } from "./explore/words";
import "./reading.css";

interface About {
  readonly versions: { readonly codebook: string; readonly dateline: string };
  readonly counts?: Readonly<Record<string, number>>;
  readonly statuses?: Readonly<Record<string, number>>;
  readonly limits?: readonly string[];
  readonly attribution?: readonly { readonly name: string; readonly url: string; readonly licence: string; readonly of: string }[];
  readonly precision?: readonly Readonly<Record<string, string | number | null>>[];
}

/** What the web itself draws with, beside what the server's data credits. */
const DRAWN = [{ name: "Natural Earth", url: "https://www.naturalearthdata.com", licence: "public domain", of: "the map’s coasts and borders, as world-atlas carries them" }];
const CARE = [
  "Names of victims and witnesses are public in the reports, but lists of them can put people in danger: think before you publish one.",
  "An allegation is not a finding. Say who alleges it, and who denies it, wherever you show it.",
  "Exact coordinates of shelters, hospitals and aid can be used to aim at them: show areas instead.",
];

export function About() {
  const answer = useAsk<About>("/about");
  const about = answer.value;
  return (
    <article class="reading about">
      <h1>About</h1>
      {about ? (
        <>
          <p class="lead">
            Dateline {about.versions.dateline}, codebook {about.versions.codebook}. It reads news of armed conflict and writes down what is reported: who did what to whom, who says so and who denies it, with the exact words. <a href="/codebook">The codebook</a> defines every type.
          </p>
          <Numbers title="In this database" all={about.counts ?? {}} />
          <Numbers title="Incidents by status" all={about.statuses ?? {}} />
          <Points title="Limits" all={about.limits ?? []} />
          <Points title="Do no harm" all={CARE} />
          <Precision rows={about.precision ?? []} />
          <section class="card">
            <h2>Whom to credit</h2>
            <ul class="plain">
              {[...(about.attribution ?? []), ...DRAWN].map((one) => (
                <li key={one.name}>
                  <strong>{one.name}</strong> ({one.licence}): {one.of}. <Outside to={one.url} />
                </li>
              ))}
            </ul>
          </section>
        </>
      ) : (
        <Waiting for={answer} />
      )}
    </article>
  );
}

function Numbers({ title, all }: { readonly title: string; readonly all: Readonly<Record<string, number>> }) {
  if (!Object.keys(all).length) return null;
  return (
    <section class="card">
      <h2>{title}</h2>
      <dl class="numbers">
        {Object.entries(all).map(([name, count]) => (
          <div key={name}>
            <dt>{titled(name)}</dt>
            <dd>{whole(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Points({ title, all }: { readonly title: string; readonly all: readonly string[] }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul>
        {all.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Precision({ rows }: { readonly rows: NonNullable<About["precision"]> }) {
  const columns = Object.keys(rows[0] ?? {});
  return (
    <section class="card">
      <h2>How often it is right</h2>
      {rows.length === 0 && <p class="dim">No audit has been measured for this release. Each record says how often records like it were right, and an audit of this database can be drawn at any time.</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>{columns.map((name) => <th key={name} scope="col">{titled(name)}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row, number) => (
              <tr key={number}>{columns.map((name) => <td key={name}>{row[name]}</td>)}</tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

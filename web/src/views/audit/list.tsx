// All audits with how far their reviewers are, and the form that draws another.
import { useState } from "preact/hooks";
import { ApiError, send, useAsk } from "../../api";
import { Waiting } from "../../parts/waiting";
import type { Audit } from "./types";

export function Audits() {
  const [again, setAgain] = useState(0);
  const answer = useAsk<{ readonly items: readonly Audit[] }>("/audits", again);
  return (
    <article class="audit">
      <h1>Audits</h1>
      <p class="lead">
        A blind random sample of events, judged by people, says how much of what is here can be trusted. Reviewers see the report and what
        was coded from it, but neither how sure the program is nor what others say.
      </p>
      {answer.value ? <List items={answer.value.items} /> : <Waiting for={answer} />}
      <Draw drawn={() => setAgain(again + 1)} />
    </article>
  );
}

function List({ items }: { readonly items: readonly Audit[] }) {
  if (items.length === 0) return <p class="none">None was drawn yet.</p>;
  return (
    <ul class="audits">
      {items.map((audit) => (
        <li key={audit.id} class="card">
          <div>
            <h2 dir="auto">{audit.name}</h2>
            <p>
              {audit.drawn} of {audit.events.toLocaleString("en")} events
              {audit.by ? `, in ${audit.strata.length} strata by ${audit.by}` : ", at random"} · drawn on {audit.drawn_at.slice(0, 10)} by {audit.drawn_by}
            </p>
            <Progress audit={audit} />
          </div>
          <p class="ways">
            <a class="button" href={`/audit/${audit.id}`}>
              Judge<span class="unseen"> {audit.name}</span>
            </a>
            <a href={`/audit/${audit.id}/figures`}>
              Figures<span class="unseen"> of {audit.name}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Progress({ audit }: { readonly audit: Audit }) {
  const judged = Object.entries(audit.judged);
  const open = audit.reviewers - judged.length;
  return (
    <ul class="progress">
      {judged.map(([who, count]) => (
        <li key={who}>
          <label>
            <span dir="auto">{who}</span> <progress max={audit.drawn} value={count} /> {count} of {audit.drawn}
          </label>
        </li>
      ))}
      {open > 0 && <li class="dim">{open === 1 ? "one reviewer is" : `${open} reviewers are`} still to begin</li>}
    </ul>
  );
}

function Draw({ drawn }: { readonly drawn: () => void }) {
  const [said, say] = useState<{ readonly line: string; readonly wrong: boolean } | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const asked = {
      name: given["name"],
      sample: Number(given["sample"]),
      by: given["by"] || null,
      allocation: given["allocation"],
      reviewers: Number(given["reviewers"]),
      seed: given["seed"] ? Number(given["seed"]) : null,
    };
    send<Audit>("/audits", asked).then(
      (audit) => {
        say({ line: `${audit.name}: ${audit.drawn} of ${audit.events} events drawn`, wrong: false });
        form.reset();
        drawn();
      },
      (error: unknown) => say({ line: error instanceof ApiError ? error.message : "it could not be drawn", wrong: true }),
    );
  };
  return (
    <form class="card draw" onSubmit={submit}>
      <h2>Draw a sample</h2>
      <div class="fields">
        <label>
          Name <input name="name" required maxLength={80} autoComplete="off" placeholder="Release 1.0" />
        </label>
        <label>
          Events <input name="sample" type="number" min={1} max={5000} defaultValue={200} required />
        </label>
        <label>
          Strata
          <select name="by">
            <option value="">none: all alike</option>
            <option value="type">by type</option>
            <option value="month">by month</option>
            <option value="status">by status</option>
            <option value="country">by country</option>
          </select>
        </label>
        <label>
          Shares
          <select name="allocation">
            <option value="proportional">as there are events</option>
            <option value="equal">equal</option>
          </select>
        </label>
        <label>
          Reviewers <input name="reviewers" type="number" min={1} max={9} defaultValue={2} required />
        </label>
        <label>
          Seed <input name="seed" type="number" min={0} max={2147483647} placeholder="by lot" />
        </label>
      </div>
      <p>
        <button>Draw</button>{" "}
        <span aria-live="polite" class={said?.wrong ? "bad" : "dim"}>
          {said?.line}
        </span>
      </p>
    </form>
  );
}

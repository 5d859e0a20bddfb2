// The figures of an audit, drawn with their intervals: what a release states. They print on paper as they stand.
import { useAsk } from "../../api";
import { Waiting } from "../../parts/waiting";
import { SLOTS, type Agreement, type Figures, type Precision } from "./types";

export function FiguresOf({ id }: { readonly id: string }) {
  const path = `/audits/${encodeURIComponent(id)}/figures`;
  const answer = useAsk<Figures>(path);
  if (!answer.value) return <Waiting for={answer} />;
  const found = answer.value;
  const judged = Object.entries(found.judged);
  const done = judged.filter(([, count]) => count === found.drawn).length;
  return (
    <article class="audit figures">
      <h1 dir="auto">{found.name}</h1>
      <p class="lead">
        {found.drawn} of {found.events.toLocaleString("en")} events{found.by ? `, in ${found.strata.length} strata by ${found.by}` : ""}, drawn on{" "}
        {found.drawn_at.slice(0, 10)} with the seed {found.seed}; codebook {found.made_by.codebook}, Dateline {found.made_by.dateline}.{" "}
        {judged.length ? `Judged by ${judged.map(([who, count]) => `${who} (${count})`).join(", ")}.` : "Nobody has judged yet."}
      </p>
      {done < found.reviewers && (
        <p class="interim" role="status">
          Interim: {done} of {found.reviewers} reviewers are through.
        </p>
      )}
      <p class="ways">
        <a href={`/api${path}`} download={`${found.id}.json`}>
          JSON
        </a>
        <a href={`/api${path}?format=csv`} download={`${found.id}.csv`}>
          CSV
        </a>
        <button onClick={() => window.print()}>Print</button>
      </p>
      <h2 id="precision">Precision</h2>
      <table aria-labelledby="precision">
        <Head first="Slot" />
        <tbody>
          <Line name="whole record" found={found.whole} strong />
          {SLOTS.map((slot) => (
            <Line key={slot} name={slot} found={found.slots[slot]} />
          ))}
        </tbody>
      </table>
      <h2 id="types">By type: the record, and the whole of it</h2>
      <table aria-labelledby="types">
        <Head first="Type" />
        <tbody>
          {Object.entries(found.types).map(([type, of]) => (
            <>
              <Line key={type} name={type.replaceAll("_", " ")} found={of.record} />
              <Line key={`${type} whole`} name="whole" found={of.whole} below />
            </>
          ))}
        </tbody>
      </table>
      <h2 id="agreement">Do the reviewers agree?</h2>
      <table aria-labelledby="agreement">
        <thead>
          <tr>
            <th scope="col">Slot</th>
            <th scope="col" class="number">
              Alpha
            </th>
            <th scope="col">−1 to 1, with its interval at 95 %</th>
            <th scope="col" class="number">
              Same
            </th>
            <th scope="col" class="number">
              Items
            </th>
          </tr>
        </thead>
        <tbody>
          {SLOTS.map((slot) => (
            <Agreed key={slot} name={slot} found={found.agreement[slot]} />
          ))}
        </tbody>
      </table>
      <p class="dim">
        Alpha is 1 where all agree and 0 where they do as chance would; it is not defined (–) where all answers are the same. With few wrong
        answers it is low even where nearly all are the same: read it beside the share of pairs that are the same.
      </p>
      <h2>How they are found</h2>
      <p>{found.method}</p>
    </article>
  );
}

function Head({ first }: { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="number">
          Right
        </th>
        <th scope="col">0 to 100 %, with its interval at 95 %</th>
        <th scope="col" class="number">
          Judged
        </th>
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly name: string;
  readonly found: Precision;
  readonly strong?: boolean;
  readonly below?: boolean;
}

function Line({ name, found, strong, below }: LineProps) {
  return (
    <tr class={strong ? "strong" : below ? "below" : undefined}>
      <th scope="row">{name}</th>
      <td class="number">{percent(found.share)}</td>
      <td>{found.share !== null && <Interval value={found.share} low={found.low!} high={found.high!} from={0} words={percent} />}</td>
      <td class="number">{found.judged}</td>
    </tr>
  );
}

function Agreed({ name, found }: { readonly name: string; readonly found: Agreement }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{hundredths(found.alpha)}</td>
      <td>{found.alpha !== null && <Interval value={found.alpha} low={found.low!} high={found.high!} from={-1} words={hundredths} />}</td>
      <td class="number">{percent(found.same)}</td>
      <td class="number">{found.items}</td>
    </tr>
  );
}

interface IntervalProps {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What the left end of the scale is; the right end is 1. */
  readonly from: number;
  readonly words: (value: number) => string;
}

function Interval({ value, low, high, from, words }: IntervalProps) {
  const at = (one: number): string => `${((one - from) / (1 - from)) * 100}%`;
  return (
    <span class="interval">
      <svg aria-hidden="true" height="14">
        <line class="scale" x1="0" x2="100%" y1="7" y2="7" />
        {[0.25, 0.5, 0.75].map((tick) => (
          <line key={tick} class="scale" x1={`${tick * 100}%`} x2={`${tick * 100}%`} y1="4" y2="10" />
        ))}
        <line class="range" x1={at(low)} x2={at(high)} y1="7" y2="7" />
        <circle cx={at(value)} cy="7" r="4" />
      </svg>
      <span>
        {words(low)} to {words(high)}
      </span>
    </span>
  );
}

const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);
const hundredths = (value: number | null): string => (value === null ? "–" : value.toFixed(2).replace("-", "−"));

// The figures of a toll, each a line of its own on one scale.
import { titled } from "../explore/words";
import { chart, range, type Bar, type Chart } from "./figures";
import type { Toll } from "./line";

interface TollProps {
  readonly toll: Toll;
  /** The address of the words that a figure rests on. */
  readonly linkOf: (event: string) => string;
}

export function TollFigures({ toll, linkOf }: TollProps) {
  const drawn = chart(toll);
  const about = [toll.who, toll.status !== toll.who && toll.status, toll.unit !== "person" && toll.unit].filter(Boolean).join(", ");
  return (
    <section class="toll">
      <h3>
        {titled(toll.kind)}
        {about && <bdi class="dim"> ({about})</bdi>}: {range(toll.low, toll.high)}
        {toll.best !== null && toll.low !== toll.high && <span class="dim"> · best {range(toll.best, toll.best)}</span>}
      </h3>
      {drawn && <Drawing drawn={drawn} linkOf={linkOf} />}
      <p class="dim small" dir="auto">
        {toll.derivation}
      </p>
      {toll.parts.length > 0 && (
        <div class="toll-parts">
          <p class="dim small">Of these, counted in the figures above:</p>
          {toll.parts.map((part, number) => (
            <TollFigures key={number} toll={part} linkOf={linkOf} />
          ))}
        </div>
      )}
    </section>
  );
}

function Drawing({ drawn, linkOf }: { readonly drawn: Chart; readonly linkOf: TollProps["linkOf"] }) {
  return (
    <div class="toll-figures">
      <ul class="plain">
        {drawn.bars.map((bar, number) => (
          <li key={number} class={bar.old ? "toll-row old" : "toll-row"}>
            <a href={linkOf(bar.figure.event)} class="figure-by" dir="auto">
              {bar.by}
            </a>
            <Line from={bar.from} to={bar.to} open={bar.open} class="figure-line" />
            <span class="figure-said">
              {bar.said}
              <Old bar={bar} />
            </span>
          </li>
        ))}
        {drawn.derived && (
          <li class="toll-row derived">
            <span class="figure-by">All together</span>
            <Line {...drawn.derived} class="figure-line" />
            <span class="figure-said dim">least to most</span>
          </li>
        )}
        <li class="toll-row figure-scale" aria-hidden="true">
          <span class="figure-by">{drawn.uneven && "scale of roots"}</span>
          <svg class="figure-line">
            {drawn.ticks.map((tick) => (
              <text key={tick.words} x={`${tick.at * 100}%`} y="12" text-anchor={tick.at === 0 ? "start" : "middle"}>
                {tick.words}
              </text>
            ))}
          </svg>
        </li>
      </ul>
    </div>
  );
}

function Old({ bar }: { readonly bar: Bar }) {
  return bar.old ? <span class="small"> superseded later</span> : null;
}

interface LineProps {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly best?: number | null;
  readonly class: string;
}

/** A range from end to end; a dot where both are one; dashed on where it is open. */
function Line({ from, to, open, best, class: name }: LineProps) {
  const [x1, x2] = [`${from * 100}%`, `${to * 100}%`];
  return (
    <svg class={name} aria-hidden="true">
      <line x1="0" x2="100%" y1="11" y2="11" class="base" />
      <line {...{ x1, x2 }} y1="11" y2="11" class={open ? "range open" : "range"} />
      <line x1={x1} x2={x1} y1="5" y2="17" class="end" />
      {!open && <line x1={x2} x2={x2} y1="5" y2="17" class="end" />}
      {from === to && <circle cx={x1} cy="11" r="5" class="point" />}
      {best != null && <circle cx={`${best * 100}%`} cy="11" r="5" class="point" />}
    </svg>
  );
}

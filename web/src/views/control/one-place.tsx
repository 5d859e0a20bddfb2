// One place: how it stands on the day, and its history with who says so, who disputes it, and where that is written.
import { useAsk } from "../../api";
import { type Look, turnOn } from "../../ledgers/control";
import { Status } from "../../ledgers/incidents";
import type { History, Move, PlaceInFull, Statement } from "../../ledgers/lines";
import * as words from "../../ledgers/words";
import { Waiting } from "../../parts/waiting";
import { type Address, changed } from "../../router";
import { AsideList } from "./asides";
import { Since, StandingLine } from "./standing";

interface Props {
  readonly at: string;
  readonly history: History;
  readonly known: ReadonlyMap<string, Look>;
  readonly address: Address;
  readonly day: string;
}

export function OnePlace({ at, history, known, address, day }: Props) {
  const answer = useAsk<PlaceInFull>(`/ledgers/control/history/${encodeURIComponent(at)}`);
  const place = history.places.find((one) => one.place.key === at);
  const turn = place ? turnOn(place.turns, day) : null;
  return (
    <article class="one-place">
      <p>
        <a href={changed(address, { chosen: null })}>← All places</a>
      </p>
      <h1 dir="auto">{place ? words.spot(place.place) : at}</h1>
      <p class="now">
        <span class="dim">On {words.day(day)}</span>
        {place && turn ? <StandingLine stood={{ history: place, turn }} known={known} /> : <span>nothing is told of it yet</span>}
        {turn && <Since turn={turn} />}
      </p>
      {answer.value && answer.value.place.key === at ? <Told full={answer.value} address={address} day={day} /> : <Waiting for={answer} />}
    </article>
  );
}

function Told({ full, address, day }: { readonly full: PlaceInFull; readonly address: Address; readonly day: string }) {
  return (
    <>
      <h2>What it rests on</h2>
      <ol class="moves">
        {[...full.moves].reverse().map((move) => (
          <li key={move.id} class={move.date && move.date.start > day ? "later" : undefined}>
            <MoveLine move={move} full={full} address={address} />
          </li>
        ))}
      </ol>
      {full.asides.length > 0 && (
        <details class="tray">
          <summary>Told, and changes nothing ({words.number(full.asides.length)})</summary>
          <AsideList asides={full.asides} />
        </details>
      )}
    </>
  );
}

function MoveLine({ move, full, address }: { readonly move: Move; readonly full: PlaceInFull; readonly address: Address }) {
  const sides = move.sides.map((side) => said(side.name, side.said)).join(" and ");
  const from = move.from_sides.map((side) => side.name).join(" and ");
  return (
    <>
      {move.date ? <a href={changed(address, { at: move.date.start })}>{words.days(move.date)}</a> : <span class="dim">no day told</span>}{" "}
      <b dir="auto">
        {move.kind}
        {sides && ` by ${sides}`}
        {from && ` from ${from}`}
      </b>{" "}
      <Status status={move.status} />
      {move.statements.map((one) => (
        <StatementLine key={one.event} one={one} report={full.reports[one.page]} />
      ))}
    </>
  );
}

/** The side, and in brackets the words that were used for it where they are others. */
function said(name: string, words: readonly string[]): string {
  const others = words.filter((word) => word.toLowerCase() !== name.toLowerCase());
  return others.length ? `${name} (${others.join(", ")})` : name;
}

function StatementLine({ one, report }: { readonly one: Statement; readonly report: string | undefined }) {
  return (
    <blockquote>
      <q dir="auto">{one.sentence}</q>
      <footer dir="auto">
        {one.voices.length > 0 && <span>{one.voices.map(words.voice).join(", ")}</span>}
        {one.denials.length > 0 && <span class="denied">denied by {one.denials.map(words.voice).join(", ")}</span>}
        {report && <a href={`/report/${encodeURIComponent(report)}#event=${encodeURIComponent(one.event)}`}>in the report</a>}
      </footer>
    </blockquote>
  );
}

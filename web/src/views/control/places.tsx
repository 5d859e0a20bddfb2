// All places of the day in a list: what the map shows, for those who do not see it, and what is on no map.
import { useState } from "preact/hooks";
import { useAsk } from "../../api";
import { Conditions } from "../../ledgers/conditions";
import type { Look, Stood } from "../../ledgers/control";
import type { Aside, Listed } from "../../ledgers/lines";
import * as words from "../../ledgers/words";
import { Waiting } from "../../parts/waiting";
import { type Address, changed } from "../../router";
import { AsideList } from "./asides";
import { StandingLine } from "./standing";

interface Props {
  readonly stood: readonly Stood[];
  readonly known: ReadonlyMap<string, Look>;
  readonly address: Address;
  readonly query: string;
  readonly day: string;
}

const MOST = 150;

export function Places({ stood, known, address, query, day }: Props) {
  const [whole, show] = useState(false);
  const placed = stood.filter((one) => one.history.place.lat !== null);
  const unplaced = stood.filter((one) => one.history.place.lat === null);
  return (
    <>
      <h1>Who holds which place</h1>
      <p class="dim">
        {words.number(stood.length)} places by {words.day(day)}. As reports say: each place shows who says so and who disputes it.
      </p>
      <Conditions address={address} asked={["place"]} />
      <p class="keep">
        <a href={`/api/ledgers/control${query}&at=${day}&format=csv`} download>
          CSV of this day
        </a>{" "}
        <a href={`/api/ledgers/control${query}&at=${day}&limit=5000`} download="control.json">
          JSON
        </a>
      </p>
      <List stood={whole ? placed : placed.slice(0, MOST)} known={known} address={address} />
      {placed.length > MOST && !whole && (
        <button type="button" onClick={() => show(true)}>
          All {placed.length}
        </button>
      )}
      {unplaced.length > 0 && (
        <details class="tray">
          <summary>Not on the map ({words.number(unplaced.length)})</summary>
          <List stood={unplaced} known={known} address={address} />
        </details>
      )}
      <Asides query={query} />
    </>
  );
}

function List({ stood, known, address }: Pick<Props, "stood" | "known" | "address">) {
  return (
    <ul class="places">
      {stood.map((one) => (
        <li key={one.history.place.key}>
          <a href={changed(address, { chosen: one.history.place.key })} dir="auto">
            {words.spot(one.history.place)}
          </a>
          <StandingLine stood={one} known={known} />
        </li>
      ))}
    </ul>
  );
}

function Asides({ query }: { readonly query: string }) {
  const [asked, ask] = useState(false);
  const answer = useAsk<Listed<Aside>>(asked ? `/ledgers/control/asides${query}&limit=200` : null);
  return (
    <details class="tray" onToggle={(event) => event.currentTarget.open && ask(true)}>
      <summary>Told, and changes nothing</summary>
      {asked && (answer.value ? <AsideList asides={answer.value.items} total={answer.value.total} /> : <Waiting for={answer} />)}
    </details>
  );
}

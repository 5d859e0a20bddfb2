// Who holds which place: a map that can be moved from day to day, and each place's history with who says so.
import { useMemo, useState } from "preact/hooks";
import { useAsk } from "../../api";
import { Conditions, asQuery } from "../../ledgers/conditions";
import { looks, stoodOn } from "../../ledgers/control";
import type { History } from "../../ledgers/lines";
import { Waiting } from "../../parts/waiting";
import { type Address, changed, go } from "../../router";
import { Ground } from "./ground";
import { Legend } from "./legend";
import { OnePlace } from "./one-place";
import { Places } from "./places";
import { DaySlider } from "./slider";
import { drawn, moved } from "./timing";
import "../../ledgers/ledgers.css";
import "./control.css";

export function Control({ address }: { readonly address: Address }) {
  const query = asQuery(address, ["place"]);
  const answer = useAsk<History>(`/ledgers/control/history${query}`);
  if (!answer.value) return <Waiting for={answer} />;
  const history = answer.value;
  if (history.first === null || history.last === null)
    return (
      <div class="ledger">
        <h1>Control</h1>
        <Conditions address={address} asked={["place"]} />
        <p role="status">Nothing tells who holds such a place.</p>
      </div>
    );
  return <Map key={query} history={history} first={history.first} last={history.last} address={address} query={query} />;
}

interface Props {
  readonly history: History;
  readonly first: string;
  readonly last: string;
  readonly address: Address;
  readonly query: string;
}

/** The day is kept here while the slider moves, and in the address when it rests. */
function Map({ history, first, last, address, query }: Props) {
  const [day, setDay] = useDay(address, first, last);
  const known = useMemo(() => looks(history.sides), [history]);
  const stood = useMemo(() => stoodOn(history.places, day), [history, day]);
  const chosen = address.query.get("chosen");
  const choose = (key: string | null): void => go(changed(address, { chosen: key }));
  return (
    <div class="control">
      <div class="stage">
        <Ground places={history.places} stood={stood} known={known} chosen={chosen} onChoose={choose} onDrawn={drawn} />
      </div>
      <Legend stood={stood} sides={history.sides} known={known} />
      <DaySlider history={history} known={known} first={first} last={last} day={day} onMove={(to) => (moved(), setDay(to))} onRest={(to) => go(changed(address, { at: to === last ? null : to }))} />
      <div class="panel">
        {chosen === null ? (
          <Places stood={stood} known={known} address={address} query={query} day={day} />
        ) : (
          <OnePlace at={chosen} history={history} known={known} address={address} day={day} />
        )}
      </div>
    </div>
  );
}

/** The day that the address names, else the last one; another day when the address changes. */
function useDay(address: Address, first: string, last: string): readonly [string, (to: string) => void] {
  const named = address.query.get("at") ?? last;
  const here = /^\d{4}-\d\d-\d\d$/.test(named) ? (named < first ? first : named > last ? last : named) : last;
  const [state, set] = useState({ here, day: here });
  const day = state.here === here ? state.day : here;
  return [day, (to) => set({ here, day: to })];
}

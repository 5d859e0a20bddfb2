// What is told of places and changes nothing of who holds them, with why: "closer to capturing X" is no capture.
import type { Aside } from "../../ledgers/lines";
import * as words from "../../ledgers/words";

export function AsideList({ asides, total = asides.length }: { readonly asides: readonly Aside[]; readonly total?: number }) {
  if (!asides.length) return <p class="dim">Nothing.</p>;
  return (
    <>
      <ul class="asides">
        {asides.map((one) => (
          <li key={one.statement.event}>
            <b dir="auto">{one.places.map(words.spot).join("; ")}</b>{" "}
            <span class="dim">
              {words.plain(one.type)}, {words.days(one.date)}
            </span>
            <span class="why">{one.reason}</span>
            <q dir="auto">{one.statement.sentence}</q>
          </li>
        ))}
      </ul>
      {total > asides.length && <p class="dim">The first {asides.length} of {words.number(total)}.</p>}
    </>
  );
}

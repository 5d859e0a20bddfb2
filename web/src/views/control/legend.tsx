// What the marks mean: the sides that hold or claim most places, and each way in which a place can stand. They are the
// same on every day: a legend that grows and shrinks would have the map beside it drawn anew.
import type { Look, Stood } from "../../ledgers/control";
import type { Side } from "../../ledgers/lines";
import { MarkIcon } from "../../ledgers/mark";
import type { Mark } from "../../ledgers/marks";
import * as words from "../../ledgers/words";

interface Props {
  readonly stood: readonly Stood[];
  readonly sides: readonly Side[];
  readonly known: ReadonlyMap<string, Look>;
}

const A = { shape: "circle", hue: 1 } as const;
const B = { shape: "square", hue: 2 } as const;
const STANDINGS: readonly (readonly [words: string, mark: Mark])[] = [
  ["held by one side", { standing: "held", holders: [A], siege: null }],
  ["held in part", { standing: "held in part", holders: [A], siege: null }],
  ["contested: fought over or shared", { standing: "contested", holders: [A, B], siege: null }],
  ["disputed: claim against claim", { standing: "disputed", holders: [A, B], siege: null }],
  ["besieged by another side", { standing: "held", holders: [A], siege: 2 }],
  ["left, held by nobody named", { standing: "left", holders: [], siege: null }],
];
const MOST = 7;

export function Legend({ stood, sides, known }: Props) {
  const counts = new Map(sides.map((side) => [side.key, stood.filter((one) => one.turn.holders.includes(side.key)).length]));
  const others = sides.slice(MOST);
  return (
    <details class="legend" open={innerWidth > 900}>
      <summary>Sides and marks</summary>
      <ul aria-label="Sides, and in how many places they stand">
        {sides.slice(0, MOST).map((side) => (
          <li key={side.key} class={counts.get(side.key) ? undefined : "absent"}>
            <MarkIcon mark={{ standing: "held", holders: [known.get(side.key)!], siege: null }} />
            <span dir="auto">{known.get(side.key)!.side.name}</span> <span class="dim count">{words.number(counts.get(side.key)!)}</span>
          </li>
        ))}
        {others.length > 0 && (
          <li class="dim" title={others.map(({ key }) => known.get(key)!.side.name).join(", ")}>
            and {others.length} more
          </li>
        )}
      </ul>
      <ul aria-label="Marks">
        {STANDINGS.map(([name, mark]) => (
          <li key={name}>
            <MarkIcon mark={mark} /> <span class="dim">{name}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

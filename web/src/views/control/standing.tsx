// How a place stands, in words.
import type { Look, Stood } from "../../ledgers/control";
import type { Turn } from "../../ledgers/lines";
import { MarkIcon } from "../../ledgers/mark";
import { markOf } from "../../ledgers/marks";
import * as words from "../../ledgers/words";

interface Props {
  readonly stood: Stood;
  readonly known: ReadonlyMap<string, Look>;
}

/** Its mark and who holds it. */
export function StandingLine({ stood, known }: Props) {
  return (
    <span class="standing">
      <MarkIcon mark={markOf(stood, known)} /> <span dir="auto">{told(stood.turn, known)}</span>
    </span>
  );
}

export function told(turn: Turn, known: ReadonlyMap<string, Look>): string {
  const siege = turn.besiegers.length ? `, besieged by ${names(turn.besiegers, known)}` : "";
  return `${standing(turn, names(turn.holders, known))}${siege}`;
}

function standing({ standing }: Turn, holders: string): string {
  if (standing === "held" || standing === "held in part") return `${standing} by ${holders}`;
  if (standing === "left") return "left, held by nobody named";
  if (standing === "unknown") return "holder not told";
  return holders ? `${standing}: ${holders}` : standing;
}

function names(keys: readonly string[], known: ReadonlyMap<string, Look>): string {
  return keys.map((key) => known.get(key)?.side.name ?? key).join(" and ");
}

/** Since when, and what is uncertain about it. */
export function Since({ turn }: { readonly turn: Turn }) {
  const doubts = [...(turn.open && turn.since ? [`it may have happened later, up to ${words.day(turn.since.end)}`] : []), ...turn.doubts];
  return (
    <>
      {turn.since && <span class="dim">since {words.days(turn.since)}</span>}
      {doubts.map((doubt) => (
        <span class="doubt" key={doubt} dir="auto">
          {doubt}
        </span>
      ))}
    </>
  );
}

// What the colours of the map stand for; each is a filter too.
import { colours } from "../../parts/map-colours";
import type { Filters } from "./filters";
import type { Row } from "./rows";
import { GROUPS, groupOf, OTHER, titled, toneOf, whole } from "./words";

interface LegendProps {
  readonly around: readonly Row[];
  readonly filters: Filters;
  readonly change: (filters: Partial<Filters>) => void;
}

export function Legend({ around, filters, change }: LegendProps) {
  const counts = new Map<string, number>();
  for (const row of around) counts.set(groupOf(row.type), (counts.get(groupOf(row.type)) ?? 0) + 1);
  const shown = [...Object.keys(GROUPS), OTHER].filter((group) => counts.has(group) || filters.groups.includes(group));
  return (
    <details class="explore-legend" open={matchMedia("(min-width: 60rem)").matches}>
      <summary>Legend</summary>
      <ul>
        {shown.map((group) => (
          <li key={group}>
            <button type="button" aria-pressed={filters.groups.includes(group)} onClick={() => change({ groups: toggled(filters.groups, group) })}>
              <Dot tone={toneOf(group)} /> {titled(group)} <span class="dim">{whole(counts.get(group) ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p><i class="mark ring" aria-hidden="true" /> all disputed or denied</p>
      <p><i class="mark halo" aria-hidden="true" /> place not sure</p>
      <p><i class="mark area" aria-hidden="true" /> only the area is known</p>
    </details>
  );
}

function Dot({ tone }: { readonly tone: number }) {
  return <i class="mark" style={{ background: colours().tones[tone] ?? "" }} aria-hidden="true" />;
}

/** A list with one more, or one fewer. */
export const toggled = (list: readonly string[], one: string): string[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);

// The filters that are at work, each with a button that takes it out.
import { NOWHERE, type Filters } from "./filters";
import type { Row } from "./rows";
import { dated, titled } from "./words";

interface ChipsProps {
  readonly rows: readonly Row[];
  readonly filters: Filters;
  readonly change: (filters: Partial<Filters>) => void;
}

interface Chip {
  readonly words: string;
  readonly without: Partial<Filters>;
}

export const NONE: Filters = {
  text: "", place: "", actor: "", source: "", stance: "", types: [], groups: [], statuses: [], disputed: false, since: null, until: null, box: null, spot: null, undated: false,
};

export function Chips({ rows, filters, change }: ChipsProps) {
  const chips = chipsOf(filters, rows);
  if (!chips.length) return null;
  return (
    <ul class="chips" aria-label="Filters at work">
      {chips.map(({ words, without }) => (
        <li key={words}>
          <button type="button" aria-label={`Take out: ${words}`} onClick={() => change(without)}>
            <bdi>{words}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" class="plain" onClick={() => change(NONE)}>Clear all</button>
        </li>
      )}
    </ul>
  );
}

function chipsOf(filters: Filters, rows: readonly Row[]): Chip[] {
  return [...ofWords(filters), ...ofLists(filters), ...ofWhere(filters, rows), ...ofDays(filters)];
}

function ofWords(filters: Filters): Chip[] {
  const stance = { asserts: "who say so", denies: "who deny it" }[filters.stance];
  const named = (["text", "place", "actor", "source"] as const).filter((key) => filters[key]);
  const chips = named.map((key) => ({ words: `${key === "text" ? "words" : key}: ${filters[key]}`, without: { [key]: "" } }));
  return stance ? [...chips, { words: `sources ${stance}`, without: { stance: "" } }] : chips;
}

function ofLists(filters: Filters): Chip[] {
  const lists = (["groups", "types", "statuses"] as const).flatMap((key) =>
    filters[key].map((one) => ({ words: titled(one), without: { [key]: filters[key].filter((other) => other !== one) } })),
  );
  return filters.disputed ? [...lists, { words: "disputed only", without: { disputed: false } }] : lists;
}

function ofWhere({ box, spot }: Filters, rows: readonly Row[]): Chip[] {
  const there = spot === NOWHERE ? "no place on the map" : `at ${rows.find((row) => row.spot === spot)?.place ?? "one place"}`;
  return [...(spot === null ? [] : [{ words: there, without: { spot: null } }]), ...(box ? [{ words: "in this part of the map", without: { box: null } }] : [])];
}

function ofDays({ since, until, undated }: Filters): Chip[] {
  if (undated) return [{ words: "no day known", without: { undated: false } }];
  if (since === null && until === null) return [];
  const words = since === null ? `until ${dated(until, until)}` : until === null ? `since ${dated(since, since)}` : dated(since, until);
  return [{ words, without: { since: null, until: null } }];
}

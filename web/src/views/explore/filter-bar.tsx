// The filters: words, types, status, who and where.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Box } from "../../parts/map";
import { picked, STATUSES, type Filters } from "./filters";
import { toggled } from "./legend";
import type { Row } from "./rows";
import { GROUPS, groupOf, OTHER, titled, whole } from "./words";

interface BarProps {
  readonly rows: readonly Row[];
  readonly filters: Filters;
  readonly change: (filters: Partial<Filters>) => void;
  /** What the map shows, where it was moved. */
  readonly seen: { readonly current: Box | null };
}

export function FilterBar({ rows, filters, change, seen }: BarProps) {
  return (
    <form class="filters" role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Words name="text" label="Words in the reports" value={filters.text} change={change} />
      <Menu title="Type" chosen={filters.types.length + filters.groups.length}>
        {() => <Types {...{ rows, filters, change }} />}
      </Menu>
      <Menu title="Status" chosen={filters.statuses.length}>
        {() => <Statuses {...{ rows, filters, change }} />}
      </Menu>
      <Menu title="Who and where" chosen={[filters.place, filters.actor, filters.source, filters.stance].filter(Boolean).length}>
        {() => <Who filters={filters} change={change} />}
      </Menu>
      <button type="button" aria-pressed={filters.disputed} onClick={() => change({ disputed: !filters.disputed })}>Disputed only</button>
      <button type="button" aria-pressed={filters.box !== null} onClick={() => change({ box: filters.box ? null : seen.current })}>Only this part of the map</button>
    </form>
  );
}

function Who({ filters, change }: Pick<BarProps, "filters" | "change">) {
  return (
    <>
      <Words name="place" label="Place" value={filters.place} change={change} />
      <Words name="actor" label="Actor" value={filters.actor} change={change} />
      <Words name="source" label="Source" value={filters.source} change={change} />
      <label class="words">
        Sources that
        <select value={filters.stance} onChange={(event) => change({ stance: event.currentTarget.value })}>
          <option value="">say or deny it</option>
          <option value="asserts">say so</option>
          <option value="denies">deny it</option>
        </select>
      </label>
    </>
  );
}

interface WordsProps {
  readonly name: "text" | "place" | "actor" | "source";
  readonly label: string;
  readonly value: string;
  readonly change: BarProps["change"];
}

/** A field whose words count when it is left or Enter is pressed. */
function Words({ name, label, value, change }: WordsProps) {
  return (
    <label class="words">
      {name === "text" ? <span class="unseen">{label}</span> : label}
      <input type="search" name={name} dir="auto" autocomplete="off" placeholder={name === "text" ? label : ""} value={value} onChange={(event) => change({ [name]: event.currentTarget.value.trim() })} />
    </label>
  );
}

function Types({ rows, filters, change }: Omit<BarProps, "seen">) {
  const counts = counted(picked(rows, filters, ["type"]), (row) => row.type);
  const own = [...new Set(rows.map((row) => row.type))].filter((type) => groupOf(type) === OTHER);
  return (
    <div class="types">
      {[...Object.entries(GROUPS), [OTHER, own] as const].filter(([, types]) => types.length).map(([group, types]) => (
        <fieldset key={group}>
          <legend>{titled(group)}</legend>
          {types.map((type) => (
            <Check key={type} label={titled(type)} count={counts.get(type) ?? 0} on={filters.types.includes(type)} set={() => change({ types: toggled(filters.types, type) })} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Statuses({ rows, filters, change }: Omit<BarProps, "seen">) {
  const counts = counted(picked(rows, { ...filters, statuses: STATUSES }), (row) => row.status);
  return (
    <fieldset>
      <legend>Without a choice: all but what is only denied</legend>
      {STATUSES.map((status) => (
        <Check key={status} label={titled(status)} count={counts.get(status) ?? 0} on={filters.statuses.includes(status)} set={() => change({ statuses: toggled(filters.statuses, status) })} />
      ))}
    </fieldset>
  );
}

function Check({ label, count, on, set }: { readonly label: string; readonly count: number; readonly on: boolean; readonly set: () => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={set} /> {label} <span class="dim">{whole(count)}</span>
    </label>
  );
}

function counted(rows: readonly Row[], by: (row: Row) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(by(row), (counts.get(by(row)) ?? 0) + 1);
  return counts;
}

interface MenuProps {
  readonly title: string;
  readonly chosen: number;
  readonly children: () => ComponentChildren;
}

/** What opens below its button, and closes with Escape or a click beside it; it is made only while it is open. */
function Menu({ title, chosen, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const outside = (event: Event): void => {
      if (!menu.current?.contains(event.target as Node)) menu.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    menu.current?.removeAttribute("open");
    menu.current?.querySelector("summary")?.focus();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={escape} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}{chosen > 0 && <span class="badge">{chosen}</span>}</summary>
      <div class="menu-body">{open && children()}</div>
    </details>
  );
}

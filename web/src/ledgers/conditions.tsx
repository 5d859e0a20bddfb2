// The conditions of a ledger, kept in the address: place, days, actor, type, and by what it adds up.
import { useId } from "preact/hooks";
import { type Address, changed, go } from "../router";

export type Condition = "place" | "since" | "until" | "actor" | "type";
const LABELS: Readonly<Record<Condition, string>> = {
  place: "Place, province or country",
  since: "From",
  until: "To",
  actor: "Laid to",
  type: "Type",
};
const IS_DAY = new Set<Condition>(["since", "until"]);

interface Props {
  readonly address: Address;
  readonly asked: readonly Condition[];
  /** By what can be added up, if anything is. */
  readonly by?: readonly string[];
}

export function Conditions({ address, asked, by }: Props) {
  const set = (key: string, value: string): void => go(changed(address, { [key]: value, group: null, after: null }));
  return (
    <form class="conditions" role="search" aria-label="Conditions" onSubmit={(event) => event.preventDefault()}>
      {by && <By by={by} chosen={address.query.get("by") ?? by[0]!} set={(value) => set("by", value)} />}
      {asked.map((key) => (
        <Field key={key} name={key} value={address.query.get(key) ?? ""} set={(value) => set(key, value.trim())} />
      ))}
      {asked.some((key) => address.query.has(key)) && (
        <button type="button" onClick={() => go(changed(address, { ...Object.fromEntries(asked.map((key) => [key, null])), group: null }))}>
          Clear
        </button>
      )}
    </form>
  );
}

function By({ by, chosen, set }: { readonly by: readonly string[]; readonly chosen: string; readonly set: (value: string) => void }) {
  const id = useId();
  return (
    <span class="field">
      <label for={id}>Added up by</label>
      <select id={id} value={chosen} onChange={(event) => set(event.currentTarget.value)}>
        {by.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </span>
  );
}

function Field({ name, value, set }: { readonly name: Condition; readonly value: string; readonly set: (value: string) => void }) {
  const id = useId();
  return (
    <span class="field">
      <label for={id}>{LABELS[name]}</label>
      {IS_DAY.has(name) ? (
        <input id={id} type="date" value={value} onChange={(event) => set(event.currentTarget.value)} />
      ) : (
        <input id={id} type="text" dir="auto" value={value} maxLength={200} onChange={(event) => set(event.currentTarget.value)} />
      )}
    </span>
  );
}

/** The part of a question to the API that says these conditions, beginning with "?". */
export function asQuery(address: Address, asked: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  for (const key of asked) {
    const value = address.query.get(key);
    if (value) query.set(key, value);
  }
  return `?${query}`;
}

// Which events come: kept in the address, so that a queue can be sent to somebody.
import { useLayoutEffect, useRef } from "preact/hooks";
import { changed, go, type Address } from "../../router";
import { spaced, type Choices } from "./model";

export const FILTERS = ["pile", "type", "place", "source", "since", "until"] as const;
const PILES: Readonly<Record<string, string>> = {
  todo: "to review",
  conflict: "reviewers differ",
  disputed: "in dispute",
  accepted: "accepted",
  corrected: "corrected",
  rejected: "rejected",
  all: "all",
};

/** The part of the address that the queue is asked with. */
export function asked(address: Address): string {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (address.query.get(name)) query.set(name, address.query.get(name)!);
  return query.toString();
}

interface Props {
  readonly address: Address;
  readonly choices: Choices;
  readonly onClose: () => void;
}

export function Filter({ address, choices, onClose }: Props) {
  const box = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => box.current?.querySelector("select")?.focus(), []);
  const put = (name: string) => (event: { currentTarget: { value: string } }) => go(changed(address, { [name]: event.currentTarget.value || null, event: null }), { replace: true });
  const value = (name: string): string => address.query.get(name) ?? "";
  const close = (event: KeyboardEvent): void => {
    if (event.key === "Escape" || (event.key === "Enter" && event.target instanceof HTMLElement)) (event.preventDefault(), onClose());
  };
  return (
    <form ref={box} class="filter" aria-label="Filter" onKeyDown={close} onSubmit={(event) => event.preventDefault()}>
      <label>
        Show
        <select value={value("pile") || "todo"} onChange={put("pile")}>
          {Object.entries(PILES).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Type
        <select value={value("type")} onChange={put("type")}>
          <option value="">any</option>
          {(choices.type ?? []).map((one) => (
            <option key={one} value={one}>
              {spaced(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Place
        <input value={value("place")} onChange={put("place")} />
      </label>
      <label>
        Source
        <input value={value("source")} onChange={put("source")} />
      </label>
      <label>
        Since
        <input type="date" value={value("since")} onChange={put("since")} />
      </label>
      <label>
        Until
        <input type="date" value={value("until")} onChange={put("until")} />
      </label>
      <button type="button" onClick={onClose}>
        Close <kbd>Esc</kbd>
      </button>
    </form>
  );
}

// Correcting one slot: its items, with their words out of the text and what can be said of each.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAsk } from "../../api";
import { FIELDS, missing, valueOf, type Field } from "./draft";
import type { Event } from "../../lines";
import { spaced, TITLES, type Choices, type Slot, type Worded } from "./model";

interface Props {
  readonly slot: Slot;
  readonly event: Event;
  readonly choices: Choices;
  /** The items as they are now, where the slot holds items. */
  readonly draft: readonly Worded[];
  readonly onDraft: (draft: readonly Worded[]) => void;
  readonly onSave: (value: unknown) => void;
  readonly onLeave: () => void;
}

export function Editor(props: Props) {
  const { slot, draft, onSave, onLeave } = props;
  const [value, set] = useState<unknown>(props.event[slot]);
  const [wrong, setWrong] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const fields = FIELDS[slot];
  const save = (): void => {
    const open = fields ? missing(slot, draft) : null;
    setWrong(open);
    if (!open) onSave(fields ? valueOf(slot, draft) : value);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onLeave();
    else if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement)) return;
    else if (event.ctrlKey || event.metaKey || !fields) save();
    event.preventDefault();
    event.stopPropagation();
  };
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    if (!fields) box.current?.querySelector("select")?.focus();
  }, []);
  // Before the next key can come: it must find the draft as it is shown.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !box.current?.contains(event.target as Node)) save();
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  });
  return (
    <form ref={box} class="editor" aria-label={`Correct: ${TITLES[slot]}`} onKeyDown={press} onSubmit={(event) => (event.preventDefault(), save())}>
      {fields ? (
        <Items {...props} fields={fields} />
      ) : slot === "background" ? (
        <Choice title={TITLES[slot]} value={value ? "yes" : "no"} from={["no", "yes"]} onPut={(put) => set(put === "yes")} />
      ) : (
        <Choice title={TITLES[slot]} value={String(value)} from={props.choices[slot] ?? []} onPut={set} />
      )}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p class="row">
        <button class="main">
          Save <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={onLeave}>
          Leave <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

function Items({ slot, draft, choices, fields, onDraft }: Props & { readonly fields: readonly Field[] }) {
  const put = (number: number, change: Readonly<Record<string, unknown>>): void =>
    onDraft(draft.map((one, at) => (at === number ? { ...one, ...change } : one)));
  return (
    <>
      <p class="dim">
        Select words in the text: <kbd>←</kbd> <kbd>→</kbd>, with <kbd>Shift</kbd> more of them, then <kbd>Enter</kbd>; or with the mouse.{" "}
        <kbd>Backspace</kbd> takes the last one away.
      </p>
      {draft.length === 0 && <p>None: the report does not say.</p>}
      <ol class="items">
        {draft.map((one, number) => (
          <li key={`${one.text_start}-${number}`}>
            <fieldset>
              <legend dir="auto">{one.text ? `“${one.text}”` : "without words of the report"}</legend>
              {slot === "places" && <Named item={one} onPut={(change) => put(number, change)} />}
              {fields.map((field) => (
                <Input key={field.name} field={field} value={one[field.name]} choices={choices} onPut={(value) => put(number, { [field.name]: value })} />
              ))}
              <button type="button" onClick={() => onDraft(draft.filter((_, at) => at !== number))}>
                Take away
              </button>
            </fieldset>
          </li>
        ))}
      </ol>
    </>
  );
}

interface InputProps {
  readonly field: Field;
  readonly value: unknown;
  readonly choices: Choices;
  readonly onPut: (value: unknown) => void;
}

function Input({ field, value, choices, onPut }: InputProps) {
  const { title, kind } = field;
  const shown = value === null || value === undefined ? "" : String(value);
  if (kind === "choice") {
    const from = choices[field.from ?? ""] ?? [];
    return <Choice title={title} value={shown} from={field.open || !shown ? ["", ...from] : from} onPut={(put) => onPut(put || (field.open ? null : ""))} />;
  }
  const number = (put: string): number | null => (put === "" ? null : Number(put));
  return (
    <label>
      {title}
      {kind === "number" ? (
        <input type="number" min={0} value={shown} onInput={(event) => onPut(number(event.currentTarget.value))} />
      ) : kind === "day" ? (
        <input type="date" value={shown} onInput={(event) => onPut(event.currentTarget.value)} />
      ) : (
        <input dir="auto" value={shown} onInput={(event) => onPut(event.currentTarget.value)} />
      )}
    </label>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly value: string;
  readonly from: readonly string[];
  readonly onPut: (value: string) => void;
}

function Choice({ title, value, from, onPut }: ChoiceProps) {
  return (
    <label>
      {title}
      <select value={value} onChange={(event) => onPut(event.currentTarget.value)}>
        {from.map((one) => (
          <option key={one} value={one}>
            {one ? spaced(one) : "–"}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Found {
  readonly name: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly precision: string;
  readonly population: number;
  readonly [key: string]: unknown;
}

/** Which of the world's places of that name is meant; until one is chosen, only its name is known. */
function Named({ item, onPut }: { readonly item: Worded; readonly onPut: (change: Readonly<Record<string, unknown>>) => void }) {
  const found = useAsk<{ readonly items: readonly Found[] }>(item.name ? `/review/places?name=${encodeURIComponent(item.name.slice(0, 100))}` : null);
  const some = found.value?.items ?? [];
  const chosen = some.findIndex((one) => item.geonameid && one.geonameid === item.geonameid);
  const choose = (number: number): void => {
    const { population, ...place } = some[number] ?? { population: 0, lat: null, lon: null, geonameid: null };
    onPut({ ...place, radius_km: null, reason: null });
  };
  return (
    <label>
      Which place
      <select value={chosen} onChange={(event) => choose(Number(event.currentTarget.value))}>
        <option value={-1}>{some.length ? "as told, not looked up" : found.state === "here" ? "no place of this name is known" : "looking…"}</option>
        {some.map((one, number) => (
          <option key={number} value={number}>
            {[one.name, one.admin1, one.country].filter(Boolean).join(", ")} ({one.precision})
          </option>
        ))}
      </select>
    </label>
  );
}

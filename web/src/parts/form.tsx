// Forms: fields with their labels, and what became of what was sent.
import type { ComponentChildren, JSX, TargetedEvent } from "preact";
import { useId, useState } from "preact/hooks";
import { ApiError } from "../api";

interface InputProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly type?: "text" | "password" | "number";
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autocomplete?: "username" | "current-password" | "new-password" | "off";
}

/** An input under its label, with a line of help where it has one. */
export function Field({ label, hint, ...input }: InputProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} dir="auto" autocapitalize="none" spellcheck={false} {...(hint ? { "aria-describedby": `${id}-hint` } : {})} {...(input as JSX.IntrinsicElements["input"])} />
      {hint && (
        <small id={`${id}-hint`} class="dim">
          {hint}
        </small>
      )}
    </div>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly of: readonly T[];
  readonly choose: (value: T) => void;
  readonly bare?: boolean;
};

/** One of a few; `bare` shows no label, where a table's heading says what it is. */
export function Choice<T extends string>({ label, value, of, choose, bare = false }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      {!bare && <label for={id}>{label}</label>}
      <select id={id} aria-label={bare ? label : undefined} value={value} onChange={(event) => choose(event.currentTarget.value as T)}>
        {of.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface Sending {
  readonly busy: boolean;
  /** What became of it: the server's own line, or what the view says. */
  readonly told: { readonly wrong: boolean; readonly line: string } | null;
  /** Does it; true where it was done. */
  readonly run: (task: () => Promise<unknown>, done?: string) => Promise<boolean>;
}

/** Sends one thing at a time, and tells what became of it. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [told, tell] = useState<Sending["told"]>(null);
  const run = async (task: () => Promise<unknown>, done = ""): Promise<boolean> => {
    setBusy(true);
    tell(null);
    try {
      await task();
      tell(done ? { wrong: false, line: done } : null);
      return true;
    } catch (error) {
      tell({ wrong: true, line: error instanceof ApiError ? error.message : "the server cannot be reached" });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, told, run };
}

/** What became of it, said aloud to who cannot see it. */
export function Told({ by }: { readonly by: Sending }) {
  return (
    <p aria-live="polite" class={by.told?.wrong ? "told bad" : "told"}>
      {by.told?.line}
    </p>
  );
}

/** A form whose fields are named in its elements; empties itself where it was done. */
export function Form({ send, children, label }: { readonly send: (fields: Record<string, string>) => Promise<boolean>; readonly children: ComponentChildren; readonly label: string }) {
  const submit = async (event: TargetedEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    if (await send(fields)) form.reset();
  };
  return (
    <form aria-label={label} onSubmit={submit}>
      {children}
    </form>
  );
}

// The dialogs of the review: the keys, a comment, evidence, and which incident to join.
import { useState } from "preact/hooks";
import { useAsk } from "../../api";
import { Waiting } from "../../parts/waiting";
import { Dialog } from "./dialog";
import { KEYS } from "./keys";
import { spaced } from "./model";

type Said = Readonly<Record<string, unknown>>;
interface Saying {
  readonly onSay: (said: Said) => void;
  readonly onClose: () => void;
}

export function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(({ key, title, says }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd> {title}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p class="dim">
        While words are selected: <kbd>←</kbd> <kbd>→</kbd> move by a word, <kbd>Shift</kbd> with them takes more words, <kbd>Enter</kbd> takes
        them, <kbd>Esc</kbd> leaves. <kbd>Ctrl</kbd>+<kbd>Enter</kbd> saves a correction.
      </p>
    </Dialog>
  );
}

export function Comment({ onSay, onClose }: Saying) {
  const [note, set] = useState("");
  return (
    <Dialog title="Comment" onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), note.trim() && onSay({ kind: "commented", note: note.trim() }))}>
        <label>
          Your words
          <textarea rows={4} autofocus required value={note} onInput={(event) => set(event.currentTarget.value)} onKeyDown={submitOnCtrlEnter} />
        </label>
        <button class="main">
          Save <kbd>Ctrl Enter</kbd>
        </button>
      </form>
    </Dialog>
  );
}

export function Evidence({ onSay, onClose }: Saying) {
  const [said, set] = useState({ link: "", file: "", note: "" });
  const put = (name: keyof typeof said) => (event: { currentTarget: { value: string } }) => set({ ...said, [name]: event.currentTarget.value });
  const save = (): void => {
    const given = Object.entries(said).filter(([, value]) => value.trim());
    if (given.length) onSay({ kind: "evidence", ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) });
  };
  const hash = async (event: { currentTarget: HTMLInputElement }): Promise<void> => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    set({ ...said, file: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(""), note: said.note || file.name });
  };
  return (
    <Dialog title="Evidence from outside the report" onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), save())}>
        <label>
          Web address
          <input type="url" autofocus value={said.link} placeholder="https://" onInput={put("link")} />
        </label>
        <label>
          SHA-256 of a file
          <input value={said.file} pattern="[0-9a-f]{64}" onInput={put("file")} />
        </label>
        <label>
          Or choose the file: only its SHA-256 is kept, the file itself stays here
          <input type="file" onChange={hash} />
        </label>
        <label>
          What it shows
          <textarea rows={3} value={said.note} onInput={put("note")} onKeyDown={submitOnCtrlEnter} />
        </label>
        <button class="main">Save</button>
      </form>
    </Dialog>
  );
}

interface Near {
  readonly incident: string;
  readonly type: string;
  readonly sentence: string;
  readonly date: { readonly start: string; readonly end: string } | null;
  readonly places: readonly string[];
  readonly why_not: string;
}

export function Join({ event, onJoin, onClose }: { readonly event: string; readonly onJoin: (incident: string) => void; readonly onClose: () => void }) {
  const near = useAsk<{ readonly items: readonly Near[] }>(`/review/events/${encodeURIComponent(event)}/neighbours`);
  const byNumber = (pressed: KeyboardEvent): void => {
    const chosen = near.value?.items[Number(pressed.key) - 1];
    if (chosen && /^[1-9]$/.test(pressed.key)) onJoin(chosen.incident);
  };
  return (
    <Dialog title="Which incident is the same happening?" onClose={onClose}>
      {near.state !== "here" ? (
        <Waiting for={near} />
      ) : near.value.items.length === 0 ? (
        <p>No incident is like it.</p>
      ) : (
        <ol class="near" onKeyDown={byNumber}>
          {near.value.items.map((one, number) => (
            <li key={one.incident}>
              <button type="button" autofocus={number === 0} onClick={() => onJoin(one.incident)}>
                <kbd>{number + 1}</kbd> {spaced(one.type)}, {one.places.join(", ") || "no place"}, {one.date?.start ?? "no date"}
              </button>
              <p dir="auto">{one.sentence}</p>
              <p class="dim">Kept apart: {one.why_not}</p>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function submitOnCtrlEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}

// Adding an event that the coder missed: words of the report that tell it, and its type. The rest is said as corrections are.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAsk } from "../../api";
import type { Report } from "../../lines";
import { MarkedText } from "../../parts/marked-text";
import { cut, words as wordsOf, type Span } from "../../parts/text-marks";
import { Waiting } from "../../parts/waiting";
import { moved, on, under } from "./cursor";
import { useKeys } from "./keys";
import { spaced } from "./model";

interface Props {
  /** The report's id. */
  readonly id: string;
  /** The event beside which the selecting of words begins. */
  readonly beside: string | null;
  readonly types: readonly string[];
  readonly onAdd: (type: string, words: Span) => void;
  readonly onLeave: () => void;
}

export function Add(props: Props) {
  const answer = useAsk<Report>(`/reports/${encodeURIComponent(props.id)}`);
  return answer.value ? <Shown {...props} report={answer.value} /> : <Waiting for={answer} />;
}

function Shown({ report, beside, types, onAdd, onLeave }: Props & { readonly report: Report }) {
  const words = useMemo(() => wordsOf(report.text), [report]);
  const [cursor, setCursor] = useState(() => on(startOf(report, beside), words));
  const [taken, take] = useState<Span | null>(null);
  const current = under(cursor, words);
  useKeys((key, event) => {
    const next = moved(cursor, key, event.shiftKey, words.length);
    if (next) (setCursor(next), take(null));
    else if (key === "Enter" && !(event.target instanceof HTMLElement && event.target.closest("button, a"))) take(current);
    else return;
    event.preventDefault();
  });
  const known = report.events.map((one) => ({ start: one.trigger_start, end: one.trigger_end, key: "trigger" }));
  const chosen = taken ? { ...taken, key: "field" } : current && { ...current, key: "cursor" };
  return (
    <div class="panes">
      <article class="pane report" aria-label="Report">
        <h2 dir="auto">{report.title ?? report.page}</h2>
        <MarkedText text={report.text} language={report.language} marks={chosen ? [...known, chosen] : known} show={taken ? "field" : "cursor"} onSelect={take} />
      </article>
      <section class="pane" aria-label="What was missed">
        <h2>What was missed</h2>
        <p class="dim">
          Select the words that tell it: <kbd>←</kbd> <kbd>→</kbd>, with <kbd>Shift</kbd> more of them, then <kbd>Enter</kbd>; or with the mouse. In bold is what
          is coded already.
        </p>
        {taken && <Typed words={cut(report.text, taken)} types={types} onType={(type) => onAdd(type, taken)} onBack={() => take(null)} />}
        <button type="button" onClick={onLeave}>
          Leave <kbd>Esc</kbd>
        </button>
      </section>
    </div>
  );
}

function startOf(report: Report, beside: string | null): Span {
  const event = report.events.find((one) => one.id === beside);
  return event ? { start: event.trigger_start, end: event.trigger_end } : { start: 0, end: 0 };
}

interface TypedProps {
  readonly words: string;
  readonly types: readonly string[];
  readonly onType: (type: string) => void;
  readonly onBack: () => void;
}

/** Of which type it is: asked for at once. */
function Typed({ words, types, onType, onBack }: TypedProps) {
  const [type, set] = useState("");
  const box = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => box.current?.focus(), [words]);
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Escape") (event.stopPropagation(), onBack());
    else if (event.key === "Enter" && event.target === box.current) (event.preventDefault(), box.current?.form?.requestSubmit());
  };
  return (
    <form class="editor" aria-label="Add what was missed" onKeyDown={press} onSubmit={(event) => (event.preventDefault(), type && onType(type))}>
      <p dir="auto">“{words}”</p>
      <label>
        Type
        <select ref={box} required value={type} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">–</option>
          {types.map((one) => (
            <option key={one} value={one}>
              {spaced(one)}
            </option>
          ))}
        </select>
      </label>
      <button class="main">
        Add <kbd>Enter</kbd>
      </button>
    </form>
  );
}

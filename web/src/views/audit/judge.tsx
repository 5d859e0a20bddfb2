// The blind page: one report, one event, and a verdict by a few keys. What is not marked is right.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { ApiError, send, useAsk } from "../../api";
import { Waiting } from "../../parts/waiting";
import { changed, go, type Address } from "../../router";
import { marksOf, pressed, slotOf, verdict, type Marks } from "./answers";
import { segments } from "../../parts/spans";
import { marksIn } from "./marks";
import { SLOTS, type Answers, type Item, type Slot, type Turn } from "./types";
import { QUESTIONS, value } from "./values";

export function Judge({ id, address }: { readonly id: string; readonly address: Address }) {
  const asked = new URLSearchParams();
  for (const key of ["after", "item"]) if (address.query.has(key)) asked.set(key, address.query.get(key)!);
  const [again, setAgain] = useState(0);
  const answer = useAsk<Turn>(`/audits/${encodeURIComponent(id)}/next?${asked}`, again);
  if (!answer.value) return <Waiting for={answer} />;
  const turn = answer.value;
  const to = (change: Readonly<Record<string, string | null>>): void => {
    const next = changed(address, { after: null, item: null, ...change });
    if (next === address.path + location.search) setAgain(again + 1);
    else go(next);
  };
  if (!turn.item) return <Through turn={turn} />;
  return <Sheet key={turn.item.item} turn={turn} item={turn.item} ready={answer.state === "here"} to={to} />;
}

function Through({ turn }: { readonly turn: Turn }) {
  return (
    <article class="audit">
      <h1 dir="auto">{turn.audit.name}</h1>
      <p role="status" class="lead">
        You have judged all {turn.audit.drawn} events.
      </p>
      <p>
        <a class="button" href={`/audit/${turn.audit.id}/figures`}>
          See the figures
        </a>
      </p>
    </article>
  );
}

interface SheetProps {
  readonly turn: Turn;
  readonly item: Item;
  readonly ready: boolean;
  readonly to: (change: Readonly<Record<string, string | null>>) => void;
}

let last: { readonly audit: string; readonly item: number } | null = null; // what u takes back

function Sheet({ turn, item, ready, to }: SheetProps) {
  const [marks, mark] = useState<Marks>(marksOf(turn.verdict?.answers ?? {}));
  const [shown, show] = useState<Slot | null>(null);
  const [said, say] = useState("");
  const note = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const audit = turn.audit.id;
  const act = useCallback((done: Promise<unknown>, then: () => void) => {
    busy.current = true;
    done
      .then(then, (error: unknown) => say(error instanceof ApiError ? error.message : "the verdict did not arrive"))
      .finally(() => (busy.current = false));
  }, []);
  const give = (answers: Answers): void => {
    if (busy.current || !ready) return;
    const body = { item: item.item, answers, note: note.current?.value.trim() || null };
    act(send(`/audits/${audit}/verdicts`, body), () => {
      last = { audit, item: item.item };
      to({ after: String(item.item) });
    });
  };
  const undo = (): void => {
    if (busy.current || last?.audit !== audit) return say("there is nothing to take back");
    const { item: number } = last;
    act(send(`/audits/${audit}/verdicts/${number}`, {}, "DELETE"), () => {
      last = null;
      to({ item: String(number) });
    });
  };
  const keys: Readonly<Record<string, () => void>> = {
    y: () => give(verdict(item.asked, marks)),
    n: () => give({ record: "wrong" }),
    u: undo,
    j: () => to({ after: String(item.item) }),
    c: () => note.current?.focus(),
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).matches("input, select, textarea")) {
      if (event.key === "Escape" || event.key === "Enter") (event.target as HTMLElement).blur();
      return;
    }
    const slot = slotOf(event.key, item.asked);
    const does = slot ? () => mark((was) => pressed(was, slot)) : keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  };
  useLayoutEffect(() => {
    // before the page is painted: no key of a quick reviewer is lost
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  const wrong = Object.keys(marks).length;
  return (
    <article class="judge">
      <div class="top">
        <h1 dir="auto">{turn.audit.name}</h1>
        <label class="dim">
          <span aria-live="polite">
            {turn.judged} of {turn.audit.drawn} judged
          </span>{" "}
          <progress max={turn.audit.drawn} value={turn.judged} />
        </label>
      </div>
      <Text item={item} shown={shown} />
      <section class="card sheet" aria-labelledby="coded">
        <h2 id="coded">What was coded from it</h2>
        <ol>
          {SLOTS.map((slot, index) => (
            <Row
              key={slot}
              slot={slot}
              digit={index + 1}
              item={item}
              mark={marks[slot] ?? null}
              press={() => mark(pressed(marks, slot))}
              show={show}
            />
          ))}
        </ol>
        <label class="note">
          Note <kbd>c</kbd> <input ref={note} name="note" maxLength={2000} defaultValue={turn.verdict?.note ?? ""} dir="auto" autoComplete="off" />
        </label>
        <p class="acts">
          <button class="yes" onClick={keys["y"]}>
            {wrong ? "The rest is right" : "All right"} <kbd>y</kbd>
          </button>
          <button class="no" onClick={keys["n"]}>
            No such record <kbd>n</kbd>
          </button>
          <button onClick={keys["j"]}>
            Later <kbd>j</kbd>
          </button>
          <button onClick={undo}>
            Undo <kbd>u</kbd>
          </button>
        </p>
        <p class="dim hint">
          <kbd>1</kbd> to <kbd>9</kbd> mark a slot wrong, again unsure, again right.
        </p>
        <p class="bad" role="alert">
          {said}
        </p>
      </section>
    </article>
  );
}

interface RowProps {
  readonly slot: Slot;
  readonly digit: number;
  readonly item: Item;
  readonly mark: "wrong" | "unsure" | null;
  readonly press: () => void;
  readonly show: (slot: Slot | null) => void;
}

function Row({ slot, digit, item, mark, press, show }: RowProps) {
  if (!item.asked.includes(slot))
    return (
      <li class="empty">
        <kbd>{digit}</kbd> <span class="slot">{slot}</span> <span class="dim">left empty, not judged</span>
      </li>
    );
  const watch = { onMouseEnter: () => show(slot), onMouseLeave: () => show(null), onFocusIn: () => show(slot), onFocusOut: () => show(null) };
  return (
    <li class={mark ?? "right"} data-slot={slot} {...watch}>
      <kbd>{digit}</kbd>
      <span class="slot" title={QUESTIONS[slot]}>
        {slot}
      </span>
      <div class="value">{value(item, slot)}</div>
      <button onClick={press} aria-label={`${slot}: ${mark ?? "right"}. ${QUESTIONS[slot]}`}>
        {mark ?? "right"}
      </button>
    </li>
  );
}

function Text({ item, shown }: { readonly item: Item; readonly shown: Slot | null }) {
  const cut = useMemo(() => segments(item.report.text, marksIn(item.event)), [item]);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const mark = box.current?.querySelector("mark"); // brought into view within its box: the page itself stays where it is
    if (mark && box.current) box.current.scrollTop = Math.max(0, mark.offsetTop - box.current.clientHeight / 3);
  }, [item]);
  const head = [item.report.outlet, item.report.agency, item.report.dateline, item.report.published].filter(Boolean).join(" · ");
  return (
    <section class="card report" aria-labelledby="report" ref={box} tabIndex={0} lang={item.report.language ?? undefined}>
      <h2 id="report" dir="auto">
        {item.report.title ?? "A report without a title"}
      </h2>
      {head && (
        <p class="dim" dir="auto">
          {head}
        </p>
      )}
      <div class="words" dir="auto">
        {cut.map((piece, index) => {
          if (piece.keys.length === 0) return piece.text;
          const names = [...piece.keys, ...(shown && piece.keys.includes(shown) ? ["shown"] : [])];
          return (
            <mark key={index} class={names.join(" ")}>
              {piece.text}
            </mark>
          );
        })}
      </div>
    </section>
  );
}

// Review: people check what the coder wrote, event by event, all by keyboard. Every judgement is an entry of the log.
import { useEffect, useMemo, useState } from "preact/hooks";
import { useAsk } from "../../api";
import { byHand, type Words } from "../../lines";
import { MarkedText } from "../../parts/marked-text";
import type { Mark } from "../../parts/spans";
import { words as wordsOf, type Span } from "../../parts/text-marks";
import { Waiting } from "../../parts/waiting";
import { useSession } from "../../session";
import { changed, go, type Address } from "../../router";
import { may } from "../../who";
import { Add } from "./add";
import { Conflicts, Log, Notes, Why } from "./around";
import { moved, on, under, type Cursor } from "./cursor";
import { useDesk } from "./desk";
import { Comment, Evidence, Help, Join } from "./dialogs";
import { FIELDS, fresh, items as itemsOf } from "./draft";
import { Editor } from "./editor";
import { Fields } from "./fields";
import { Filter } from "./filter";
import { KEYS, useKeys, type Command } from "./keys";
import { SLOTS, spaced, TITLES, type Choices, type Slot, type Whole, type Worded } from "./model";
import "./review.css";

type Shown = "help" | "comment" | "evidence" | "join" | null;
interface Edit {
  readonly slot: Slot;
  readonly draft: readonly Worded[];
  readonly cursor: Cursor;
}

export function Review({ address }: { readonly address: Address }) {
  const desk = useDesk(address);
  const { item } = desk;
  const choices = useAsk<Choices>("/review/choices").value ?? {};
  const who = useSession();
  const [shown, show] = useState<Shown>(null);
  const [filtering, filter] = useState(false);
  const [chosen, choose] = useState<Slot | null>(null);
  const [edit, setEdit] = useState<Edit | null>(null);
  const words = useMemo(() => wordsOf(item?.text ?? ""), [item?.text]);
  const able = may(who, "reviewer");
  const adding = able ? address.query.get("add") : null;

  useEffect(() => (choose(null), setEdit(null)), [desk.id]);

  const leave = (): void => desk.open(desk.id);
  const correct = (slot: Slot): void => {
    if (!item || !able) return;
    const draft = itemsOf(slot, item.event);
    choose(null);
    setEdit({ slot, draft, cursor: on(startOf(item, draft), words) });
    desk.say(FIELDS[slot] ? `${TITLES[slot]}: select words in the text.` : `${TITLES[slot]}: choose.`);
  };
  const take = (span: Span): void => {
    if (!edit || !item || !FIELDS[edit.slot]) return;
    const made = fresh(edit.slot, item.text, span);
    const draft = edit.slot === "date" ? [{ ...made, ...keptDays(edit.draft[0]) }] : [...edit.draft, made];
    setEdit({ ...edit, draft, cursor: on(span, words) });
    desk.say(`Taken: ${made.text}`);
    if (["places", "quantities", "date"].includes(edit.slot)) focusLast();
  };
  const decide = (kind: string, said: string): void => desk.decide({ kind }, said, () => desk.step(1));
  const commands: Record<Command, () => void> = {
    next: () => desk.step(1),
    back: () => desk.step(-1),
    accept: () => decide("accepted", "Accepted."),
    reject: () => decide("rejected", "Rejected: it leaves all counts."),
    dispute: () => decide("disputed", "Marked as in dispute."),
    correct: () => (choose(SLOTS[0]), desk.say("Which field? Its number, or the arrow keys and Enter.")),
    missed: () => item && go(changed(address, { add: item.report.id })),
    split: () => desk.post("/review/split", {}, "Split from its incident."),
    join: () => show("join"),
    comment: () => show("comment"),
    evidence: () => show("evidence"),
    undo: desk.undo,
    filter: () => filter(!filtering),
    help: () => show("help"),
  };
  const locked = (command: Command): boolean => !able && !["next", "back", "filter", "help"].includes(command);

  const choosing = (key: string): boolean => {
    const at = SLOTS.indexOf(chosen!);
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[key];
    if (step) choose(SLOTS[(at + step + SLOTS.length) % SLOTS.length]!);
    else if (SLOTS[Number(key) - 1]) correct(SLOTS[Number(key) - 1]!);
    else if (key === "Enter") correct(chosen!);
    else if (key === "Escape") choose(null);
    else return false;
    return true;
  };
  const picking = (key: string, event: KeyboardEvent): boolean => {
    if (!edit) return false;
    const cursor = moved(edit.cursor, key, event.shiftKey, words.length);
    if (key === "Escape") setEdit(null);
    else if (!FIELDS[edit.slot]) return false;
    else if (cursor) setEdit({ ...edit, cursor });
    else if (key === "Backspace") setEdit({ ...edit, draft: edit.draft.slice(0, -1) });
    else if (key === "Enter" && !(event.target instanceof HTMLButtonElement)) take(under(edit.cursor, words) ?? { start: 0, end: 0 });
    else return false;
    return true;
  };
  useKeys((key, event) => {
    if (adding) return void (key === "Escape" && leave());
    const found = KEYS.find((one) => one.key === key);
    if (edit ? picking(key, event) : chosen ? choosing(key) : found && !locked(found.command) && (commands[found.command](), true)) event.preventDefault();
  });

  const save = (value: unknown): void => {
    if (!edit) return;
    const { slot } = edit;
    desk.decide({ kind: "corrected", slot, value }, `${TITLES[slot]} corrected.`, () => setEdit(null));
  };
  const close = (): void => show(null);
  const say = (said: Readonly<Record<string, unknown>>): void => (close(), desk.decide(said, said.kind === "commented" ? "Comment saved." : "Evidence saved."));

  return (
    <div class="review">
      <Head desk={desk} />
      {filtering && <Filter address={address} choices={choices} onClose={() => filter(false)} />}
      {adding ? (
        <Add key={adding} id={adding} beside={desk.id} types={choices.type ?? []} onAdd={(type, span) => desk.add(adding, type, span)} onLeave={leave} />
      ) : desk.queue.state === "failed" ? (
        <Waiting for={desk.queue} />
      ) : desk.queue.state === "here" && !desk.id ? (
        <p class="empty">Nothing here is left to review. <button type="button" onClick={() => filter(true)}>Choose what is shown</button></p>
      ) : !item ? (
        <Waiting for={desk.answer} />
      ) : (
        <div class="panes">
          <article class="pane report" aria-label="Report">
            <ReportHead item={item} />
            <MarkedText
              text={item.text}
              language={null}
              marks={edit && FIELDS[edit.slot] ? marksOfEdit(item, edit, under(edit.cursor, words)) : marksOf(item)}
              show={edit && FIELDS[edit.slot] ? "cursor" : "trigger"}
              onSelect={edit ? take : undefined}
            />
          </article>
          <section class="pane" aria-label="Event">
            <h2>
              {spaced(item.event.type)} <span class={`badge ${item.review.standing}`}>{item.review.standing}</span>{" "}
              {byHand(item.event) && <span class="badge">missed by the coder</span>}
            </h2>
            <Why item={item} />
            <Conflicts item={item} onSettle={may(who, "admin") ? (slot, whose) => desk.decide({ kind: "settled", slot, whose }, `Settled: ${whose}'s word holds.`) : null} />
            <Fields
              item={item}
              chosen={chosen}
              edited={edit?.slot ?? null}
              onCorrect={correct}
              editor={
                edit && (
                  <Editor
                    key={edit.slot}
                    slot={edit.slot}
                    event={item.event}
                    choices={choices}
                    draft={edit.draft}
                    onDraft={(draft) => setEdit({ ...edit, draft })}
                    onSave={save}
                    onLeave={() => setEdit(null)}
                  />
                )
              }
            />
            <Notes item={item} />
            <Log item={item} />
          </section>
        </div>
      )}
      {!adding && (
        <div class="actions" role="toolbar" aria-label="Judge">
          {KEYS.map(({ key, command, title, says }) => (
            <button key={key} type="button" class={`act-${command}`} title={says} disabled={locked(command)} onClick={commands[command]}>
              <kbd>{key}</kbd> {title}
            </button>
          ))}
        </div>
      )}
      {shown === "help" && <Help onClose={close} />}
      {shown === "comment" && <Comment onSay={say} onClose={close} />}
      {shown === "evidence" && <Evidence onSay={say} onClose={close} />}
      {shown === "join" && item && <Join event={item.event.id} onClose={close} onJoin={(incident) => (close(), desk.post("/review/join", { incident }, "Joined: one incident now."))} />}
    </div>
  );
}

function Head({ desk }: { readonly desk: ReturnType<typeof useDesk> }) {
  const progress = desk.progress.value;
  const total = desk.queue.value?.total ?? 0;
  return (
    <div class="head">
      <h1>Review</h1>
      {progress && (
        <label class="progress">
          <progress max={progress.total || 1} value={progress.done} aria-label="Reviewed" />
          <span>
            {progress.done.toLocaleString("en")} of {progress.total.toLocaleString("en")} reviewed
          </span>
          <span class="dim">{progress.reviewers.slice(0, 4).map((one) => `${one.by} ${one.judged.toLocaleString("en")}`).join(" · ")}</span>
        </label>
      )}
      <span class="dim">{desk.index >= 0 ? `${desk.index + 1} of ${total.toLocaleString("en")} here` : ""}</span>
      <p class="status" role="status" aria-live="polite">
        {desk.status}
      </p>
    </div>
  );
}

function ReportHead({ item }: { readonly item: Whole }) {
  const { report, incident } = item;
  return (
    <div class="report-head">
      <h2 dir="auto">
        <a href={`/report/${encodeURIComponent(report.id)}#event=${encodeURIComponent(item.event.id)}`}>{report.title ?? report.page}</a>
      </h2>
      <p class="dim">
        {[report.outlet, report.published?.slice(0, 10)].filter(Boolean).join(", ")}
        {incident && (
          <>
            {" · "}
            <a href={`/incident/${incident.id}`}>incident</a> {incident.status}, {incident.voices} {incident.voices === 1 ? "voice" : "voices"}
          </>
        )}
      </p>
    </div>
  );
}

const spanOf = (one: Words | null | undefined): Span | null =>
  one && one.text_start !== null && one.text_end !== null ? { start: one.text_start, end: one.text_end } : null;

/** Where the selecting of words begins: at what the slot holds now, else at the trigger. */
function startOf(item: Whole, draft: readonly Worded[]): Span {
  return spanOf(draft[0]) ?? { start: item.event.trigger_start, end: item.event.trigger_end };
}

const keptDays = (one: Worded | undefined) => (one ? { start: one.start, end: one.end, precision: one.precision } : {});

const marked = (key: string, some: readonly (Words | null)[]): Mark[] =>
  some.flatMap((one) => {
    const span = spanOf(one);
    return span ? [{ ...span, key }] : [];
  });

function marksOf({ event }: Whole): Mark[] {
  const { evidence } = event;
  return [
    { start: evidence.text_start, end: evidence.text_end, key: "sentence" },
    { start: event.trigger_start, end: event.trigger_end, key: "trigger" },
    ...(["agents", "targets", "places", "quantities", "sources"] as const).flatMap((slot) => marked(slot, event[slot])),
    ...marked("date", [event.date]),
  ];
}

function marksOfEdit(item: Whole, edit: Edit, cursor: Span | null): Mark[] {
  const { evidence } = item.event;
  const sentence = { start: evidence.text_start, end: evidence.text_end, key: "sentence" };
  return [sentence, ...marked("field", edit.draft), ...(cursor ? [{ ...cursor, key: "cursor" }] : [])];
}

/** What words do not say of a new item is asked for at once. */
function focusLast(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(".editor .items li:last-child :is(select, input)")?.focus()));
}


// The reviewer's desk: the queue, the event that lies open, and what can be done with it.
import { useCallback, useRef, useState } from "preact/hooks";
import { ApiError, send, useAsk } from "../../api";
import { changed, go, type Address } from "../../router";
import { asked } from "./filter";
import type { Span } from "../../parts/text-marks";
import { type Item, type Judged, type Progress, type Queue, type Whole } from "./model";

interface Mine {
  readonly number: number;
  readonly event: string;
  /** What lay open before an event was added: to be opened again when that is undone. */
  readonly before?: string | null;
}

interface Undone {
  readonly items: readonly Whole[];
}

const path = (id: string): string => `/review/events/${encodeURIComponent(id)}`;

export function useDesk(address: Address) {
  const [fills, fill] = useState(0);
  const [changes, change] = useState(0);
  const [status, say] = useState("");
  const [here, put] = useState<Whole | null>(null);
  const mine = useRef<Mine[]>([]);
  const busy = useRef(false);
  const query = asked(address);
  const queue = useAsk<Queue>(`/review/queue?limit=50${query && `&${query}`}`, fills);
  const progress = useAsk<Progress>("/review/progress", changes);
  const items: readonly Item[] = queue.value?.items ?? [];
  const id = address.query.get("event") ?? items[0]?.event.id ?? null;
  const answer = useAsk<Whole>(id === null ? null : path(id), changes);
  const told = answer.value?.event.id === id ? answer.value : null;
  const item = here?.event.id === id ? here : told;
  const index = items.findIndex((one) => one.event.id === id);
  const last = useRef(0);
  if (index >= 0) last.current = index;
  const open = useCallback(
    (event: string | null) => go(changed({ path: location.pathname, query: new URLSearchParams(location.search) }, { event, add: null }), { replace: true }),
    [],
  );

  /** The next event, or the one before; after the last the queue is asked for more. From what is not in the queue, since
   * it was added, back to where that was done. */
  const step = (by: number): void => {
    const next = items[index >= 0 ? index + by : last.current];
    if (next) open(next.event.id);
    else if (by > 0) (fill(fills + 1), open(null), say("The queue was filled again."));
    else say("This is the first.");
  };

  /** Does one thing at a time; what the server refuses is said as it says it. */
  const act = async (work: () => Promise<string>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      say(await work());
      change((number) => number + 1);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say(error.message);
      if (error.status === 409) (put(null), change((number) => number + 1));
    } finally {
      busy.current = false;
    }
  };

  const logged = (answer: Judged, event: string): void => {
    mine.current.push({ number: answer.entry.number, event });
    put(answer.item);
  };

  /** Logs a judgement of the open event. */
  const decide = (said: Readonly<Record<string, unknown>>, words: string, then?: () => void): void => {
    if (!item) return;
    const event = item.event.id;
    void act(async () => {
      logged(await send<Judged>("/review/judgements", { event, seen: item.review.seen, ...said }), event);
      then?.();
      return `${words} Saved as entry ${mine.current.at(-1)?.number}.`;
    });
  };

  const post = (to: string, body: Readonly<Record<string, unknown>>, words: string): void => {
    if (!item) return;
    const event = item.event.id;
    void act(async () => (logged(await send<Judged>(to, { event, ...body }), event), words));
  };

  /** Logs an event that was missed, and opens it. */
  const add = (report: string, type: string, { start, end }: Span): void =>
    void act(async () => {
      const answer = await send<Judged>("/review/events", { report, type, text_start: start, text_end: end });
      const event = answer.item.event.id;
      mine.current.push({ number: answer.entry.number, event, before: id });
      put(answer.item);
      open(event);
      return `Added. Saved as entry ${answer.entry.number}. Now say its fields: c.`;
    });

  const undo = (): void =>
    void act(async () => {
      const latest = mine.current.at(-1);
      if (!latest) return "There is nothing of yours to undo here.";
      const { items: back } = await send<Undone>("/review/undo", { number: latest.number });
      mine.current.pop();
      put(back.find((one) => one.event.id === latest.event) ?? null);
      open(latest.before === undefined ? latest.event : latest.before);
      return `Undone: entry ${latest.number}.`;
    });

  return { queue, progress, items, id, item, answer, index, status, say, open, step, decide, post, add, undo };
}

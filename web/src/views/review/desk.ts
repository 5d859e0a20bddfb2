// The reviewer's desk: the queue, the event that lies open, and what can be done with it.
import { useCallback, useRef, useState } from "preact/hooks";
import { ApiError, send, useAsk } from "../../api";
import { changed, go, type Address } from "../../router";
import { asked } from "./filter";
import { judge, type Item, type Judged, type Progress, type Queue, type Whole } from "./model";

interface Mine {
  readonly number: number;
  readonly event: string;
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
  const open = useCallback((event: string | null) => go(changed({ path: location.pathname, query: new URLSearchParams(location.search) }, { event }), { replace: true }), []);

  /** The next event, or the one before; after the last the queue is asked for more. */
  const step = (by: number): void => {
    const next = items[index + by];
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
      logged(await judge({ event, seen: item.review.seen, ...said }), event);
      then?.();
      return `${words} Saved as entry ${mine.current.at(-1)?.number}.`;
    });
  };

  const post = (to: string, body: Readonly<Record<string, unknown>>, words: string): void => {
    if (!item) return;
    const event = item.event.id;
    void act(async () => (logged(await send<Judged>(to, { event, ...body }), event), words));
  };

  const undo = (): void =>
    void act(async () => {
      const last = mine.current.at(-1);
      if (!last) return "There is nothing of yours to undo here.";
      const { items: back } = await send<Undone>("/review/undo", { number: last.number });
      mine.current.pop();
      put(back.find((one) => one.event.id === last.event) ?? null);
      open(last.event);
      return `Undone: entry ${last.number}.`;
    });

  return { queue, progress, items, id, item, answer, index, status, say, open, step, decide, post, undo };
}

// The keys of the review, in one table: what each does is shown in the help, and on its button.
import { useLayoutEffect, useRef } from "preact/hooks";

export type Command = "next" | "back" | "accept" | "reject" | "dispute" | "correct" | "missed" | "split" | "join" | "comment" | "evidence" | "undo" | "filter" | "help";

export const KEYS: readonly { readonly key: string; readonly command: Command; readonly title: string; readonly says: string }[] = [
  { key: "j", command: "next", title: "Next", says: "the next event" },
  { key: "k", command: "back", title: "Back", says: "the event before" },
  { key: "a", command: "accept", title: "Accept", says: "it is right as it stands, with the corrections shown" },
  { key: "x", command: "reject", title: "Reject", says: "the report tells no such event: it leaves all counts" },
  { key: "c", command: "correct", title: "Correct", says: "choose a field by its number or the arrow keys, then select the words in the text" },
  { key: "i", command: "missed", title: "Add", says: "add an event that the coder missed: select the words that tell it, then its type" },
  { key: "d", command: "dispute", title: "Dispute", says: "leave it to others: it needs a second look" },
  { key: "s", command: "split", title: "Split", says: "it is another happening than the rest of its incident" },
  { key: "m", command: "join", title: "Join", says: "its incident and another are one happening" },
  { key: "n", command: "comment", title: "Comment", says: "write a note that stays with it" },
  { key: "e", command: "evidence", title: "Evidence", says: "add a link, a file's SHA-256 or a note from outside the report" },
  { key: "u", command: "undo", title: "Undo", says: "take your last judgement back" },
  { key: "/", command: "filter", title: "Filter", says: "choose which events come" },
  { key: "?", command: "help", title: "Keys", says: "show this list" },
];

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Calls `press` with each key that is nobody else's: not typed into a field, no dialog open, no modifier held.
 *
 * A key always meets what is shown: the newest `press`, which listens from the moment that it is shown. */
export function useKeys(press: (key: string, event: KeyboardEvent) => void): void {
  const newest = useRef(press);
  newest.current = press;
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
      if (typing(event.target) || document.querySelector("dialog[open]")) return;
      newest.current(event.key, event);
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

// What a reviewer has marked, and what becomes of it: pure, so that it can be tested without a page.
import { SLOTS, type Answer, type Answers, type Slot } from "./types";

/** Marks that differ from right; what is not marked counts as right once the verdict is given. */
export type Marks = Partial<Record<Slot, Exclude<Answer, "right">>>;

/** A slot's mark after it was pressed once more: right, wrong, unsure, right. */
export function pressed(marks: Marks, slot: Slot): Marks {
  const { [slot]: was, ...rest } = marks;
  if (was === undefined) return { ...rest, [slot]: "wrong" };
  return was === "wrong" ? { ...rest, [slot]: "unsure" } : rest;
}

/** The verdict that these marks make: of a record that is not right, only that it is not. */
export function verdict(asked: readonly Slot[], marks: Marks): Answers {
  if (marks.record) return { record: marks.record };
  return Object.fromEntries(asked.map((slot) => [slot, marks[slot] ?? "right"]));
}

/** The marks of a verdict that was given before. */
export function marksOf(answers: Answers): Marks {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "right")) as Marks;
}

/** The slot of a key from 1 to 9, if it is asked of this event. */
export function slotOf(key: string, asked: readonly Slot[]): Slot | null {
  const slot = /^[1-9]$/.test(key) ? SLOTS[Number(key) - 1] : undefined;
  return slot !== undefined && asked.includes(slot) ? slot : null;
}

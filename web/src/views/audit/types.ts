// What the API says of audits: see docs/serving.md.
import type { Event } from "../../lines";
export const SLOTS = ["record", "type", "agents", "targets", "places", "date", "quantities", "sources", "modality"] as const;
export type Slot = (typeof SLOTS)[number];
export type Answer = "right" | "wrong" | "unsure";
export type Answers = Partial<Record<Slot, Answer>>;

export interface Audit {
  readonly id: string;
  readonly name: string;
  readonly drawn_by: string;
  readonly drawn_at: string;
  readonly by: string | null;
  readonly allocation: string;
  readonly seed: number;
  readonly reviewers: number;
  readonly drawn: number;
  readonly events: number;
  readonly strata: readonly { readonly name: string; readonly events: number; readonly drawn: number }[];
  readonly judged: Readonly<Record<string, number>>;
  readonly made_by: { readonly codebook: string; readonly dateline: string };
}

/** What of an event a reviewer sees: nothing of how sure the program is, nor of where it was merged. */
export type BlindEvent = Pick<
  Event,
  | "type"
  | "modality"
  | "background"
  | "trigger_start"
  | "trigger_end"
  | "sentence"
  | "evidence"
  | "agents"
  | "targets"
  | "places"
  | "date"
  | "quantities"
  | "sources"
  | "means"
  | "extent"
>;
export interface Item {
  readonly item: number;
  readonly report: Readonly<Record<"title" | "outlet" | "agency" | "dateline" | "language" | "published", string | null>> & { readonly text: string };
  readonly event: BlindEvent;
  readonly definition: string | null;
  readonly asked: readonly Slot[];
}
export interface Turn {
  readonly audit: { readonly id: string; readonly name: string; readonly drawn: number };
  readonly place: number;
  readonly judged: number;
  readonly item: Item | null;
  readonly verdict: { readonly answers: Answers; readonly note: string | null } | null;
}

export interface Precision {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly judged: number;
}
export interface Agreement {
  readonly alpha: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly same: number | null;
  readonly items: number;
}
export interface Figures extends Audit {
  readonly method: string;
  readonly slots: Readonly<Record<Slot, Precision>>;
  readonly whole: Precision;
  readonly types: Readonly<Record<string, Readonly<Record<Slot | "whole", Precision>>>>;
  readonly agreement: Readonly<Record<Slot, Agreement>>;
}

// What the API says of audits: see docs/serving.md.
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

interface Words {
  readonly text: string | null;
  readonly text_start: number | null;
  readonly text_end: number | null;
}
export interface Actor extends Words {
  readonly name: string;
  readonly kind: string | null;
  readonly country: string | null;
  readonly basis: string;
  readonly alleged_by: readonly string[];
}
export interface Place extends Words {
  readonly name: string;
  readonly role: string;
  readonly precision: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}
export interface Days extends Words {
  readonly start: string;
  readonly end: string;
  readonly precision: string;
}
export interface Quantity extends Words {
  readonly kind: string;
  readonly who: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly scope: string;
  readonly status: string | null;
  readonly unit: string;
}
export interface Source extends Words {
  readonly name: string;
  readonly stance: string;
  readonly kind: string;
  readonly hedge: string | null;
  readonly via: string | null;
}
export interface BlindEvent {
  readonly type: string;
  readonly modality: string;
  readonly background: boolean;
  readonly trigger_start: number;
  readonly trigger_end: number;
  readonly sentence: string;
  readonly evidence: { readonly text_start: number; readonly text_end: number };
  readonly agents: readonly Actor[];
  readonly targets: readonly Actor[];
  readonly places: readonly Place[];
  readonly date: Days | null;
  readonly quantities: readonly Quantity[];
  readonly sources: readonly Source[];
  readonly means: string | null;
  readonly extent: string | null;
}
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

// An incident as the server writes it; docs/output.md says what its keys mean.
import type * as lines from "../../lines";

export interface Voice {
  readonly speaker: string;
  readonly party: string;
  readonly carrier: string | null;
  readonly kind: string | null;
  readonly id: string | null;
}

/** A place without its words. */
export type Place = Omit<lines.Place, keyof lines.Words | "reason">;

export interface Party {
  readonly name: string;
  readonly id: string | null;
  readonly basis: string;
  readonly stated_by: readonly Voice[];
  readonly alleged_by: readonly Voice[];
  readonly denied_by: readonly Voice[];
  readonly owned_by: readonly Voice[];
}

export interface Figure {
  readonly event: string;
  readonly who: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly voices: readonly Voice[];
  readonly stamp: string | null;
  readonly superseded: string | null;
}

export interface Toll {
  readonly kind: string;
  readonly who: string | null;
  readonly unit: string | null;
  readonly status: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly derivation: string;
  readonly figures: readonly Figure[];
  readonly parts: readonly Toll[];
}

export interface Telling {
  readonly page: string;
  readonly event: string;
  readonly type: string;
  readonly sentence: string;
  readonly voices: readonly Voice[];
  readonly denials: readonly Voice[];
  readonly printed_by: readonly { readonly page: string; readonly id: string; readonly outlet: string | null }[];
  readonly stamp: string | null;
  readonly dropped_by: string | null;
}

export interface Likeness {
  readonly one: string;
  readonly other: string;
  readonly points: number;
  readonly reasons: readonly string[];
}

export interface Neighbour {
  readonly id: string;
  readonly type: string;
  readonly event: string;
  readonly sentence: string;
  readonly points: number;
  readonly reasons: readonly string[];
  readonly why_not: string;
}

export interface Judgement {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly some?: readonly string[];
  readonly others?: readonly string[];
  readonly note?: string | null;
}

export interface TellingReport {
  readonly event: string;
  readonly id: string;
  readonly page: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

export interface Displaced {
  readonly reported: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly quantifier: string | null;
  readonly unit: string | null;
  readonly category: string | null;
  readonly term: string | null;
  readonly role: string | null;
  readonly calculation: string | null;
}

export interface Incident {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly date: {
    readonly start: string;
    readonly end: string;
    readonly told: boolean;
    readonly conflicting: readonly { readonly event: string; readonly start: string; readonly end: string; readonly voices: readonly Voice[] }[];
  } | null;
  readonly places: readonly Place[];
  readonly elsewhere: readonly { readonly event: string; readonly places: readonly Place[]; readonly voices: readonly Voice[] }[];
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
  readonly tolls: readonly Toll[];
  readonly independent: readonly Voice[];
  readonly tellings: readonly Telling[];
  readonly likenesses: readonly Likeness[];
  readonly airwars: { readonly grade: string; readonly reason: string } | null;
  readonly idmc: readonly Displaced[];
  readonly copies: number;
  readonly reviewed: boolean;
  readonly reports: readonly TellingReport[];
  readonly neighbours: readonly Neighbour[];
  readonly judgements: readonly Judgement[];
  readonly doubts: readonly string[];
}

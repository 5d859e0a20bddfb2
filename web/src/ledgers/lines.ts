// The lines of ledgers as the API answers them (docs/output.md); brief ones name speakers instead of carrying statements.
export interface Days {
  readonly start: string;
  readonly end: string;
  readonly precision: string;
}

export interface Spot {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: string;
}

export interface Side {
  readonly key: string;
  readonly name: string;
}

export interface Voice {
  readonly speaker: string;
  readonly carrier: string | null;
}

export interface Statement {
  readonly page: string;
  readonly event: string;
  readonly sentence: string;
  readonly voices: readonly Voice[];
  readonly denials: readonly Voice[];
}

export interface Range {
  readonly low: number;
  readonly best: number | null;
  readonly high: number | null;
}

export interface Tally extends Range {
  readonly kind: string;
  readonly of: string;
  readonly unit: string;
}

export interface Listed<Line> {
  readonly items: readonly Line[];
  readonly total: number;
  readonly next: number | null;
}

export interface SumLine {
  readonly group: string | null;
  readonly incidents: readonly string[];
  readonly tallies: readonly Tally[];
}

export interface Said {
  readonly said_by: readonly string[];
  readonly denied_by: readonly string[];
}

export interface Total extends Said {
  readonly kind: string;
  readonly who: string;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string;
  readonly date: Days | null;
  readonly places: readonly Spot[];
}

export interface Sums extends Listed<SumLine> {
  readonly all: SumLine;
  readonly set_apart: Listed<Total>;
}

export interface TimelineLine extends Said {
  readonly incident: string;
  readonly type: string;
  readonly date: Days | null;
  readonly places: readonly Spot[];
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly status: string;
  readonly tallies: readonly Tally[];
}

export interface DamageLine extends Said {
  readonly incident: string;
  readonly type: string;
  readonly hits: readonly { readonly kind: string; readonly words: string; readonly count: Range | null }[];
  readonly places: readonly Spot[];
  readonly date: Days | null;
  readonly general: boolean;
  readonly by: readonly string[];
  readonly alleged_by: readonly string[];
  readonly status: string;
  readonly tallies: readonly Tally[];
}

export type Standing = "held" | "held in part" | "disputed" | "contested" | "left" | "unknown";

export interface Turn {
  readonly day: string;
  readonly standing: Standing;
  readonly holders: readonly string[];
  readonly besiegers: readonly string[];
  readonly since: Days | null;
  readonly doubts: readonly string[];
  readonly open: boolean;
}

export interface PlaceHistory {
  readonly place: Spot;
  readonly turns: readonly Turn[];
  readonly entries: number;
}

export interface History {
  readonly first: string | null;
  readonly last: string | null;
  readonly sides: readonly Side[];
  readonly places: readonly PlaceHistory[];
}

export interface Move {
  readonly id: string;
  readonly incident: string;
  readonly kind: string;
  readonly date: Days | null;
  readonly sides: readonly (Side & { readonly said: readonly string[] })[];
  readonly from_sides: readonly Side[];
  readonly status: string;
  readonly statements: readonly Statement[];
}

export interface Aside {
  readonly type: string;
  readonly date: Days | null;
  readonly places: readonly Spot[];
  readonly reason: string;
  readonly sides: readonly Side[];
  readonly statement: Statement;
}

export interface PlaceInFull {
  readonly place: Spot;
  readonly turns: readonly Turn[];
  readonly moves: readonly Move[];
  readonly asides: readonly Aside[];
  /** The ids of the reports by the names of their pages. */
  readonly reports: Readonly<Record<string, string>>;
}

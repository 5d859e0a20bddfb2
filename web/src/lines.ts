// A report and its events as the server writes them; docs/output.md says what their keys mean.

export interface Words {
  readonly text: string | null;
  readonly text_start: number | null;
  readonly text_end: number | null;
}

export interface Actor extends Words {
  readonly name: string;
  readonly id: string | null;
  readonly kind: string | null;
  readonly country: string | null;
  readonly basis: string;
  readonly alleged_by: readonly string[];
}

export interface Place extends Words {
  readonly name: string;
  readonly role: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonameid: number | null;
  readonly precision: string | null;
  readonly radius_km: number | null;
  readonly reason: string | null;
}

export interface Days extends Words {
  readonly start: string;
  readonly end: string;
  readonly precision: string;
  readonly anchor: string;
}

export interface Quantity extends Words {
  readonly kind: string;
  readonly who: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string | null;
  readonly unit: string | null;
  readonly scope: string;
  readonly part_of: number | null;
}

export interface Source extends Words {
  readonly name: string;
  readonly stance: string;
  readonly kind: string | null;
  readonly group: string | null;
  readonly cue: string | null;
  readonly hedge: string | null;
  readonly via: string | null;
  readonly denial: string | null;
}

export interface Event {
  readonly id: string;
  readonly type: string;
  readonly modality: string;
  readonly background: boolean;
  readonly asserted: boolean;
  readonly trigger: string;
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
  readonly voice: string | null;
  readonly means: string | null;
  readonly extent: string | null;
  readonly codes: Readonly<Record<string, string | readonly string[] | null>>;
  readonly confidence: Readonly<Record<string, number | null>>;
  readonly made_by: { readonly rule: string; readonly codebook: string; readonly dateline: string };
  readonly incident: string | null;
  readonly retold: boolean;
}

/** Whether a person added it, since the coder missed it: how often the coder is right says nothing of it. */
export const byHand = (event: Pick<Event, "made_by">): boolean => event.made_by.rule === "reviewer";

export interface Relation {
  readonly id: string;
  readonly subject: Actor;
  readonly relation: string;
  readonly object: Actor | Place;
  readonly sentence: string;
  readonly evidence: { readonly text_start: number; readonly text_end: number };
  readonly sources: readonly Source[];
}

export interface Dropped {
  readonly text: string;
  readonly page_start: number;
  readonly page_end: number;
  readonly reason: string;
}

export interface Head {
  readonly id: string;
  readonly page: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly status: string;
  readonly copy_of: string | null;
  readonly version_of: string | null;
  readonly replaced_by: string | null;
}

export interface Kept {
  readonly added: string;
  readonly size: number;
  readonly url: string | null;
  readonly came: string | null;
  readonly container: string | null;
  readonly container_id: string | null;
  readonly project: string | null;
  readonly copy_of: string | null;
  readonly version_of: string | null;
  readonly replaced_by: string | null;
}

export interface Report {
  readonly page: string;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly byline: readonly string[];
  readonly dateline: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly clashes: readonly { readonly what: string; readonly page_says: string; readonly text_says: string }[];
  readonly text: string;
  readonly dropped: readonly Dropped[];
  readonly origins: readonly { readonly what: string; readonly where: string; readonly sure: string }[];
  readonly cleaner: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly kept: Kept;
  readonly events: readonly Event[];
  readonly relations: readonly Relation[];
  readonly story: readonly Head[];
}

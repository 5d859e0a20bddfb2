// What Explore is asked for, and the address that says so. Some of it only the server can answer; the rest is picked out here.
import type { Box } from "../../parts/map-areas";
import { day, iso, type Row } from "./rows";
import { groupOf } from "./words";

export interface Filters {
  /** Asked of the server: words of names and of reports. */
  readonly text: string;
  readonly place: string;
  readonly actor: string;
  readonly source: string;
  readonly stance: string;
  /** Picked out of the answer. Types and groups of types; empty asks nothing. */
  readonly types: readonly string[];
  readonly groups: readonly string[];
  /** Empty: all but what is only denied. */
  readonly statuses: readonly string[];
  readonly disputed: boolean;
  /** Days since 1970. */
  readonly since: number | null;
  readonly until: number | null;
  readonly box: Box | null;
  /** A spot of the map, or "none" for what is at none. */
  readonly spot: string | null;
  readonly undated: boolean;
}

export const STATUSES = ["reported", "corroborated", "acknowledged", "disputed", "denied", "retracted"] as const;
export const NOWHERE = "none";

/** The filters that an address names; what it names wrongly is left out. */
export function filtersOf(query: URLSearchParams): Filters {
  const list = (key: string): string[] => (query.get(key) ?? "").split(",").filter(Boolean);
  const text = (key: string): string => query.get(key) ?? "";
  return {
    text: text("text"),
    place: text("place"),
    actor: text("actor"),
    source: text("source"),
    stance: ["asserts", "denies"].includes(text("stance")) ? text("stance") : "",
    types: list("type"),
    groups: list("group"),
    statuses: list("status").filter((status) => (STATUSES as readonly string[]).includes(status)),
    disputed: query.get("disputed") === "true",
    since: day(query.get("since")),
    until: day(query.get("until")),
    box: boxOf(query.get("box")),
    spot: query.get("spot"),
    undated: query.get("undated") === "true",
  };
}

/** The keys of the address for some filters: null takes a key out. */
export function addressOf(filters: Partial<Filters>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [KEYS[name] ?? name, written(name, value)]));
}

const KEYS: Readonly<Record<string, string>> = { types: "type", groups: "group", statuses: "status" };

function written(name: string, value: unknown): string | null {
  if (value === null || value === "" || value === false) return null;
  if (name === "since" || name === "until") return iso(value as number);
  if (Array.isArray(value)) return value.length ? value.map((one) => (typeof one === "number" ? String(Math.round(one * 1000) / 1000) : one)).join(",") : null;
  return String(value);
}

function boxOf(value: string | null): Box | null {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = (value ?? "").split(",").map(Number);
  return value && [west, south, east, north].every(Number.isFinite) && south <= north ? [west, south, east, north] : null;
}

/** The query of the server. `all`: what is usually picked out here too, where the answer would be capped. */
export function asked(filters: Filters, all: boolean): string {
  const query = new URLSearchParams();
  for (const key of ["text", "place", "actor", "source", "stance"] as const) if (filters[key]) query.set(key, filters[key]);
  if (all) narrowed(filters, query);
  return query.toString();
}

/** The server takes one type or group and one status: of several, none is named, and they are picked out here. */
function narrowed(filters: Filters, query: URLSearchParams): void {
  const [type, ...more] = [...filters.types, ...filters.groups];
  if (type && !more.length) query.set("type", type);
  for (const key of ["since", "until"] as const) if (filters[key] !== null) query.set(key, iso(filters[key]));
  if (filters.box) query.set("box", filters.box.join(","));
  if (filters.disputed) query.set("disputed", "true");
}

/** The query for what is only denied, which the server leaves out unless it is asked; null where nobody wants to see it. */
export const askedOfDenied = (filters: Filters, all: boolean): string | null =>
  filters.statuses.includes("denied") ? `${asked(filters, all)}&status=denied` : null;

type Part = (row: Row, filters: Filters) => boolean;

/** What is picked out of the answer: each by its name, so that a part can be left out to show what it would change. */
export const PARTS = {
  type: (row, { types, groups }) => (!types.length && !groups.length) || types.includes(row.type) || groups.includes(groupOf(row.type)),
  status: (row, { statuses }) => (statuses.length ? statuses.includes(row.status) : row.status !== "denied"),
  disputed: (row, { disputed }) => !disputed || isDisputed(row),
  days: (row, filters) => (filters.undated ? row.start === null : touches(row, filters.since, filters.until)),
  box: (row, { box }) => !box || inside(row, box),
  spot: (row, { spot }) => spot === null || (spot === NOWHERE ? row.spot === null : row.spot === spot),
} as const satisfies Record<string, Part>;
export type PartName = keyof typeof PARTS;

/** The rows that meet all filters but those named. */
export function picked(rows: readonly Row[], filters: Filters, but: readonly PartName[] = []): Row[] {
  const parts = (Object.keys(PARTS) as PartName[]).filter((name) => !but.includes(name)).map((name) => PARTS[name]);
  return rows.filter((row) => parts.every((part) => part(row, filters)));
}

/** Whether somebody denies that it happened, or that a party did it. */
export const isDisputed = (row: Row): boolean => row.disputed || row.status === "disputed" || row.status === "denied";

function touches(row: Row, since: number | null, until: number | null): boolean {
  if (since === null && until === null) return true;
  if (row.start === null) return false;
  return (since === null || (row.end ?? row.start) >= since) && (until === null || row.start <= until);
}

function inside(row: Row, [west, south, east, north]: Box): boolean {
  return row.lat !== null && row.lon !== null && row.lat >= south && row.lat <= north && row.lon >= west && row.lon <= east;
}

// Incidents as Explore needs them, out of the columns that the server answers with.

/** `/incidents/summary`: one name for each column, one list for each incident. */
export interface Summary {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly total: number;
  /** Whether there are more than are answered with. */
  readonly capped: boolean;
}

export interface Row {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  /** Days since 1970, null where no day is known. */
  readonly start: number | null;
  readonly end: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: string | null;
  readonly radius_km: number | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly agents: string;
  readonly targets: string;
  readonly killedLow: number | null;
  readonly killedHigh: number | null;
  readonly voices: number;
  readonly tellings: number;
  /** Further pages that print what one of the tellings tells. */
  readonly copies: number;
  readonly disputed: boolean;
  readonly reviewed: boolean;
  /** Which spot of the map it is at; null where it is at none. */
  readonly spot: string | null;
}

type Cells = (column: string) => unknown;

/** The rows of an answer; a column that it does not have is as one without values. */
export function rowsOf(summary: Summary): Row[] {
  const at = new Map(summary.columns.map((name, index) => [name, index]));
  return summary.rows.map((cells) => rowOf((column) => cells[at.get(column) ?? -1] ?? null));
}

function rowOf(of: Cells): Row {
  const placed = {
    lat: number(of("lat")), lon: number(of("lon")), precision: text(of("precision")), country: text(of("country")), admin1: text(of("admin1")),
  };
  return {
    ...placed,
    id: String(of("id")),
    type: String(of("type")),
    status: String(of("status")),
    start: day(of("start")),
    end: day(of("end")),
    radius_km: number(of("radius_km")),
    place: text(of("place")),
    agents: names(of("agents")),
    targets: names(of("targets")),
    killedLow: number(of("killed_low")),
    killedHigh: number(of("killed_high")),
    voices: number(of("voices")) ?? 0,
    tellings: number(of("tellings")) ?? 1,
    copies: number(of("copies")) ?? 0,
    disputed: of("disputed") === true || of("disputed") === 1,
    reviewed: of("reviewed") === true || of("reviewed") === 1,
    spot: spotOf(placed),
  };
}

const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const names = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value ?? "").replaceAll("; ", ", "));

const MS_A_DAY = 86_400_000;

/** Days since 1970 of "2016-05-01"; null of anything else. */
export function day(value: unknown): number | null {
  const ms = typeof value === "string" ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) ? null : ms / MS_A_DAY;
}

/** "2016-05-01" of days since 1970. */
export const iso = (days: number): string => new Date(days * MS_A_DAY).toISOString().slice(0, 10);

/** One spot for all that is at one point, or of which only the same area is known. */
function spotOf(row: Pick<Row, "lat" | "lon" | "precision" | "country" | "admin1">): string | null {
  if (row.lat !== null && row.lon !== null) return `${row.lat.toFixed(3)},${row.lon.toFixed(3)}${isArea(row.precision) ? "~" : ""}`;
  return row.country === null ? null : `${row.country}/${row.admin1 ?? ""}`;
}

/** Whether the words name an area rather than a point in it. */
export const isArea = (precision: string | null): boolean => precision !== "exact" && precision !== "town";

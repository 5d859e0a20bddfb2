// Incidents gathered by the place that they are shown at.
import type { Spot } from "../../parts/map";
import { TOWN_KM } from "../../parts/map-spots";
import { isDisputed } from "./filters";
import { isArea, type Row } from "./rows";
import { groupOf, toneOf } from "./words";

/** A spot for all that is at one place, in the colour of what most of it is; a ring where all of it is disputed. */
export function spotsOf(rows: readonly Row[]): Spot[] {
  const at = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.spot === null) continue;
    const there = at.get(row.spot);
    if (there) there.push(row);
    else at.set(row.spot, [row]);
  }
  return [...at].map(([key, there]) => spotOf(key, there));
}

function spotOf(key: string, rows: readonly Row[]): Spot {
  const first = rows[0]!;
  const reach = Math.max(...rows.map((row) => row.radius_km ?? 0));
  return {
    key,
    at: first.lat !== null && first.lon !== null ? [first.lat, first.lon] : null,
    radius_km: reach || null,
    country: first.country,
    admin1: first.admin1,
    area: isArea(first.precision),
    unsure: !isArea(first.precision) && rows.every((row) => (row.radius_km ?? 0) > TOWN_KM),
    count: rows.length,
    hollow: rows.every(isDisputed),
    tone: toneOf(mostly(rows)),
  };
}

function mostly(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(groupOf(row.type), (counts.get(groupOf(row.type)) ?? 0) + 1);
  return [...counts].reduce((one, other) => (other[1] > one[1] ? other : one))[0];
}

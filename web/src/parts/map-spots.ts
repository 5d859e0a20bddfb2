// What a map draws of spots: marks at points, outlines of areas.
import type { Feature, Point, Position } from "geojson";
import { around, asFeature, circle, corners, middle, type Area, type Box, type Outlines } from "./map-areas";

export interface Spot {
  readonly key: string;
  /** Latitude and longitude; null where only the area is known, which `country` and `admin1` name. */
  readonly at: readonly [lat: number, lon: number] | null;
  /** How far around the point the words reach. */
  readonly radius_km: number | null;
  readonly country: string | null;
  readonly admin1: string | null;
  /** An area rather than a point: drawn as one. */
  readonly area: boolean;
  /** A point that the words do not pin down: drawn with a halo. */
  readonly unsure: boolean;
  /** How many are there: the mark's surface, and the number on it. */
  readonly count: number;
  /** Only a ring: what is there is disputed, denied, or otherwise to be told apart without colour. */
  readonly hollow: boolean;
  /** The colour, from 0 to 7. */
  readonly tone: number;
  /** The names of the pictures that can stand in the place of the mark, and what is written beside them. */
  readonly pictures?: readonly string[];
  readonly name?: string;
}

export interface Drawn {
  readonly areas: Feature<Area>[];
  readonly points: Feature<Point>[];
  /** All that spots with pictures can show, each under an id of its own. */
  readonly pictures: Feature<Point>[];
}

/** By key, the picture that a spot shows; others than these show nothing. */
export type Shown = ReadonlyMap<string, string>;

/** The ids of what is shown: of each spot its name and one picture. */
export const idsOf = (shown: Shown): ReadonlySet<string> => new Set([...shown].flatMap(([key, picture]) => [key, idOf(key, picture)]));
const idOf = (key: string, picture: string): string => `${key} ${picture}`;

const SMALLEST = 5;
const LARGEST = 22;
/** Marks of areas stay small: the area itself is drawn. */
const LARGEST_OF_AREA = 13;
/** Up to it, the reach of words around a point says no more than that towns are wide. */
export const TOWN_KM = 4;

/** The features of spots; those that only outlines can place are left out until the outlines are here. */
export function drawn(spots: readonly Spot[], outlines: Outlines | null): Drawn {
  const sized: [number, Feature<Area>][] = [];
  const points: Feature<Point>[] = [];
  const pictures: Feature<Point>[] = [];
  for (const spot of [...spots].sort(bySize)) {
    const area = areaOf(spot, outlines);
    if (area) sized.push([reach(spot, area), asFeature(area, properties(spot))]);
    const at = pointOf(spot, area);
    if (at && spot.pictures) pictures.push(...pictured(spot, spot.pictures).map((one) => point(at, one)));
    else if (at) points.push(point(at, properties(spot)));
  }
  return { areas: sized.sort(([one], [other]) => other - one).map(([, area]) => area), points, pictures };
}

const EDGE = 0.025;

/** The box that shows where nearly all is, which single spots far away do not widen; null without any that can be placed. */
export function core(spots: readonly Spot[], outlines: Outlines | null): Box | null {
  const points = spots.filter((spot) => spot.at || !spots.some((one) => one.at)).flatMap((spot) => placed(spot, outlines));
  if (!points.length) return null;
  const [west, east] = inner(points.map(({ at, count }) => [at[0] ?? 0, count]));
  const [south, north] = inner(points.map(({ at, count }) => [at[1] ?? 0, count]));
  return [west, south, east, north];
}

function placed(spot: Spot, outlines: Outlines | null): { at: Position; count: number }[] {
  if (spot.at) return [{ at: [spot.at[1], spot.at[0]], count: spot.count }];
  const box = around(corners(areaOf(spot, outlines) ?? { type: "MultiPolygon", coordinates: [] }));
  return box ? [{ at: [box[0], box[1]], count: spot.count }, { at: [box[2], box[3]], count: spot.count }] : [];
}

/** The values between which all but a small share on either side lies, by weight. */
function inner(weighted: [value: number, weight: number][]): readonly [number, number] {
  const sorted = weighted.sort((one, other) => one[0] - other[0]);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const upTo = (share: number): number => {
    let sum = 0;
    return sorted.find(([, weight]) => (sum += weight) >= share * total)?.[0] ?? sorted.at(-1)![0];
  };
  return [upTo(EDGE), upTo(1 - EDGE)];
}

type Properties = Readonly<Record<string, string | number | boolean>>;

const point = (at: Position, properties: Properties): Feature<Point> => ({ type: "Feature", geometry: { type: "Point", coordinates: at }, properties });

function pictured({ key, name = "" }: Spot, pictures: readonly string[]): Properties[] {
  return [{ id: key, key, name }, ...pictures.map((picture) => ({ id: idOf(key, picture), key, picture }))];
}

function areaOf(spot: Spot, outlines: Outlines | null): Area | null {
  if (!spot.at) return spot.country === null ? null : (outlines?.of(spot.country, spot.admin1) ?? null);
  const reach = spot.radius_km ?? 0;
  return (spot.area && reach > 0) || (spot.unsure && reach > TOWN_KM) ? circle(spot.at[0], spot.at[1], reach) : null;
}

function pointOf(spot: Spot, area: Area | null): Position | null {
  return spot.at ? [spot.at[1], spot.at[0]] : area && middle(area);
}

function properties(spot: Spot): Properties {
  const { key, tone, hollow, unsure } = spot;
  const faint = !spot.at && spot.admin1 === null ? 0.4 : 1;
  const depth = faint * Math.min(0.05 + 0.02 * Math.log2(1 + spot.count), 0.16);
  const radius = Math.min(size(spot.count), spot.area ? LARGEST_OF_AREA : LARGEST);
  return { key, tone, hollow, unsure: unsure || spot.area, depth, size: radius, count: spot.count > 1 ? written(spot.count) : "" };
}

/** The radius in pixels of a mark: its surface grows with the number, up to a limit. */
export const size = (count: number): number => Math.min(SMALLEST + 1.3 * Math.sqrt(count - 1), LARGEST);

/** 1234 as "1.2k". */
export const written = (count: number): string => (count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 9950 ? 1 : 0)}k`);

const bySize = (one: Spot, other: Spot): number => other.count - one.count;

/** How far an area reaches, in degrees: large ones are drawn first, so that small ones lie on them. */
function reach(spot: Spot, area: Area): number {
  if (spot.at) return (spot.radius_km ?? 0) / 111;
  const box = around(corners(area));
  return box ? box[2] - box[0] + box[3] - box[1] : 0;
}

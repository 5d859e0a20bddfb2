// Shapes of what is no point: a country, a province, or as far as the words reach around a point.
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { merge } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import address from "../../generated/areas.json?url";

interface Province {
  readonly country: string | null;
  readonly name: string | null;
}
type Provinces = Topology<{ provinces: GeometryCollection<Province> }>;
export type Area = Polygon | MultiPolygon;

/** The outlines of countries (ISO 3166-1 alpha-2) and of their first-order areas by the gazetteer's names. */
export class Outlines {
  readonly #known = new Map<string, Area | null>();

  constructor(private readonly provinces: Provinces) {}

  /** The province where it has an outline of its own, else the country, else null. */
  of(country: string, admin1: string | null): Area | null {
    return (admin1 === null ? null : this.#named(country, admin1)) ?? this.#named(country, null);
  }

  #named(country: string, admin1: string | null): Area | null {
    const key = `${country}/${admin1 ?? ""}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#drawn(country, admin1);
    this.#known.set(key, found);
    return found;
  }

  #drawn(country: string, admin1: string | null): Area | null {
    const fits = (one: Partial<Province> = {}): boolean => one.country === country && (admin1 === null || one.name === admin1);
    const parts = this.provinces.objects.provinces.geometries.filter((one) => fits(one.properties));
    return parts.length ? merge(this.provinces, parts as Parameters<typeof merge>[1]) : null;
  }
}

let asked: Promise<Outlines> | null = null;

/** The outlines, fetched once, when first asked for. */
export function outlines(): Promise<Outlines> {
  asked ??= fetch(address)
    .then((answer) => answer.json() as Promise<Provinces>)
    .then((provinces) => new Outlines(provinces));
  return asked;
}

const KM_A_DEGREE = 111.2;
const CORNERS = 48;

/** A circle on the ground, as a polygon. */
export function circle(lat: number, lon: number, km: number): Polygon {
  const [up, across] = [km / KM_A_DEGREE, km / KM_A_DEGREE / Math.max(Math.cos((lat * Math.PI) / 180), 0.05)];
  const corner = (at: number): Position => {
    const turn = (2 * Math.PI * (at % CORNERS)) / CORNERS;
    return [lon + across * Math.cos(turn), lat + up * Math.sin(turn)];
  };
  return { type: "Polygon", coordinates: [Array.from({ length: CORNERS + 1 }, (_, at) => corner(at))] };
}

export type Box = readonly [west: number, south: number, east: number, north: number];

/** The box around points, null around none. */
export function around(points: Iterable<Position>): Box | null {
  let box: Box | null = null;
  for (const [lon = 0, lat = 0] of points)
    box = box ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)] : [lon, lat, lon, lat];
  return box;
}

/** The corners of an area. */
export const corners = (area: Area): Position[] => (area.type === "Polygon" ? area.coordinates : area.coordinates.flat()).flat();

/** Where an area's mark stands: the middle of its largest part. */
export function middle(area: Area): Position {
  const parts = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  const boxes = parts.map((part) => around(part[0] ?? [])).filter((box): box is Box => box !== null);
  const size = (box: Box): number => (box[2] - box[0]) * (box[3] - box[1]);
  const [west, south, east, north] = boxes.reduce((one, other) => (size(other) > size(one) ? other : one));
  return [(west + east) / 2, (south + north) / 2];
}

/** An area as a feature of a map. */
export const asFeature = <P>(geometry: Area, properties: P): Feature<Area, P> => ({ type: "Feature", geometry, properties });

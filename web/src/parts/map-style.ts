// The look of the map: ground, borders and names from our own files, and the layers of what is drawn on it.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import borders from "../../generated/borders.json?url";
import countries from "../../generated/countries.json?url";
import labels from "../../generated/labels.json";
import type { Colours } from "./map-colours";

const FONT = ["Noto Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif"];

const toned = (tones: readonly string[]): ExpressionSpecification =>
  ["match", ["get", "tone"], ...tones.slice(1).flatMap((colour, at) => [at + 1, colour]), tones[0]] as unknown as ExpressionSpecification;

const names = {
  type: "FeatureCollection" as const,
  features: (labels as [string, number, number, number][]).map(([name, lon, lat, rank]) => ({
    type: "Feature" as const,
    properties: { name, rank },
    geometry: { type: "Point" as const, coordinates: [lon, lat] },
  })),
};
/** Beyond this zoom shapes have no more to show. */
const DETAIL = 7;
const nothing = { type: "FeatureCollection" as const, features: [] };

/** What the ground can be without until all else is drawn: by its source. */
export const LATER = { borders, names };

/** The whole style; what is drawn goes into the sources `areas`, `spots` and `counts`, whose text would keep the others waiting. */
export function style(look: Colours): StyleSpecification {
  return {
    version: 8,
    sources: {
      spots: { type: "geojson", data: nothing },
      areas: { type: "geojson", data: nothing, tolerance: 0.5, maxzoom: DETAIL },
      countries: { type: "geojson", data: countries, tolerance: 0.5, maxzoom: DETAIL },
      borders: { type: "geojson", data: nothing, tolerance: 0.5, maxzoom: DETAIL },
      counts: { type: "geojson", data: nothing },
      pictures: { type: "geojson", data: nothing, promoteId: "id" },
      chosen: { type: "geojson", data: nothing },
      names: { type: "geojson", data: nothing },
    },
    layers: [...ground(look), ...marks(look)],
  };
}

function ground(look: Colours): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": look.sea } },
    { id: "land", type: "fill", source: "countries", paint: { "fill-color": look.land, "fill-antialias": false } },
    { id: "inner", type: "line", source: "borders", minzoom: 3.2, paint: { "line-color": look.inner, "line-width": 0.8 } },
    { id: "border", type: "line", source: "countries", paint: { "line-color": look.border, "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.2] } },
  ];
}

function marks(look: Colours): LayerSpecification[] {
  const tone = toned(look.tones);
  return [
    { id: "areas", type: "fill", source: "areas", paint: { "fill-color": tone, "fill-opacity": ["get", "depth"] } },
    { id: "areas-edge", type: "line", source: "areas", paint: { "line-color": tone, "line-width": 1, "line-opacity": 0.6, "line-dasharray": [3, 2.5] } },
    {
      id: "names", type: "symbol", source: "names", maxzoom: 7,
      filter: ["<=", ["get", "rank"], ["interpolate", ["linear"], ["zoom"], 1, 18, 3, 90, 4.5, 260]],
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10.5, 6, 14], "text-letter-spacing": 0.06, "text-max-width": 7, "symbol-sort-key": ["get", "rank"] },
      paint: { "text-color": look.name, "text-halo-color": look.land, "text-halo-width": 1.4 },
    },
    { id: "halos", type: "circle", source: "spots", filter: ["get", "unsure"], paint: { "circle-radius": ["+", ["get", "size"], 6], "circle-color": tone, "circle-opacity": 0.22, "circle-blur": 0.25 } },
    {
      id: "spots", type: "circle", source: "spots",
      paint: {
        "circle-radius": ["get", "size"],
        "circle-color": ["case", ["get", "hollow"], look.paper, tone],
        "circle-opacity": 0.88,
        "circle-stroke-color": ["case", ["get", "hollow"], tone, look.paper],
        "circle-stroke-width": ["case", ["get", "hollow"], 2, 1],
      },
    },
    { id: "chosen-edge", type: "line", source: "chosen", filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": look.ink, "line-width": 2 } },
    { id: "chosen", type: "circle", source: "chosen", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": ["case", ["has", "size"], ["+", ["get", "size"], 2], 15], "circle-opacity": 0, "circle-stroke-color": look.ink, "circle-stroke-width": 3 } },
    {
      id: "counts", type: "symbol", source: "counts",
      layout: { "text-field": ["get", "count"], "text-font": FONT, "text-size": 11, "symbol-sort-key": ["-", 0, ["get", "size"]] },
      paint: { "text-color": ["case", ["get", "hollow"], look.ink, look.paper] },
    },
    ...pictures(look),
  ];
}

const SHOWN: ExpressionSpecification = ["case", ["boolean", ["feature-state", "shown"], false], 1, 0];

/** Pictures in the place of marks, with their names where there is room. Which of them are seen is a state, not data: all
 * are placed once, so that another one is seen with the next frame. */
function pictures(look: Colours): LayerSpecification[] {
  return [
    {
      id: "titles", type: "symbol", source: "pictures", filter: ["has", "name"], minzoom: 5.5,
      layout: {
        "text-field": ["get", "name"], "text-font": FONT, "text-size": 11.5, "text-padding": 0,
        "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 1.2,
      },
      paint: { "text-opacity": SHOWN, "text-color": look.ink, "text-halo-color": look.land, "text-halo-width": 1.3 },
    },
    {
      id: "pictures", type: "symbol", source: "pictures", filter: ["has", "picture"],
      layout: { "icon-image": ["get", "picture"], "icon-allow-overlap": true, "icon-padding": 0, "icon-size": ["interpolate", ["linear"], ["zoom"], 4, 0.8, 8, 1.1] },
      paint: { "icon-opacity": SHOWN },
    },
  ];
}

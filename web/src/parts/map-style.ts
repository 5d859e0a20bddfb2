// The look of the map: ground, borders and names from our own files, and the layers of what is drawn on it.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import borders from "../../generated/borders.json?url";
import countries from "../../generated/countries.json?url";
import labels from "../../generated/labels.json";

interface Colours {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly inner: string;
  readonly name: string;
  readonly paper: string;
  readonly ink: string;
  /** What marks are drawn in, by tone: the usual one, then as many as sides need to be told apart. */
  readonly tones: readonly string[];
}

const LIGHT: Colours = {
  sea: "#dfe7ea", land: "#f7f5f0", border: "#a9a59b", inner: "#dcd8cf", name: "#6d6a63", paper: "#ffffff", ink: "#1d2327",
  tones: ["#0b5c7a", "#b4531a", "#4d7c2a", "#7b4a9e", "#a3273f", "#8a6d00", "#2f6f66", "#51607a"],
};
const DARK: Colours = {
  sea: "#101619", land: "#20272b", border: "#59636a", inner: "#333c42", name: "#98a3aa", paper: "#14181b", ink: "#f3f5f6",
  tones: ["#6fbadb", "#f0a067", "#9ccb74", "#c39be0", "#ef8498", "#d9bb4c", "#78c3b6", "#a3b2cc"],
};
const FONT = ["Noto Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif"];

/** Whether the system asks for the dark look. */
export const darkly = matchMedia("(prefers-color-scheme: dark)");

/** The colours of the map now; those of tones are for legends too. */
export const colours = (): Colours => (darkly.matches ? DARK : LIGHT);

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
const nothing = { type: "FeatureCollection" as const, features: [] };

/** The whole style; what is drawn goes into the sources `areas` and `spots`. */
export function style(look: Colours): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { type: "geojson", data: countries, tolerance: 0.4 },
      borders: { type: "geojson", data: borders, tolerance: 0.4 },
      names: { type: "geojson", data: names },
      areas: { type: "geojson", data: nothing, tolerance: 0.5 },
      spots: { type: "geojson", data: nothing },
    },
    layers: [...ground(look), ...marks(look)],
  };
}

function ground(look: Colours): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": look.sea } },
    { id: "land", type: "fill", source: "countries", paint: { "fill-color": look.land, "fill-antialias": true } },
    { id: "inner", type: "line", source: "borders", minzoom: 3.2, paint: { "line-color": look.inner, "line-width": 0.8 } },
    { id: "border", type: "line", source: "countries", paint: { "line-color": look.border, "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.2] } },
  ];
}

function marks(look: Colours): LayerSpecification[] {
  const tone = toned(look.tones);
  const chosen: ExpressionSpecification = ["boolean", ["get", "chosen"], false];
  return [
    { id: "areas", type: "fill", source: "areas", paint: { "fill-color": tone, "fill-opacity": ["case", chosen, 0.3, ["get", "depth"]] } },
    { id: "areas-edge", type: "line", source: "areas", paint: { "line-color": tone, "line-width": ["case", chosen, 2.5, 1], "line-opacity": ["case", chosen, 1, 0.6], "line-dasharray": [3, 2.5] } },
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
        "circle-stroke-color": ["case", chosen, look.ink, ["get", "hollow"], tone, look.paper],
        "circle-stroke-width": ["case", chosen, 3, ["get", "hollow"], 2, 1],
      },
    },
    {
      id: "counts", type: "symbol", source: "spots", filter: ["!=", ["get", "count"], ""],
      layout: { "text-field": ["get", "count"], "text-font": FONT, "text-size": 11, "symbol-sort-key": ["-", 0, ["get", "size"]] },
      paint: { "text-color": ["case", ["get", "hollow"], look.ink, look.paper] },
    },
  ];
}

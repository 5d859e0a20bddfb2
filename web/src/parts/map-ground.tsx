// The map itself: MapLibre on a ground of our own. Views use `map.tsx`, which loads this when it is first shown.
import { Map as Ground, NavigationControl, ScaleControl, prewarm, setWorkerCount, setWorkerUrl, type GeoJSONSource } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Feature } from "geojson";
import { useEffect, useRef, useState } from "preact/hooks";
import { outlines, type Box, type Outlines } from "./map-areas";
import { useShown } from "./map-shown";
import { core, drawn, type Drawn, type Spot } from "./map-spots";
import { colours, darkly } from "./map-colours";
import { LATER, style } from "./map-style";
import type { PlaceMapProps } from "./map";

setWorkerUrl(worker);
setWorkerCount(2);
prewarm(); // the workers start while the map is made
/** Milliseconds that the map waits for more changes, so that it does not hold up what is quicker. */
const SOON = 20;
const CLICKED = ["pictures", "titles", "spots", "areas"];
const SHARP = 2;
const FADE_MS = 150;
const MARGIN = { padding: 48, maxZoom: 8 };
const QUICK = matchMedia("(prefers-reduced-motion: reduce)");

export function GroundMap({ spots, chosen = null, onChoose, onMove, fit = "spots", picture, shown, onDrawn }: PlaceMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [ground, setGround] = useState<Ground | null>(null);
  const [known, setKnown] = useState<Outlines | null>(null);
  const told = useRef({ onChoose, onMove, picture });
  told.current = { onChoose, onMove, picture };
  const looked = useRef(false);
  const needed = spots.some((spot) => spot.at === null);

  useEffect(() => {
    const box = typeof fit === "string" ? core(spots, null) : fit;
    const map = opened(frame.current!, box, QUICK.matches || picture ? 0 : FADE_MS);
    looked.current = box !== null;
    const repaint = (): void => void map.setStyle(style(colours()));
    map.once("style.load", () => setGround(map));
    map.once("idle", () => noted(frame.current));
    map.on("style.load", () => map.once("idle", () => finish(map)));
    map.setMissingStyleImageResolver((name) => {
      const { picture } = told.current;
      if (picture) map.addImage(name, picture(name, colours(), SHARP), { pixelRatio: SHARP });
    });
    map.on("click", (event) => told.current.onChoose?.(under(map, event.point)));
    map.on("moveend", (event) => event.originalEvent && told.current.onMove?.(seen(map)));
    map.on("mousemove", (event) => void (map.getCanvas().style.cursor = under(map, event.point) === null ? "" : "pointer"));
    darkly.addEventListener("change", repaint);
    return () => {
      darkly.removeEventListener("change", repaint);
      map.remove();
    };
  }, []);

  useEffect(() => {
    if (needed && !known) void outlines().then(setKnown);
  }, [needed]);

  const latest = useRef<() => void>(() => undefined);
  const waits = useRef<number | undefined>(undefined);
  latest.current = () => ground && paint(ground, spots, known);
  useEffect(() => {
    waits.current ??= window.setTimeout(() => {
      waits.current = undefined;
      latest.current();
    }, SOON);
  }, [ground, spots, known]);

  useEffect(() => {
    const again = (): void => latest.current();
    ground?.on("style.load", again);
    return () => {
      clearTimeout(waits.current);
      waits.current = undefined;
      ground?.off("style.load", again);
    };
  }, [ground]);

  useShown(ground, shown, onDrawn);

  useEffect(() => {
    if (ground) set(ground, "chosen", features(drawn(spots.filter((spot) => spot.key === chosen), known)));
  }, [ground, chosen, known]);

  useEffect(() => {
    if (!ground || looked.current || (needed && !known)) return;
    const box = core(spots, known);
    if (!box) return;
    looked.current = true;
    ground.fitBounds([...box], { ...MARGIN, animate: false });
  }, [ground, spots, known]);

  return <div class="map-frame" ref={frame} />;
}

function opened(frame: HTMLElement, box: Box | null, fade: number): Ground {
  const map = new Ground({
    container: frame,
    style: style(colours()),
    ...(box ? { bounds: [...box] as [number, number, number, number], fitBoundsOptions: MARGIN } : { center: [25, 18] as [number, number], zoom: 1.3 }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    fadeDuration: fade,
    maxZoom: 13,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 90 }), "bottom-left");
  return map;
}

/** What a spot is marked by as the chosen one: it is but one of all its pictures. */
const features = ({ areas, points, pictures }: Drawn): Feature[] => [...areas, ...points, ...pictures.slice(0, 1)];

const set = (map: Ground, source: string, features: Feature[]): void =>
  void map.getSource<GeoJSONSource>(source)?.setData({ type: "FeatureCollection", features });

function paint(map: Ground, spots: readonly Spot[], known: Outlines | null): void {
  const { areas, points, pictures } = drawn(spots, known);
  set(map, "spots", points);
  set(map, "areas", areas);
  set(map, "pictures", pictures);
  set(map, "counts", points.filter((point) => point.properties?.["count"]));
}

/** What was left out for the sake of speed, once the rest is drawn. */
function finish(map: Ground): void {
  for (const [source, data] of Object.entries(LATER)) map.getSource<GeoJSONSource>(source)?.setData(data);
}

/** For the browser's own measures, and for tests: all of the first look is on the screen. */
function noted(frame: HTMLElement | null): void {
  performance.mark("map:drawn");
  frame?.setAttribute("data-drawn", "");
}

/** The key of the spot at a point of the screen: points before the areas that they lie in, small areas before large. */
function under(map: Ground, point: { x: number; y: number }): string | null {
  if (!map.getLayer("spots")) return null;
  const near: [[number, number], [number, number]] = [[point.x - 3, point.y - 3], [point.x + 3, point.y + 3]];
  const found = map.queryRenderedFeatures(near, { layers: CLICKED }).find(({ source, state }) => source !== "pictures" || state["shown"]);
  return found ? String(found.properties["key"]) : null;
}

function seen(map: Ground): Box {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

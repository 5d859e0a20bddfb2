// A map of spots: points, or areas where no more is known than the area. Used by every view that shows places.
//
//   <PlaceMap label="Incidents" spots={spots} chosen={key} onChoose={choose} onMove={(box) => …} fit="spots" />
//
// It fills what it is put into. The ground is our own: nothing is asked of another host, and the map works offline.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Box } from "./map-areas";
import type { Colours } from "./map-colours";
import type { Shown, Spot } from "./map-spots";
import "./map.css";

export type { Box } from "./map-areas";
export type { Shown, Spot } from "./map-spots";

export interface PlaceMapProps {
  /** What the map is of, for those who do not see it. */
  readonly label: string;
  readonly spots: readonly Spot[];
  /** The key of the spot that stands out. */
  readonly chosen?: string | null;
  /** A spot was clicked, by its key; null where none was. */
  readonly onChoose?: (key: string | null) => void;
  /** The user moved the map to show this box. */
  readonly onMove?: (box: Box) => void;
  /** Where to look first: where most spots are, once they are there, or at a box. */
  readonly fit?: "spots" | Box;
  /** Draws the picture of a name in these colours, `ratio` pixels for one of the screen. */
  readonly picture?: (name: string, look: Colours, ratio: number) => ImageData;
  /** Which of their pictures spots show. */
  readonly shown?: Shown;
  /** What was `shown` last is drawn now. */
  readonly onDrawn?: () => void;
}

let loaded: ComponentType<PlaceMapProps> | null = null;

/** Loads the map before there is anything to show on it. */
export const prepareMap = () => import("./map-ground");

export function PlaceMap(props: PlaceMapProps) {
  const [Ground, set] = useState<ComponentType<PlaceMapProps> | null>(() => loaded);
  useEffect(() => {
    if (!Ground) void prepareMap().then(({ GroundMap }) => set(() => (loaded = GroundMap)));
  }, []);
  return (
    <div class="map" role="region" aria-label={props.label}>
      {Ground && <Ground {...props} />}
    </div>
  );
}

// Which pictures of spots are seen: a state of what is drawn, so that the map neither reads nor places anything anew.
import type { Map as Ground } from "maplibre-gl";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { idsOf, type Shown } from "./map-spots";

const NONE: ReadonlySet<string> = new Set();

/** Keeps the states as `shown` has them, and tells when they are drawn. */
export function useShown(ground: Ground | null, shown: Shown | undefined, onDrawn: (() => void) | undefined): void {
  const seen = useRef(NONE);
  const latest = useRef<() => void>(() => undefined);
  latest.current = () => {
    if (!ground || !shown) return;
    const next = idsOf(shown);
    const others = [...next, ...seen.current].filter((id) => next.has(id) !== seen.current.has(id));
    for (const id of others) ground.setFeatureState({ source: "pictures", id }, { shown: next.has(id) });
    seen.current = next;
    if (others.length) ground.once("render", () => onDrawn?.());
    else onDrawn?.();
  };
  useLayoutEffect(() => latest.current(), [ground, shown]);
  useEffect(() => {
    const again = (): void => {
      seen.current = NONE; // a new style knows no states
      latest.current();
    };
    ground?.on("style.load", again);
    return () => void ground?.off("style.load", again);
  }, [ground]);
}

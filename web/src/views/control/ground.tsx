// The map of who holds which place.
import { useMemo } from "preact/hooks";
import { type Look, type Stood, core } from "../../ledgers/control";
import type { PlaceHistory } from "../../ledgers/lines";
import { picture } from "../../ledgers/mark-picture";
import { markOf, nameOf } from "../../ledgers/marks";
import { PlaceMap, type Spot } from "../../parts/map";

interface Props {
  readonly places: readonly PlaceHistory[];
  readonly stood: readonly Stood[];
  readonly known: ReadonlyMap<string, Look>;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onDrawn: () => void;
}

export function Ground({ places, stood, known, chosen, onChoose, onDrawn }: Props) {
  const spots = useMemo(() => places.flatMap((one) => spotOf(one, known)), [places, known]);
  const shown = useMemo(() => new Map(stood.map((one) => [one.history.place.key, nameOf(markOf(one, known))])), [stood, known]);
  const box = useMemo(() => core(places.flatMap(({ place: { lat, lon } }) => (lat === null || lon === null ? [] : [[lat, lon] as const]))), [places]);
  return (
    <PlaceMap
      fit={box ?? "spots"}
      label="Who holds which place; the list beside it says the same"
      spots={spots}
      shown={shown}
      chosen={chosen}
      onChoose={onChoose}
      onDrawn={onDrawn}
      picture={(name, look, ratio) => picture(name, look.tones, look.paper, ratio)}
    />
  );
}

/** What is known only by its province or country is in the list alone: nobody holds a point in it. */
function spotOf(history: PlaceHistory, known: ReadonlyMap<string, Look>): Spot[] {
  const { key, lat, lon, name, country, admin1 } = history.place;
  if (lat === null || lon === null) return [];
  const pictures = [...new Set(history.turns.map((turn) => nameOf(markOf({ history, turn }, known))))];
  return [{ key, at: [lat, lon], radius_km: null, country, admin1, area: false, unsure: false, count: 1, hollow: false, tone: 0, pictures, name }];
}

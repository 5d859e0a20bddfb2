// Marks of who holds a place: each side has a shape of its own beside its colour, and each standing its own way to be drawn.
import { type Look, type Shape, type Stood } from "./control";
import type { Standing } from "./lines";

/** Outlines in a square of 24 by 24. */
export const OUTLINES: Readonly<Record<Shape, string>> = {
  circle: "M12,4.5a7.5,7.5 0 1 1 -0.01,0z",
  square: "M5.5,5.5h13v13h-13z",
  triangle: "M12,3.5l8.5,15.5h-17z",
  diamond: "M12,3l9,9l-9,9l-9,-9z",
  star: "M12,2.5l2.9,6.3l6.9,.7l-5.2,4.6l1.5,6.8l-6.1,-3.5l-6.1,3.5l1.5,-6.8l-5.2,-4.6l6.9,-.7z",
  hexagon: "M12,3.2l7.6,4.4v8.8l-7.6,4.4l-7.6,-4.4v-8.8z",
  cross: "M9,3.5h6v5.5h5.5v6h-5.5v5.5h-6v-5.5h-5.5v-6h5.5z",
  drop: "M4,5h16l-8,15.5z",
  ring: "M12,6.5a5.5,5.5 0 1 1 -0.01,0z",
};

export interface Mark {
  readonly standing: Standing;
  /** Shape and number of the colour of the holders, at most two of whom are drawn; of besiegers the first. */
  readonly holders: readonly { readonly shape: Shape; readonly hue: number }[];
  readonly siege: number | null;
}

/** How a place is marked. */
export function markOf({ turn }: Stood, known: ReadonlyMap<string, Look>): Mark {
  const drawn = turn.holders.slice(0, 2).flatMap((key) => known.get(key) ?? []);
  const siege = turn.besiegers.map((key) => known.get(key)?.hue)[0] ?? null;
  return { standing: turn.standing, holders: drawn.map(({ shape, hue }) => ({ shape, hue })), siege };
}

/** A mark as the name of a picture, and back. */
export const nameOf = (mark: Mark): string => JSON.stringify(mark);
export const named = (name: string): Mark => JSON.parse(name) as Mark;

/** A part of a mark: an outline, what it is filled with (with paper: so that the ground does not shine through), and
 * which half of it is drawn. */
export interface Piece {
  readonly outline: string;
  readonly hue: number | null;
  readonly filled: "whole" | "below" | "paper" | "open";
  readonly half: "left" | "right" | null;
  readonly dashed: boolean;
}

const whole = (outline: string, hue: number | null): Piece => ({ outline, hue, filled: "whole", half: null, dashed: false });

/** What a mark is drawn of, from the ground up. Whoever holds a place fills its mark; a claim is only an outline. */
export function pieces({ standing, holders, siege }: Mark): readonly Piece[] {
  const ring: readonly Piece[] = siege === null ? [] : [{ ...whole("M12,1.2a10.8,10.8 0 1 1 -0.01,0z", siege), filled: "open", dashed: true }];
  return [...ring, ...body(standing, holders)];
}

function body(standing: Standing, holders: Mark["holders"]): readonly Piece[] {
  const [one, other] = holders;
  if (!one) return [{ ...whole(OUTLINES.ring, null), filled: "paper", dashed: standing === "unknown" }];
  const filled = standing === "disputed" ? "paper" : standing === "held in part" ? "below" : "whole";
  const first: Piece = { ...whole(OUTLINES[one.shape], one.hue), filled };
  if (!other) return [first];
  return [
    { ...first, half: "left" },
    { ...first, outline: OUTLINES[other.shape], hue: other.hue, half: "right" },
  ];
}

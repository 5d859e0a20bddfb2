// How long it takes from a move of the slider until the map shows it, as entries of the browser's own timings.
const MOVE = "slider moved";
export const SLIDER = "slider";

/** The slider was moved. */
export const moved = (): void => void performance.mark(MOVE);

/** The map shows what it was told last. */
export function drawn(): void {
  if (!performance.getEntriesByName(MOVE).length) return;
  performance.measure(SLIDER, MOVE);
  performance.clearMarks(MOVE);
}

// How long it takes from a move of the slider until the list and the map show it, among the browser's own timings.
const MOVE = "slider moved";
export const LIST = "slider list";
export const MAP = "slider map";

/** The slider was moved. */
export function moved(): void {
  performance.clearMarks(MOVE);
  performance.mark(MOVE);
}

/** The list shows the day. */
export function listed(): void {
  if (waiting()) performance.measure(LIST, MOVE);
}

/** The map shows the day. */
export function drawn(): void {
  if (!waiting()) return;
  performance.measure(MAP, MOVE);
  performance.clearMarks(MOVE);
}

const waiting = (): boolean => performance.getEntriesByName(MOVE).length > 0;

// Explore: map, timeline and list of the same incidents, which move together. All that is chosen is in the address.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAsk, type Answer } from "../../api";
import { PlaceMap, prepareMap, type Box } from "../../parts/map";
import { outlines } from "../../parts/map-areas";
import { Waiting } from "../../parts/waiting";
import { changed, go, type Address } from "../../router";
import { histogram } from "./bins";
import { Chips } from "./chips";
import { FilterBar } from "./filter-bar";
import { addressOf, asked, askedOfDenied, filtersOf, NOWHERE, picked, type Filters } from "./filters";
import { Legend } from "./legend";
import { List } from "./list";
import { rowsOf, type Row, type Summary } from "./rows";
import { spotsOf } from "./spots";
import { Timeline, type Reach } from "./timeline";
import { many, whole } from "./words";
import "./explore.css";

interface Known {
  readonly answer: Answer<Summary>;
  readonly rows: readonly Row[] | null;
}

export function Explore({ address }: { readonly address: Address }) {
  const fixed = useMemo(() => filtersOf(address.query), [address.query]);
  const [draft, setDraft] = useState<Reach | null>(null);
  const filters = useMemo(() => (draft ? { ...fixed, ...draft, undated: false } : fixed), [fixed, draft]);
  const { answer, rows } = useRows(fixed);
  const [pointed, point] = useState<string | null>(null);
  const seen = useRef<Box | null>(null);
  const change = useCallback((filters: Partial<Filters>) => go(changed(here(address), addressOf(filters))), [address]);

  if (!rows) return <First answer={answer} />;
  return <Shown {...{ rows, answer, filters, fixed, pointed, point, seen, change, setDraft }} />;
}

/** Changes are made to the address as it is, whatever was drawn last. */
const here = ({ path }: Address): Address => ({ path, query: new URLSearchParams(location.search) });

function First({ answer }: { readonly answer: Answer<Summary> }) {
  useEffect(() => void Promise.all([prepareMap(), outlines()]), []);
  return (
    <div class="explore-first">
      <h1>Explore</h1>
      <Waiting for={answer} />
    </div>
  );
}

/** The rows that the server has; once there are too many to be answered at once, it does all of the picking. */
function useRows(filters: Filters): Known {
  const [narrow, setNarrow] = useState(false);
  const answer = useAsk<Summary>(`/incidents/summary?${asked(filters, narrow)}`);
  useEffect(() => {
    if (answer.value?.capped) setNarrow(true);
  }, [answer.value]);
  const denied = askedOfDenied(filters, narrow);
  const { value: also } = useAsk<Summary>(denied && `/incidents/summary?${denied}`);
  const more = denied ? also : null;
  const rows = useMemo(() => answer.value && [answer.value, more].flatMap((one) => (one ? rowsOf(one) : [])), [answer.value, more]);
  return { answer, rows };
}

interface ShownProps {
  readonly rows: readonly Row[];
  readonly answer: Answer<Summary>;
  readonly filters: Filters;
  readonly fixed: Filters;
  readonly pointed: string | null;
  readonly point: (spot: string | null) => void;
  readonly seen: { current: Box | null };
  readonly change: (filters: Partial<Filters>) => void;
  readonly setDraft: (reach: Reach | null) => void;
}

function Shown({ rows, answer, filters, fixed, pointed, point, seen, change, setDraft }: ShownProps) {
  const kept = useMemo(() => picked(rows, fixed, ["days", "box", "spot"]), [rows, fixed]);
  const around = useMemo(() => picked(kept, filters, ["type", "status", "disputed", "spot", "box"]), [kept, filters]);
  const shown = useMemo(() => picked(around, filters, ["type", "status", "disputed", "days"]), [around, filters]);
  const spots = useMemo(() => spotsOf(around), [around]);
  const nowhere = useMemo(() => around.filter((row) => row.spot === null).length, [around]);
  const timed = useMemo(() => picked(kept, fixed, ["type", "status", "disputed", "days"]), [kept, fixed]);
  const bins = useMemo(() => histogram(rows, timed), [rows, timed]);
  const undated = useMemo(() => timed.filter((row) => row.start === null).length, [timed]);
  const choose = useCallback((spot: string | null) => change({ spot: spot === filters.spot ? null : spot }), [change, filters.spot]);
  const settle = useCallback((reach: Reach | null) => {
    setDraft(null);
    change({ since: reach?.since ?? null, until: reach?.until ?? null, undated: false });
  }, [change]);
  useEffect(() => noted("explore:shown"), [shown]);

  return (
    <div class="explore">
      <FilterBar {...{ rows, filters, change, seen }} />
      <section class="explore-list" aria-label="Incidents">
        <header class="explore-head">
          <h1>Explore</h1>
          <p role="status">
            <strong>{many(shown.length, "incident")}</strong>
            {answer.state === "waiting" && " · loading…"}
          </p>
        </header>
        <Chips {...{ rows, filters: fixed, change }} />
        {answer.state === "failed" && <Waiting for={answer} />}
        {answer.value?.capped && <p class="explore-note">These are the first {whole(answer.value.rows.length)} of {whole(answer.value.total)}: narrow the filters to see the others.</p>}
        <List rows={shown} point={point} chosen={filters.spot} />
      </section>
      <div class="explore-map">
        <PlaceMap label="Map of the incidents" spots={spots} chosen={pointed ?? filters.spot} onChoose={choose} onMove={(box) => void (seen.current = box)} fit={fixed.box ?? "spots"} />
        <Legend {...{ around: around, filters: fixed, change }} />
        {nowhere > 0 && (
          <button type="button" class="explore-tray" aria-pressed={filters.spot === NOWHERE} onClick={() => choose(NOWHERE)}>
            <strong>{whole(nowhere)}</strong> with no place on the map
          </button>
        )}
      </div>
      <Timeline {...{ bins, undated, filters, change, setDraft, settle }} />
    </div>
  );
}

/** A time for the browser's own measures: when what was just asked for is on the screen. */
function noted(name: string): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
}

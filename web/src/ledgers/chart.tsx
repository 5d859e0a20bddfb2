// Bars as ranges: full up to the least that is told, hatched up to the most, a mark at the best, an arrow where it is open.
import { scaleBand, scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { useWidth } from "../parts/width";
import { go } from "../router";
import { type Bar, farthest, onTime } from "./bars";
import * as words from "./words";

interface Props {
  readonly bars: readonly Bar[];
  /** The address of what a bar adds up, and the group whose incidents are shown. */
  readonly to: (group: string) => string;
  readonly chosen: string | null;
}

const HATCH = (
  <defs>
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="hatch" x1="0" y1="0" x2="0" y2="5" />
    </pattern>
  </defs>
);

/** Months or days on a time without gaps; groups on no one step stand as rows below. Hidden from screen readers: the
 * table beside it says the same. */
export function OverTime({ bars, to, chosen }: Props) {
  const { steps, beside } = onTime(bars);
  return (
    <>
      {steps.length > 1 ? <Columns bars={steps} to={to} chosen={chosen} /> : <Rows bars={steps} to={to} chosen={chosen} />}
      {beside.length > 0 && (
        <>
          <h3>Of several, or of none</h3>
          <Rows bars={beside} to={to} chosen={chosen} most={farthest(bars)} />
        </>
      )}
    </>
  );
}

const [HIGH, FOOT, LEFT, TOP] = [250, 36, 48, 14];

function Columns({ bars, to, chosen }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const y = scaleLinear([0, farthest(bars)], [HIGH - FOOT, TOP]).nice();
  const x = scaleBand(bars.map((bar) => bar.group), [LEFT, width - 4]).paddingInner(0.18);
  return (
    <div ref={ref} class="chart">
      <svg width={width} height={HIGH} aria-hidden="true">
        {HATCH}
        {y.ticks(5).map((tick) => (
          <g key={tick} class="tick">
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 6} y={y(tick)} dy="0.32em" text-anchor="end">
              {words.number(tick)}
            </text>
          </g>
        ))}
        {labelled(bars, width).map(([group, name]) => (
          <text key={group} class="label" x={x(group)! + x.bandwidth() / 2} y={HIGH - FOOT + 16} text-anchor="middle">
            {name}
          </text>
        ))}
        {bars.map((bar) => (
          <BarLink key={bar.group} bar={bar} to={to} chosen={chosen}>
            <rect class="catch" x={x(bar.group)} width={x.bandwidth()} y={TOP} height={HIGH - FOOT - TOP} />
            <Upright range={bar.range} x={x(bar.group)!} width={x.bandwidth()} y={y} />
          </BarLink>
        ))}
      </svg>
    </div>
  );
}

/** Groups with what stands below them: each year's first month, or where that is too few or too many, as many as fit. */
function labelled(bars: readonly Bar[], width: number): readonly (readonly [group: string, name: string])[] {
  const room = Math.max(1, Math.floor((width - LEFT) / 84));
  const years = bars.filter((bar) => bar.group.endsWith("-01") && bar.group.length === 7);
  if (years.length > 2 && years.length <= 2 * room) return years.map((bar) => [bar.group, bar.group.slice(0, 4)]);
  const every = Math.ceil(bars.length / room);
  return bars.filter((_, at) => at % every === Math.floor(every / 2)).map((bar) => [bar.group, bar.group]);
}

type Scale = (value: number) => number;

function Upright({ range, x, width, y }: { readonly range: Bar["range"]; readonly x: number; readonly width: number; readonly y: Scale }) {
  const { low, best, high } = range;
  const middle = x + width / 2;
  return (
    <>
      <rect class="least" x={x} width={width} y={y(low)} height={y(0) - y(low)} />
      {high !== null && high > low && <rect class="most" x={x} width={width} y={y(high)} height={y(low) - y(high)} />}
      {best !== null && best > low && <line class="best" x1={x} x2={x + width} y1={y(best)} y2={y(best)} />}
      {high === null && <path class="open" d={`M${middle - 3.5},${y(low) - 3}h7l-3.5,-6z`} />}
    </>
  );
}

const ROW = 26;

/** One row a group, with its name before the bar. */
export function Rows({ bars, to, chosen, most }: Props & { readonly most?: number }) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const left = Math.min(230, Math.round(width * 0.42));
  const x = scaleLinear([0, most ?? farthest(bars)], [left, width - 92]);
  return (
    <div ref={ref} class="chart">
      <svg width={width} height={bars.length * ROW + 4} aria-hidden="true">
        {HATCH}
        {bars.map((bar, at) => (
          <BarLink key={bar.group} bar={bar} to={to} chosen={chosen}>
            <rect class="catch" x="0" width={width} y={at * ROW} height={ROW} />
            <text class="name" x={left - 8} y={at * ROW + ROW / 2} dy="0.34em" text-anchor="end">
              {shortened(bar.group, left)}
            </text>
            <Lying range={bar.range} y={at * ROW + 5} x={x} />
          </BarLink>
        ))}
      </svg>
    </div>
  );
}

/** A name that fits before the bars; the whole of it is in the table. */
function shortened(name: string, room: number): string {
  const most = Math.floor(room / 7.2);
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

function Lying({ range, x, y }: { readonly range: Bar["range"]; readonly x: Scale; readonly y: number }) {
  const { low, best, high } = range;
  const [height, end] = [ROW - 10, x(high ?? low)];
  return (
    <>
      <rect class="least" x={x(0)} width={Math.max(1, x(low) - x(0))} y={y} height={height} />
      {high !== null && high > low && <rect class="most" x={x(low)} width={x(high) - x(low)} y={y} height={height} />}
      {best !== null && best > low && <line class="best" x1={x(best)} x2={x(best)} y1={y} y2={y + height} />}
      {high === null && <path class="open" d={`M${end + 3},${y + height / 2 - 3.5}v7l6,-3.5z`} />}
      <text class="value" x={end + (high === null ? 13 : 6)} y={y + height / 2} dy="0.34em">
        {words.range(range)}
      </text>
    </>
  );
}

function BarLink({ bar, to, chosen, children }: Omit<Props, "bars"> & { readonly bar: Bar; readonly children: JSX.Element[] }) {
  if (!bar.incidents) return null;
  const incidents = bar.incidents === 1 ? "1 incident" : `${words.number(bar.incidents)} incidents`;
  return (
    <a href={to(bar.group)} tabIndex={-1} class={bar.group === chosen ? "bar chosen" : "bar"} onClick={followed}>
      <title>{`${bar.group}: ${words.range(bar.range)}, ${incidents}`}</title>
      {children}
    </a>
  );
}

/** Links in drawings have no parts of an address by themselves, so that the router does not know them. */
function followed(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go((event.currentTarget as SVGAElement).href.baseVal);
}

/** What the parts of a bar mean. */
export function Key() {
  return (
    <p class="chart-key">
      <svg width="150" height="16" aria-hidden="true">
        {HATCH}
        <rect class="least" x="0" y="2" width="60" height="12" />
        <rect class="most" x="60" y="2" width="50" height="12" />
        <path class="open" d="M114,4.5v7l6,-3.5z" />
      </svg>
      full: the least that is told · hatched: up to the most · arrow: no upper end is told
    </p>
  );
}

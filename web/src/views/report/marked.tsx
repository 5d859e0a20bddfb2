// The text of a report with the words of its events marked. It is only ever put in as text.
import type { Placed } from "./dropped";
import { SENTENCE, partsOf } from "./fields";
import type { Segment } from "../../parts/spans";

interface MarkedProps {
  readonly lines: readonly (readonly Segment[])[];
  readonly language: string | null;
  readonly chosen: string | null;
  readonly lit: readonly string[];
  readonly light: (keys: readonly string[]) => void;
  readonly choose: (event: string) => void;
  readonly dropped: readonly Placed[];
}

export function Marked({ lines, language, chosen, lit, light, choose, dropped }: MarkedProps) {
  return (
    <div class="report-text" onMouseLeave={() => light([])}>
      {lines.map((line, number) => {
        const [from, to] = [number === 0 ? -1 : line[0]!.start, lines[number + 1]?.[0]?.start ?? Infinity];
        return (
          <div key={line[0]!.start}>
            <Left parts={dropped.filter(({ at }) => at <= line[0]!.start && (number === 0 || at > lines[number - 1]![0]!.start))} />
            <p dir="auto" lang={language ?? undefined}>
              {line.map((segment) => (
                <Run key={segment.start} {...{ segment, chosen, lit, light, choose }} />
              ))}
            </p>
            {to === Infinity && <Left parts={dropped.filter(({ at }) => at > Math.max(from, line[0]!.start))} />}
          </div>
        );
      })}
      {lines.length === 0 && <Left parts={dropped} />}
    </div>
  );
}

type RunProps = Pick<MarkedProps, "chosen" | "lit" | "light" | "choose"> & { readonly segment: Segment };

function Run({ segment, chosen, lit, light, choose }: RunProps) {
  const fields = segment.keys.filter((key) => partsOf(key).slot !== SENTENCE);
  const marks = classes(segment.keys, fields, chosen, lit);
  if (!fields.length) return marks ? <span class={marks} data-keys={segment.keys.join(" ")}>{segment.text}</span> : <>{segment.text}</>;
  const first = partsOf(fields.find((key) => partsOf(key).event === chosen) ?? fields[0]!).event;
  return (
    <mark
      role="button"
      tabIndex={0}
      class={marks}
      data-keys={segment.keys.join(" ")}
      aria-describedby="report-now"
      onMouseEnter={() => light(fields)}
      onFocus={() => light(fields)}
      onClick={() => choose(first)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(first);
      }}
    >
      {segment.text}
    </mark>
  );
}

function classes(keys: readonly string[], fields: readonly string[], chosen: string | null, lit: readonly string[]): string {
  const own = fields.filter((key) => partsOf(key).event === chosen);
  const found = [...new Set(own.map((key) => `is-${partsOf(key).slot}`))];
  if (fields.length && !own.length) found.push("is-other");
  if (keys.some((key) => partsOf(key).event === chosen)) found.push("is-chosen");
  if (keys.some((key) => lit.includes(key))) found.push("is-lit");
  return found.join(" ");
}

function Left({ parts }: { readonly parts: readonly Placed[] }) {
  return (
    <>
      {parts.map(({ part }, number) => (
        <p key={number} class="report-dropped" dir="auto">
          <span class="why">left out: {part.reason}</span> <s>{part.text}</s>
        </p>
      ))}
    </>
  );
}

// The parts of an incident's page that list who says what.
import type { ComponentChildren } from "preact";
import { titled } from "../explore/words";
import { voice, voices } from "./figures";
import type { Incident, Party, Place, Telling, TellingReport, Voice } from "./line";

export type LinkOf = (event: string) => string;

/** "1 May 2024", or both ends. */
export const days = (start: string, end: string): string => (start === end ? start : `${start} to ${end}`);

export const whereabouts = (place: Place): string => [place.name, place.admin1 !== place.name && place.admin1, place.country].filter(Boolean).join(", ");

export function Card({ title, children, class: name = "" }: { readonly title: string; readonly children: ComponentChildren; readonly class?: string }) {
  return (
    <section class={`card ${name}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Who is said to have done it, or to whom; by whom it is stated, alleged, owned and denied. */
export function Parties({ parties, none }: { readonly parties: readonly Party[]; readonly none: string }) {
  if (!parties.length) return <p class="dim">{none}</p>;
  return (
    <ul class="plain parties">
      {parties.map((party) => (
        <li key={party.name}>
          <bdi class="party">{party.name}</bdi>
          {party.basis !== "stated" && <span class="flag warn">{party.basis === "inferred" ? "taken from another sentence" : party.basis}</span>}
          {party.denied_by.length > 0 && <span class="flag warn">denied</span>}
          {party.owned_by.length > 0 && <span class="flag good">says so itself</span>}
          <dl class="pairs small">
            {([["stated by", party.stated_by], ["alleged by", party.alleged_by], ["denied by", party.denied_by], ["owned by", party.owned_by]] as const).map(
              ([label, all]) => all.length > 0 && [<dt key={label}>{label}</dt>, <dd key={`${label}=`}><bdi>{voices(all)}</bdi></dd>],
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface ClaimsProps {
  readonly incident: Incident;
  readonly linkOf: LinkOf;
}

/** The tellings, each with its sentence; the further pages that print a sentence are folded. */
export function Claims({ incident, linkOf }: ClaimsProps) {
  const reports = new Map(incident.reports.map((one) => [one.event, one]));
  return (
    <ol class="plain claims">
      {incident.tellings.map((telling) => (
        <Claim key={telling.event} {...{ telling, linkOf, type: incident.type, report: reports.get(telling.event) }} />
      ))}
    </ol>
  );
}

interface ClaimProps {
  readonly telling: Telling;
  readonly report: TellingReport | undefined;
  readonly type: string;
  readonly linkOf: LinkOf;
}

function Claim({ telling, report, type, linkOf }: ClaimProps) {
  const copies = telling.printed_by.filter((one) => one.page !== telling.page);
  const denied = telling.denials.length > 0 && telling.voices.length === 0;
  return (
    <li id={telling.event} class={denied ? "claim denial" : "claim"}>
      <p class="claim-head">
        <Voices say="say" all={telling.voices} />
        <Voices say="deny" all={telling.denials} />
        {telling.type !== type && <span class="flag">as {titled(telling.type).toLowerCase()}</span>}
        {telling.dropped_by && <span class="flag warn">a newer version no longer tells it</span>}
      </p>
      <blockquote dir="auto">{telling.sentence}</blockquote>
      <p class="claim-foot small dim">
        <a href={linkOf(telling.event)} dir="auto">
          {report?.title ?? telling.page}
        </a>{" "}
        {[report?.outlet, telling.stamp].filter(Boolean).join(", ")}
      </p>
      {copies.length > 0 && (
        <details class="small">
          <summary>Printed on {copies.length === 1 ? "one more page" : `${copies.length} more pages`}</summary>
          <ul class="plain">
            {copies.map((one) => (
              <li key={one.id}>
                <a class="path" dir="auto" href={`/report/${encodeURIComponent(one.id)}`}>
                  {[one.outlet, one.page].filter(Boolean).join(": ")}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Voices({ say, all }: { readonly say: "say" | "deny"; readonly all: readonly Voice[] }) {
  if (!all.length) return null;
  const verb = all.length === 1 ? (say === "say" ? "says" : "denies") : say;
  return (
    <span class={`voices ${say}`}>
      <bdi>{all.map(voice).join(", ")}</bdi> <i>{verb}</i>
      {all.some((one) => one.kind) && <span class="dim small"> {[...new Set(all.flatMap((one) => one.kind ?? []))].join(", ")}</span>}
    </span>
  );
}

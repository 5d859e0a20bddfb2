// What a page says of itself, how it came, and which other pages tell its story.
import type { ComponentChildren } from "preact";
import { Outside } from "../../parts/outside";
import { whole } from "../explore/words";
import type { Head, Report } from "../../lines";

export function Heading({ report }: { readonly report: Report }) {
  const { kept } = report;
  const doubtful = new Map(report.origins.map((one) => [one.what, one]));
  const stamp = (what: string, value: string | null) => value && <Found value={value} origin={doubtful.get(what)} />;
  const others = report.story.filter((one) => one.id !== report.id);
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ["Outlet", stamp("outlet", report.outlet)],
    ["Agency", stamp("agency", report.agency)],
    ["By", report.byline.length > 0 && <bdi>{report.byline.join(", ")}</bdi>],
    ["Dateline", report.dateline && <bdi>{report.dateline}</bdi>],
    ["Published", stamp("published", report.published)],
    ["Updated", stamp("updated", report.updated)],
    ["Address", kept.url && <Outside to={kept.url} />],
  ];
  const came: readonly (readonly [string, ComponentChildren])[] = [
    ["File", <bdi class="path">{report.page}</bdi>],
    ["Came", [kept.came, kept.container && `in ${kept.container}`].filter(Boolean).join(", ") || null],
    ["Added", kept.added.replace("T", " ").replace("+00:00", " UTC")],
    ["Bytes", whole(kept.size)],
    ["Language", report.language],
    ["Text by", report.cleaner],
    ["Project", kept.project],
    ["Status", report.status === "coded" ? null : [report.status, report.reason].filter(Boolean).join(": ")],
    ["Hash", <code class="path">{report.id}</code>],
  ];
  return (
    <header class="report-head">
      <p class="kind">Report</p>
      <h1>
        <bdi lang={report.language ?? undefined}>{report.title ?? "Untitled page"}</bdi>
      </h1>
      <Pairs rows={rows} />
      {report.clashes.map((clash) => (
        <p key={clash.what} class="note warn">
          Stamp and story disagree on {clash.what}: the page says <bdi>{clash.page_says}</bdi>, the text <bdi>{clash.text_says}</bdi>.
        </p>
      ))}
      <details>
        <summary>Where it comes from</summary>
        <Pairs rows={came} />
      </details>
      {others.length > 0 && (
        <details open>
          <summary>This story on other pages ({others.length})</summary>
          <ul class="plain">
            {others.map((one) => (
              <li key={one.id}>
                <a href={`/report/${encodeURIComponent(one.id)}`} dir="auto">
                  {one.title ?? one.page}
                </a>{" "}
                <span class="dim">
                  {[one.outlet, one.published?.slice(0, 10), kinship(one, report)].filter(Boolean).join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function kinship(one: Head, { id, kept }: Report): string {
  if (one.copy_of === id || kept.copy_of === one.id) return one.copy_of === id ? "a copy of this" : "of which this is a copy";
  if (one.id === kept.replaced_by || one.version_of === id) return "a newer version";
  return one.id === kept.version_of || one.replaced_by === id ? "an older version" : "the same wire story";
}

function Found({ value, origin }: { readonly value: string; readonly origin: Report["origins"][number] | undefined }) {
  return (
    <span title={origin && `found in ${origin.where}`}>
      <bdi>{value}</bdi>
      {origin && origin.sure !== "certain" && <span class={origin.sure === "doubtful" ? "flag warn" : "flag"}>{origin.sure}</span>}
    </span>
  );
}

function Pairs({ rows }: { readonly rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="pairs">
      {rows.map(([label, value]) => value && [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}
    </dl>
  );
}

// Ledgers in words: days, figures and places as people write them.
import type { Days, Range, Spot, Tally, Voice } from "./lines";

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const NUMBER = new Intl.NumberFormat("en-GB");

/** "3 Aug 2016" of an ISO day. */
export const day = (iso: string): string => DAY.format(new Date(`${iso}T00:00:00Z`));

/** "August 2016" of an ISO month or day. */
export const month = (iso: string): string => MONTH.format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`));

export const number = (value: number): string => NUMBER.format(value);

/** "3 Aug 2016", "3 Aug 2016 – 9 Aug 2016"; of a page's own day "by 3 Aug 2016". */
export function days(found: Days | null): string {
  if (found === null) return "no day told";
  if (found.start !== found.end) return `${day(found.start)} – ${day(found.end)}`;
  return found.precision === "report" ? `by ${day(found.start)}` : day(found.start);
}

/** "12", "12 or more", "12–40", "up to 40". */
export function range({ low, high }: Pick<Range, "low" | "high">): string {
  if (high === null) return low ? `${number(low)} or more` : "some";
  if (low === high) return number(low);
  return low ? `${number(low)}–${number(high)}` : `up to ${number(high)}`;
}

/** "Kara, Nord"; without its province where that is called the same. */
export function spot(place: Spot): string {
  return place.admin1 && place.admin1 !== place.name ? `${place.name}, ${place.admin1}` : place.name;
}

/** "12 killed, 3–5 injured": the tallies over all people, killed first. */
export function harmed(tallies: readonly Tally[]): string {
  const whole = tallies.filter((one) => one.of === "all" && (one.low > 0 || one.high !== 0));
  const first = [...whole].sort((one, other) => Number(other.kind === "killed") - Number(one.kind === "killed"));
  return first.map((one) => `${range(one)} ${one.unit === "person" ? "" : `${one.unit}s `}${one.kind}`).join(", ");
}

/** "air strike" of a type's name. */
export const plain = (name: string): string => name.replaceAll("_", " ");

/** "the army, the Sahel Wire says"-like: a speaker, and who passes it on where that is somebody else. */
export function voice(said: Voice): string {
  return said.carrier && said.carrier !== said.speaker ? `${said.speaker} (via ${said.carrier})` : said.speaker;
}

/** Names joined; of many the first, and how many more. */
export function some(names: readonly string[], most = 4): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(", ")} and ${rest} more` : names.join(", ");
}

/** With a large first letter, as headings have. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

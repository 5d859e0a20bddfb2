// How types and figures are worded, and what belongs together.

/** The coarse groups of the codebook's types, as it prints them. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  violence: ["air_strike", "shelling", "bombing", "armed_clash", "attack", "abduction", "sexual_violence", "chemical_attack"],
  territory: ["capture", "withdrawal", "siege"],
  forces: ["deployment", "arms_supply", "group_change"],
  consequence: ["casualties", "displacement", "damage"],
  coercion: ["arrest", "release", "protest", "riot", "sanction"],
  politics: ["ceasefire", "agreement", "talks", "threat", "demand", "aid"],
};
/** Where a project's own types stand. */
export const OTHER = "other";
const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, types]) => types.map((type) => [type, group] as const)));
const TONES: Readonly<Record<string, number>> = { violence: 4, territory: 3, forces: 7, consequence: 1, coercion: 5, politics: 0 };

export const groupOf = (type: string): string => GROUP_OF.get(type) ?? OTHER;

/** The colour of a group on the map. */
export const toneOf = (group: string): number => TONES[group] ?? 6;

/** "air_strike" as "Air strike". */
export const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");

/** "12 killed", "3 to 12 killed", "at least 3 killed"; empty where nobody counts any. */
export function killed(low: number | null, high: number | null): string {
  if (low === null && high === null) return "";
  if (low === high) return `${whole(low ?? 0)} killed`;
  if (high === null) return `at least ${whole(low ?? 0)} killed`;
  return low === null ? `up to ${whole(high)} killed` : `${whole(low)} to ${whole(high)} killed`;
}

/** How many pages print it, counting `copies` of what one of them tells, and how many sources of their own stand behind it. */
export function printed(voices: number, tellings: number, copies: number): string {
  const pages = tellings + copies;
  const sources = voices === 1 ? "one source" : voices === 0 ? "no source" : `${whole(voices)} sources`;
  return pages > 1 ? `printed by ${whole(pages)}, ${sources}` : sources;
}

/** 12345 as "12,345". */
export const whole = (value: number): string => value.toLocaleString("en");

/** "1 incident", "2 incidents". */
export const many = (count: number, noun: string): string => `${whole(count)} ${noun}${count === 1 ? "" : "s"}`;

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const MS_A_DAY = 86_400_000;

/** "4 May 2016", "1–7 May 2016"; "no day known". */
export function dated(start: number | null, end: number | null): string {
  if (start === null) return "no day known";
  const [from, to] = [new Date(start * MS_A_DAY), new Date((end ?? start) * MS_A_DAY)];
  return start === (end ?? start) ? DAY.format(from) : DAY.formatRange(from, to);
}

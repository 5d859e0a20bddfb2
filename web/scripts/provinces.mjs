// Gives the shapes of first-order areas the names that the program's own gazetteer has for them.
import { readFileSync } from "node:fs";

// Files whose shapes have no HASC code that begins with the country's.
const UNCODED = { usa: "US", kos: "XK", sds: "SS", psx: "PS", mlt: "MT", sol: "SO", cyn: "CY", sah: "EH", kir: "KI", sgp: "SG", tls: "TL", cym: "KY", mco: "MC", mac: "MO", vat: "VA", tuv: "TV", jey: "JE", ggy: "GG", imn: "IM", gib: "GI", gum: "GU", flk: "FK", vgb: "VG", niu: "NU", nfk: "NF" };
const COMMON = /\b(governorate|province|state|region|oblast|county|district|city|wilayat|department|al|ar|as|an|ash|ad|az|el|republic|of|the)\b/g;
const ALIKE = 0.45; // share of letter pairs; below, most are other places
// Redrawn since, or kept there at another level: their shapes would be false under today's names.
const OTHERS = new Set(["CD", "BF", "PH"]);

/** The names of the areas of each country: `SY` to `["Aleppo", …]`. */
export function gazetteer(path) {
  const names = {};
  for (const line of readFileSync(path, "utf8").split("\n").filter((one) => /^[A-Z]{2}\./.test(one)))
    (names[line.slice(0, 2)] ??= []).push(line.split("\t")[1]);
  return names;
}

/** The shapes with `country` and, where the gazetteer has one that is alike, `name`; each name goes to one shape. */
export function named(file, shapes, names) {
  const country = UNCODED[file] ?? mostOften(shapes.map((one) => one.id?.slice(0, 2)).filter((code) => /^[A-Z]{2}$/.test(code ?? "")));
  const tried = OTHERS.has(country) ? [] : (names[country] ?? []);
  const matches = shapes.flatMap((shape, at) => tried.map((name) => ({ at, name, like: alike(shape.properties.name, name) })));
  const taken = new Map();
  for (const { at, name, like } of matches.sort((one, other) => other.like - one.like))
    if (like >= ALIKE && !taken.has(at) && ![...taken.values()].includes(name)) taken.set(at, name);
  return shapes.map((shape, at) => ({ type: shape.type, arcs: shape.arcs, properties: { country, name: taken.get(at) ?? null } }));
}

function mostOften(codes) {
  const times = new Map();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

/** How many pairs of letters two names share, from 0 to 1 (Dice 1945), whatever stands in brackets. */
function alike(one, other) {
  const [some, others] = [pairs(one ?? ""), pairs(other)];
  const shared = [...some].filter((pair) => others.has(pair)).length;
  return some.size + others.size ? (2 * shared) / (some.size + others.size) : 0;
}

function pairs(name) {
  const plain = name.toLowerCase().normalize("NFD").replace(/\p{M}|['’`ʼ]/gu, "").replace(/\(.*?\)/g, "").replace(/[^a-z]+/g, " ");
  const words = plain.replace(COMMON, " ").replace(/\s+/g, "") || plain.replace(/\s+/g, "");
  const padded = `^${words}$`;
  return new Set([...padded].slice(1).map((letter, at) => padded[at] + letter));
}

import { describe, expect, it } from "vitest";
import { fieldsOf, marksOf, partsOf } from "../src/views/report/fields";
import type { Event } from "../src/lines";

const WORDS = { text: "w", text_start: 3, text_end: 4 };
const NONE = { text: null, text_start: null, text_end: null };
const ARMY = { ...WORDS, name: "the army", id: null, kind: "military", country: "SD", basis: "alleged", alleged_by: ["residents"] };
const EVENT = {
  id: "e1", type: "shelling", trigger: "shelled", trigger_start: 9, trigger_end: 16, evidence: { text_start: 0, text_end: 30 },
  agents: [ARMY], targets: [], places: [], date: null, sources: [{ ...NONE, name: "residents", stance: "denies", denial: "general", kind: null, group: null, cue: null, hedge: null, via: null }],
  quantities: [
    { ...WORDS, kind: "killed", who: "civilians", low: 12, high: 12, status: "civilian", unit: "person", scope: "incident", part_of: null },
    { ...WORDS, kind: "killed", who: "children", low: 3, high: null, status: null, unit: "person", scope: "incident", part_of: 0 },
  ],
} as unknown as Event;

describe("the fields of an event", () => {
  const fields = fieldsOf(EVENT);

  it("have keys of their own that tell event and slot", () => {
    expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length);
    expect(partsOf(fields[1]!.key)).toEqual({ event: "e1", slot: "agents" });
  });

  it("say who alleges an actor", () => {
    expect(fields[1]!.notes).toContain("alleged by residents");
  });

  it("say of which figure another is a part", () => {
    expect(fields[3]!.value).toBe("3 or more killed");
    expect(fields[3]!.notes).toContain("of the 12 killed");
  });

  it("tell a denial from a statement", () => {
    expect(fields[4]!.notes).toEqual(["denies it, in general"]);
  });

  it("are marked where words stand for them, beside the sentence", () => {
    expect(marksOf(EVENT, fields).map((mark) => mark.key)).toEqual(["e1/sentence", "e1/trigger.0", "e1/agents.0", "e1/quantities.0", "e1/quantities.1"]);
  });
});

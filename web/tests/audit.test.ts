import { expect, test } from "vitest";
import { marksOf, pressed, slotOf, verdict } from "../src/views/audit/answers";

test("a slot goes from right to wrong to unsure and back", () => {
  const once = pressed({}, "type");
  expect(once).toEqual({ type: "wrong" });
  expect(pressed(once, "type")).toEqual({ type: "unsure" });
  expect(pressed({ type: "unsure", date: "wrong" }, "type")).toEqual({ date: "wrong" });
});

test("what is not marked is right, and of a wrong record nothing else is said", () => {
  expect(verdict(["record", "type", "date"], { date: "unsure" })).toEqual({ record: "right", type: "right", date: "unsure" });
  expect(verdict(["record", "type"], { record: "wrong", type: "wrong" })).toEqual({ record: "wrong" });
  expect(marksOf({ record: "right", type: "wrong" })).toEqual({ type: "wrong" });
});

test("keys of slots that the event leaves empty do nothing", () => {
  expect(slotOf("3", ["record", "agents"])).toBe("agents");
  expect(slotOf("4", ["record", "agents"])).toBeNull();
  expect(slotOf("0", ["record"])).toBeNull();
});

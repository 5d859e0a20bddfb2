import { describe, expect, it } from "vitest";
import { may, ours } from "../src/who";

const HERE = "http://127.0.0.1:8700";

describe("where one goes after signing in", () => {
  it("is where one came from", () => {
    expect(ours("/incident/a?x=1#y", HERE)).toBe("/incident/a?x=1#y");
  });
  it.each([
    "https://evil.example/",
    "//evil.example/a",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://127.0.0.1:8701/",
    "\t//evil.example",
    "http://[",
    "/sign-in?back=/sign-in",
    "",
  ])("is never elsewhere: %j", (back) => {
    expect(ours(back, HERE)).toBe("/");
  });
  it("is the start where nothing is said", () => {
    expect(ours(null, HERE)).toBe("/");
  });
});

describe("a role", () => {
  const who = { name: "Idris", role: "reviewer", by: "session" } as const;
  it("may what lesser ones may, and no more", () => {
    expect([may(who, "viewer"), may(who, "reviewer"), may(who, "admin")]).toEqual([true, true, false]);
    expect(may(null, "viewer")).toBe(false);
  });
});

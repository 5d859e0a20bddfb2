import { describe, expect, it } from "vitest";
import { found } from "../src/views/search/snippet";

const hits = (text: string, asked: string) => found(text, asked).filter((part) => part.hit).map((part) => part.text);

describe("the words looked for", () => {
  it("are marked, and the text stays whole", () => {
    const text = "Shells 💥 fell; the shells killed.";
    expect(hits(text, "shells")).toEqual(["Shells", "shells"]);
    expect(found(text, "shells").map((part) => part.text).join("")).toBe(text);
  });
  it("are found without accents, as are Arabic words without vowel signs", () => {
    expect(hits("Alépo, قَصَفَ", "alepo قصف")).toEqual(["Alépo", "قَصَفَ"]);
  });
  it("are those of phrases too, but none that must not be there", () => {
    expect(hits("the old market was hit", '"old market" -hit')).toEqual(["old", "market"]);
  });
});

// Reports that have the words looked for, with the words around the first of them.
import { useAsk } from "../../api";
import { Waiting } from "../../parts/waiting";
import { changed, go, type Address } from "../../router";
import { many } from "../explore/words";
import { found } from "./snippet";
import "../reading.css";

interface Hit {
  readonly id: string;
  readonly page: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly text: string;
}

const STEP = 20;
const MOST = 1000;

export function Search({ address }: { readonly address: Address }) {
  const asked = address.query.get("q") ?? "";
  const limit = Math.min(MOST, Math.max(STEP, Number(address.query.get("limit")) || STEP));
  const answer = useAsk<{ readonly items: readonly Hit[]; readonly more: boolean }>(asked ? `/search?q=${encodeURIComponent(asked)}&limit=${limit}` : null);
  return (
    <div class="reading">
      <h1>Search</h1>
      <form
        role="search"
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          go(changed(address, { q: String(new FormData(event.currentTarget).get("q") ?? ""), limit: null }));
        }}
      >
        <input key={asked} type="search" name="q" defaultValue={asked} dir="auto" maxLength={200} aria-label="Words in reports" placeholder='Words, "phrases", -without' />
        <button type="submit">Search</button>
      </form>
      {asked && (answer.value ? <Hits asked={asked} hits={answer.value.items} more={answer.value.more} /> : <Waiting for={answer} />)}
      {answer.value?.more && limit < MOST && <a href={changed(address, { limit: String(Math.min(MOST, limit * 3)) })}>Show more</a>}
    </div>
  );
}

function Hits({ asked, hits, more }: { readonly asked: string; readonly hits: readonly Hit[]; readonly more: boolean }) {
  return (
    <>
      <p role="status" class="dim">
        {hits.length === 0 ? "No report has all these words." : `${more ? "The newest " : ""}${many(hits.length, "report")}`}
      </p>
      <ol class="plain">
        {hits.map((hit) => (
          <li key={hit.id} class="card">
            <h2>
              <a href={`/report/${encodeURIComponent(hit.id)}`} dir="auto">
                {hit.title ?? hit.page}
              </a>
            </h2>
            <p class="dim small">{[hit.outlet, hit.published?.slice(0, 10)].filter(Boolean).join(", ")}</p>
            <p class="snippet" dir="auto">
              {found(hit.text, asked).map((part, number) => (part.hit ? <mark key={number}>{part.text}</mark> : part.text))}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

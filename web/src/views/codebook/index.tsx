// The codebook: what each type means and what it does not, in which words it is found, and what it is elsewhere.
import { useEffect } from "preact/hooks";
import { useAsk } from "../../api";
import { useHash } from "../../parts/hash";
import { Waiting } from "../../parts/waiting";
import { titled } from "../explore/words";
import "../reading.css";
import "./codebook.css";

interface Type {
  readonly type: string;
  readonly group: string;
  readonly definition: string;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  readonly words: readonly { readonly part: string; readonly lemmas: readonly string[] }[];
  readonly examples: readonly string[];
  readonly counterexamples: readonly string[];
  readonly codes: Readonly<Record<string, string>>;
}

export function Codebook() {
  const answer = useAsk<{ readonly version: string; readonly types: readonly Type[] }>("/codebook");
  const named = useHash("type");
  useEffect(() => {
    if (named && answer.value) document.getElementById(named)?.scrollIntoView();
  }, [named, answer.value]);
  return (
    <div class="reading codebook">
      <header class="codebook-head">
        <h1>Codebook</h1>
        {answer.value && <p class="dim">{answer.value.types.length} types, version {answer.value.version}. The same files define what is coded and what is written here.</p>}
      </header>
      {answer.value ? (
        <>
          <Contents types={answer.value.types} named={named} />
          <div class="codebook-types">
            {answer.value.types.map((type) => (
              <TypeCard key={type.type} type={type} />
            ))}
          </div>
        </>
      ) : (
        <Waiting for={answer} />
      )}
    </div>
  );
}

function Contents({ types, named }: { readonly types: readonly Type[]; readonly named: string | null }) {
  const groups = [...new Set(types.map((type) => type.group))];
  return (
    <nav class="codebook-contents" aria-label="Types">
      {groups.map((group) => (
        <div key={group}>
          <b>{titled(group)}</b>
          {types
            .filter((type) => type.group === group)
            .map(({ type }) => (
              <a key={type} href={`#type=${type}`} aria-current={type === named ? "true" : undefined}>
                {titled(type)}
              </a>
            ))}
        </div>
      ))}
    </nav>
  );
}

function TypeCard({ type }: { readonly type: Type }) {
  return (
    <section class="card" id={type.type} aria-labelledby={`${type.type}-title`}>
      <h2 id={`${type.type}-title`}>
        {titled(type.type)} <span class="dim small">{type.group}</span>
      </h2>
      <p class="lead">{type.definition}</p>
      <div class="sides">
        <Lines title="It is" all={type.includes} />
        <Lines title="It is not" all={type.excludes} />
      </div>
      <h3>Coded so</h3>
      <ul class="plain">
        {type.examples.map((text) => (
          <li key={text}>
            <q>{text}</q>
          </li>
        ))}
      </ul>
      <h3>Not coded so</h3>
      <ul class="plain">
        {type.counterexamples.map((text) => (
          <li key={text}>
            <q>{text}</q>
          </li>
        ))}
      </ul>
      <dl class="pairs small">
        {Object.entries(type.codes).map(([book, code]) => [<dt key={book}>{book.toUpperCase()}</dt>, <dd key={`${book}=`}>{code}</dd>])}
      </dl>
      <details class="small">
        <summary>Words that announce it</summary>
        <dl class="pairs">
          {wordsOf(type).map(([part, lemmas]) => [<dt key={part}>{part}</dt>, <dd key={`${part}=`}>{lemmas.join(", ")}</dd>])}
        </dl>
      </details>
    </section>
  );
}

function Lines({ title, all }: { readonly title: string; readonly all: readonly string[] }) {
  if (!all.length) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {all.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** All words of a part of speech, in whichever rule they stand; most are bound to others beside them. */
function wordsOf({ words }: Type): [string, string[]][] {
  const parts = [...new Set(words.map((one) => one.part))];
  return parts.map((part) => [part, [...new Set(words.filter((one) => one.part === part).flatMap((one) => one.lemmas))].sort()]);
}

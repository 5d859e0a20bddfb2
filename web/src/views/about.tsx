import { useAsk } from "../api";
import { Waiting } from "../parts/waiting";

interface About {
  readonly versions: { readonly codebook: string; readonly dateline: string };
}

export function About() {
  const answer = useAsk<About>("/about");
  if (!answer.value) return <Waiting for={answer} />;
  return (
    <article class="text">
      <h1>About</h1>
      <p>
        Dateline {answer.value.versions.dateline}, codebook {answer.value.versions.codebook}
      </p>
    </article>
  );
}

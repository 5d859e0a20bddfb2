import type { Answer } from "../api";

/** What stands where an answer is not here yet, or failed: the server's own line. */
export function Waiting({ for: answer }: { readonly for: Answer<unknown> }) {
  if (answer.state === "failed")
    return (
      <p role="alert" class="wrong">
        {answer.error.message}
      </p>
    );
  return (
    <p role="status" class="waiting">
      Loading…
    </p>
  );
}

// The server's API. Errors carry the server's own line, which says what to do. Who is not known is asked to sign in.
import { useEffect, useState } from "preact/hooks";
import { go } from "./router";

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const SIGN_IN = "/sign-in";

/** What the server answers at `/api` + path; raises ApiError. */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(`/api${path}`, { headers: { Accept: "application/json" }, ...init });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status === 401 && location.pathname !== SIGN_IN) go(`${SIGN_IN}?back=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
  if (!answer.ok) throw new ApiError(answer.status, line(body) ?? `the server answered ${answer.status}`);
  return body as T;
}

/** Send a change; the server asks for this header of whoever is no form of another site. */
export function send<T>(path: string, body: unknown, method: "POST" | "PUT" | "DELETE" = "POST"): Promise<T> {
  const headers = { "Content-Type": "application/json", "X-Dateline": "1", Accept: "application/json" };
  return ask<T>(path, { method, headers, body: JSON.stringify(body) });
}

function line(body: unknown): string | null {
  const detail = (body as { detail?: unknown } | null)?.detail;
  return typeof detail === "string" ? detail : null;
}

export type Answer<T> =
  | { readonly state: "waiting"; readonly value: T | null }
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "failed"; readonly error: ApiError; readonly value: null };

/** An answer kept up to date with its path; while a new one is under way, the old one stays as `value`. */
export function useAsk<T>(path: string | null, again = 0): Answer<T> {
  const [answer, set] = useState<Answer<T>>({ state: "waiting", value: null });
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    set((old) => ({ state: "waiting", value: old.value }));
    ask<T>(path, { signal: abort.signal }).then(
      (value) => set({ state: "here", value }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        set({ state: "failed", error: error instanceof ApiError ? error : new ApiError(0, "the server cannot be reached"), value: null });
      },
    );
    return () => abort.abort();
  }, [path, again]);
  return answer;
}

// The address is the state: every view is a permalink, and the back button undoes what changed it.
import { useEffect, useState } from "preact/hooks";

export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const here = (): Address => ({ path: location.pathname, query: new URLSearchParams(location.search) });
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

window.addEventListener("popstate", tell);

/** Go to an address of ours; with `replace` without a step that the back button goes back to. */
export function go(to: string, { replace = false } = {}): void {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  tell();
}

/** The address, kept up to date. */
export function useAddress(): Address {
  const [address, set] = useState(here);
  useEffect(() => {
    const listener = (): void => set(here());
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return address;
}

/** The address of this view with some of the query changed: null takes a key out. */
export function changed(address: Address, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(address.query);
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === "") query.delete(key);
    else query.set(key, value);
  }
  const rest = query.toString();
  return rest ? `${address.path}?${rest}` : address.path;
}

/** A click on a link of ours, followed without loading the page anew. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute("download")) return;
  if (link.pathname.startsWith("/api") || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

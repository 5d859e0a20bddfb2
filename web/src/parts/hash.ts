import { useEffect, useState } from "preact/hooks";

/** The value of `key` in what follows # in the address, kept up to date. */
export function useHash(key: string): string | null {
  const read = (): string | null => new URLSearchParams(location.hash.slice(1)).get(key);
  const [value, set] = useState(read);
  useEffect(() => {
    const listener = (): void => set(read());
    const on = ["hashchange", "popstate"] as const;
    on.forEach((name) => window.addEventListener(name, listener));
    return () => on.forEach((name) => window.removeEventListener(name, listener));
  }, [key]);
  return value;
}

/** Put a value behind # without a step that the back button goes back to. */
export function setHash(key: string, value: string): void {
  history.replaceState(null, "", `${location.pathname}${location.search}#${key}=${encodeURIComponent(value)}`);
  window.dispatchEvent(new Event("hashchange"));
}

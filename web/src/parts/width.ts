import { type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** An element's width in pixels, kept up to date: drawings fit themselves to it. */
export function useWidth<Kind extends Element>(first: number): readonly [RefObject<Kind | null>, number] {
  const ref = useRef<Kind>(null);
  const [width, set] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && set(Math.max(120, Math.round(entry.contentRect.width))));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, width];
}

// The menu of all views: a row of links, and on a narrow screen a button that unfolds them.
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  readonly views: readonly { readonly path: string; readonly title: string }[];
  /** The view that is shown. */
  readonly current: { readonly path: string; readonly title: string } | undefined;
}

export function Menu({ views, current }: Props) {
  const [open, unfold] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => unfold(false), [current]);
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && open) (unfold(false), button.current?.focus());
  };
  return (
    <nav class="menu" aria-label="Views" onKeyDown={press}>
      <button ref={button} type="button" aria-expanded={open} aria-controls="views" onClick={() => unfold(!open)}>
        <span aria-hidden="true">☰</span> Menu
      </button>
      <ul id="views" class={open ? "open" : undefined}>
        {views.map((view) => (
          <li key={view.path}>
            <a href={view.path} aria-current={view.path === current?.path ? "page" : undefined} onClick={() => unfold(false)}>
              {view.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

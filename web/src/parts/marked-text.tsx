// A report's text with its evidence marked. The text is anybody's: it is only ever shown as text.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { segments, type Mark } from "./spans";
import { codePoints, trimmed, type Span } from "./text-marks";
import "./marked-text.css";

interface Props {
  readonly text: string;
  readonly language: string | null;
  /** The key of each is the class that it is shown by. */
  readonly marks: readonly Mark[];
  /** What is scrolled into view: the first piece of this key. */
  readonly show?: string;
  /** Called with words that were selected with the mouse. */
  readonly onSelect?: ((span: Span) => void) | undefined;
}

export function MarkedText({ text, language, marks, show, onSelect }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => segments(text, marks), [text, marks]);
  const at = shown.find((piece) => show && piece.keys.includes(show))?.start;
  useEffect(() => {
    box.current?.querySelector(`.is-${show}`)?.scrollIntoView({ block: "nearest" });
  }, [text, show, at]);
  const select = (): void => {
    const span = box.current && selected(box.current, text);
    if (span && onSelect) onSelect(span);
  };
  return (
    <div class="marked" ref={box} dir="auto" lang={language ?? undefined} onMouseUp={select}>
      {shown.map((piece) =>
        piece.keys.length ? (
          <mark key={piece.start} class={piece.keys.map((key) => `is-${key}`).join(" ")}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </div>
  );
}

/** The words that the browser has selected in an element, in code points; null where none are. */
function selected(box: HTMLElement, text: string): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  const span = trimmed(text, { start: codePoints(text, from), end: codePoints(text, to) });
  return span.end > span.start ? span : null;
}

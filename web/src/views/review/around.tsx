// What is around an event: why it is in the queue, what reviewers differ on, what they noted, and its log.
import { inWords, safeLink, TITLES, type Side, type Slot, type Whole } from "./model";

export function Why({ item }: { readonly item: Whole }) {
  return (
    <section aria-label="Why this is here">
      <h3>Why this is here</h3>
      <ul class="why">
        {item.why.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

interface ConflictsProps {
  readonly item: Whole;
  /** Null where who looks may not settle them. */
  readonly onSettle: ((slot: Slot | null, whose: string) => void) | null;
}

export function Conflicts({ item, onSettle }: ConflictsProps) {
  if (!item.review.conflicts.length) return null;
  return (
    <section class="conflicts" aria-label="Reviewers differ">
      <h3>Reviewers differ</h3>
      <p class="dim">Until it is settled, it stands as it was coded.</p>
      {item.review.conflicts.map(({ slot, sides }) => (
        <div key={slot ?? "all"}>
          <h4>{slot ? TITLES[slot] : "Whether the report tells it"}</h4>
          <ul>
            {sides.map((side) => (
              <li key={side.by}>
                <b>{side.by}</b>: <span dir="auto">{said(item, slot, side)}</span>{" "}
                {onSettle && (
                  <button type="button" class="quiet" onClick={() => onSettle(slot, side.by)}>
                    This holds
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function said(item: Whole, slot: Slot | null, side: Side): string {
  if (!slot) return side.rejects ? "it tells no such event" : "it does";
  const coded = item.coded ?? item.event;
  return side.as_coded ? `as coded: ${inWords(slot, coded[slot])}` : inWords(slot, side.value);
}

export function Notes({ item }: { readonly item: Whole }) {
  if (!item.review.notes.length) return null;
  return (
    <section aria-label="Notes">
      <h3>Notes and evidence</h3>
      <ul>
        {item.review.notes.map((note) => (
          <li key={note.number}>
            <b>{note.by}</b> {note.kind === "disputed" ? "marked it as in dispute" : ""} <span dir="auto">{note.note}</span>{" "}
            <Outside link={safeLink(note.link)} />{" "}
            {note.file && <code>{note.file.slice(0, 19)}…</code>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outside({ link }: { readonly link: string | null }) {
  if (!link) return null;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer nofollow">
      {link}
    </a>
  );
}

export function Log({ item }: { readonly item: Whole }) {
  if (!item.log.length) return null;
  return (
    <details class="log">
      <summary>Log: {item.log.length} entries</summary>
      <ol>
        {item.log.map((one) => (
          <li key={one.number} value={one.number}>
            <b>{one.by}</b> <time dateTime={one.at}>{one.at.slice(0, 16).replace("T", " ")}</time> <span dir="auto">{one.words}</span>
            {one.note && <i dir="auto"> {one.note}</i>}
          </li>
        ))}
      </ol>
    </details>
  );
}

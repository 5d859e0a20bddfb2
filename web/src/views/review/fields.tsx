// The fields of an event, by number: what is coded, how sure the coder is, and what people corrected.
import type { ComponentChildren } from "preact";
import { byHand } from "../../lines";
import { inWords, SLOTS, TITLES, type Slot, type Whole } from "./model";

interface Props {
  readonly item: Whole;
  /** The field that the arrow keys are on while one is chosen. */
  readonly chosen: Slot | null;
  /** The field that is being corrected, and its editor. */
  readonly edited: Slot | null;
  readonly editor: ComponentChildren;
  readonly onCorrect: (slot: Slot) => void;
}

export function Fields({ item, chosen, edited, editor, onCorrect }: Props) {
  return (
    <ol class="fields" aria-label="Fields">
      {SLOTS.map((slot, number) => (
        <li key={slot} class={[slot === chosen ? "chosen" : "", `slot-${slot}`].join(" ")}>
          <div class="slot-row">
            <span class="slot">
              <kbd>{number + 1}</kbd> {TITLES[slot]}
            </span>
            <span class="value" dir="auto">
              {inWords(slot, item.event[slot])}
              {item.review.corrections.includes(slot) && <Was item={item} slot={slot} />}
            </span>
            <Sure share={byHand(item.event) ? null : (item.event.confidence[slot] ?? null)} corrected={item.review.corrections.includes(slot)} />
            <button type="button" class="quiet" aria-label={`Correct ${TITLES[slot]}`} aria-expanded={edited === slot} onClick={() => onCorrect(slot)}>
              Correct
            </button>
          </div>
          {edited === slot && editor}
        </li>
      ))}
    </ol>
  );
}

function Was({ item, slot }: { readonly item: Whole; readonly slot: Slot }) {
  return (
    <span class="was">
      <span class="badge good">corrected</span> <span class="dim">it was coded</span> <s>{item.coded && inWords(slot, item.coded[slot])}</s>
    </span>
  );
}

function Sure({ share, corrected }: { readonly share: number | null; readonly corrected: boolean }) {
  if (share === null || corrected) return <span class="sure" />;
  const per = Math.round(share * 100);
  return (
    <span class={`sure ${per < 60 ? "low" : ""}`} title={`${per} of 100 such values were right`}>
      <meter min={0} max={100} value={per} low={60} high={80} optimum={100} aria-label="How sure the coder is" /> {per} %
    </span>
  );
}

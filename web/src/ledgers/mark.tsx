// A mark in a text or a list.
import { useId } from "preact/hooks";
import { colours } from "../parts/map-colours";
import { colour } from "./mark-picture";
import { type Mark, type Piece, pieces } from "./marks";

export function MarkIcon({ mark }: { readonly mark: Mark }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      {pieces(mark).map((piece, at) => (
        <PieceIcon key={at} piece={piece} />
      ))}
    </svg>
  );
}

function PieceIcon({ piece }: { readonly piece: Piece }) {
  const id = useId();
  const tone = colour(piece.hue, colours().tones);
  const x = piece.half === "right" ? 12.4 : 0;
  const lower = piece.filled === "below";
  const clipped = piece.half !== null || lower;
  return (
    <>
      {clipped && (
        <clipPath id={id}>
          <rect x={x} y={lower ? 12 : 0} width={piece.half ? 11.6 : 24} height={lower ? 12 : 24} />
        </clipPath>
      )}
      {(piece.filled === "whole" || lower) && <path d={piece.outline} fill={tone} clip-path={clipped ? `url(#${id})` : undefined} />}
      <path
        d={piece.outline}
        fill="none"
        stroke={tone}
        stroke-width={piece.filled === "whole" ? 0.8 : 2}
        stroke-dasharray={piece.dashed ? "3 1.8" : undefined}
        clip-path={piece.half ? `url(#${id})` : undefined}
      />
    </>
  );
}

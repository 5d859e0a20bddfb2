// Marks as pictures that a map can place.
import { named, pieces, type Piece } from "./marks";

const SIZE = 24;

/** The picture of a mark of this name, in the colours `tones`, with edges in `paper`; `ratio` pixels for one of the screen. */
export function picture(name: string, tones: readonly string[], paper: string, ratio: number): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * ratio;
  const brush = canvas.getContext("2d")!;
  brush.scale(ratio, ratio);
  for (const piece of pieces(named(name))) draw(brush, piece, colour(piece.hue, tones), paper);
  return brush.getImageData(0, 0, canvas.width, canvas.height);
}

/** The colour of a number; of none that of what nobody is told to hold. */
export const colour = (hue: number | null, tones: readonly string[]): string => (hue === null ? "#7a7f83" : tones[hue % tones.length]!);

function draw(brush: CanvasRenderingContext2D, piece: Piece, tone: string, paper: string): void {
  const outline = new Path2D(piece.outline);
  brush.save();
  if (piece.half) clip(brush, piece.half === "left" ? 0 : SIZE / 2 + 0.4, 0, SIZE / 2 - 0.4, SIZE);
  brush.lineJoin = "round";
  brush.lineWidth = 3.5;
  brush.strokeStyle = paper;
  brush.stroke(outline);
  brush.fillStyle = piece.filled === "whole" ? tone : paper;
  if (piece.filled !== "open") brush.fill(outline);
  if (piece.filled === "below") {
    brush.save();
    clip(brush, 0, SIZE / 2, SIZE, SIZE / 2);
    brush.fillStyle = tone;
    brush.fill(outline);
    brush.restore();
  }
  brush.lineWidth = piece.filled === "whole" ? 0.8 : 2;
  brush.strokeStyle = tone;
  brush.setLineDash(piece.dashed ? [3, 1.8] : []);
  brush.stroke(outline);
  brush.restore();
}

function clip(brush: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  brush.beginPath();
  brush.rect(x, y, width, height);
  brush.clip();
}

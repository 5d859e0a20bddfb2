// Where the name of an area stands, and how large the area is.

const rings = (geometry) => (geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((part) => part[0]));
const largest = (geometry) => rings(geometry).reduce((one, other) => (extent(other) > extent(one) ? other : one));

/** Square degrees of a ring, those near the poles counted as less, as they are. */
function extent(ring) {
  let sum = 0;
  for (let at = 1; at < ring.length; at++) sum += ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
  return Math.abs(sum / 2) * Math.cos((ring[0][1] * Math.PI) / 180);
}

/** The size of an area's largest part. */
export const size = (geometry) => extent(largest(geometry));

/** The middle of the widest stretch of land on any of some lines across the largest part: always inside of it. */
export function middle(geometry) {
  const ring = largest(geometry);
  const heights = ring.map((point) => point[1]);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const tried = [0.35, 0.42, 0.5, 0.58, 0.65].map((part) => widest(ring, low + (high - low) * part));
  const best = tried.reduce((one, other) => (other.width > one.width ? other : one));
  return best.at.map((one) => Math.round(one * 100) / 100);
}

function widest(ring, y) {
  const crossings = [];
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]];
    if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  crossings.sort((one, other) => one - other);
  let best = { width: 0, at: [ring[0][0], y] };
  for (let at = 1; at < crossings.length; at += 2) {
    const width = crossings[at] - crossings[at - 1];
    if (width > best.width) best = { width, at: [(crossings[at] + crossings[at - 1]) / 2, y] };
  }
  return best;
}

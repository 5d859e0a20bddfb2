// TopoJSON taken apart and put together: lines that two areas share stay shared while they are simplified.

/** The topology's lines in degrees, and the shapes that are made of them. */
export function absolute(topology, shapes) {
  const { scale, translate } = topology.transform;
  return { shapes, lines: topology.arcs.map((arc) => inDegrees(arc, scale, translate)) };
}

/** A country that lies on both sides of the 180th meridian, written as lying on the side where most of it is. */
export function onOneSide({ shapes, lines }) {
  const points = lines.flat();
  if (!points.some(([x]) => x > 170) || !points.some(([x]) => x < -170)) return { shapes, lines };
  const east = points.filter(([x]) => x > 0).length * 2 > points.length;
  const moved = (x) => (east && x < 0 ? x + 360 : !east && x > 0 ? x - 360 : x);
  return { shapes, lines: lines.map((line) => line.map(([x, y]) => [moved(x), y])) };
}

/** A shape whose rings go on beyond the 180th meridian instead of jumping around the world. */
export function unwrapped(geometry) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return { type: "MultiPolygon", coordinates: parts.map((rings) => rings.map(steady)) };
}

function steady(ring) {
  let last = ring[0][0];
  return ring.map(([x, y]) => [(last = x + 360 * Math.round((last - x) / 360)), y]);
}

function inDegrees(arc, scale, translate) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

/** The same with points left out that stand for less than `area` square degrees (after Visvalingam and Whyatt 1993). */
export function simplified({ shapes, lines }, area) {
  return { shapes, lines: lines.map((line) => thinned(line, area)) };
}

/** In passes, each of which leaves out the small points that have no smaller neighbour, until all are large. */
function thinned(line, area) {
  const sizes = line.map((point, at) => (at && at < line.length - 1 ? triangle(line[at - 1], point, line[at + 1]) : Infinity));
  const kept = line.filter((_, at) => sizes[at] >= area || sizes[at] > sizes[at - 1] || sizes[at] >= sizes[at + 1]);
  return kept.length === line.length || kept.length < 4 ? line : thinned(kept, area);
}

const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** Several of them as one. */
export function joined(all) {
  const lines = [];
  const shapes = [];
  for (const one of all) {
    shapes.push(...one.shapes.map((shape) => ({ ...shape, arcs: moved(shape.arcs, lines.length) })));
    lines.push(...one.lines);
  }
  return { shapes, lines };
}

/** References to lines, counted from further on: ~5 is line 5 backwards. */
function moved(arcs, by) {
  return Array.isArray(arcs) ? arcs.map((one) => moved(one, by)) : arcs < 0 ? arcs - by : arcs + by;
}

/** TopoJSON of named objects in steps of a thousandth of a degree, which is about a hundred metres. */
export function written(objects) {
  const names = Object.keys(objects);
  const whole = joined(names.map((name) => objects[name]));
  const geometries = Object.fromEntries(names.map((name, at) => [name, offset(objects, names, at, whole.shapes)]));
  const transform = { scale: [0.001, 0.001], translate: [0, 0] };
  return { type: "Topology", transform, objects: geometries, arcs: whole.lines.map(inSteps) };
}

function offset(objects, names, at, shapes) {
  const before = names.slice(0, at).reduce((sum, name) => sum + objects[name].shapes.length, 0);
  return { type: "GeometryCollection", geometries: shapes.slice(before, before + objects[names[at]].shapes.length) };
}

function inSteps(line) {
  const whole = line.map(([x, y]) => [Math.round(x * 1000), Math.round(y * 1000)]);
  return whole.map(([x, y], at) => (at ? [x - whole[at - 1][0], y - whole[at - 1][1]] : [x, y]));
}

export interface Point {
  x: number;
  y: number;
}

/** The contours of a path of M, L, Q and Z, curves as a few points each, upside down as SVG has it. */
export function traced(path: string, scale: number): Point[][] {
  const contours: Point[][] = [];
  for (const part of path.match(/[MLQ][^MLQZ]*/g) ?? []) {
    const numbers = part
      .slice(1)
      .split(/[ ,]/)
      .map((text) => Number(text) * scale);
    const points = Array.from({ length: numbers.length / 2 }, (_, place) => ({
      x: numbers[2 * place]!,
      y: -numbers[2 * place + 1]!,
    }));
    if (part[0] === "M") contours.push(points);
    else contours.at(-1)!.push(...(part[0] === "L" ? points : curve(contours.at(-1)!.at(-1)!, points)));
  }
  return contours;
}

function curve(from: Point, [control, to]: Point[]): Point[] {
  return [0.25, 0.5, 0.75, 1].map((t) => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control!.x + c * to!.x, y: a * from.y + b * control!.y + c * to!.y };
  });
}

/** The corners that a contour keeps when nothing may move by more than `tolerance` (Douglas and Peucker), in whole units. */
export function simplified(contour: readonly Point[], tolerance: number): Point[] {
  const kept = thinned([...contour, contour[0]!], tolerance).slice(0, -1);
  return kept.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

function thinned(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  let [farthest, most] = [0, 0];
  for (let place = 1; place < points.length - 1; place++) {
    const distance = distanceTo(points[place]!, first, last);
    if (distance > most) [farthest, most] = [place, distance];
  }
  if (most <= tolerance) return [first, last];
  const before = thinned(points.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...thinned(points.slice(farthest), tolerance)];
}

/** From a point to the line through two others, or to them where they are one. */
function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - from.x, y - from.y);
  return Math.abs(dx * (from.y - y) - dy * (from.x - x)) / length;
}

/** Records of one hour or day. */
export interface ChartBar {
  readonly key: string;
  /** The hour or day in words. */
  readonly name: string;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
}

/** One part of a bar, in units of the drawing. */
interface Part {
  readonly key: string;
  readonly kind: string;
  readonly y: number;
  readonly height: number;
}

/** A bar as it is drawn, 1000 wide and 100 high in all. */
export interface DrawnBar {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly parts: readonly Part[];
}

const WIDTH = 1000;
const HEIGHT = 100;
/** Share of its place that a bar fills. */
const FILLED = 0.8;
/** What happened is seen, however little it was. */
const LEAST = 1.5;

/** Stacks created, updated and failed upon each other; the highest bar fills the height. */
export function drawnBars(bars: readonly ChartBar[]): readonly DrawnBar[] {
  const highest = Math.max(1, ...bars.map(({ created, updated, failed }) => created + updated + failed));
  const place = WIDTH / Math.max(1, bars.length);
  return bars.map((bar, index) => ({
    key: bar.key,
    x: index * place + (place * (1 - FILLED)) / 2,
    width: place * FILLED,
    parts: stacked(bar, highest)
  }));
}

function stacked(bar: ChartBar, highest: number): readonly Part[] {
  let y = HEIGHT;
  return (['created', 'updated', 'failed'] as const).flatMap((kind) => {
    if (bar[kind] === 0) return [];
    const height = Math.max(LEAST, (bar[kind] / highest) * HEIGHT);
    y -= height;
    return [{ key: kind, kind: `part part_${kind}`, y, height }];
  });
}

import type { ListLayout } from 'c/mappingFieldList';
import type { Direction, Line, Side } from 'c/mappingModel';

/** A line as it is drawn: from Salesforce's field at the left to Sage's at the right. */
export interface Path {
  readonly key: string;
  readonly id: string;
  readonly d: string;
  readonly className: string;
}

export interface Sizes {
  readonly row: number;
  readonly list: number;
}

/** Width that paths are drawn in; the picture is stretched to what is there. */
export const WIDTH = 100;

export interface Drawn {
  readonly lines: readonly Line[];
  readonly layouts: Readonly<Record<Side, ListLayout | undefined>>;
  readonly selectedId: string | undefined;
  readonly problemIds: ReadonlySet<string>;
}

const ARROWS: Readonly<Record<Direction, string>> = {
  'to-salesforce': 'path_to-salesforce',
  'to-sage': 'path_to-sage',
  both: 'path_both'
};

/** Paths of the lines of which one end is seen at least; an end that is not seen stands at the edge. */
export function pathsOf({ lines, layouts, selectedId, problemIds }: Drawn, sizes: Sizes): readonly Path[] {
  const heights = { sage: heightsOf(layouts.sage, sizes), salesforce: heightsOf(layouts.salesforce, sizes) };
  return lines.flatMap((line) =>
    line.salesforce.flatMap((left) =>
      line.sage.flatMap((right) => {
        const from = heights.salesforce.get(left);
        const to = heights.sage.get(right);
        if (from === undefined || to === undefined) return [];
        const isSeen = [from, to].map((y) => y >= 0 && y <= sizes.list);
        if (!isSeen.includes(true)) return [];
        const classes = [
          'path',
          ...(isSeen.includes(false) ? ['path_far'] : []),
          ...(problemIds.has(line.id) ? ['path_problem'] : []),
          ...(line.id === selectedId ? ['path_selected'] : [])
        ];
        return [
          {
            key: `${line.id} ${left} ${right}`,
            id: line.id,
            d: curve({ x: 0, y: within(from, sizes) }, { x: WIDTH, y: within(to, sizes) }),
            className: `${classes.join(' ')} ${ARROWS[line.direction]}`
          }
        ];
      })
    )
  );
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve that leaves and arrives level. */
export function curve(from: Point, to: Point): string {
  const bend = (to.x - from.x) / 2;
  return `M ${from.x} ${from.y} C ${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

/** Height of a field's middle, as the list is scrolled now; undefined for one that is filtered out. */
export function heightOf(layout: ListLayout | undefined, name: string, { row }: Sizes): number | undefined {
  const index = layout?.names.indexOf(name) ?? -1;
  return layout === undefined || index < 0 ? undefined : index * row + row / 2 - layout.scrollTop;
}

function heightsOf(layout: ListLayout | undefined, { row }: Sizes): ReadonlyMap<string, number> {
  return new Map(
    (layout?.names ?? []).map((name, index) => [name, index * row + row / 2 - (layout?.scrollTop ?? 0)])
  );
}

function within(y: number, { list }: Sizes): number {
  return Math.max(0, Math.min(list, y));
}

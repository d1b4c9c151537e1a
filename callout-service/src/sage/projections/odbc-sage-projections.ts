import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { ProjectedRow, ProjectionName, SageProjections } from '../port/sage-projections.ts';
import { LiveTables } from '../records/live-table.ts';
import type { RecordReadingOptions } from '../records/options.ts';
import type { RawKey } from '../records/raw-key.ts';
import { TableReader } from '../records/table-reader.ts';
import { mergeStreams } from './merge-streams.ts';
import { placeBehind } from './place-behind.ts';
import type { Projection, ProjectionPhase, ProjectionSource } from './projection.ts';
import { projections } from './projections.ts';
import { streamTable } from './table-stream.ts';

const MAX_PAGE = 5_000;
const DEFAULT_PAGE = 1_000;
/** Parents that one statement asks for children of. */
const DEFAULT_PAGE_WITH_CHILDREN = 200;

type Scan = NonNullable<Parameters<SageProjections['scan']>[1]>;

/**
 * Reads digests of every kind of record of a Sage company over ODBC, behind all other reads. Nothing is asked before the
 * first page.
 */
export function createOdbcSageProjections({
  gateway,
  dialect,
  liveCatalogue
}: Pick<RecordReadingOptions, 'gateway' | 'dialect' | 'liveCatalogue'>): SageProjections {
  const reader = new TableReader(gateway, dialect, new LiveTables(liveCatalogue));
  return { scan: (name, options = {}) => scan(reader, name, options) };
}

async function* scan(
  reader: TableReader,
  name: ProjectionName,
  options: Scan
): AsyncGenerator<readonly ProjectedRow[]> {
  const projection = projections[name];
  const first = options.after === undefined ? 0 : phaseOf(projection, name, options.after);
  for (const [index, phase] of projection.entries()) {
    if (index < first) continue;
    const after = index === first ? options.after : undefined;
    yield* scanPhase(reader, phase, { ...options, after });
  }
}

function phaseOf(projection: Projection, name: ProjectionName, after: string): number {
  const phase = projection.findIndex((sources) => sources.some((source) => mayHave(source, after)));
  if (phase !== -1) return phase;
  throw new LedgerBridgeError('LB108', {
    detail: `Sage has no record of ${name} of that key to go on behind.`
  });
}

function mayHave(source: ProjectionSource, key: string): boolean {
  return source.placesOf(key).length > 0 || source.conditionsOf?.(key) !== undefined;
}

async function* scanPhase(
  reader: TableReader,
  phase: ProjectionPhase,
  { after, pageSize }: { readonly after: string | undefined; readonly pageSize?: number }
): AsyncGenerator<readonly ProjectedRow[]> {
  const streams = [];
  for (const source of phase) {
    const place: RawKey = after === undefined ? [] : await placeBehind(reader, source, after);
    streams.push(streamTable(reader, source, { after: place, size: sizeOf(source, pageSize) }));
  }
  const [only] = streams;
  if (only !== undefined && streams.length === 1) {
    for await (const page of only) {
      if (page.length > 0) yield page.map(({ key, digest }) => ({ key, digest }));
    }
  } else yield* mergeStreams(streams, sizeOf(phase[0], pageSize));
}

function sizeOf(source: ProjectionSource | undefined, wanted: number | undefined): number {
  const usual = (source?.children.length ?? 0) > 0 ? DEFAULT_PAGE_WITH_CHILDREN : DEFAULT_PAGE;
  return Math.max(1, Math.min(MAX_PAGE, Math.trunc(wanted ?? usual)));
}

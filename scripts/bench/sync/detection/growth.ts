import type { Budget, ResultTable } from '../../scenario.ts';
import type { DetectionResult } from './measure-detection.ts';

/** Time and memory may grow so much faster than rows before it counts: the least of what two runs differ by. */
const NOISE = 1.25;
/** Below so many rows a process has ended before its memory is what it will be. */
const STEADY_ROWS = 100_000;

/** The looks with, from one number of rows to the next, how much time and memory have grown. */
export function detectionTable(results: readonly DetectionResult[]): ResultTable {
  return {
    title: 'looking for changes among stock rows; × is to the next smaller number of rows',
    head: [
      'look',
      'changed',
      'rows',
      'found',
      's',
      'rows/s',
      'MiB',
      'reader MiB',
      'rows ×',
      'time ×',
      'MiB ×'
    ],
    rows: bySeries(results).flatMap((series) =>
      series.map((each, place) => [...described(each), ...grown(each, series[place - 1])])
    )
  };
}

/** Time and memory grow no faster than rows, and memory does not grow at all where nothing has changed. */
export function detectionBudgets(results: readonly DetectionResult[]): readonly Budget[] {
  return bySeries(results).flatMap((series) =>
    series.flatMap((each, place) => {
      const before = series[place - 1];
      return before === undefined ? [] : budgetsOf(each, before);
    })
  );
}

function budgetsOf(each: DetectionResult, before: DetectionResult): readonly Budget[] {
  const { look, changed, rows } = each;
  const what = `${look}, ${changed} changed, ${rows} rows over ${before.rows}`;
  const ofRows = (rows / before.rows) * NOISE;
  const isFlat = changed !== '1 %' && before.rows >= STEADY_ROWS;
  return [
    { what: `${what}: time`, limit: ofRows, measured: each.elapsedMs / before.elapsedMs, unit: '×' },
    {
      what: `${what}: memory`,
      limit: isFlat ? NOISE : ofRows,
      measured: each.peakMib / before.peakMib,
      unit: '×'
    }
  ];
}

function bySeries(results: readonly DetectionResult[]): readonly (readonly DetectionResult[])[] {
  const series = Map.groupBy(results, ({ look, changed }) => `${look} ${changed}`);
  return [...series.values()].map((each) => each.toSorted((one, other) => one.rows - other.rows));
}

function described(each: DetectionResult): readonly string[] {
  const seconds = each.elapsedMs / 1_000;
  return [
    each.look,
    each.changed,
    String(each.rows),
    String(each.found),
    seconds.toFixed(2),
    (each.rows / seconds).toFixed(0),
    (each.processorMs / 1_000).toFixed(2),
    each.peakMib.toFixed(0),
    each.readerMib.toFixed(0)
  ];
}

function grown(each: DetectionResult, before: DetectionResult | undefined): readonly string[] {
  if (before === undefined) return ['', '', '', ''];
  const times = [
    each.rows / before.rows,
    each.elapsedMs / before.elapsedMs,
    each.processorMs / before.processorMs,
    each.peakMib / before.peakMib
  ];
  return times.map((factor) => factor.toFixed(2));
}

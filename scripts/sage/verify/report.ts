import { table } from '../../demo/welcome.ts';
import { isRight, type Figure } from './figure.ts';
import type { EntityResult } from './verify-entity.ts';

const ENTITY_HEAD = [
  'entity',
  'Sage tables',
  'read',
  'in Sage',
  'first key',
  'passed over',
  'off schema',
  'ms',
  ''
];

/** Every kind of record with its counts. */
export function entityTable(results: readonly EntityResult[]): string[] {
  const rows = results.map((result) => [
    result.name,
    result.tables,
    String(result.read),
    String(result.inSage),
    result.firstKey,
    String(result.passedOver),
    String(result.outOfSchema),
    result.milliseconds === 0 ? '' : result.milliseconds.toFixed(0),
    result.faults.length === 0 ? 'ok' : 'WRONG'
  ]);
  return table(ENTITY_HEAD, rows);
}

/** Every published figure beside what was read. */
export function figureTable(figures: readonly Figure[]): string[] {
  const rows = figures.map((figure) => [
    figure.what,
    figure.expected,
    figure.read,
    isRight(figure) ? 'ok' : 'DIFFERS'
  ]);
  return table(['what', 'expected', 'read', ''], rows);
}

/** What is wrong, one line each; empty when nothing is. */
export function faultLines(results: readonly EntityResult[], figures: readonly Figure[]): string[] {
  const ofEntities = results.flatMap(({ name, faults }) => faults.map((fault) => `${name.trim()}: ${fault}`));
  const ofFigures = figures
    .filter((figure) => !isRight(figure))
    .map(({ what, expected, read }) => `${what}: ${expected} was published, ${read} was read`);
  if (ofFigures.length === 0) return ofEntities;
  return [
    ...ofEntities,
    ...ofFigures,
    'The published figures are those of a fresh company. Was one changed on purpose (npm run sage -- set …), or an',
    'order or invoice of 01-ABF? Then nothing is broken: the next start makes the company anew.'
  ];
}

/** One line about all of it. */
export function summary(results: readonly EntityResult[], figures: readonly Figure[]): string {
  const records = results.filter(({ isPart }) => !isPart);
  const offSchema = sum(records.map(({ outOfSchema }) => outOfSchema));
  const read = sum(records.map((result) => result.read));
  const parts = sum(results.map((result) => result.read)) - read;
  return (
    `${read} records of ${records.length} kinds were read, ${parts} lines and packages with them; ` +
    `${read - offSchema} keep their schema. ` +
    `${figures.filter(isRight).length} of ${figures.length} published figures are right.`
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

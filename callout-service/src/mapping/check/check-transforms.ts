import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { FieldKind } from '../field-value.ts';
import type { FieldMap } from '../mapping-content.ts';
import type { FieldFacts, MappedFields } from '../schemas/field-facts.ts';
import { transformDefinitions } from '../transforms/definitions.ts';
import type { Way } from '../transforms/definition.ts';
import { isNumberKind, isTextKind } from '../transforms/kinds-of-values.ts';
import type { Transform } from '../transforms/transform.ts';
import { isRefused } from '../transforms/turning.ts';
import { fitValue } from '../values/fit-value.ts';
import { faultsAt, placeOf } from './faults.ts';
import type { Ways } from './ways.ts';

/** What is wrong with the transforms of a field map: ways, counts and types of values, and the values that they name. */
export function checkTransforms(
  map: FieldMap,
  ways: Ways,
  fields: MappedFields,
  { values = true }: { readonly values?: boolean } = {}
): readonly FieldFault[] {
  return [
    ...(ways.toSalesforce && ways.toSage ? oneWayFaults(map) : []),
    ...kindFaults(map, ways.toSalesforce ? 'forward' : 'backward', fields),
    ...(values && ways.toSalesforce ? namedValueFaults(map, 'salesforce', fields) : []),
    ...(values && ways.toSage ? namedValueFaults(map, 'sage', fields) : [])
  ];
}

function placeOfTransform(map: FieldMap, transform: Transform): string {
  return `${placeOf(map.id)}.transforms[${map.transforms.indexOf(transform)}]`;
}

function oneWayFaults(map: FieldMap): readonly FieldFault[] {
  return map.transforms
    .filter((transform) => transformDefinitions[transform.kind].oneWay(transform))
    .map((transform) =>
      faultsAt(placeOfTransform(map, transform))(
        transform.kind,
        'It goes one way, and the field map goes both.',
        'Let the field map go one way, or replace the transform.'
      )
    );
}

/** Follows the kinds of the values from field to field. */
function kindFaults(map: FieldMap, way: Way, fields: MappedFields): readonly FieldFault[] {
  const [from, to] =
    way === 'forward' ? (['sage', 'salesforce'] as const) : (['salesforce', 'sage'] as const);
  const entering = map[from].map((name) => fields[from].get(name)?.kind);
  // A field that is not there is a fault of its own: what would become of it cannot be told.
  if (entering.includes(undefined)) return [];
  let kinds: readonly FieldKind[] = entering.filter((kind) => kind !== undefined);
  for (const transform of way === 'forward' ? map.transforms : map.transforms.toReversed()) {
    const definition = transformDefinitions[transform.kind];
    const leaving = definition.kinds(transform, kinds, way, map.sage.length);
    if (typeof leaving === 'string') return [misfit(map, transform, leaving)];
    kinds = leaving;
  }
  return targetFaults(map, to, kinds, fields);
}

function misfit(map: FieldMap, transform: Transform, problem: string): FieldFault {
  const fix = 'Correct the transform, its place in the list, or the fields of the field map.';
  return faultsAt(placeOfTransform(map, transform))(transform.kind, `${transform.kind}: ${problem}.`, fix);
}

function targetFaults(
  map: FieldMap,
  to: 'sage' | 'salesforce',
  kinds: readonly FieldKind[],
  fields: MappedFields
): readonly FieldFault[] {
  const at = faultsAt(`${placeOf(map.id)}.${to}`);
  if (kinds.length !== map[to].length) {
    const problem = `${kinds.length} values come, and there are ${map[to].length} fields.`;
    return [at(map[to].join(', '), problem, 'Add or remove fields, or a transform that joins or splits.')];
  }
  return map[to].flatMap((name, index) => {
    const facts = fields[to].get(name);
    const kind = kinds[index] ?? 'text';
    if (facts === undefined || isTakenBy(kind, facts)) return [];
    return [
      at(name, `It is of type ${facts.kind}, and values of type ${kind} come.`, adviceFor(kind, facts.kind))
    ];
  });
}

/** Texts of lists can stand for whatever the list says; so they are looked at one by one. */
function isTakenBy(kind: FieldKind, { kind: target }: FieldFacts): boolean {
  if (kind === target) return true;
  if (kind === 'code') return true;
  if (isTextKind(kind)) return isTextKind(target);
  return kind === 'integer' && isNumberKind(target);
}

function adviceFor(kind: FieldKind, target: FieldKind): string {
  if (kind === 'decimal' && target === 'integer') return 'Add the transform round with 0 digits.';
  if (isNumberKind(kind) && isTextKind(target)) return 'Add the transform number-text.';
  if (kind === 'flag' && isTextKind(target)) return 'Add the transform flag-text.';
  if (kind === 'day' && target === 'moment') return 'Add the transform day-to-moment.';
  return 'Map a field of the same type, or add a transform between them.';
}

/** Values of value maps, constants and conditions that the field does not take, where nothing changes them further on. */
function namedValueFaults(
  map: FieldMap,
  to: 'sage' | 'salesforce',
  fields: MappedFields
): readonly FieldFault[] {
  const last = to === 'salesforce' ? map.transforms.at(-1) : map.transforms[0];
  if (last === undefined) return listFaults(map, to, fields);
  const index = 'at' in last && last.kind === 'value-map' ? (last.at ?? 0) : 0;
  const facts = fields[to].get(map[to][index] ?? '');
  return namedValues(last, to).flatMap((value) => {
    const fit = value === '' ? null : fitValue(value, facts);
    return isRefused(fit) ? [faultsAt(placeOfTransform(map, last))(value, fit.problem, adviceOnValue)] : [];
  });
}

const adviceOnValue = 'Write a value that the field takes, or add it to the field.';

function namedValues(transform: Transform, to: 'sage' | 'salesforce'): readonly string[] {
  switch (transform.kind) {
    case 'value-map': {
      const { pairs, otherwise } = transform;
      return [...pairs.map((pair) => pair[to]), ...(otherwise.do === 'default' ? [otherwise[to]] : [])];
    }
    case 'constant':
      return [transform.value];
    case 'if':
      return [transform.then, transform.otherwise].filter((value) => value !== null);
    case 'flag-text':
      return to === 'salesforce' ? [transform.true, transform.false] : [];
    default:
      return [];
  }
}

/** A closed list of one side that goes as it is into a closed list of the other one: every value must be in it. */
function listFaults(map: FieldMap, to: 'sage' | 'salesforce', fields: MappedFields): readonly FieldFault[] {
  const from = to === 'sage' ? 'salesforce' : 'sage';
  return map[to].flatMap((name, index) => {
    const facts = fields[to].get(name);
    const listed = fields[from].get(map[from][index] ?? '')?.values ?? [];
    if (facts?.values === undefined) return [];
    return listed
      .filter((value) => isRefused(fitValue(value, facts)))
      .map((value) =>
        faultsAt(`${placeOf(map.id)}.${to}`)(value, `${name} has no such value.`, 'Add a value map.')
      );
  });
}

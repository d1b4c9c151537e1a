import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { FieldMap } from '../mapping-content.ts';
import type { FieldFacts, MappedFields } from '../schemas/field-facts.ts';
import { isRefused } from '../transforms/turning.ts';
import { fitValue } from '../values/fit-value.ts';
import { faultsAt, placeOf } from './faults.ts';
import type { Ways } from './ways.ts';

const RESIZING = ['cut', 'round', 'currency', 'multiply', 'value-map', 'if', 'constant', 'country', 'state'];

/** What is wrong with the fields of a field map: whether they can be written, and hold what comes. */
export function checkFieldMap(
  map: FieldMap,
  ways: Ways,
  fields: MappedFields,
  { sizes = true }: { readonly sizes?: boolean } = {}
): readonly FieldFault[] {
  return [
    ...(ways.toSalesforce ? notWritable(map, 'salesforce', fields) : []),
    ...(ways.toSage ? notWritable(map, 'sage', fields) : []),
    ...(sizes ? [...tooSmall(map, ways, fields), ...unfitDefaults(map, ways, fields)] : [])
  ];
}

function notWritable(
  map: FieldMap,
  side: 'sage' | 'salesforce',
  fields: MappedFields
): readonly FieldFault[] {
  const system = side === 'sage' ? 'Sage' : 'Salesforce';
  return map[side]
    .filter((name) => fields[side].get(name)?.writable === 'never')
    .map((name) =>
      faultsAt(`${placeOf(map.id)}.${side}`)(
        name,
        `${system} does not let the service write it.`,
        'Let the field map go the other way alone, or give the service the right to write it.'
      )
    );
}

/** Fields of Salesforce that are smaller than the column that fills them; Sage's are smaller as a rule, and rows tell. */
function tooSmall(map: FieldMap, ways: Ways, fields: MappedFields): readonly FieldFault[] {
  const resized = map.transforms.some(({ kind }) => RESIZING.includes(kind));
  if (!ways.toSalesforce || resized || map.sage.length !== map.salesforce.length) return [];
  return map.sage.flatMap((name, index) => {
    const target = map.salesforce[index] ?? '';
    const problem = sizeProblem(fields.sage.get(name), fields.salesforce.get(target), ways);
    if (problem === undefined) return [];
    const fix = ways.toSage
      ? 'Make the field wider.'
      : 'Make the field wider, or add a transform that cuts or rounds.';
    return [faultsAt(`${placeOf(map.id)}.salesforce`)(target, problem, fix)];
  });
}

function sizeProblem(
  from: FieldFacts | undefined,
  to: FieldFacts | undefined,
  ways: Ways
): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (from.length !== undefined && to.length !== undefined && from.length > to.length)
    return `It holds ${to.length} characters, and Sage's column has ${from.length}.`;
  // What people enter in both systems has the digits that both have; what Sage reckons has all of its own.
  if (!ways.toSage && from.scale !== undefined && to.scale !== undefined && from.scale > to.scale)
    return `It holds ${to.scale} digits after the point, and Sage's column has ${from.scale}.`;
  return undefined;
}

function unfitDefaults(map: FieldMap, ways: Ways, fields: MappedFields): readonly FieldFault[] {
  const { toSalesforce, toSage } = map.whenEmpty;
  return [
    ...(ways.toSalesforce && toSalesforce.do === 'default'
      ? unfitDefault(map, 'salesforce', toSalesforce.value, fields)
      : []),
    ...(ways.toSage && toSage.do === 'default' ? unfitDefault(map, 'sage', toSage.value, fields) : [])
  ];
}

function unfitDefault(
  map: FieldMap,
  side: 'sage' | 'salesforce',
  value: string,
  fields: MappedFields
): readonly FieldFault[] {
  const fit = fitValue(value, fields[side].get(map[side][0] ?? ''));
  if (!isRefused(fit)) return [];
  return [faultsAt(`${placeOf(map.id)}.whenEmpty`)(value, fit.problem, fit.fix)];
}

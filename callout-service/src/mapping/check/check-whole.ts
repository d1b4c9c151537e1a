import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../mapping-content.ts';
import type { MappingSchemas } from '../schemas/mapping-schemas.ts';
import { faultsAt, placeOf } from './faults.ts';
import { waysOf } from './ways.ts';

/** What is wrong between the field maps of a mapping, and in what it says of the object as a whole. */
export function checkWhole(content: MappingContent, schemas: MappingSchemas): readonly FieldFault[] {
  return [
    ...sameIds(content),
    ...writtenTwice(content, 'sage'),
    ...writtenTwice(content, 'salesforce'),
    ...matchKeyFaults(content),
    ...uncovered(content, schemas)
  ];
}

function sameIds({ fields }: MappingContent): readonly FieldFault[] {
  const ids = fields.map(({ id }) => id);
  return repeated(ids).map((id) =>
    faultsAt(placeOf(id))(id, 'Several field maps have this id.', 'Give each field map an id of its own.')
  );
}

function writtenTwice(content: MappingContent, side: 'sage' | 'salesforce'): readonly FieldFault[] {
  const way = side === 'sage' ? 'toSage' : 'toSalesforce';
  const writing = content.fields.filter((map) => waysOf(content, map)[way]);
  return repeated(writing.flatMap((map) => map[side])).map((name) => {
    const ids = writing.filter((map) => map[side].includes(name)).map(({ id }) => id);
    const problem = `It is written by ${ids.length === 1 ? `${ids.join('')} twice` : ids.join(' and ')}.`;
    return faultsAt(`${placeOf(ids[0] ?? '')}.${side}`)(name, problem, 'Leave one field map that writes it.');
  });
}

function matchKeyFaults({ matchKeys, fields }: MappingContent): readonly FieldFault[] {
  const ids = new Set(fields.map(({ id }) => id));
  return matchKeys.flatMap((key, index) =>
    key
      .filter((id) => !ids.has(id))
      .map((id) =>
        faultsAt(`matchKeys[${index}]`)(id, 'No field map has this id.', 'Name field maps of this mapping.')
      )
  );
}

/** Fields that a new record needs and that nothing fills. */
function uncovered(
  content: MappingContent,
  { entity, salesforce, filled }: MappingSchemas
): readonly FieldFault[] {
  const { inSalesforce, inSage } = content.create;
  const neededInSalesforce = (salesforce?.fields ?? []).filter(
    ({ required, createable, type }) => required && createable && type !== 'boolean'
  );
  const neededInSage = entity.fields.filter(({ required }) => required === true);
  return [
    ...(inSalesforce && content.direction !== 'to-sage'
      ? notWritten(content, 'salesforce', neededInSalesforce, filled.salesforce)
      : []),
    ...(inSage && content.direction !== 'to-salesforce'
      ? notWritten(content, 'sage', neededInSage, filled.sage)
      : [])
  ];
}

function notWritten(
  content: MappingContent,
  side: 'sage' | 'salesforce',
  needed: readonly { readonly name: string; readonly label: string }[],
  filled: readonly string[]
): readonly FieldFault[] {
  const way = side === 'sage' ? 'toSage' : 'toSalesforce';
  const written = content.fields.filter((map) => waysOf(content, map)[way]).flatMap((map) => map[side]);
  const covered = new Set([...filled, ...written]);
  const system = side === 'sage' ? 'Sage' : 'Salesforce';
  return needed
    .filter(({ name }) => !covered.has(name))
    .map(({ name, label }) =>
      faultsAt('fields')(
        name,
        `${system} refuses a new record without ${label}, and no field map fills it.`,
        `Add a field map for it, or a constant, or make no new records in ${system}.`
      )
    );
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}

import type { ErrorCode } from '../../errors/catalogue.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { Condition, MappingContent } from '../mapping-content.ts';
import { mappedFields } from '../schemas/mapped-fields.ts';
import type { MappingSchemas } from '../schemas/mapping-schemas.ts';
import { faultsAt, placeOf } from './faults.ts';

interface Named {
  readonly place: string;
  readonly side: 'sage' | 'salesforce';
  readonly name: string;
}

/** Fields that a mapping names anywhere and that are not there, each once per place. */
export function goneFields(
  content: MappingContent,
  schemas: MappingSchemas,
  code: ErrorCode
): readonly FieldFault[] {
  if (schemas.salesforce === undefined) {
    const problem = 'Salesforce has no such object, or the user of the service does not see it.';
    return [faultsAt('object', code)(content.object, problem, 'Give the service access to the object.')];
  }
  const fields = mappedFields(schemas);
  const where = { sage: schemas.entity.label, salesforce: schemas.salesforce.name };
  return namedFields(content)
    .filter(({ side, name }) => !fields[side].has(name))
    .map(({ place, side, name }) => {
      const problem = `${where[side]} in ${side === 'sage' ? 'Sage' : 'Salesforce'} has no field ${name}, or it is hidden from the service.`;
      return faultsAt(place, code)(
        name,
        problem,
        'Bring it back, give the service access to it, or map another one.'
      );
    });
}

function namedFields(content: MappingContent): readonly Named[] {
  const maps = content.fields.flatMap(({ id, sage, salesforce, onlyIf }) => [
    ...sage.map((name): Named => ({ place: `${placeOf(id)}.sage`, side: 'sage', name })),
    ...salesforce.map((name): Named => ({ place: `${placeOf(id)}.salesforce`, side: 'salesforce', name })),
    ...ofConditions(`${placeOf(id)}.onlyIf.toSalesforce`, 'sage', onlyIf?.toSalesforce),
    ...ofConditions(`${placeOf(id)}.onlyIf.toSage`, 'salesforce', onlyIf?.toSage)
  ]);
  return [
    ...maps,
    ...ofConditions('filter.sage', 'sage', content.filter.sage),
    ...ofConditions('filter.salesforce', 'salesforce', content.filter.salesforce)
  ];
}

function ofConditions(
  place: string,
  side: Named['side'],
  conditions: readonly Condition[] = []
): readonly Named[] {
  return conditions.map(({ field }) => ({ place, side, name: field }));
}

import type { RestCall } from '../../rest/resource.ts';
import type { FieldDefinition, PicklistValue } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf, uiApiUrl } from '../answers.ts';
import { recordTypeMetadata, recordTypeOfId } from '../record-type-info.ts';
import { stageAttributes } from './stage-attributes.ts';

/**
 * The values that a picklist offers under a record type, and under which values of the controlling field (User
 * Interface API Developer Guide, "Picklist Values").
 */
export function picklistValues(
  call: RestCall,
  object: ObjectDefinition,
  recordTypeId: string,
  field: FieldDefinition
) {
  const offered = offeredValues(call, object, recordTypeId, field);
  const controlling = field.controllingField === null ? undefined : object.field(field.controllingField);
  const controllerValues = indexesOf(controlling);
  const show = ({ value, label, validFor }: PicklistValue) => ({
    attributes: stageAttributes(object, field, value),
    label,
    validFor: validForIndexes(controllerValues, controlling, validFor),
    value
  });
  const chosen = offered.values.find(({ value }) => value === offered.defaultValue);
  const shown = {
    controllerValues,
    defaultValue: chosen ? show(chosen) : null,
    url: uiApiUrl(call, `object-info/${object.name}/picklist-values/${recordTypeId}/${field.name}`),
    values: offered.values.map(show)
  };
  return { eTag: eTagOf(shown), ...shown };
}

function offeredValues(
  call: RestCall,
  object: ObjectDefinition,
  recordTypeId: string,
  { name, picklistValues: all }: FieldDefinition
): { readonly values: readonly PicklistValue[]; readonly defaultValue: string | undefined } {
  const type = recordTypeOfId(call, object, recordTypeId);
  const offered = type?.picklistValues.get(name);
  if (!type || !offered) return { values: all, defaultValue: all.find(({ isDefault }) => isDefault)?.value };
  const metadata = recordTypeMetadata(call, object, type);
  const choices = metadata?.picklistValues.find(({ picklist }) => picklist === name)?.values ?? [];
  const chosen = choices.find((choice) => choice.default === true)?.fullName;
  return {
    values: all.filter(({ value }) => offered.includes(value)),
    defaultValue: chosen === undefined ? undefined : decodeURIComponent(chosen)
  };
}

/** The controlling field's values by index; a checkbox counts as false and true. Empty for no controlling field. */
function indexesOf(controlling: FieldDefinition | undefined): Record<string, number> {
  if (!controlling) return {};
  if (controlling.type === 'boolean') return { false: 0, true: 1 };
  return Object.fromEntries(controlling.picklistValues.map(({ value }, index) => [value, index]));
}

function validForIndexes(
  controllerValues: Readonly<Record<string, number>>,
  controlling: FieldDefinition | undefined,
  validFor: readonly string[] | undefined
): number[] {
  if (!controlling) return [];
  return (validFor ?? Object.keys(controllerValues)).flatMap((value) => controllerValues[value] ?? []);
}

import { toLongId } from '../../data/record-id.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf, type UiCall } from '../answers.ts';
import { layoutFields, type LayoutMode, type LayoutType } from '../records/layout-fields.ts';

/**
 * A layout (User Interface API Developer Guide, "Record Layout"). Page layouts are not modelled: this one is made of the
 * object's fields, in one section of two columns, as LDS and `lightning-record-form` need some layout.
 */
export function recordLayout(
  call: UiCall,
  object: ObjectDefinition,
  layoutType: LayoutType,
  mode: LayoutMode,
  recordTypeId: string
) {
  const { names } = layoutFields(call, object, [layoutType], [mode]);
  const fields = object.fields.filter(({ name }) => names.has(name) && name !== 'Id');
  const items = fields.map((field) => layoutItem(call, object, field));
  const layoutRows = pairs(items).map((layoutItems) => ({ layoutItems }));
  const section = {
    collapsible: false,
    columns: 2,
    heading: `${object.label} Information`,
    id: toLongId('01BLB0000000001'),
    layoutRows,
    rows: layoutRows.length,
    tabOrder: 'LeftRight',
    useHeading: false
  };
  const layout = {
    id: toLongId('00hLB0000000001'),
    layoutType,
    mode,
    objectApiName: object.name,
    recordTypeId,
    saveOptions: [],
    sections: [section]
  };
  return { eTag: eTagOf(layout), ...layout };
}

function layoutItem({ access }: UiCall, object: ObjectDefinition, field: FieldDefinition) {
  const editable = access.canEditField(object, field);
  const editableForNew = editable && field.createable;
  const editableForUpdate = editable && field.updateable;
  const canBeRequired = editableForNew || editableForUpdate;
  return {
    editableForNew,
    editableForUpdate,
    label: field.label.replace(/ ID$/, ''),
    layoutComponents: [{ apiName: field.name, componentType: 'Field', label: field.label }],
    lookupIdApiName: field.type === 'reference' ? field.name : null,
    required: field.required && canBeRequired,
    sortable: false,
    uiBehavior: behaviorOf(canBeRequired, field.required)
  };
}

function behaviorOf(editable: boolean, required: boolean): 'Edit' | 'Readonly' | 'Required' {
  if (!editable) return 'Readonly';
  return required ? 'Required' : 'Edit';
}

function pairs<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_each, row) =>
    items.slice(row * 2, row * 2 + 2)
  );
}

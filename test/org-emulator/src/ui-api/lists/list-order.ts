import type { ObjectDefinition } from '../../schema/object.ts';
import type { UiCall } from '../answers.ts';
import { type FieldPath, findFieldPath } from './field-path.ts';

/** A field by which a list is sorted. */
export interface ListOrder {
  readonly found: FieldPath;
  readonly ascending: boolean;
}

/** Reads `sortBy`: names of fields, with `-` before them for descending order. Undefined for one that cannot be. */
export function readSortBy(
  call: UiCall,
  object: ObjectDefinition,
  sortBy: readonly string[]
): (ListOrder | undefined)[] {
  return sortBy.map((name) => {
    const found = findFieldPath(call, object, name.replace(/^-/, ''));
    return found && { found, ascending: !name.startsWith('-') };
  });
}

/** By name, as lists are sorted unless told otherwise. */
export function usualOrder(call: UiCall, object: ObjectDefinition): ListOrder[] {
  const found = findFieldPath(call, object, object.nameField?.name ?? 'Id');
  return found ? [{ found, ascending: true }] : [];
}

/** The ORDER BY of a query. Ids come last, so that pages never overlap. */
export function orderByClause(orders: readonly ListOrder[]): string {
  const named = orders.map(({ found, ascending }) => `${found.path} ${ascending ? 'ASC' : 'DESC'}`);
  return `ORDER BY ${[...named, ...(named.some((each) => each.startsWith('Id ')) ? [] : ['Id ASC'])].join(', ')}`;
}

/** How a list is sorted (guide, "List Order By Info"). */
export function orderedByInfo(orders: readonly ListOrder[]) {
  return orders.map(({ found, ascending }) => ({
    fieldApiName: found.path,
    isAscending: ascending,
    label: found.field.label
  }));
}

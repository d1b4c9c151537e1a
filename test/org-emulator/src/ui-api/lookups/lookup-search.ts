import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { illegalParameter } from '../answers.ts';
import { findFieldPath } from '../lists/field-path.ts';
import { likeText } from '../lists/filter-literal.ts';
import { type ListOrder, orderByClause, usualOrder } from '../lists/list-order.ts';
import { type RecentCall, recentRecordsOf } from '../recent-call.ts';

/** How records for a lookup are sought. */
export interface LookupSearch {
  readonly type: 'Recent' | 'Search' | 'TypeAhead';
  readonly term: string;
}

/** Reads `searchType` and `q`, which must be long enough (guide, "Get Lookup Field Suggestions"). */
export function readSearch(searchType: string | undefined, q: string | undefined): LookupSearch {
  const type = searchType ?? 'Recent';
  if (type !== 'Recent' && type !== 'Search' && type !== 'TypeAhead') {
    throw illegalParameter(`${type} isn't a valid search type. Valid are Recent, Search, TypeAhead`);
  }
  const term = (q ?? '').trim();
  const shortest = type === 'Search' ? 2 : 3;
  if (type !== 'Recent' && term.length < shortest) {
    throw illegalParameter(`The search term must have at least ${shortest} characters`);
  }
  return { type, term };
}

/**
 * Records of the target object: of a search those in whose name a word begins with the term (there is no index of all
 * fields), of type-ahead those whose name does, else those seen last.
 */
export function searchRecords(
  call: RecentCall,
  target: ObjectDefinition,
  { type, term }: LookupSearch,
  orders: readonly ListOrder[]
): readonly RecordValues[] {
  const name = findFieldPath(call, target, target.nameField?.name ?? 'Id')?.path ?? 'Id';
  if (type === 'Recent')
    return recentRecordsOf(call, target).filter((record) => startsWith(record[name], term));
  const pattern = likeText(term).replaceAll('*', '%');
  const anywhere = type === 'Search' ? ` OR ${name} LIKE '% ${pattern}%'` : '';
  const sorted = orderByClause(orders.length > 0 ? orders : usualOrder(call, target));
  const condition = `${name} LIKE '${pattern}%'${anywhere}`;
  return call.org.soql.run(`SELECT Id FROM ${target.name} WHERE ${condition} ${sorted}`, call.access).records;
}

function startsWith(value: FieldValue | undefined, term: string): boolean {
  return String(value ?? '')
    .toLowerCase()
    .startsWith(term.toLowerCase());
}

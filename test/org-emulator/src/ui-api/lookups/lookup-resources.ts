import { Router } from 'express';
import { z } from 'zod';
import { notFound } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import type { RecentItems } from '../../rest/recent-items.ts';
import {
  ok,
  pathObject,
  pathParameter,
  queryParameter,
  readBody,
  type RestAnswer
} from '../../rest/resource.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { listParameter, uiApiUrl, wholeParameter } from '../answers.ts';
import { type ListOrder, readSortBy } from '../lists/list-order.ts';
import { nameFields } from '../objects/name-fields.ts';
import { type RecentCall, recentResource } from '../recent-call.ts';
import { numberedPage, recordCollection } from '../records/record-page.ts';
import { qualified, readRequestedFields } from '../records/requested-fields.ts';
import { uiRecord } from '../records/ui-record.ts';
import { readSearch, searchRecords } from './lookup-search.ts';

const usualPageSize = 25;
const body = z.object({
  orderBy: z
    .array(z.object({ fieldApiName: z.string(), isAscending: z.boolean().default(true) }))
    .default([]),
  sourceRecord: z.unknown()
});

/**
 * `lookups/OBJECT/FIELD`: records that a lookup could lead to (guide, "Get Lookup Field Suggestions"). There are no
 * lookup filters, so the source record of the body changes nothing.
 */
export function lookupResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  const answer = recentResource(org, recent);
  router.get(
    '/:object/:field',
    answer((call) => ok(lookupValues(call, [])))
  );
  router.get('/:object/:field/:target', answer(readTarget));
  router.post('/:object/:field', answer(queryTargets));
  return router;
}

function readTarget(call: RecentCall): RestAnswer {
  const { object, field } = lookupOf(call);
  const name = pathParameter(call.request, 'target').toLowerCase();
  const target = targetsOf(call, field).find((each) => each.name.toLowerCase() === name);
  if (!target) throw notFound();
  return ok(suggestions(call, object, field, target, []));
}

function queryTargets(call: RecentCall): RestAnswer {
  return ok(lookupValues(call, readBody(call.request, body).orderBy));
}

type OrderBy = z.infer<typeof body>['orderBy'];

/** Guide, "Lookup Values". */
function lookupValues(call: RecentCall, orderBy: OrderBy) {
  const { object, field } = lookupOf(call);
  const wanted = listParameter(call, 'targetApiName');
  const targets = targetsOf(call, field).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const results = targets.map(
    (target) => [target.name, suggestions(call, object, field, target, orderBy)] as const
  );
  const metadata = targets.map((target) => [target.name, lookupMetadata(object, field, target)] as const);
  return { lookupResults: Object.fromEntries(results), metadata: Object.fromEntries(metadata) };
}

/** The lookup in the path, by the name of the field or of its relationship. */
function lookupOf(call: RecentCall): { object: ObjectDefinition; field: FieldDefinition } {
  const object = pathObject(call);
  const name = pathParameter(call.request, 'field');
  const field = object.field(name.slice(name.indexOf('.') + 1)) ?? object.relationship(name);
  if (field?.type !== 'reference' || !call.access.canReadField(object, field)) throw notFound();
  return { object, field };
}

function targetsOf({ org, access }: RecentCall, { referenceTo }: FieldDefinition): ObjectDefinition[] {
  return referenceTo.flatMap((name) => {
    const target = org.schema.object(name);
    return target && access.can('read', target) ? [target] : [];
  });
}

function suggestions(
  call: RecentCall,
  object: ObjectDefinition,
  field: FieldDefinition,
  target: ObjectDefinition,
  orderBy: OrderBy
) {
  const searchType = queryParameter(call.request, 'searchType');
  const q = queryParameter(call.request, 'q');
  const found = searchRecords(call, target, readSearch(searchType, q), ordersOf(call, target, orderBy));
  const pageSize = wholeParameter(call, 'pageSize', { otherwise: usualPageSize, least: 1 });
  const page = numberedPage(found, wholeParameter(call, 'page', { otherwise: 1, least: 1 }), pageSize, 1);
  const shown = ['Id', ...nameFields(target)].map((name) => qualified(target, name));
  const requested = readRequestedFields(call, target, [], shown);
  const items = page.items.map((record) => uiRecord(call, record, requested));
  const path = `lookups/${object.name}/${field.name}/${target.name}`;
  return recordCollection({ ...page, items }, (number) =>
    uiApiUrl(call, path, { q, searchType: searchType ?? 'Recent', page: number, pageSize })
  );
}

function ordersOf(call: RecentCall, target: ObjectDefinition, orderBy: OrderBy): ListOrder[] {
  const names = orderBy.map(({ fieldApiName, isAscending }) => `${isAscending ? '' : '-'}${fieldApiName}`);
  return readSortBy(call, target, names).filter((order) => order !== undefined);
}

/** Guide, "Lookup Metadata". */
function lookupMetadata(object: ObjectDefinition, field: FieldDefinition, target: ObjectDefinition) {
  const displayFields = [target.nameField?.name ?? 'Id'];
  const info = { displayLayout: { displayFields }, matchingInfo: { matchingFields: displayFields } };
  return {
    fieldApiName: field.name,
    objectApiName: object.name,
    secondaryField: null,
    targetInfo: {
      [target.name]: {
        advancedLookupInfo: null,
        errorMessages: [],
        objectApiName: target.name,
        suggestionsInfo: info
      }
    }
  };
}

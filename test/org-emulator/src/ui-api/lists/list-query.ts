import { z } from 'zod';
import { queryParameter, readBody, type RestCall } from '../../rest/resource.ts';
import { listParameter, wholeParameter } from '../answers.ts';

/** What is asked of a list: more fields, a page, an order, a search. */
export interface ListQuery {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly from: number;
  readonly sortBy: readonly string[];
  readonly searchTerm: string | undefined;
  readonly where: string | undefined;
}

const usualPageSize = 50;

const texts = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]);
const body = z.object({
  fields: texts.default([]),
  optionalFields: texts.default([]),
  pageSize: z.number().int().min(1).max(2000).default(usualPageSize),
  pageToken: z
    .union([z.string().regex(/^\d+$/), z.number()])
    .nullish()
    .transform((token) => Number(token ?? 0)),
  sortBy: texts.default([]),
  searchTerm: z.string().nullish(),
  where: z.string().nullish()
});

/** The query of a request's parameters. */
export function queryOfParameters(call: RestCall): ListQuery {
  return {
    fields: listParameter(call, 'fields'),
    optionalFields: listParameter(call, 'optionalFields'),
    pageSize: wholeParameter(call, 'pageSize', { otherwise: usualPageSize, least: 1 }),
    from: wholeParameter(call, 'pageToken', { otherwise: 0 }),
    sortBy: listParameter(call, 'sortBy'),
    searchTerm: queryParameter(call.request, 'searchTerm'),
    where: queryParameter(call.request, 'where')
  };
}

/** The query of a request's body (guide, "List Records Input"). */
export function queryOfBody(call: RestCall): ListQuery {
  return queryOfInput(readBody(call.request, body));
}

/** The part of a batch that concerns one list. */
export const listQueryInput = body;

/** A query as a body, or a part of one, tells it. */
export function queryOfInput({ pageToken, searchTerm, where, ...rest }: z.infer<typeof body>): ListQuery {
  return { ...rest, from: pageToken, searchTerm: searchTerm ?? undefined, where: where ?? undefined };
}

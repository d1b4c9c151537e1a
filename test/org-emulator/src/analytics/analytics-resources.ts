import { Router } from 'express';
import { z } from 'zod';
import { makeRecordId } from '../data/record-id.ts';
import { notFound } from '../errors/salesforce-error.ts';
import type { ReportMetadata } from '../metadata/report.ts';
import type { Org } from '../org.ts';
import type { RecordValues } from '../schema/field.ts';
import {
  ok,
  pathParameter,
  queryParameter,
  resource,
  type RestAnswer,
  type RestCall
} from '../rest/resource.ts';
import { describeReport } from './report-description.ts';
import { runReport } from './run-report.ts';

const filter = z.object({ column: z.string(), operator: z.string(), value: z.string().optional() });
const runBody = z.object({
  reportMetadata: z
    .object({
      reportFilters: z.array(filter).optional(),
      reportBooleanFilter: z.string().nullish(),
      detailColumns: z.array(z.string()).optional(),
      // A report can be run without its groups; other changes of them are not supported.
      reportFormat: z.literal('TABULAR').optional(),
      groupingsDown: z.array(z.never()).optional(),
      groupingsAcross: z.array(z.never()).optional(),
      sortBy: z
        .array(z.object({ sortColumn: z.string(), sortOrder: z.enum(['Asc', 'Desc']) }))
        .max(1)
        .optional()
    })
    .optional()
});

/** A run that was asked for and is kept: its result is there at once. */
interface Instance {
  readonly id: string;
  readonly reportId: string;
  readonly ownerId: string;
  readonly requestDate: string;
  readonly result: Record<string, unknown> & { readonly attributes: Record<string, unknown> };
}

/** Runs of reports, below `analytics/reports` (Reports and Dashboards REST API Developer Guide). */
export function analyticsResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  const instances = new Map<string, Instance>();
  router.get('/reports', resource(org, listReports));
  router.get('/reports/:id/describe', resource(org, describe));
  router.get(
    '/reports/:id',
    resource(org, (call) => ok(run(call)))
  );
  router.post(
    '/reports/:id',
    resource(org, (call) => ok(run(call)))
  );
  router.post(
    '/reports/:id/instances',
    resource(org, (call) => startInstance(call, instances))
  );
  router.get(
    '/reports/:id/instances',
    resource(org, (call) => listInstances(call, instances))
  );
  router.get(
    '/reports/:id/instances/:instance',
    resource(org, (call) => instanceResult(call, instances))
  );
  return router;
}

function listReports({ org, access, version }: RestCall): RestAnswer {
  const { records } = org.soql.run('SELECT Id, Name FROM Report ORDER BY Name LIMIT 200', access);
  return ok(
    records.map((record) => ({ ...links(version, String(record.Id)), id: record.Id, name: record.Name }))
  );
}

function describe(call: RestCall): RestAnswer {
  const { record, report } = requireReport(call);
  return ok({ ...describeReport(call, String(record.Id), report), reportTypeMetadata: { categories: [] } });
}

function run(call: RestCall): Instance['result'] {
  const { record, report: stored } = requireReport(call);
  const changes = runBody.parse(call.request.body ?? {}).reportMetadata ?? {};
  const report = withChanges(stored, changes);
  const includeDetails = queryParameter(call.request, 'includeDetails') === 'true';
  const id = String(record.Id);
  return {
    attributes: { ...links(call.version, id), reportId: id, reportName: report.name, type: 'Report' },
    ...runReport(call, report, includeDetails, changes),
    ...describeReport(call, id, report, changes),
    picklistColors: {}
  };
}

/** The report with another form or order, for one run. */
function withChanges(
  report: ReportMetadata,
  { reportFormat, sortBy }: NonNullable<z.infer<typeof runBody>['reportMetadata']>
): ReportMetadata {
  const [sort] = sortBy ?? [];
  return {
    ...report,
    ...(reportFormat !== undefined && { format: 'Tabular' as const, groupingsDown: [], groupingsAcross: [] }),
    ...(sort !== undefined && { sortColumn: sort.sortColumn, sortOrder: sort.sortOrder })
  };
}

function startInstance(call: RestCall, instances: Map<string, Instance>): RestAnswer {
  const result = run(call);
  const instance: Instance = {
    id: makeRecordId('0LG', instances.size + 1),
    reportId: String(requireReport(call).record.Id),
    ownerId: call.access.userId,
    requestDate: call.org.clock.now().toISOString(),
    result
  };
  instances.set(instance.id, instance);
  return ok({ ...instanceHead(call, instance), status: 'New', completionDate: null });
}

function listInstances(call: RestCall, instances: ReadonlyMap<string, Instance>): RestAnswer {
  const { record } = requireReport(call);
  const own = [...instances.values()].filter(
    (each) => each.reportId === record.Id && each.ownerId === call.access.userId
  );
  return ok(own.map((instance) => instanceHead(call, instance)));
}

function instanceResult(call: RestCall, instances: ReadonlyMap<string, Instance>): RestAnswer {
  const instance = instances.get(pathParameter(call.request, 'instance'));
  if (instance?.ownerId !== call.access.userId) throw notFound();
  const { attributes, ...result } = instance.result;
  return ok({
    attributes: { ...attributes, ...instanceHead(call, instance), type: 'ReportInstance' },
    ...result
  });
}

function instanceHead({ version }: RestCall, { id, reportId, ownerId, requestDate }: Instance) {
  return {
    id,
    ownerId,
    requestDate,
    completionDate: requestDate,
    status: 'Success',
    hasDetailRows: false,
    queryable: false,
    url: `/services/data/${version}/analytics/reports/${reportId}/instances/${id}`
  };
}

function links(version: string, id: string) {
  const url = `/services/data/${version}/analytics/reports/${id}`;
  return { url, describeUrl: `${url}/describe`, instancesUrl: `${url}/instances` };
}

function requireReport({ org, access, request }: RestCall): { record: RecordValues; report: ReportMetadata } {
  const object = org.schema.object('Report');
  const record =
    object && access.can('read', object) && org.database.table(object).get(pathParameter(request, 'id'));
  if (!record) throw notFound();
  const report = [...org.metadata.reports.values()].find(
    ({ fullName }) => fullName.split('/').at(-1) === record.DeveloperName
  );
  if (!report) throw notFound();
  return { record, report };
}

import type { RestGateway } from '../rest/rest-gateway.ts';
import type { QueryOptions, SalesforceRow } from '../port/salesforce-records.ts';
import type { PackageNamer } from './package-namer.ts';
import { type QueryPage, queryPage, RowMaker } from './rows.ts';

/** Every page of a query, one after the other as they are taken. */
export async function* queryRecords(
  gateway: RestGateway,
  namer: PackageNamer,
  soql: string,
  { withDeleted = false }: QueryOptions = {}
): AsyncIterable<readonly SalesforceRow[]> {
  const readPage = async (path: string): Promise<QueryPage> =>
    queryPage(await gateway.send({ kind: 'query', method: 'GET', path, repeatable: true }));
  const maker = new RowMaker((name) => namer.fromOrg(name), readPage);
  const resource = withDeleted ? 'queryAll' : 'query';
  const first = `${gateway.root}/${resource}?q=${encodeURIComponent(namer.soql(soql))}`;
  for (let path: string | undefined = first; path !== undefined;) {
    const page: QueryPage = await readPage(path);
    yield await maker.rows(page.records);
    path = page.next;
  }
}

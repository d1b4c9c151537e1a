import { SalesforceError } from '../errors/salesforce-error.ts';
import type { QueryResult } from '../soql/query.ts';
import type { DeclaredType } from './data-type.ts';
import { FlowFault } from './flow-fault.ts';
import type { FlowRecord } from './flow-value.ts';
import type { Interview } from './interview.ts';

const exceptionCodes = 'You can look up ExceptionCode values in the SOAP API Developer Guide.';

/** Does `work` with records; a refusal becomes a fault in Salesforce's words for what the flow tried. */
export function attempt<T>(tried: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    throw new FlowFault(
      `This error occurred when the flow tried to ${tried}: ${error.code}: ${error.message}. ${exceptionCodes}`
    );
  }
}

/** Runs an element's query and counts it. Answers the records with the fields selected. */
export function findRecords(interview: Interview, elementName: string, soql: string): FlowRecord[] {
  const usage = interview.setting.usages.current;
  usage.countShared('queries', interview.statementOf(elementName));
  interview.recorder.note('query', soql);
  const result = attempt('look up records', () => interview.services.soql.run(soql, interview.access));
  usage.count('queryRows', result.records.length);
  return toFlowRecords(result);
}

function toFlowRecords({ context, paths, records }: QueryResult): FlowRecord[] {
  return records.map((record) => ({
    objectName: context.object.name,
    fields: Object.fromEntries(paths.map((path) => [path.field.name, path.valueOf(record)]))
  }));
}

/** Declared type of the variable that a reference names. */
export function recordIn(interview: Interview, reference: string): DeclaredType | undefined {
  return interview.flow.variables.get(reference);
}

/**
 * Changes records as one statement, all or none: when one is refused, those before it are undone and the element
 * fails.
 */
export function changeRecords<T>(
  interview: Interview,
  elementName: string,
  tried: string,
  records: readonly T[],
  work: (record: T) => void
): void {
  const usage = interview.setting.usages.current;
  usage.countShared('dmlStatements', interview.statementOf(elementName));
  usage.count('dmlRows', records.length);
  attempt(tried, () =>
    interview.services.database.transaction(() => {
      for (const record of records) work(record);
    })
  );
}

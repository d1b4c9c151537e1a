import type { SqlDialect } from './dialect.ts';
import { providexDialect } from './providex-dialect.ts';
import { createSqlServerDialect } from './sql-server-dialect.ts';

/** The dialect of an edition of Sage 100: Premium is the one that keeps its companies in SQL Server. */
export function dialectOf(sage: {
  readonly edition: 'standard' | 'advanced' | 'premium';
  readonly companyCode: string;
}): SqlDialect {
  return sage.edition === 'premium' ? createSqlServerDialect(sage) : providexDialect;
}

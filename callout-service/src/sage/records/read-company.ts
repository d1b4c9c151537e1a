import type { Company } from '../../canonical/company.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { syCompany } from '../catalogue/sy-company.ts';
import { defineRecord } from './definition.ts';
import { code } from './key-segments.ts';
import type { RecordEngine } from './record-engine.ts';

const companies = defineRecord({
  table: syCompany,
  segments: (companyCode: string) => [code(companyCode)],
  toEntity: ({ row }) => row.CompanyName
});

/** The company with the name that SY_Company has for it: null where the data source does not show that table. */
export async function readCompany(
  engine: RecordEngine,
  settings: Omit<Company, 'companyName'>
): Promise<Company> {
  return { ...settings, companyName: await readName(engine, settings.companyCode) };
}

async function readName(engine: RecordEngine, companyCode: string): Promise<string | null> {
  try {
    const [name] = await engine.byKeys(companies, [companyCode]);
    return name ?? null;
  } catch (error) {
    // The tables of the system lie elsewhere, and most data sources of a company do not reach them.
    if (error instanceof LedgerBridgeError && error.code === 'LB306') return null;
    throw error;
  }
}

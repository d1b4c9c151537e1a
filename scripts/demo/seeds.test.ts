import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../setup/paths.mjs';
import { writeCurrentSeeds } from './seeds.ts';

const accounts = z.object({
  records: z.array(
    z.looseObject({
      Name: z.string(),
      Sage_Amount_Due__c: z.number().optional(),
      Sage_Last_Payment_Date__c: z.string().optional(),
      Sage_Figures_As_Of__c: z.string().optional()
    })
  )
});

function readAccounts(directory: string): z.infer<typeof accounts>['records'] {
  return accounts.parse(JSON.parse(readFileSync(join(directory, 'Account.json'), 'utf8'))).records;
}

it.each(['2025-03-01T23:59:00Z', '2028-02-29T00:01:00Z'])(
  'when the demo starts at %s, then the kept figures are from the day before, and all else is as in the file',
  (now) => {
    const directory = mkdtempSync(join(tmpdir(), 'seeds-'));
    const moved = readAccounts(writeCurrentSeeds(join(directory, 'seed'), new Date(now)));
    const original = readAccounts(join(projectRoot, 'config/demo'));

    const yesterday = new Date(Date.parse(now) - 86_400_000).toISOString().slice(0, 10);
    const days = moved.flatMap((account) => account.Sage_Figures_As_Of__c?.slice(0, 10) ?? []);
    expect(new Set(days)).toEqual(new Set([yesterday]));

    const ageOfPayment = (account: (typeof moved)[number]): number =>
      Date.parse(account.Sage_Figures_As_Of__c ?? '') - Date.parse(account.Sage_Last_Payment_Date__c ?? '');
    expect(moved.map(ageOfPayment)).toEqual(original.map(ageOfPayment));
    const undated = ({
      Sage_Figures_As_Of__c: _asOf,
      Sage_Last_Payment_Date__c: _paid,
      ...rest
    }: (typeof moved)[number]): object => rest;
    expect(moved.map(undated)).toEqual(original.map(undated));
    rmSync(directory, { recursive: true });
  }
);

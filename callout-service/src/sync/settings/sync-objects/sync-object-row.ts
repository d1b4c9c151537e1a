import { z } from 'zod';
import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import { pairNames } from '../../pairs/pair-names.ts';
import { settingsFault } from '../settings-faults.ts';
import type { SyncObjectSettings } from '../sync-object-settings.ts';

const FEWEST_SECONDS = 5;
const MOST_SECONDS = 86_400;
const VANISHED_PERCENT = 20;

const optional = z
  .string()
  .nullish()
  .transform((text) => (text?.trim() ?? '') || null);
const cron = optional.refine(
  (text) => text === null || text.split(/\s+/).length === 5,
  'is no cron of five fields'
);
/** Numbers come as decimal text. */
const whole = z
  .string()
  .nullish()
  .transform((text) => ((text ?? '') === '' ? null : Number(text)));

const rowSchema = z.object({
  Id: z.string(),
  Object_Pair__c: z.enum(pairNames, 'is no object pair of this version of the service'),
  Active__c: z.boolean().nullish(),
  Schedule__c: cron,
  Reconcile_Schedule__c: cron,
  Check_Every_Seconds__c: whole.refine(
    (seconds) => seconds === null || (seconds >= FEWEST_SECONDS && seconds <= MOST_SECONDS),
    `is not between ${FEWEST_SECONDS} and ${MOST_SECONDS}`
  ),
  Max_Vanished_Percent__c: whole.refine(
    (percent) => percent === null || (percent >= 0 && percent <= 100),
    'is not between 0 and 100'
  ),
  When_Vanished__c: z.enum(['Keep', 'Mark', 'Delete'], 'is none of Keep, Mark, Delete').nullish()
});

const whenVanished = { Keep: 'keep', Mark: 'mark', Delete: 'delete' } as const;

/** A `Sync_Object__c` as settings, or everything that is wrong with it. */
export function readSyncObject(
  row: unknown
): { readonly settings: SyncObjectSettings } | { readonly faults: readonly FieldFault[] } {
  const read = rowSchema.safeParse(row);
  if (read.success) return { settings: settingsOf(read.data) };
  const faults = read.error.issues.map(({ path, message }) =>
    settingsFault(
      `Sync_Object__c ${textAt(row, 'Sync_Key__c')} ${path.join('.')}`,
      textAt(row, String(path[0])),
      `${message}.`,
      'Correct the field in the Ledger Bridge app.'
    )
  );
  return { faults };
}

function settingsOf(row: z.infer<typeof rowSchema>): SyncObjectSettings {
  return {
    recordId: row.Id,
    pair: row.Object_Pair__c,
    active: row.Active__c ?? false,
    schedule: row.Schedule__c,
    everySeconds: row.Check_Every_Seconds__c,
    reconcileSchedule: row.Reconcile_Schedule__c,
    maxVanishedPercent: row.Max_Vanished_Percent__c ?? VANISHED_PERCENT,
    whenVanished: whenVanished[row.When_Vanished__c ?? 'Keep']
  };
}

function textAt(row: unknown, name: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
  return typeof value === 'string' ? value : '';
}

import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import { isChanged, type Save } from '../save/save.ts';
import { amount } from './price.ts';
import { recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** Rules of opportunities (Object Reference, "Opportunity"). What a stage sets is said by the stages. */
export const opportunityRules: StandardRules = { prepare };

function prepare(save: Save): void {
  const { draft, given } = save;
  if (save.before?.HasOpportunityLineItem === true) keepWhatLinesSay(save);
  if (draft.Amount === null || draft.Probability === null) draft.ExpectedRevenue = null;
  else draft.ExpectedRevenue = amount(draft.Amount ?? 0, Number(draft.Probability) / 100);
  if (isChanged(save, 'StageName') && save.before) draft.LastStageChangeDate = save.now;
  if (given.has('CloseDate')) setFiscalPeriod(save);
}

/** While there are lines, Amount is theirs; and the price book is the one they come from. */
function keepWhatLinesSay({ draft, before, services }: Save): void {
  const lines = recordsWith(services, 'OpportunityLineItem', 'OpportunityId', before?.Id);
  if (lines.length === 0) return;
  if (draft.Amount !== before?.Amount) draft.Amount = totalOf(lines);
  if (draft.Pricebook2Id === before?.Pricebook2Id) return;
  const message = "The price book can't be changed while the opportunity has products.";
  throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['Pricebook2Id']);
}

/** Sum of the lines' total prices. */
export function totalOf(lines: readonly RecordValues[]): number {
  return amount(lines.reduce((sum, { TotalPrice }) => sum + Math.round(Number(TotalPrice) * 100), 0) / 100);
}

/** Fiscal years of the local org are calendar years. */
function setFiscalPeriod({ draft }: Save): void {
  const [year, month] = String(draft.CloseDate).split('-').map(Number);
  if (year === undefined || month === undefined) return;
  draft.FiscalYear = year;
  draft.FiscalQuarter = Math.ceil(month / 3);
  draft.Fiscal = `${year} ${draft.FiscalQuarter}`;
}

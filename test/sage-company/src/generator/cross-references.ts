import { caseAliases, caseAlternates } from '../abc/case-cross-references.ts';
import { imAliasItem } from '../tables/im-alias-item.ts';
import { imAlternateItem } from '../tables/im-alternate-item.ts';
import { customerKey } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { CustomerProfile } from './customer-profile.ts';
import type { Item } from './items.ts';

/** Writes other numbers of items (bar codes, numbers of customers) and items to offer in their place. */
export function writeCrossReferences(
  draft: CompanyDraft,
  items: readonly Item[],
  customers: readonly CustomerProfile[]
): void {
  const random = draft.random.fork('cross references');
  for (const [index, item] of items.entries()) {
    const barCode = { AliasItemNo: `0${(70_000_000_000 + index).toString()}`, Type: 'G' };
    if (random.chance(0.4)) writeAlias(draft, { ItemCode: item.itemCode, ...barCode });
    const owner = { AliasItemNo: `C-${index.toString().padStart(6, '0')}`, Type: 'C' };
    if (random.chance(0.1))
      writeAlias(draft, { ItemCode: item.itemCode, ...owner, ...customerKey(random.pick(customers)) });
    const other = random.pick(items);
    if (random.chance(0.05) && other !== item) writeAlternate(draft, item.itemCode, other.itemCode, 1);
  }
  writeCaseReferences(draft);
}

function writeCaseReferences(draft: CompanyDraft): void {
  for (const alias of caseAliases) writeAlias(draft, alias);
  for (const { itemCode, alternates } of caseAlternates)
    for (const [index, other] of alternates.entries()) writeAlternate(draft, itemCode, other, index + 1);
}

function writeAlias(draft: CompanyDraft, alias: Readonly<Record<string, string>>): void {
  const random = draft.random.fork(`alias ${Object.values(alias).join(' ')}`);
  draft.writer.write(imAliasItem, { AliasItemDesc: '', ...alias, ...stamps(draft, random) });
}

function writeAlternate(draft: CompanyDraft, itemCode: string, other: string, priority: number): void {
  draft.writer.write(imAlternateItem, {
    ItemCode: itemCode,
    Priority: priority.toString().padStart(14, '0'),
    AlternateItem: other,
    ...stamps(draft, draft.random.fork(`alternate ${itemCode} ${priority}`))
  });
}

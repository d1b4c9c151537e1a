/** Names of this package's parts as the org knows them: with the namespace that the package is installed under. */
import CUSTOMER_NO from '@salesforce/schema/Account.Sage_Customer_No__c';

/** What `lightning/navigation` takes for a page of the package. */
export interface TabReference {
  readonly type: 'standard__navItemPage';
  readonly attributes: { readonly apiName: string };
  readonly state: Readonly<Record<string, string>>;
}

/** The page behind a tab of this package, as `tabPage('Sage_Failures', { c__pair: 'Account-customer' })`. */
export function tabPage(tabName: string, state: Readonly<Record<string, string>> = {}): TabReference {
  const apiName = `${namespaceOf(CUSTOMER_NO.fieldApiName)}${tabName}`;
  return { type: 'standard__navItemPage', attributes: { apiName }, state };
}

/** The namespace's prefix before a field of the package, as `ledgerbridge__`; empty without a namespace. */
function namespaceOf(fieldApiName: string): string {
  return /^([A-Za-z]\w*?__)\w+__c$/.exec(fieldApiName)?.[1] ?? '';
}

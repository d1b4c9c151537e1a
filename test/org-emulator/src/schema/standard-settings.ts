import type { CustomFieldMetadata, PicklistValueMetadata } from '../metadata/custom-field.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import { picklistValue } from './custom-picklists.ts';
import type { FieldDefinition, PicklistValue } from './field.ts';
import type { ObjectDefinition } from './object.ts';
import { type OpportunityStage, stageValue } from './standard/opportunity-stages.ts';

/** Standard picklists whose values a package may set, by the name of their StandardValueSet. */
const standardPicklists: Readonly<Record<string, readonly string[]>> = {
  AccountRating: ['Account.Rating'],
  AccountSource: ['Account.AccountSource'],
  AccountType: ['Account.Type'],
  Industry: ['Account.Industry'],
  LeadSource: ['Contact.LeadSource', 'Opportunity.LeadSource'],
  OpportunityStage: ['Opportunity.StageName'],
  OpportunityType: ['Opportunity.Type'],
  OrderStatus: ['Order.Status'],
  OrderType: ['Order.Type'],
  Product2Family: ['Product2.Family'],
  Salutation: ['Contact.Salutation']
};

/** Whether the local org knows the standard value set of that name. */
export function isStandardValueSet(name: string): boolean {
  return name in standardPicklists;
}

/** A standard object with what a package changes of its standard fields: values, help texts, history. */
export function withStandardSettings(object: ObjectDefinition, metadata: PackageMetadata): ObjectDefinition {
  const changed = object.fields.flatMap((field) => {
    const component = `${object.name}.${field.name}`;
    const settings = metadata.fields.get(component);
    const valueSet = [...metadata.standardValueSets.values()].find((set) =>
      standardPicklists[set.fullName]?.includes(component)
    );
    if (!settings && !valueSet) return [];
    const values = valueSet ? { picklistValues: standardValues(valueSet.fullName, valueSet.values) } : {};
    return [{ ...field, ...values, ...fieldSettings(field, settings) }];
  });
  return changed.length === 0 ? object : object.withFields(changed);
}

function fieldSettings(
  field: FieldDefinition,
  settings: CustomFieldMetadata | undefined
): Pick<FieldDefinition, 'helpText' | 'label' | 'trackHistory'> {
  return {
    label: settings?.label ?? field.label,
    helpText: settings?.inlineHelpText ?? field.helpText,
    trackHistory: settings?.trackHistory ?? field.trackHistory
  };
}

function standardValues(setName: string, values: readonly PicklistValueMetadata[]): PicklistValue[] {
  return values
    .filter(({ isActive }) => isActive !== false)
    .map((value) => ({ ...picklistValue(value), ...sets(setName, value) }));
}

function sets(setName: string, value: PicklistValueMetadata): Pick<PicklistValue, 'sets'> {
  if (setName === 'OpportunityStage') return { sets: stageValue(stageOf(value)).sets ?? {} };
  if (setName !== 'OrderStatus') return {};
  // A status is grouped under one of the two standard ones, which are their own group.
  const group = value.groupingStringEnum ?? value.groupingString ?? value.fullName;
  return { sets: { StatusCode: group === 'Activated' ? 'Activated' : 'Draft' } };
}

function stageOf(value: PicklistValueMetadata): OpportunityStage {
  return {
    name: value.fullName,
    probability: value.probability ?? 0,
    isClosed: value.closed ?? false,
    isWon: value.won ?? false,
    forecastCategory: forecastCategory(value.forecastCategory)
  };
}

function forecastCategory(given: string | undefined): OpportunityStage['forecastCategory'] {
  const known = ['BestCase', 'Closed', 'Forecast', 'Omitted'] as const;
  return known.find((category) => category === given) ?? 'Pipeline';
}

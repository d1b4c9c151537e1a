import { checkbox, field, mandatory, picklist, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { leadSources } from './lead-sources.ts';
import { forecastCategories, opportunityStages, stageValue } from './opportunity-stages.ts';
import { identityFields, ownerField, systemFields, viewedFields } from './system-fields.ts';

/** Opportunity with its usual standard fields. Left out: campaigns, territories, history ids. */
export const opportunity = new ObjectDefinition({
  name: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  custom: false,
  fields: [
    ...identityFields('Opportunity'),
    reference('AccountId', 'Account ID', 'Account', 'Account', { childRelationshipName: 'Opportunities' }),
    checkbox('IsPrivate', 'Private'),
    textField('Name', 'Name', 120, { ...mandatory, nameField: true }),
    field('Description', 'Description', 'textarea', { length: 32_000 }),
    field('StageName', 'Stage', 'picklist', {
      ...mandatory,
      length: 255,
      picklistValues: opportunityStages.map(stageValue)
    }),
    field('Amount', 'Amount', 'currency', { precision: 18, scale: 2 }),
    field('Probability', 'Probability (%)', 'percent', { precision: 3 }),
    field('ExpectedRevenue', 'Expected Amount', 'currency', { precision: 18, scale: 2, ...readOnly }),
    field('TotalOpportunityQuantity', 'Quantity', 'double', { precision: 18, scale: 2 }),
    field('CloseDate', 'Close Date', 'date', mandatory),
    picklist('Type', 'Opportunity Type', [
      'Existing Customer - Upgrade',
      'Existing Customer - Replacement',
      'Existing Customer - Downgrade',
      'New Customer'
    ]),
    textField('NextStep', 'Next Step', 255),
    picklist('LeadSource', 'Lead Source', leadSources),
    checkbox('IsClosed', 'Closed', readOnly),
    checkbox('IsWon', 'Won', readOnly),
    picklist('ForecastCategory', 'Forecast Category', Object.keys(forecastCategories), readOnly),
    picklist('ForecastCategoryName', 'Forecast Category', Object.values(forecastCategories)),
    checkbox('HasOpportunityLineItem', 'Has Line Item', readOnly),
    reference('Pricebook2Id', 'Price Book ID', 'Pricebook2', 'Pricebook2', {
      childRelationshipName: 'Opportunities'
    }),
    ownerField,
    ...systemFields,
    field('LastActivityDate', 'Last Activity', 'date', readOnly),
    field('PushCount', 'Push Count', 'int', { precision: 9, ...readOnly }),
    field('LastStageChangeDate', 'Last Stage Change Date', 'datetime', readOnly),
    field('FiscalQuarter', 'Fiscal Quarter', 'int', { precision: 9, ...readOnly }),
    field('FiscalYear', 'Fiscal Year', 'int', { precision: 9, ...readOnly }),
    textField('Fiscal', 'Fiscal Period', 6, readOnly),
    reference('ContactId', 'Contact ID', 'Contact', 'Contact', { updateable: false }),
    ...viewedFields,
    checkbox('HasOpenActivity', 'Has Open Activity', readOnly),
    checkbox('HasOverdueTask', 'Has Overdue Task', readOnly)
  ]
});

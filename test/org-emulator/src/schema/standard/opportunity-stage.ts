import { checkbox, field, picklist, readOnly, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { forecastCategories } from './opportunity-stages.ts';
import { identityFields, systemFields } from './system-fields.ts';

/** The stages of opportunities as records, which only Setup changes. */
export const opportunityStage = new ObjectDefinition({
  name: 'OpportunityStage',
  label: 'Opportunity Stage',
  labelPlural: 'Opportunity Stages',
  keyPrefix: '01J',
  custom: false,
  fields: [
    ...identityFields('Opportunity Stage'),
    textField('MasterLabel', 'Master Label', 255, { ...readOnly, nameField: true }),
    textField('ApiName', 'API Name', 255, readOnly),
    checkbox('IsActive', 'Is Active', readOnly),
    field('SortOrder', 'Sort Order', 'int', { precision: 9, ...readOnly }),
    checkbox('IsClosed', 'Closed', readOnly),
    checkbox('IsWon', 'Won', readOnly),
    picklist('ForecastCategory', 'Forecast Category', Object.keys(forecastCategories), readOnly),
    picklist('ForecastCategoryName', 'Forecast Category Name', Object.values(forecastCategories), readOnly),
    field('DefaultProbability', 'Probability (%)', 'percent', { precision: 3, ...readOnly }),
    textField('Description', 'Description', 255, readOnly),
    ...systemFields
  ]
});

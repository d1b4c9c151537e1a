import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';

/**
 * What a stage of an opportunity means; null for other picklists. The misspelt name is the API's own (guide,
 * "Opportunity Stage Picklist Value Attributes").
 */
export function stageAttributes(object: ObjectDefinition, field: FieldDefinition, value: string) {
  if (object.name !== 'Opportunity' || field.name !== 'StageName') return null;
  const sets = field.picklistValues.find((each) => each.value === value)?.sets ?? {};
  return {
    closed: sets.IsClosed === true,
    defaultProbability: sets.Probability ?? null,
    forecastCategoryName: sets.ForecastCategoryName ?? null,
    picklistAtrributesValueType: 'OpportunityStage',
    won: sets.IsWon === true
  };
}

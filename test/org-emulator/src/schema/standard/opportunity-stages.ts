import type { PicklistValue } from '../field.ts';

/** A stage of opportunities, with what an opportunity takes over from it. */
export interface OpportunityStage {
  readonly name: string;
  /** Percent. */
  readonly probability: number;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly forecastCategory: 'BestCase' | 'Closed' | 'Forecast' | 'Omitted' | 'Pipeline';
}

const open = (name: string, probability: number): OpportunityStage => ({
  name,
  probability,
  isClosed: false,
  isWon: false,
  forecastCategory: 'Pipeline'
});

/** The stages of a new org. */
export const opportunityStages: readonly OpportunityStage[] = [
  open('Prospecting', 10),
  open('Qualification', 10),
  open('Needs Analysis', 20),
  open('Value Proposition', 50),
  open('Id. Decision Makers', 60),
  open('Perception Analysis', 70),
  open('Proposal/Price Quote', 75),
  open('Negotiation/Review', 90),
  { name: 'Closed Won', probability: 100, isClosed: true, isWon: true, forecastCategory: 'Closed' },
  { name: 'Closed Lost', probability: 0, isClosed: true, isWon: false, forecastCategory: 'Omitted' }
];

/** Forecast categories by API name, with the labels that `ForecastCategoryName` holds. */
export const forecastCategories: Readonly<Record<OpportunityStage['forecastCategory'], string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  Forecast: 'Commit',
  Closed: 'Closed'
};

/** The stage as a value of `StageName`. */
export function stageValue(stage: OpportunityStage): PicklistValue {
  return {
    value: stage.name,
    label: stage.name,
    isDefault: false,
    sets: {
      IsClosed: stage.isClosed,
      IsWon: stage.isWon,
      Probability: stage.probability,
      ForecastCategory: stage.forecastCategory,
      ForecastCategoryName: forecastCategories[stage.forecastCategory]
    }
  };
}

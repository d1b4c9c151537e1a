import type { TransformContext } from './transform-context.ts';

/** What the examples of the transforms know, where they do not say otherwise. */
export const exampleContext: TransformContext = {
  businessCountry: 'US',
  timeZone: 'America/Chicago',
  today: '2026-03-01',
  exchangeRates: [],
  sageLengths: []
};

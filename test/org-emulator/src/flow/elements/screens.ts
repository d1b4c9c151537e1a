import { z } from 'zod';
import { commonProperties, defineElement } from '../flow-element.ts';

/** Screens are not run yet. */
export const screens = defineElement({
  kind: 'screens',
  schema: z.strictObject({ ...commonProperties }),
  build: () => ({
    targets: [],
    references: [],
    problems: ['screens'],
    run: () => undefined
  })
});

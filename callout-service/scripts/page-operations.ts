import { registrations } from '../src/api/openapi/registrations.ts';
import { operationDefinitions } from '../src/api/operations/definitions/index.ts';
import type { PageOperation } from './page-flow.ts';

/** Operations for programs: the feed is too large for a page, and people pause writing where the service runs. */
const NOT_FOR_PAGES: readonly string[] = ['listChanges', 'pauseWriting', 'resumeWriting'];

/** Operations of administrators, each of which pages ask for through a flow that only hands on. */
export const pageOperations: readonly PageOperation[] = registrations
  .filter(({ name }) => name === 'SageCalloutAdmin')
  .flatMap((registration) =>
    operationDefinitions
      .filter(({ role, operationId }) => role === 'admin' && !NOT_FOR_PAGES.includes(operationId))
      .map((definition) => ({ registration, definition }))
  );

import type { WritingConfiguration } from '../../config/writing.ts';
import type { BoiObserver } from '../boi/observer.ts';
import type { BoiLogger, BoiOptions } from '../boi/options.ts';

interface Surroundings {
  readonly companyCode: string;
  readonly timeZone: string;
  readonly writingObserver?: BoiObserver;
  readonly logger?: BoiLogger;
}

/** The configured settings as the client of the Business Object Interface takes them. */
export function boiOptions(writing: WritingConfiguration, surroundings: Surroundings): BoiOptions {
  const { companyCode, timeZone, writingObserver, logger } = surroundings;
  const { user } = writing;
  return {
    ...writing,
    companyCode,
    timeZone,
    login:
      user === undefined
        ? { type: 'unified-logon' }
        : { type: 'sage-user', user: user.name, password: user.password },
    ...(writingObserver && { observer: writingObserver }),
    ...(logger && { logger })
  };
}

import { errorCatalogue, type ErrorEntry } from '../../errors/catalogue.ts';

const UNKNOWN: Pick<ErrorEntry, 'title' | 'cause' | 'action'> = {
  title: 'A failure that this release does not know',
  cause: 'The job failed with a code of another release.',
  action: 'Look up the code in the documentation of the release that wrote it.'
};

/** What a code of a stored failure means, in the words of the catalogue. */
export function meaningOfCode(code: string | undefined): Pick<ErrorEntry, 'title' | 'cause' | 'action'> {
  const known = Object.entries(errorCatalogue).find(([name]) => name === code);
  return known?.[1] ?? UNKNOWN;
}

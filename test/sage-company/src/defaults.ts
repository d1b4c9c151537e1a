import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../../..');

/** Where the company runs unless a directory is named. */
export const defaultDirectory = join(PROJECT, '.run/sage');

/** Built companies and the compiled driver are kept here, so that only the first start is slow. */
export const defaultCacheDirectory =
  process.env['SAGE_COMPANY_CACHE_DIRECTORY'] ?? join(PROJECT, '.cache/sage-company');

export const defaultSeed = 1;

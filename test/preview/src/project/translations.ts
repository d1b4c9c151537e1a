import path from 'node:path';
import { z } from 'zod';
import { readMetadataXml } from './metadata-xml.ts';
import { oneOrMany } from './one-or-many.ts';
import type { SalesforceProject } from './salesforce-project.ts';

const named = oneOrMany(z.object({ name: z.string(), label: z.string() }));
const translationsFile = z.object({ Translations: z.object({ customLabels: named, customTabs: named }) });
const ENDING = '.translation-meta.xml';

/** What the package says in one other language. */
export interface Translation {
  /** As Salesforce names it, for example `de` or `fr_CA`. */
  readonly language: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly tabs: ReadonlyMap<string, string>;
}

/** Every `*.translation-meta.xml` of the package, by language. */
export function readTranslations(project: SalesforceProject): Translation[] {
  return project.files.filter((file) => file.endsWith(ENDING)).map(readTranslation);
}

function readTranslation(file: string): Translation {
  const { customLabels, customTabs } = readMetadataXml(file, translationsFile).Translations;
  return {
    language: path.basename(file, ENDING),
    labels: byName(customLabels),
    tabs: byName(customTabs)
  };
}

function byName(texts: readonly { name: string; label: string }[]): Map<string, string> {
  return new Map(texts.map(({ name, label }) => [name, label]));
}

import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { ignored, readMetadata, text } from './xml.ts';

const schema = z.strictObject({
  labels: z
    .array(
      z.strictObject({
        fullName: text,
        value: text,
        language: ignored,
        protected: ignored,
        shortDescription: ignored,
        categories: ignored
      })
    )
    .default([])
});

/** Values of the package's custom labels by name, for `$Label` in flows. */
export function readCustomLabels(file: SourceFile): ReadonlyMap<string, string> {
  const { labels } = readMetadata(file, { root: 'CustomLabels', lists: ['labels'], schema });
  return new Map(labels.map((label) => [label.fullName, label.value]));
}

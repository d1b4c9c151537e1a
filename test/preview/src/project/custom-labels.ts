import { z } from 'zod';
import { readMetadataXml } from './metadata-xml.ts';
import { oneOrMany } from './one-or-many.ts';
import type { SalesforceProject } from './salesforce-project.ts';

const customLabelsFile = z.object({
  CustomLabels: z.object({ labels: oneOrMany(z.object({ fullName: z.string(), value: z.string() })) })
});

/** The package's custom labels by name, from every `*.labels-meta.xml`. */
export function readCustomLabels(project: SalesforceProject): Map<string, string> {
  const files = project.files.filter((file) => file.endsWith('.labels-meta.xml'));
  const labels = files.flatMap((file) => readMetadataXml(file, customLabelsFile).CustomLabels.labels);
  return new Map(labels.map(({ fullName, value }) => [fullName, value]));
}

import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import type { z } from 'zod';
import { PreviewBuildError } from '../preview-build-error.ts';

// Values stay text: a label "007" or "true" is not a number or a flag.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, processEntities: true });

/**
 * Reads one metadata file in source format and checks the part of it that the preview needs.
 * @throws PreviewBuildError naming the file when it does not have that shape.
 */
export function readMetadataXml<T>(file: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(parser.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new PreviewBuildError(`${file} is not the metadata it claims to be: ${parsed.error.message}`);
}

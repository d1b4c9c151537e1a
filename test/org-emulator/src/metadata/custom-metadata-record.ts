import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

const schema = z.strictObject({
  label: text,
  protected: flag.optional(),
  description: ignored,
  values: z.array(z.strictObject({ field: text, value: text.optional() })).default([])
});

/** A record of a custom metadata type. `values` are texts by field; an empty one is null. */
export interface CustomMetadataRecord {
  readonly file: SourceFile;
  /** `Type.Record`, where the type stands without its `__mdt`. */
  readonly fullName: string;
  readonly objectName: string;
  readonly developerName: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Reads `customMetadata/Type.Record.md-meta.xml`. */
export function readCustomMetadataRecord(file: SourceFile): CustomMetadataRecord {
  const { label, values } = readMetadata(file, { root: 'CustomMetadata', lists: ['values'], schema });
  const [typeName = '', developerName = ''] = file.fullName.split('.');
  return {
    file,
    fullName: file.fullName,
    objectName: `${typeName.replace(/__mdt$/, '')}__mdt`,
    developerName,
    label,
    values: new Map(values.map(({ field, value }) => [field, value ?? '']))
  };
}

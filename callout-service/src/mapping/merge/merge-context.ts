import type { MappedFields } from '../schemas/field-facts.ts';
import type { TransformContext } from '../transforms/transform-context.ts';

/** What merging knows beside the record: of the Sage company, and what the fields of both sides take (`mappedFields`). */
export interface MergeContext extends Omit<TransformContext, 'sageLengths'> {
  readonly fields: MappedFields;
}

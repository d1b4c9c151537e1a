import { z } from 'zod';
import { ignored, text } from '../../metadata/xml.ts';
import { dataTypeSchema, type DeclaredType } from '../data-type.ts';
import { type ValueExpression, valueSchema } from '../flow-value.ts';

/** A choice that a screen offers. */
export interface FlowChoice {
  readonly name: string;
  readonly type: DeclaredType;
  /** Label, with merge fields. */
  readonly choiceText: string;
  readonly value: ValueExpression | undefined;
}

export const choiceSchema = z
  .strictObject({
    name: text,
    choiceText: text,
    dataType: dataTypeSchema,
    value: valueSchema.optional(),
    choiceIcon: ignored,
    description: ignored,
    processMetadataValues: ignored
  })
  .transform(({ name, choiceText, dataType, value }): FlowChoice => {
    const type = { dataType, isCollection: false };
    return {
      name,
      type,
      choiceText,
      value: value ?? { kind: 'text', template: choiceText }
    };
  });

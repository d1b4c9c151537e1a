import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { dataTypeSchema, type DeclaredType } from '../data-type.ts';
import { type ValueExpression, valueSchema } from '../flow-value.ts';

/** A variable of a flow. */
export interface FlowVariable extends DeclaredType {
  readonly name: string;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly value: ValueExpression | undefined;
}

export const variableSchema = z
  .strictObject({
    name: text,
    dataType: dataTypeSchema,
    isCollection: flag.default(false),
    isInput: flag.default(false),
    isOutput: flag.default(false),
    objectType: text.optional(),
    apexClass: text.optional(),
    value: valueSchema.optional(),
    scale: ignored,
    description: ignored,
    processMetadataValues: ignored
  })
  .transform((xml): FlowVariable => {
    const { name, dataType, isCollection, isInput, isOutput, value } = xml;
    const objectType = xml.objectType ?? xml.apexClass;
    return {
      name,
      dataType,
      isCollection,
      isInput,
      isOutput,
      value,
      objectType
    };
  });

/** A named value that never changes. */
export interface FlowConstant {
  readonly name: string;
  readonly type: DeclaredType;
  readonly value: ValueExpression | undefined;
}

export const constantSchema = z
  .strictObject({
    name: text,
    dataType: dataTypeSchema,
    value: valueSchema.optional(),
    description: ignored,
    processMetadataValues: ignored
  })
  .transform(({ name, dataType, value }): FlowConstant => ({
    name,
    type: { dataType, isCollection: false },
    value
  }));

/** A text with merge fields; rich text (HTML) unless it is viewed as plain text. */
export interface TextTemplate {
  readonly name: string;
  readonly text: string;
  readonly isPlain: boolean;
}

export const textTemplateSchema = z
  .strictObject({
    name: text,
    text: text.default(''),
    isViewedAsPlainText: flag.default(false),
    description: ignored,
    processMetadataValues: ignored
  })
  .transform((xml): TextTemplate => ({
    name: xml.name,
    text: xml.text,
    isPlain: xml.isViewedAsPlainText
  }));

import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowCustomError } from '../flow-fault.ts';
import { mergeFieldsOf } from '../flow-value.ts';
import { startKind } from '../start/start-kind.ts';

const message = z.strictObject({
  errorMessage: text,
  isFieldError: flag,
  fieldSelection: text.optional(),
  processMetadataValues: ignored
});

/** Custom Error: refuses the save that started the flow, with messages at fields or at the page. */
export const customErrors = defineElement({
  kind: 'customErrors',
  schema: z.strictObject({
    ...commonProperties,
    customErrorMessages: z.array(message).min(1),
    connector: connectorSchema.optional()
  }),
  build: ({ customErrorMessages, connector }, context) => ({
    targets: [connector],
    references: customErrorMessages.flatMap(({ errorMessage }) => mergeFieldsOf(errorMessage)),
    problems: startKind(context.flow).startsWith('Record')
      ? []
      : ['custom errors stand in record-triggered flows only'],
    run: (interview) => {
      throw new FlowCustomError(
        customErrorMessages.map(({ errorMessage, isFieldError, fieldSelection }) => ({
          message: interview.mergeText(errorMessage),
          field: isFieldError ? fieldSelection : undefined
        }))
      );
    }
  })
});

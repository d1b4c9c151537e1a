import { z } from 'zod';
import type { CompiledFormula } from '../../formula/formula.ts';
import { flag, ignored, text, whole } from '../../metadata/xml.ts';
import { orderOf } from '../comparison.ts';
import { compileLogic, conditionReferences, conditionSchema, isConditionTrue } from '../conditions.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { fieldOf, type FlowValue, isCollection, isFlowRecord } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { attemptFormula, compileFlowFormula, evaluateFormula } from '../resources/formulas.ts';

const sortOption = z.strictObject({
  sortField: text.optional(),
  sortOrder: z.enum(['Asc', 'Desc']).default('Asc'),
  doesPutEmptyStringAndNullFirst: flag.default(false),
  processMetadataValues: ignored
});
type SortOption = z.infer<typeof sortOption>;

const schema = z.strictObject({
  ...commonProperties,
  collectionProcessorType: z.enum(['SortCollectionProcessor', 'FilterCollectionProcessor'], {
    error: ({ input }) => `the collection processor ${String(input)} is not supported by the local org`
  }),
  collectionReference: text,
  assignNextValueToReference: text.optional(),
  conditionLogic: text.default('and'),
  conditions: z.array(conditionSchema).default([]),
  formula: text.optional(),
  limit: whole.optional(),
  sortOptions: z.array(sortOption).default([]),
  connector: connectorSchema.optional()
});
type CollectionProcessor = z.infer<typeof schema>;

/** Collection Sort and Collection Filter: a new collection under the element's own name. */
export const collectionProcessors = defineElement({
  kind: 'collectionProcessors',
  schema,
  build: (processor) => {
    const problems: string[] = [];
    const { formula, conditions } = processor;
    let compiled: CompiledFormula | undefined;
    const decide =
      formula === undefined
        ? compileLogic(processor.conditionLogic, conditions.length, '', problems)
        : undefined;
    const holds = (interview: Interview) =>
      compiled
        ? evaluateFormula(compiled, interview, processor.name) === true
        : decide?.(
            (index) => conditions[index] !== undefined && isConditionTrue(conditions[index], interview)
          ) === true;
    return {
      targets: [processor.connector],
      references: [processor.collectionReference, ...conditions.flatMap(conditionReferences)],
      problems,
      valueType: (typeOf) => typeOf(processor.collectionReference),
      prepare: (typeOf) =>
        formula === undefined
          ? []
          : attemptFormula(() => {
              compiled = compileFlowFormula(formula, typeOf, {
                dataType: 'Boolean',
                isCollection: false
              });
            }),
      run: (interview) => {
        const items = itemsOf(processor, interview);
        const sorts = processor.collectionProcessorType === 'SortCollectionProcessor';
        const made = sorts ? sorted(processor, items) : filtered(processor, items, interview, holds);
        interview.setElementValue(processor.name, made);
        interview.recorder.note('items', made.length);
        return processor.connector;
      }
    };
  }
});

function itemsOf({ collectionReference }: CollectionProcessor, interview: Interview): readonly FlowValue[] {
  const value = interview.resolve(collectionReference) ?? [];
  if (isCollection(value)) return value;
  throw new FlowFault(`${collectionReference} is not a collection.`);
}

function sorted({ sortOptions, limit }: CollectionProcessor, items: readonly FlowValue[]): FlowValue[] {
  const inOrder = items.toSorted((a, b) => {
    for (const option of sortOptions) {
      const order = compareBy(option, keyOfItem(option, a), keyOfItem(option, b));
      if (order !== 0) return order;
    }
    return 0;
  });
  return inOrder.slice(0, limit);
}

function keyOfItem({ sortField }: SortOption, item: FlowValue): FlowValue {
  if (!isFlowRecord(item)) return item;
  if (sortField === undefined) throw new FlowFault('A collection of records is sorted by a field.');
  return fieldOf(item, sortField);
}

function compareBy(option: SortOption, a: FlowValue, b: FlowValue): number {
  const [noA, noB] = [a === null || a === '', b === null || b === ''];
  if (noA || noB) {
    const emptyLast = Number(noA) - Number(noB);
    return option.doesPutEmptyStringAndNullFirst ? -emptyLast : emptyLast;
  }
  return orderOf(a, b) * (option.sortOrder === 'Desc' ? -1 : 1);
}

/** The item that is looked at stands in the variable that the element names. */
function filtered(
  { assignNextValueToReference, name }: CollectionProcessor,
  items: readonly FlowValue[],
  interview: Interview,
  holds: (interview: Interview) => boolean
): FlowValue[] {
  return items.filter((item) => {
    interview.setElementValue(assignNextValueToReference ?? `currentItem_${name}`, item);
    return holds(interview);
  });
}

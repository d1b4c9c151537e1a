/** What the designer asks the service. */
import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import {
  readComparison,
  readFieldPage,
  readMappingView,
  readPairs,
  readPreview,
  readPublished
} from 'c/mappingModel';
import type {
  Comparison,
  Field,
  FieldPage,
  MappingView,
  PairChoice,
  Preview,
  Published,
  Side
} from 'c/mappingModel';

/** Reading both systems' descriptions, or many records, takes longer than one record. */
const LONG = { timeoutMs: 60_000 };

/** All fields of one side, page after page. */
export interface SideFields extends Omit<FieldPage, 'next'> {
  readonly fields: readonly Field[];
}

export function askPairs(transport: Transport): Promise<Asked<readonly PairChoice[]>> {
  return ask(transport, 'Sage_List_Mappings', {}, readPairs, LONG);
}

export function askMapping(
  transport: Transport,
  pair: string,
  version?: number
): Promise<Asked<MappingView>> {
  return ask(transport, 'Sage_Get_Mapping', { pair, version }, readMappingView, LONG);
}

export async function askFields(
  transport: Transport,
  { pair, side, key }: { readonly pair: string; readonly side: Side; readonly key: string | undefined }
): Promise<Asked<SideFields>> {
  const fields: Field[] = [];
  let after: string | undefined;
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- a page says where the next begins
    const page: Asked<FieldPage> = await ask(
      transport,
      'Sage_Get_Mapping_Fields',
      { pair, side, key, after },
      readFieldPage,
      LONG
    );
    if (page.kind === 'problem') return page;
    fields.push(...page.value.fields);
    const { next } = page.value;
    // The same page twice would never end.
    if (next === undefined || next === after) return { kind: 'answer', value: { ...page.value, fields } };
    after = next;
  }
}

export interface DryRunRequest {
  readonly pair: string;
  /** The mapping as JSON. */
  readonly content: string;
  readonly keys?: string | undefined;
  readonly sample?: number | undefined;
}

export function askPreview(transport: Transport, request: DryRunRequest): Promise<Asked<Preview>> {
  return ask(transport, 'Sage_Preview_Mapping', { ...request }, readPreview, LONG);
}

export function askComparison(
  transport: Transport,
  request: { readonly pair: string; readonly before: number; readonly after: number | undefined }
): Promise<Asked<Comparison>> {
  return ask(transport, 'Sage_Compare_Mappings', { ...request }, readComparison, LONG);
}

export function publish(
  transport: Transport,
  request: { readonly pair: string; readonly comment: string }
): Promise<Asked<Published>> {
  return ask(transport, 'Sage_Publish_Mapping', { ...request }, readPublished, LONG);
}

export function rollBack(
  transport: Transport,
  request: { readonly pair: string; readonly toVersion: number }
): Promise<Asked<Published>> {
  return ask(transport, 'Sage_Roll_Back_Mapping', { ...request }, readPublished, LONG);
}

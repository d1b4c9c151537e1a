import { estimateRun } from './sync/engine/run/estimate-run.ts';
import type { PairName } from './sync/pairs/pair-names.ts';
import {
  createMappingComparison,
  createMappingInquiry,
  createMappingList
} from './sync/mappings/look-at-mappings.ts';
import { createMappingFields } from './sync/mappings/mapping-fields.ts';
import { createMappingPreview } from './sync/mappings/preview-mapping.ts';
import { createMappingPublication, createMappingRollBack } from './sync/mappings/publish-mapping.ts';
import { createRecordComparison } from './sync/records/compare-record.ts';
import { createRecordHistory } from './sync/records/get-record-history.ts';
import { createRunInquiry, createRunList, createSyncStop } from './sync/runs/look-at-runs.ts';
import { createSyncStart } from './sync/runs/start-syncs.ts';
import type { EngineShared } from './assemble-engine.ts';

/** What people do with runs and mappings. */
export type EngineOperations = ReturnType<typeof createEngineOperations>;

export function createEngineOperations(shared: EngineShared) {
  const { store, source, pairOf, clock, configuration } = shared;
  const mapping = { ...shared, companyCode: configuration.sage.companyCode };
  return {
    start: createSyncStart({ store, source }),
    find: createRunInquiry({ store, pairOf }),
    list: createRunList({ store, pairOf, clock }),
    stop: createSyncStop({ store, pairOf }),
    estimate: ({ pair }: { readonly pair: PairName }) => estimateRun(shared, pairOf(pair)),
    mappings: createMappingList(mapping),
    mapping: createMappingInquiry(mapping),
    mappingFields: createMappingFields(mapping),
    compareMappings: createMappingComparison(mapping),
    previewMapping: createMappingPreview(mapping),
    publishMapping: createMappingPublication(mapping),
    rollBackMapping: createMappingRollBack(mapping),
    compareRecord: createRecordComparison(shared),
    recordHistory: createRecordHistory(shared)
  };
}

/** Which changes are told, and through which channels besides those of single events. */
export interface EventSelection {
  /** Whether changes of this entity (`Account`) are told. */
  readonly isSelected: (entityName: string) => boolean;
  /** Entities whose changes are told, by API name. */
  readonly entities: () => readonly string[];
  /** Custom channels by name (`Sage__chn`), each with the names of its events (`AccountChangeEvent`). */
  readonly channels: () => ReadonlyMap<string, readonly string[]>;
}

/** What a package selects, as it is deployed at the moment of asking. */
export interface DeployedSelection {
  readonly entities: readonly string[];
  readonly channels: ReadonlyMap<string, readonly string[]>;
}

/**
 * The selection of an org: what is deployed, and the entities that an admin has selected in Setup. An entity on a custom
 * channel is selected by that (Change Data Capture Developer Guide, "Subscription Channels").
 */
export function eventSelection(
  selectedInSetup: readonly string[],
  deployed: () => DeployedSelection
): EventSelection {
  const entities = () => [...new Set([...selectedInSetup, ...deployed().entities])];
  return {
    isSelected: (entityName) => selectedInSetup.includes(entityName) || entities().includes(entityName),
    entities,
    channels: () => deployed().channels
  };
}

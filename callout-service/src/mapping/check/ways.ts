import type { FieldMap, MappingContent } from '../mapping-content.ts';

/** Which ways values of a field map go, its mapping's direction taken into account. */
export interface Ways {
  readonly toSalesforce: boolean;
  readonly toSage: boolean;
}

export function waysOf(content: Pick<MappingContent, 'direction'>, map: FieldMap): Ways {
  const directions = [content.direction, map.direction];
  return {
    toSalesforce: directions.every((direction) => direction !== 'to-sage'),
    toSage: directions.every((direction) => direction !== 'to-salesforce')
  };
}

import type { FieldMap } from '../mapping-content.ts';
import { mirroredAddress } from './address-maps.ts';
import { copied, fromSage } from './field-maps.ts';
import { inWords, lineKindWords } from './shared-transforms.ts';

/** Whom a document of sales is billed to, and where its goods go. */
export function billToAndShipTo(): FieldMap[] {
  return [
    ...copied({ billToName: 'Bill_To_Name__c' }),
    ...mirroredAddress('billTo', 'Bill_To_'),
    ...copied({ shipToCode: 'Ship_To_Code__c', shipToName: 'Ship_To_Name__c' }),
    ...mirroredAddress('shipTo', 'Ship_To_')
  ];
}

/** What lines of every document have. A line is called by its item, or by its key where it has none. */
export function lineMaps(): FieldMap[] {
  return [
    fromSage('name', ['itemCode', 'lineKey'], 'Name', { kind: 'first-filled' }),
    fromSage('item-type', 'itemType', 'Item_Type__c', inWords(lineKindWords)),
    ...copied({
      lineKey: 'Line_Key__c',
      itemCode: 'Item_Code__c',
      description: 'Description__c',
      comment: 'Comment__c',
      warehouseCode: 'Warehouse_Code__c',
      unitOfMeasure: 'Unit_Of_Measure__c'
    })
  ];
}

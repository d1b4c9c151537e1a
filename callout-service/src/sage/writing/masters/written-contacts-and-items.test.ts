import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SageWriter } from '../../port/sage-writer.ts';
import { masters, refusalOf } from '../test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../test-support/writing-company.ts';

let sage: WritingCompany;
let writer: SageWriter;
beforeAll(async () => {
  sage = await startWritingCompany();
  writer = sage.writer();
});
afterAll(() => sage.close());

describe('a contact', () => {
  const contact = { customerNo: '01-NEWCUST', contactCode: 'Zoë' };
  const key = { arDivisionNo: '01', customerNo: 'NEWCUST', contactCode: 'ZOË' };

  it('when it is created and changed, then Sage holds it as it was asked for', async () => {
    const created = await writer.saveContact({
      ...contact,
      contactName: "Zoë O'Neill",
      contactTitle: 'Buyer',
      salutation: 'Dr.',
      address: { city: 'Racine' },
      telephoneNo1: '555-0100',
      telephoneExt1: '007',
      telephoneNo2: '555-0101',
      emailAddress: 'zoe@example.com',
      notes: "First line\nIt's the second",
      userDefinedFields: { UDF_ROLE: 'BUYER', UDF_NEWSLETTER: 'Y', UDF_BIRTHDAY: '1980-02-29' }
    });
    expect(created).toEqual({ key: '01-NEWCUST/ZOË', outcome: 'created', warnings: [] });
    const { records } = sage.options;
    const [before] = await records.contacts.byKeys([key]);
    expect(before).toMatchObject({
      contactName: "Zoë O'Neill",
      contactTitle: 'Buyer',
      salutation: 'Dr.',
      address: { city: 'Racine' },
      telephoneNo1: '555-0100',
      telephoneExt1: '007',
      telephoneNo2: '555-0101',
      emailAddress: 'zoe@example.com',
      notes: "First line\nIt's the second",
      userDefinedFields: { UDF_ROLE: 'BUYER', UDF_NEWSLETTER: 'Y', UDF_BIRTHDAY: '1980-02-29' }
    });
    const change = { ...contact, contactTitle: null, userDefinedFields: { UDF_NEWSLETTER: 'N' } };
    expect(await writer.saveContact(change)).toMatchObject({ outcome: 'updated' });
    const [after] = await records.contacts.byKeys([key]);
    expect(after).toMatchObject({
      contactName: "Zoë O'Neill",
      contactTitle: null,
      telephoneNo1: '555-0100',
      userDefinedFields: { UDF_ROLE: 'BUYER', UDF_NEWSLETTER: 'N' }
    });
    expect(await writer.saveContact(change)).toMatchObject({ outcome: 'unchanged' });
  });

  it('when its customer is unknown or its name is missing, then every fault comes at once', async () => {
    const before = await masters(sage);
    const draft = { customerNo: '01-NOBODY', contactCode: 'X', telephoneExt1: '1'.repeat(31) };
    const refusal = await refusalOf(writer.saveContact(draft));
    expect(refusal.code).toBe('LB523');
    expect(refusal.detail).toContain('AR_CustomerContact 01-NOBODY/X');
    expect(refusal.message).not.toContain('NOBODY');
    expect(refusal.faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LB505 telephoneExt1',
      'LB507 contactName',
      'LB401 customerNo'
    ]);
    expect(await masters(sage)).toEqual(before);
  });
});

describe('a ship-to address', () => {
  const place = { customerNo: '01-NEWCUST', shipToCode: '0007' };
  const key = { arDivisionNo: '01', customerNo: 'NEWCUST', shipToCode: '0007' };

  it('when it is created and changed, then Sage holds it as it was asked for', async () => {
    const created = await writer.saveShipTo({
      ...place,
      name: "Job Site d'Or",
      address: { addressLine1: '77 Dock St', city: 'Chicago', state: 'IL', zipCode: '60614' },
      telephoneNo: '555-0100',
      emailAddress: 'dock@example.com',
      salesperson: '01-0200',
      warehouseCode: '001',
      shipVia: 'UPS BLUE',
      userDefinedFields: { UDF_DOCK_HOURS: '07:00-15:00', UDF_LIFT_GATE: 'Y', UDF_DISTANCE: '12.5' }
    });
    expect(created).toEqual({ key: '01-NEWCUST/0007', outcome: 'created', warnings: [] });
    const { records } = sage.options;
    const [before] = await records.shipToAddresses.byKeys([key]);
    expect(before).toMatchObject({
      name: "Job Site d'Or",
      address: { addressLine1: '77 Dock St', city: 'Chicago', state: 'IL', zipCode: '60614' },
      telephoneNo: '555-0100',
      emailAddress: 'dock@example.com',
      salesperson: '01-0200',
      warehouseCode: '001',
      shipVia: 'UPS BLUE',
      userDefinedFields: { UDF_DOCK_HOURS: '07:00-15:00', UDF_LIFT_GATE: 'Y', UDF_DISTANCE: '12.5' }
    });
    const change = { ...place, warehouseCode: null, salesperson: null, address: { addressLine2: 'Rear' } };
    expect(await writer.saveShipTo(change)).toMatchObject({ outcome: 'updated' });
    const [after] = await records.shipToAddresses.byKeys([key]);
    expect(after).toMatchObject({
      name: "Job Site d'Or",
      address: { addressLine1: '77 Dock St', addressLine2: 'Rear' },
      warehouseCode: null,
      salesperson: null
    });
    expect(await writer.saveShipTo(change)).toMatchObject({ outcome: 'unchanged' });
  });

  it.each([
    ['customer', { customerNo: '01-NOBODY' }, 'LB401', 'customerNo'],
    ['warehouse', { warehouseCode: '999' }, 'LB404', 'warehouseCode'],
    ['salesperson', { salesperson: '01-9999' }, 'LB407', 'salesperson'],
    ['contact', { contactCode: 'NOBODY' }, 'LB410', 'contactCode']
  ])(
    'when its %s is unknown, then it is refused and nothing is written',
    async (_what, changes, code, field) => {
      const before = await masters(sage);
      const refusal = await refusalOf(writer.saveShipTo({ ...place, name: 'Elsewhere', ...changes }));
      expect(refusal.faults).toMatchObject([{ code, field }]);
      expect(await masters(sage)).toEqual(before);
    }
  );
});

describe('an item', () => {
  const draft = {
    itemCode: 'new-000-é',
    itemCodeDesc: "Chair, 'Élan'",
    productType: 'finished' as const,
    standardUnitOfMeasure: 'EACH',
    standardUnitPrice: '129.995',
    standardUnitCost: '80',
    suggestedRetailPrice: '199',
    defaultWarehouseCode: '001',
    userDefinedFields: {
      UDF_BRAND: 'NORTHLINE',
      UDF_WEB_DESCRIPTION: `${'A chair. '.repeat(40)}End`,
      UDF_LAUNCH_DATE: '2026-03-01',
      UDF_PALLET_QTY: '12.50',
      UDF_HAZARDOUS: 'N'
    }
  };
  async function itemOf(itemCode: string) {
    const [item] = await sage.options.records.items.byKeys([itemCode]);
    return item;
  }
  async function someProductLine(): Promise<string> {
    return (await itemOf('1001-HON-H252'))?.productLine ?? '';
  }

  it('when a required UDF is missing, then LB507 names it before Sage is asked', async () => {
    const fresh = sage.writer();
    const before = await masters(sage);
    const { UDF_BRAND: _brand, ...others } = draft.userDefinedFields;
    const without = { ...draft, productLine: await someProductLine(), userDefinedFields: others };
    const refusal = await refusalOf(fresh.saveItem(without));
    expect(refusal).toMatchObject({
      code: 'LB507',
      faults: [{ code: 'LB507', field: 'userDefinedFields.UDF_BRAND', value: '' }]
    });
    const emptied = { itemCode: '1001-HON-H252', userDefinedFields: { UDF_BRAND: null } };
    expect((await refusalOf(fresh.saveItem(emptied))).code).toBe('LB507');
    expect(await masters(sage)).toEqual(before);
    expect(fresh.state().bridgeName).toBeNull();
  });

  it('when it is created, priced anew and made inactive, then Sage holds each step', async () => {
    const productLine = await someProductLine();
    const { key, outcome } = await writer.saveItem({ ...draft, productLine });
    expect({ key, outcome }).toEqual({ key: 'NEW-000-É', outcome: 'created' });
    expect(await itemOf(key)).toMatchObject({
      itemCodeDesc: "Chair, 'Élan'",
      itemType: 'regular',
      productType: 'finished',
      inactive: false,
      productLine,
      standardUnitPrice: '129.995000',
      standardUnitCost: '80.000000',
      suggestedRetailPrice: '199.000000',
      defaultWarehouseCode: '001',
      userDefinedFields: draft.userDefinedFields
    });
    const priced = { itemCode: key, standardUnitPrice: '139.5' };
    expect(await writer.saveItem(priced)).toMatchObject({ outcome: 'updated' });
    expect(await writer.saveItem({ ...priced, standardUnitPrice: '139.500000' })).toMatchObject({
      outcome: 'unchanged'
    });
    expect(await writer.saveItem({ itemCode: key, inactive: true })).toMatchObject({ outcome: 'updated' });
    expect(await itemOf(key)).toMatchObject({ standardUnitPrice: '139.500000', inactive: true });
  });

  it('when it has faults, then each is named in its field', async () => {
    const before = await masters(sage);
    const refusal = await refusalOf(
      writer.saveItem({
        itemCode: 'NEW-FAULTY',
        standardUnitPrice: '1.1234567',
        defaultWarehouseCode: '999',
        userDefinedFields: { UDF_BRAND: 'B'.repeat(21) }
      })
    );
    expect(refusal.code).toBe('LB523');
    expect(refusal.faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LB506 standardUnitPrice',
      'LB505 userDefinedFields.UDF_BRAND',
      'LB507 itemCodeDesc',
      'LB507 productLine',
      'LB404 defaultWarehouseCode'
    ]);
    expect(await masters(sage)).toEqual(before);
  });
});

import { salesforceId } from '../../canonical/salesforce-id.ts';
import { isJsonObject } from '../http/exact-json.ts';
import type { ReportTable } from '../port/salesforce-reports.ts';
import type { ReportAnswer, ReportCell, ReportGroup } from './report-answer.ts';

/** The columns of a run: what it groups by, then the columns of its rows. */
export function columnsOf({ reportMetadata, reportExtendedMetadata }: ReportAnswer): ReportTable['columns'] {
  const { detailColumns, groupingsDown, groupingsAcross } = reportMetadata;
  const { detailColumnInfo, groupingColumnInfo } = reportExtendedMetadata;
  const groups = [...(groupingsDown ?? []), ...(groupingsAcross ?? [])].map(({ name }) => name);
  return [...groups, ...detailColumns].map((name) => {
    const info = groupingColumnInfo?.[name] ?? detailColumnInfo[name];
    return { name, label: info?.label ?? name, type: info?.dataType ?? 'string' };
  });
}

/** The detail rows, each with the values of the groups that it stands in. Totals are no rows. */
export function rowsOf({ factMap, groupingsDown, groupingsAcross }: ReportAnswer): (string | null)[][] {
  const down = leavesOf(groupingsDown?.groupings ?? []);
  const across = leavesOf(groupingsAcross?.groupings ?? []);
  return down.flatMap((row) =>
    across.flatMap((column) =>
      (factMap[`${row.key}!${column.key}`]?.rows ?? []).map(({ dataCells }) => [
        ...row.values,
        ...column.values,
        ...dataCells.map(textOf)
      ])
    )
  );
}

/** A group without groups in it; `T` for the whole where there are none. */
interface Leaf {
  readonly key: string;
  readonly values: readonly (string | null)[];
}

function leavesOf(groups: readonly ReportGroup[], values: Leaf['values'] = []): readonly Leaf[] {
  if (groups.length === 0 && values.length === 0) return [{ key: 'T', values }];
  return groups.flatMap(({ key, label, value, groupings }) => {
    const inside = [...values, textOf({ label, value })];
    return groupings.length === 0 ? [{ key, values: inside }] : leavesOf(groupings, inside);
  });
}

/** A value as text. What leads to a record shows its name; an amount stands without its currency. */
function textOf({ label, value }: ReportCell): string | null {
  if (typeof value === 'boolean') return String(value);
  if (isJsonObject(value)) return textOf({ value: value['amount'] });
  if (typeof value !== 'string') return null;
  const isLink =
    label !== undefined && label !== null && label !== value && salesforceId(value) !== undefined;
  return isLink ? label : value;
}

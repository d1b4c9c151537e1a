import { hasField, hasObject } from '../inventory.ts';
import { filesOf, type MetadataFile, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { childText, descendants, type XmlElement } from '../xml.ts';

/** Reports of the package's objects show fields that exist, and dashboards show reports of the package. */
export const reportsRule: Rule = {
  name: 'reports',
  check: (source) => [
    ...filesOf(source, 'Report').flatMap((report) => checkReport(report, source)),
    ...filesOf(source, 'Dashboard').flatMap((dashboard) => checkDashboard(dashboard, source))
  ]
};

/** Columns of `CustomEntity$Object__c` are `Object__c.Field__c`, and `CUST_NAME` and the like. */
function checkReport({ file, root }: MetadataFile, source: PackageSource): Problem[] {
  const [, object] = /^CustomEntity\$(\w+)$/.exec(childText(root, 'reportType') ?? '') ?? [];
  if (object === undefined) return [];
  if (!hasObject(source, object)) {
    return [problemAt(file, root.line, `the object ${object} does not exist`, 'Correct <reportType>')];
  }
  return columnsOf(root)
    .filter(({ text }) => !text.startsWith('CUST_') && !isFieldOf(source, object, text))
    .map(({ text, line }) => problemAt(file, line, `the report has no column '${text}'`, 'Correct the name'));
}

function columnsOf(root: XmlElement): XmlElement[] {
  const filters = descendants(root).filter(({ name }) => name === 'criteriaItems');
  const shown = root.children.filter(({ name }) =>
    ['columns', 'groupingsDown', 'groupingsAcross'].includes(name)
  );
  return [...filters, ...shown]
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'field' || name === 'column');
}

function isFieldOf(source: PackageSource, object: string, column: string): boolean {
  const [owner = '', field = ''] = column.split('.');
  return owner === object && hasField(source, object, field);
}

function checkDashboard({ file, root }: MetadataFile, source: PackageSource): Problem[] {
  const reports = filesOf(source, 'Report').map(
    (report) => /reports\/(.+)\.report-meta\.xml$/.exec(report.file)?.[1]
  );
  return descendants(root)
    .filter(({ name, text }) => name === 'report' && !reports.includes(text))
    .map(({ text, line }) => problemAt(file, line, `the report ${text} does not exist`, 'Correct the name'));
}

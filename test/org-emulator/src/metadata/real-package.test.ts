import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runReport } from '../analytics/run-report.ts';
import { createOrg } from '../org.ts';
import { privateKeyPem } from '../testing/test-org.ts';

const projectRoot = join(import.meta.dirname, '../../../..');

describe('the package of this project', () => {
  it('when it is loaded with the demo records, then both are accepted', () => {
    const org = createOrg({
      packageDirectory: join(projectRoot, 'force-app'),
      certificates: { Sage_Callout_Signing: privateKeyPem },
      namedCredentialUrls: {},
      seedDirectory: join(projectRoot, 'config/demo')
    });
    const rep = org.access.findUser('rep@ledger-bridge.example');
    if (!rep) throw new Error('there is no rep');
    const { records } = org.soql.run(
      "SELECT Name, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c = '01-ABF'",
      rep
    );
    expect(records).toMatchObject([{ Name: 'American Business Futures' }]);
    const deals = org.soql.run(
      'SELECT Name, IsWon, Sage_Requested_At__c, (SELECT Quantity FROM OpportunityLineItems) FROM Opportunity ' +
        "WHERE Account.Sage_Customer_No__c = '01-ABF' AND Sage_Customer_PO_No__c = 'ABF-2291'",
      rep
    );
    expect(deals.records).toMatchObject([{ Name: 'Filing room, second floor', IsWon: false }]);
    expect(org.flows.availableTo(rep).map(({ fullName }) => fullName)).toContain('Sage_Customer_Summary');
    expect(rep.hasPrincipal('Sage_Callout_Reader', 'Reader')).toBe(true);
    expect(rep.hasPrincipal('Sage_Callout_Admin', 'Admin')).toBe(false);
    const admin = org.access.findUser('admin@ledger-bridge.example');
    if (!admin) throw new Error('there is no administrator');
    // A report with a column that its reader may not see is refused: those of the exchange are the administrator's.
    const reports = [...org.metadata.reports.values()];
    const isOfSync = ({ reportType }: { reportType: string }) => reportType.startsWith('CustomEntity$Sync_');
    for (const report of reports) {
      const access = isOfSync(report) ? admin : rep;
      expect(runReport({ org, access }, report, true).allData, report.name).toBe(true);
    }
    expect(reports.filter(isOfSync)).toHaveLength(3);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecordingObserver } from '../test-support/recording-observer.ts';
import { createScratchCompany, type ScratchCompany } from '../test-support/scratch-company.ts';
import { OdbcGateway } from './gateway.ts';
import type { OdbcOptions } from './options.ts';

const QUICK = ['SELECT TermsCode FROM AR_TermsCode'];
/** Runs until it is cancelled. */
const ENDLESS = ['SELECT Answer FROM EndlessTable'];
const TERMS = [[['01']]];

let company: ScratchCompany;
let observer: RecordingObserver;

async function withGateway(changes: Partial<OdbcOptions>, test: (gateway: OdbcGateway) => Promise<void>) {
  const gateway = new OdbcGateway({
    connectionString: company.connectionString,
    environment: company.environment,
    poolSize: 2,
    connectTimeoutMs: 5_000,
    queryTimeoutMs: 10_000,
    acquireTimeoutMs: 10_000,
    cancelGraceMs: 500,
    observer,
    ...changes
  });
  try {
    await test(gateway);
  } finally {
    await gateway.close();
  }
}

const underWay = (count: number) => observer.until(({ loads }) => loads.at(-1)?.inUse === count);
const kill = (): boolean => process.kill(observer.pid, 'SIGKILL');

beforeAll(async () => {
  company = await createScratchCompany();
  await company.insert('AR_TermsCode', { TermsCode: '01', TermsCodeDesc: 'Net 30 Days' });
  await company.execute(`CREATE VIEW EndlessTable AS
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT MAX(n) AS Answer FROM counted`);
});
afterAll(() => company.close());
beforeEach(() => {
  observer = new RecordingObserver();
});

describe('what is sent', () => {
  it('when a statement is outside the safe subset, then LB308 comes and Sage never sees it', () =>
    withGateway({}, async (gateway) => {
      await expect(
        gateway.read([...QUICK, 'SELECT TermsCode FROM AR_TermsCode LIMIT 1'])
      ).rejects.toMatchObject({
        code: 'LB308'
      });
      expect(observer.reads).toEqual([]);
    }));

  it('when one of several statements is refused by the driver, then the read fails and the next one works', () =>
    withGateway({}, async (gateway) => {
      await expect(gateway.read([...QUICK, 'SELECT Nothing FROM AR_TermsCode'])).rejects.toMatchObject({
        code: 'LB308'
      });
      expect(await gateway.read([...QUICK, ...QUICK])).toEqual([...TERMS, ...TERMS]);
      expect(observer.started).toHaveLength(1);
    }));
});

describe('a read that stops after enough rows', () => {
  const NONE = "SELECT TermsCode FROM AR_TermsCode WHERE TermsCode = '99'";
  const [ONE = ''] = QUICK;

  it.each([
    [1, [[], [['01']], [], []]],
    [2, [[], [['01']], [['01']], []]],
    [undefined, [[], [['01']], [['01']], [['01']]]]
  ])('when %j are enough, then the statements behind them are not begun', (stopAfterRows, results) =>
    withGateway({}, async (gateway) => {
      const options = stopAfterRows === undefined ? {} : { stopAfterRows };
      expect(await gateway.read([NONE, ONE, ONE, ONE], options)).toEqual(results);
    })
  );

  it('when a statement behind them never ends, then it is not begun', () =>
    withGateway({}, async (gateway) => {
      expect(await gateway.read([...QUICK, ...ENDLESS], { stopAfterRows: 1 })).toEqual([...TERMS, []]);
    }));
});

describe('reads of the background', () => {
  const background = { priority: 'background' } as const;

  it('when they take all they may, then one connection is left, and interactive reads are quick', () =>
    withGateway({ poolSize: 3 }, async (gateway) => {
      await Promise.all([gateway.read(QUICK), gateway.read(QUICK), gateway.read(QUICK)]);
      const scan = (deadlineMs: number) => gateway.read(ENDLESS, { priority: 'background', deadlineMs });
      // The last two begin when the first two have ended.
      const scans = Promise.allSettled([scan(10_000), scan(10_000), scan(200), scan(200)]);
      await underWay(2);
      const begun = performance.now();
      for (let times = 0; times < 20; times += 1) expect(await gateway.read(QUICK)).toEqual(TERMS);
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(observer.loads.at(-1)).toEqual({ inUse: 2, poolSize: 3, waiting: 2 });
      kill(); // they are tried again, once
      await observer.until(({ started, loads }) => started.length === 2 && loads.at(-1)?.inUse === 2);
      kill();
      await gateway.close();
      expect((await scans).every(({ status }) => status === 'rejected')).toBe(true);
    }));

  it('when there is but one connection, then an interactive read goes before those that wait', () =>
    withGateway({ poolSize: 1 }, async (gateway) => {
      await gateway.read(QUICK);
      const order: string[] = [];
      const note = (name: string) => () => void order.push(name);
      await Promise.all([
        gateway.read(QUICK, background).then(note('scan 1')),
        gateway.read(QUICK, background).then(note('scan 2')),
        gateway.read(QUICK).then(note('page'))
      ]);
      expect(order).toEqual(['scan 1', 'page', 'scan 2']);
    }));

  it('when a read brings its own deadline, then that one counts', () =>
    withGateway({ queryTimeoutMs: 60_000 }, async (gateway) => {
      await gateway.read(QUICK);
      await expect(gateway.read(ENDLESS, { deadlineMs: 300 })).rejects.toMatchObject({ code: 'LB302' });
    }));
});

describe('deadlines', () => {
  it('when a statement is slow but can be cancelled, then LB302 comes and the process stays', () =>
    withGateway({ poolSize: 1, queryTimeoutMs: 300, cancelGraceMs: 5_000 }, async (gateway) => {
      await gateway.read(QUICK);
      await expect(gateway.read(ENDLESS)).rejects.toMatchObject({ code: 'LB302' });
      expect(await gateway.read(QUICK)).toEqual(TERMS);
      expect(observer.started).toHaveLength(1);
    }));

  it('when every statement hangs, then each read gets LB302 and later ones are answered by a new process', () =>
    withGateway({ queryTimeoutMs: 500, cancelGraceMs: 200 }, async (gateway) => {
      await Promise.all([gateway.read(QUICK), gateway.read(QUICK)]);
      await company.execute('BEGIN EXCLUSIVE');
      const hung = await Promise.allSettled([gateway.read(QUICK), gateway.read(QUICK)]);
      await company.execute('COMMIT');
      expect(hung).toMatchObject([{ reason: { code: 'LB302' } }, { reason: { code: 'LB302' } }]);
      expect(await gateway.read(QUICK)).toEqual(TERMS);
    }));

  it('when the driver hangs over a question, then that fails, and the process is replaced', () =>
    withGateway({ connectTimeoutMs: 2_000, queryTimeoutMs: 500, cancelGraceMs: 200 }, async (gateway) => {
      await gateway.read(QUICK);
      await company.execute('BEGIN EXCLUSIVE');
      const sql = 'SELECT TermsCode FROM AR_TermsCode WHERE TermsCode = ?';
      const outcome = await gateway.ask({ kind: 'statement', sql, parameters: ['01'] });
      expect(outcome).toMatchObject({ type: 'failed', failure: { reason: 'timeout' } });
      await company.execute('COMMIT');
      expect(observer.started).toHaveLength(2);
      expect(await gateway.read(QUICK)).toEqual(TERMS);
    }));

  it('when the process itself stands still, then LB302 comes after all deadlines together, and it is replaced', () =>
    withGateway({ connectTimeoutMs: 200, queryTimeoutMs: 200, cancelGraceMs: 100 }, async (gateway) => {
      await gateway.read(QUICK);
      process.kill(observer.pid, 'SIGSTOP');
      await expect(gateway.read(QUICK)).rejects.toMatchObject({ code: 'LB302' });
      await observer.until(({ ended }) => ended.includes('unresponsive'));
      // A new process may be slow to connect on a busy machine, and then says so; it must not be the old answer.
      expect(observer.started).toHaveLength(2);
    }));
});

describe('back pressure', () => {
  it('when more reads wait than may, then the next gets LB303 at once', () =>
    withGateway({ poolSize: 1, maxWaiting: 2 }, async (gateway) => {
      await gateway.read(QUICK);
      const accepted = [gateway.read(QUICK), gateway.read(QUICK), gateway.read(QUICK)];
      await expect(gateway.read(QUICK)).rejects.toMatchObject({
        code: 'LB303',
        message: 'Every connection to Sage is busy (1 in all); 2 more reads are waiting.'
      });
      expect(await Promise.all(accepted)).toEqual([TERMS, TERMS, TERMS]);
    }));

  it('when all connections stay busy, then a waiting read gets LB303 after the acquire timeout', () =>
    withGateway({ poolSize: 1, queryTimeoutMs: 4_000, acquireTimeoutMs: 2_500 }, async (gateway) => {
      await gateway.read(QUICK);
      const busy = gateway.read(ENDLESS);
      await expect(gateway.read(QUICK)).rejects.toMatchObject({ code: 'LB303' });
      expect(observer.loads.at(-1)).toEqual({ inUse: 1, poolSize: 1, waiting: 0 });
      await expect(busy).rejects.toMatchObject({ code: 'LB302' });
    }));
});

describe('when the reader process is killed', () => {
  it('between reads, then the next read is answered by a new one', () =>
    withGateway({}, async (gateway) => {
      await gateway.read(QUICK);
      kill();
      await observer.until(({ ended }) => ended.includes('crashed'));
      expect(await gateway.read(QUICK)).toEqual(TERMS);
      expect(observer.started).toHaveLength(2);
    }));

  it('before it noticed, then the read that ran into it is tried again and answered', () =>
    withGateway({}, async (gateway) => {
      await gateway.read(QUICK);
      kill();
      expect(await gateway.read(QUICK)).toEqual(TERMS);
    }));

  it('during a read, twice, then that read gets LB307 and those that wait are answered', () =>
    withGateway({ poolSize: 1 }, async (gateway) => {
      await gateway.read(QUICK);
      const running = gateway.read(ENDLESS);
      const waiting = gateway.read(QUICK);
      await underWay(1);
      kill();
      await observer.until(({ started, loads }) => started.length === 2 && loads.at(-1)?.inUse === 1);
      kill();
      await expect(running).rejects.toMatchObject({ code: 'LB307' });
      expect(await waiting).toEqual(TERMS);
    }));

  it('at every start, then reads get LB307 and the starts come further and further apart', () => {
    const environment = {
      ...company.environment,
      NODE_OPTIONS: '--import=data:text/javascript,process.abort()'
    };
    // 100 + 200 + 400 + 800 ms lie between the first six; the read is within the 1,600 ms before the seventh.
    return withGateway({ environment, acquireTimeoutMs: 400 }, async (gateway) => {
      const begun = performance.now();
      await observer.until(({ ended }) => ended.length === 6);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(1_450);
      await expect(gateway.read(QUICK)).rejects.toMatchObject({ code: 'LB307' });
      expect(observer.started).toHaveLength(6);
    });
  });
});

describe('while the reader process is only starting', () => {
  const environment = () => ({
    ...company.environment,
    NODE_OPTIONS:
      '--import=data:text/javascript,setTimeout(process.abort,20_000);await(new(Promise)(Boolean))'
  });

  it('when a read waited as long as it may, then it gets LB307, since no connection is busy', () =>
    withGateway({ environment: environment(), acquireTimeoutMs: 200 }, async (gateway) => {
      await expect(gateway.read(QUICK)).rejects.toMatchObject({
        code: 'LB307',
        message: 'The process that reads from Sage has not started yet.'
      });
      expect(observer.started).toHaveLength(1);
    }));

  it('when more reads wait than may, then the next gets LB307 too', () =>
    withGateway({ environment: environment(), acquireTimeoutMs: 200, maxWaiting: 1 }, async (gateway) => {
      const waiting = gateway.read(QUICK);
      await expect(gateway.read(QUICK)).rejects.toMatchObject({ code: 'LB307' });
      await expect(waiting).rejects.toMatchObject({ code: 'LB307' });
    }));
});

describe('close', () => {
  it('lets what runs and what waits come to its end, and refuses new reads', () =>
    withGateway({ poolSize: 1 }, async (gateway) => {
      const accepted = [gateway.read(QUICK), gateway.read(QUICK), gateway.read(QUICK)];
      const closed = gateway.close();
      await expect(gateway.read(QUICK)).rejects.toMatchObject({ code: 'LB307' });
      expect(await Promise.all(accepted)).toEqual([TERMS, TERMS, TERMS]);
      await closed;
      expect(observer.ended).toEqual(['closed']);
      expect(() => process.kill(observer.pid, 0)).toThrow('ESRCH');
    }));

  it('ends a process that hangs', () =>
    withGateway({ poolSize: 1, queryTimeoutMs: 300, cancelGraceMs: 60_000 }, async (gateway) => {
      await gateway.read(QUICK);
      process.kill(observer.pid, 'SIGSTOP');
      await gateway.close();
      expect(observer.ended).toEqual(['closed']);
    }));

  it('when gateways come and go, then they leave no handle and no listener behind', async () => {
    const before = process.getActiveResourcesInfo().length;
    const listeners = process.eventNames().map((name) => process.listenerCount(name));
    for (let round = 0; round < 3; round += 1) {
      await withGateway({ queryTimeoutMs: 300 }, async (gateway) => {
        await gateway.read(QUICK);
        await gateway.read(ENDLESS).catch(() => undefined);
      });
    }
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before);
    expect(process.eventNames().map((name) => process.listenerCount(name))).toEqual(listeners);
  });
});

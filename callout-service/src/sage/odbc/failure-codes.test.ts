import { describe, expect, it } from 'vitest';
import { codeOfFailure, failureError, isConnectionLost } from './failure-codes.ts';
import type { DriverFailure } from './protocol.ts';
import { credentialMask } from './secrets.ts';

const unchanged = (text: string): string => text;

function driverError(stage: DriverFailure['stage'], state: string, message: string): DriverFailure {
  return { stage, reason: 'driver-error', state, message };
}

describe('codeOfFailure', () => {
  it.each([
    ['LB304', 'load', 'ERR_MODULE_NOT_FOUND', "Cannot find package 'odbc'"],
    ['LB304', 'load', 'MODULE_NOT_FOUND', 'Cannot find module odbc.node'],
    ['LB304', 'connect', 'IM002', '[unixODBC][Driver Manager]Data source name not found'],
    ['LB304', 'connect', 'IM014', 'The specified DSN contains an architecture mismatch'],
    ['LB304', 'connect', '01000', "[unixODBC][Driver Manager]Can't open lib '/x.so' : file not found"],
    ['LB305', 'connect', '28000', 'Invalid authorization specification'],
    ['LB305', 'connect', '08001', 'FATAL: password authentication failed for user "reader"'],
    ['LB301', 'connect', '08001', 'could not connect to server: Connection refused'],
    ['LB301', 'connect', 'HY000', '[SQLite]connect failed'],
    ['LB301', 'connect', 'HY000', 'something new'],
    ['LB301', 'query', '08S01', 'Communication link failure'],
    ['LB301', 'query', '57P01', 'terminating connection due to administrator command'],
    ['LB306', 'query', 'S0000', '[ProvideX][ODBC Driver][FILEIO]Table is not accessible'],
    ['LB306', 'connect', 'S0000', '[ProvideX][ODBC Driver][FILEIO]Table is not accessible'],
    ['LB306', 'query', 'HY000', '[SQLite]no such table: AR_Customer (1)'],
    ['LB306', 'query', '42S02', 'Base table or view not found'],
    ['LB306', 'query', 'HY000', '[SQLite]database is locked (5)'],
    ['LB302', 'query', 'HYT00', 'Timeout expired'],
    ['LB302', 'query', 'HY008', 'Operation canceled'],
    ['LB302', 'query', '57014', 'canceling statement due to statement timeout'],
    ['LB302', 'query', 'HY000', '[SQLite]interrupted (9)'],
    ['LB308', 'query', 'HY000', '[SQLite]near "TOP": syntax error (1)'],
    ['LB308', 'query', '37000', '[ProvideX][ODBC Driver]Expected lexical element not found']
  ] as const)('gives %s for %s %s %s', (code, stage, state, message) => {
    expect(codeOfFailure(driverError(stage, state, message))).toBe(code);
  });

  it('gives LB301 when connecting takes too long, LB302 when a statement does', () => {
    const timeout = { reason: 'timeout', state: 'HYT00', message: 'too long' } as const;
    expect(codeOfFailure({ ...timeout, stage: 'connect' })).toBe('LB301');
    expect(codeOfFailure({ ...timeout, stage: 'query' })).toBe('LB302');
  });
});

describe('isConnectionLost', () => {
  it('is true for a connection that died, not for one that could not be opened or a refused statement', () => {
    expect(isConnectionLost(driverError('query', '08S01', 'link failure'))).toBe(true);
    expect(isConnectionLost(driverError('connect', '08001', 'refused'))).toBe(false);
    expect(isConnectionLost(driverError('query', '42000', 'syntax'))).toBe(false);
  });
});

describe('failureError', () => {
  it('when a driver fails, then its words are the cause and not the detail', () => {
    const error = failureError(driverError('query', 'S0000', 'Table is not accessible C:\\Sage'), unchanged);
    expect(error.message).toBe('Sage refused access to a table that this read needs.');
    expect(String(error.cause)).toContain('C:\\Sage');
    expect(String(error.cause)).toContain('S0000');
  });

  it('when the driver repeats the statement, then the literals in it are left out', () => {
    const message = "can't parse: WHERE ARDivisionNo = '01' AND CustomerNo = 'O''NEIL' LIMIT 1";
    const cause = String(failureError(driverError('query', '37000', message), unchanged).cause);
    expect(cause).toContain("can't parse: WHERE ARDivisionNo = '…' AND CustomerNo = '…' LIMIT 1");
  });

  it('when the driver repeats the login, then user and password are masked', () => {
    const mask = credentialMask('DSN=SOTAMAS90;UID=ALNOAH|ABC;PWD={p;a}ss}};Company=ABC');
    const message = 'UID=ALNOAH|ABC;PWD={p;a}ss}}; login of user "ALNOAH" refused at pwd=other;';
    const cause = String(failureError(driverError('connect', '28000', message), mask).cause);
    expect(cause).not.toMatch(/ALNOAH|p;a|other/);
  });
});

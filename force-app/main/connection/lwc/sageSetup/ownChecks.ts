import { formatMoment } from 'c/calendarDay';
import { countInWords, fillIn } from 'c/labelText';
import type { Check } from 'c/prerequisiteList';
import { isMissingAccess } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Findings, Part } from './findings';
import { own, ways } from './ownWords';
import type { Holders, SetupFacts } from './setupFacts';
import { permissionSetPage } from './setupPages';

/** Whether the service answers, and whether it takes the token of each role. */
export function connectChecks({ status, reader }: Findings): readonly Check[] {
  return [
    reachable(status),
    adminToken(status),
    token('roleReader', own.reader, reader),
    { name: 'roleWriter', title: own.writer, state: 'unknown', finding: own.writerUntested }
  ];
}

/** Who may do what in Salesforce, and whether changes are streamed. */
export function accessChecks(facts: Part<SetupFacts>): readonly Check[] {
  if (facts.kind !== 'answer') return [unread(facts, 'permissionSets', own.permissionSets)];
  const { integration, admin, rep } = facts.value;
  return [
    integrationUser(facts.value, integration),
    holders('adminUsers', own.adminUsers, admin, own.adminNobody),
    holders('repUsers', own.repUsers, rep, own.repNobody),
    {
      name: 'changeData',
      title: own.changeData,
      state: 'unknown',
      finding: own.changeDataUntested,
      link: ways.changeData
    }
  ];
}

/** Whether the Sage company is there and exchanged with. */
export function companyCheck(facts: Part<SetupFacts>): Check {
  const [name, title] = ['companyRecord', own.company];
  if (facts.kind !== 'answer') return unread(facts, name, title);
  const { company } = facts.value;
  if (company === undefined) {
    return { name, title, state: 'failed', finding: own.companyNone, fix: own.companyNoneFix };
  }
  if (!company.isActive) {
    const finding = fillIn(own.companyOff, company.code);
    return { name, title, state: 'warning', finding, fix: own.companyOffFix };
  }
  return { name, title, state: 'ok', finding: fillIn(own.companyOn, company.code) };
}

function reachable(status: Findings['status']): Check {
  const [name, title] = ['service', own.service];
  switch (status.kind) {
    case 'waiting':
      return { name, title, state: 'testing' };
    case 'answer': {
      const { version, startedAt } = status.value;
      return { name, title, state: 'ok', finding: fillIn(own.serviceOk, version, formatMoment(startedAt)) };
    }
    default:
      return { name, title, state: 'failed', ...wordsOf(status.problem), link: ways.namedCredentials };
  }
}

/** The status is asked with the credential of administrators: an answer is the proof. */
function adminToken(status: Findings['status']): Check {
  const [name, title] = ['roleAdmin', own.admin];
  if (status.kind === 'waiting') return { name, title, state: 'testing' };
  if (status.kind === 'answer') return { name, title, state: 'ok', finding: own.tokenTaken };
  return judge(name, title, status.problem);
}

function token(name: string, title: string, asked: Part<unknown>): Check {
  if (asked.kind === 'waiting') return { name, title, state: 'testing' };
  if (asked.kind === 'answer') return { name, title, state: 'ok', finding: own.tokenTaken };
  return judge(name, title, asked.problem);
}

/** Codes below LB800 are the service's own words: those of LB2 are about the token, all others came after it. */
function judge(name: string, title: string, problem: Problem): Check {
  if (isMissingAccess(problem)) {
    return { name, title, state: 'failed', ...wordsOf(problem), link: ways.permissionSets };
  }
  if (/^LB8/.test(problem.code)) {
    return { name, title, state: 'unknown', finding: fillIn(own.tokenUntested, problem.detail) };
  }
  if (/^LB2/.test(problem.code)) {
    return { name, title, state: 'failed', ...wordsOf(problem), link: ways.namedCredentials };
  }
  return { name, title, state: 'ok', finding: own.tokenTaken };
}

function integrationUser(facts: SetupFacts, { setId, users }: Holders): Check {
  const [name, title] = ['integrationUser', own.integration];
  const link = { ...ways.permissionSet, page: permissionSetPage(setId) };
  if (setId === undefined) return hidden(name, title);
  const user = facts.integrationUser;
  if (users === 0 || user === undefined) {
    const finding = own.integrationNobody;
    return {
      name,
      title,
      state: 'failed',
      finding,
      cause: own.integrationCause,
      fix: own.integrationFix,
      link
    };
  }
  if (!user.isActive) {
    const finding = fillIn(own.integrationInactive, user.username);
    return { name, title, state: 'failed', finding, fix: own.integrationInactiveFix, link: ways.users };
  }
  const finding = users === 1 ? fillIn(own.integrationOne, user.username) : holdersInWords(users);
  return { name, title, state: 'ok', finding };
}

function holders(name: string, title: string, { setId, users }: Holders, nobody: string): Check {
  if (setId === undefined) return hidden(name, title);
  if (users > 0) return { name, title, state: 'ok', finding: holdersInWords(users) };
  const link = { ...ways.permissionSet, page: permissionSetPage(setId) };
  return { name, title, state: 'warning', finding: own.nobody, cause: nobody, fix: own.assignFix, link };
}

function holdersInWords(users: number): string {
  return countInWords(users, { one: own.usersOne, other: own.users });
}

function hidden(name: string, title: string): Check {
  return { name, title, state: 'unknown', finding: own.setsHidden, link: ways.permissionSets };
}

function unread(facts: Exclude<Part<unknown>, { kind: 'answer' }>, name: string, title: string): Check {
  if (facts.kind === 'waiting') return { name, title, state: 'testing' };
  return { name, title, state: 'unknown', ...wordsOf(facts.problem) };
}

function wordsOf({ title, detail, action }: Problem): Pick<Check, 'finding' | 'fix'> {
  return { finding: `${title}. ${detail}`, fix: action };
}

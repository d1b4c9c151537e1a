import { BoiObject, BoiRefusal, LastMessage } from '../com/boi-object.ts';
import type { Method } from '../com/boi-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { BoiState } from '../state/boi-state.ts';
import { takeSeat } from '../state/seats.ts';
import type { SessionState } from './session-state.ts';
import { TASKS } from './tasks.ts';

/** SY_Session, with what it knows. */
export class SessionObject extends BoiObject {
  readonly session: SessionState;

  constructor(state: BoiState, database: CompanyDatabase) {
    const session: SessionState = {
      state,
      database,
      user: undefined,
      userKey: '',
      companyCode: undefined,
      dates: new Map(),
      moduleCode: undefined,
      program: undefined
    };
    let leaveSeat: (() => void) | undefined;
    const leave = () => {
      leaveSeat?.();
      leaveSeat = undefined;
      session.user = undefined;
    };
    const logOn = (user: string) => {
      leaveSeat ??= takeSeat(state);
      session.user = user;
      session.userKey = userKeyOf(database, user);
      return 1;
    };
    const cleanUp = () => {
      leave();
      return 1;
    };
    super(new LastMessage(), {
      methods: {
        ...logOnMethods(session, logOn),
        ...contextMethods(session),
        nCleanup: cleanUp,
        nCleanUp: cleanUp
      },
      properties: {
        sCompanyCode: () => session.companyCode ?? '',
        nCompanyCode: () => session.companyCode ?? '',
        sUserCode: () => session.user ?? '',
        sModuleCode: () => session.moduleCode ?? '',
        sModuleDate: () => session.dates.get(session.moduleCode ?? '') ?? ''
      },
      dropped: leave
    });
    this.session = session;
  }
}

function logOnMethods(session: SessionState, logOn: (user: string) => number): Record<string, Method> {
  const { state } = session;
  return {
    nSetUser: (args) => {
      const { user, password } = state.settings;
      const isKnown = args.text(0).toUpperCase() === user.toUpperCase() && args.text(1) === password;
      if (!isKnown) throw new BoiRefusal('The user logon or password is not valid.');
      return logOn(user);
    },
    // Unified logon: whoever runs the process is the user.
    nLogon: () => logOn(state.settings.user)
  };
}

function contextMethods(session: SessionState): Record<string, Method> {
  return {
    nSetCompany: (args) => {
      refuseLoggedOff(session);
      const { company, externalAccess } = session.state.settings;
      if (args.text(0) !== company) throw new BoiRefusal(`The company code ${args.text(0)} is not valid.`);
      if (externalAccess !== 'Y')
        throw new BoiRefusal(`Company ${company} does not allow external access. See Company Maintenance.`);
      session.companyCode = company;
      return 1;
    },
    nSetDate: (args) => {
      if (!/^(19|20)\d{6}$/.test(args.text(1))) throw new BoiRefusal('The date is not valid.');
      session.dates.set(args.text(0), args.text(1));
      return 1;
    },
    nSetModule: (args) => {
      if (!Object.values(TASKS).includes(args.text(0))) throw new BoiRefusal('The module code is not valid.');
      session.moduleCode = args.text(0);
      return 1;
    },
    nLookupTask: (args) => Object.keys(TASKS).indexOf(args.text(0)) + 1,
    nSetProgram: (args) => {
      if (session.companyCode === undefined) throw new BoiRefusal('The company is not set.');
      const program = Object.keys(TASKS)[args.number(0) - 1];
      if (program === undefined) throw new BoiRefusal('The task is not valid.');
      session.program = program;
      return 1;
    }
  };
}

function refuseLoggedOff(session: SessionState): void {
  if (session.user === undefined) throw new BoiRefusal('The user is not logged on.');
}

/** What UserCreatedKey and UserUpdatedKey hold; the first user's key where the company does not know the user. */
function userKeyOf(database: CompanyDatabase, user: string): string {
  const found = database.all(
    'SELECT UserKey FROM SY_User WHERE upper(UserLogon) = ? UNION ALL SELECT min(UserKey) FROM SY_User LIMIT 1',
    user.toUpperCase()
  );
  return String(found[0]?.['UserKey'] ?? '');
}

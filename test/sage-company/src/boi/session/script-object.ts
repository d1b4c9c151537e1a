import { ComFault, HRESULT, providexError } from '../com/com-fault.ts';
import { BoiObject, LastMessage } from '../com/boi-object.ts';
import type { CallArguments, ComObject } from '../com/com-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { BoiState } from '../state/boi-state.ts';
import { openBusinessObject } from './object-registry.ts';
import { SessionObject } from './session-object.ts';

/** Opens what `create` asks for: `ProvideX.Script` and nothing else. */
export function createComObject(progId: string, state: BoiState, database: CompanyDatabase): ComObject {
  if (progId.toLowerCase() !== 'providex.script')
    throw new ComFault(HRESULT.classNotRegistered, `Class not registered: ${progId}`);
  let home: string | undefined;
  return new BoiObject(new LastMessage(), {
    methods: {
      Init: (args) => {
        home = args.text(0);
        return null;
      },
      NewObject: (args) => {
        if (home === undefined)
          throw providexError(90, 'Unable to locate object class (Init was not called)');
        return args.text(0) === 'SY_Session' ? new SessionObject(state, database) : newBusinessObject(args);
      }
    }
  });
}

function newBusinessObject(args: CallArguments): ComObject {
  const session = args.count > 1 ? args.object(1) : undefined;
  if (!(session instanceof SessionObject)) throw providexError(90, 'Unable to locate object class');
  return openBusinessObject(args.text(0), session.session);
}

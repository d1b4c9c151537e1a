import type { FlowReply } from 'c/flowRequest';
import { reduceErrors, reduceFault } from 'c/reduceErrors';
import type { Asked } from 'c/sageOperation';

/** Who has one of the package's permission sets. */
export interface Holders {
  /** Undefined where the user may not see permission sets. */
  readonly setId: string | undefined;
  readonly users: number;
}

/** What only the org knows, as the flow Sage_Setup_Facts tells it. */
export interface SetupFacts {
  readonly integration: Holders;
  readonly admin: Holders;
  readonly rep: Holders;
  /** One who has the permission set for integration. */
  readonly integrationUser: { readonly username: string; readonly isActive: boolean } | undefined;
  readonly company: { readonly id: string; readonly code: string; readonly isActive: boolean } | undefined;
  /** Object pairs that are switched on, as `Account-customer`. */
  readonly activePairs: readonly string[];
}

/** Reads the outputs of the flow. Never throws. */
export function readFactsReply({ outputs }: FlowReply): Asked<SetupFacts> {
  const values = new Map(Object.entries(outputs));
  if (values.get('outcome') !== 'ANSWERED') {
    return { kind: 'problem', problem: reduceFault(textOf(values, 'faultMessage') ?? '') };
  }
  return { kind: 'answer', value: factsIn(values) };
}

/** A flow that could not be run. */
export function factsFailure(error: unknown): Asked<SetupFacts> {
  return { kind: 'problem', problem: reduceErrors(error) };
}

type Outputs = ReadonlyMap<string, unknown>;

function factsIn(values: Outputs): SetupFacts {
  const username = textOf(values, 'integrationUsername');
  const id = textOf(values, 'companyId');
  return {
    integration: holdersIn(values, 'integration'),
    admin: holdersIn(values, 'admin'),
    rep: holdersIn(values, 'rep'),
    integrationUser:
      username === undefined
        ? undefined
        : { username, isActive: values.get('integrationUserIsActive') === true },
    company:
      id === undefined
        ? undefined
        : { id, code: textOf(values, 'companyCode') ?? '', isActive: values.get('companyIsActive') === true },
    activePairs: (textOf(values, 'activePairs') ?? '').split(',').filter((pair) => pair !== '')
  };
}

function holdersIn(values: Outputs, name: 'integration' | 'admin' | 'rep'): Holders {
  const users = values.get(`${name}Users`);
  return { setId: textOf(values, `${name}SetId`), users: typeof users === 'number' ? users : 0 };
}

/** A text variable; a flow hands on an empty one as null, as an empty text, or not at all. */
function textOf(values: Outputs, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

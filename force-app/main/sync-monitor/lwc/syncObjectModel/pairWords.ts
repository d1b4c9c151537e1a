import BOTH_WAYS from '@salesforce/label/c.Sage_Objects_Both_Ways';
import MASTER_SAGE from '@salesforce/label/c.Sage_Objects_Master_Sage';
import MASTER_SALESFORCE from '@salesforce/label/c.Sage_Objects_Master_Salesforce';
import PAIR_NAME from '@salesforce/label/c.Sage_Objects_Pair_Name';
import TO_SAGE from '@salesforce/label/c.Sage_Objects_To_Sage';
import TO_SALESFORCE from '@salesforce/label/c.Sage_Objects_To_Salesforce';
import VANISHED_DELETE from '@salesforce/label/c.Sage_Objects_Vanished_Delete';
import VANISHED_KEEP from '@salesforce/label/c.Sage_Objects_Vanished_Keep';
import VANISHED_MARK from '@salesforce/label/c.Sage_Objects_Vanished_Mark';
import { fillIn } from 'c/labelText';
import { pairs } from './pairs';
import type { PairName } from './pairs';
import type { Direction, Master, VanishedAction } from './syncObject';

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  'To Salesforce': TO_SALESFORCE,
  'To Sage': TO_SAGE,
  Both: BOTH_WAYS
};
const MASTERS: Readonly<Record<Master, string>> = { Sage: MASTER_SAGE, Salesforce: MASTER_SALESFORCE };
const VANISHED: Readonly<Record<VanishedAction, string>> = {
  Keep: VANISHED_KEEP,
  Mark: VANISHED_MARK,
  Delete: VANISHED_DELETE
};

/** Both sides of a pair, as `Accounts and Customers`; once where they are called the same. */
export function pairInWords(pair: PairName): string {
  const { salesforce, sage } = pairs[pair];
  return salesforce === sage ? sage : fillIn(PAIR_NAME, salesforce, sage);
}

export function directionInWords(direction: Direction): string {
  return DIRECTIONS[direction];
}

export function masterInWords(master: Master): string {
  return MASTERS[master];
}

export function vanishedInWords(action: VanishedAction): string {
  return VANISHED[action];
}

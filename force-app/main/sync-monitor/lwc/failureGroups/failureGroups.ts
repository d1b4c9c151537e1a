import { LightningElement, api } from 'lwc';
import type { Cause } from 'c/failureModel';
import { labels, recordsInWords } from './groupsWords';

interface Group {
  readonly key: string;
  readonly code: string | undefined;
  readonly title: string;
  readonly count: string;
  /** In milliseconds, the form that the relative time takes. */
  readonly oldestAt: number | undefined;
  readonly pressed: 'true' | 'false';
  readonly className: string;
}

/** Causes with their counts, one of which can be chosen. Fires `causeselect` with its code, or none for all. */
export default class FailureGroups extends LightningElement {
  @api causes: readonly Cause[] = [];
  /** Code of the cause that is chosen; undefined for all. */
  @api selected: string | undefined;

  readonly labels = labels;

  get groups(): readonly Group[] {
    const total = this.causes.reduce((sum, { dead }) => sum + dead, 0);
    return [
      this.group(undefined, labels.all, total),
      ...this.causes.map(({ code, title, dead, oldestAt }) => this.group(code ?? '', title, dead, oldestAt))
    ];
  }

  handleClick({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLElement)) return;
    const { code } = currentTarget.dataset;
    this.dispatchEvent(new CustomEvent('causeselect', { detail: { code: code === '' ? undefined : code } }));
  }

  private group(code: string | undefined, title: string, dead: number, oldestAt?: string): Group {
    const isPressed = (this.selected ?? undefined) === code;
    return {
      key: code ?? '*',
      code,
      title,
      count: recordsInWords(dead),
      oldestAt: oldestAt === undefined ? undefined : Date.parse(oldestAt),
      pressed: isPressed ? 'true' : 'false',
      className: isPressed ? 'group group_pressed' : 'group'
    };
  }
}

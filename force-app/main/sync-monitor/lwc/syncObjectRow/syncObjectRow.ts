import { LightningElement, api } from 'lwc';
import { pairInWords, pairs, runModes, modeInWords } from 'c/syncObjectModel';
import type { PairRow, SyncObject } from 'c/syncObjectModel';
import { actionsInWords, arrowOf, dependencyInWords, labels, settingsInWords } from './rowWords';
import type { ActionWords, DependencyWords, SettingWords } from './rowWords';
import { runLookOf } from './runLook';
import type { RunLook } from './runLook';

/**
 * One object pair: its switch, its settings in words, its last run or the one that goes on, and what can be done. Fires
 * `switchpair`, `startpair`, `stoppair`, `editpair`, `mappair`, `setuppair`, `retrypair`; does nothing by itself.
 */
export default class SyncObjectRow extends LightningElement {
  @api row: PairRow | undefined;

  readonly labels = labels;
  readonly modes = runModes.map((mode) => ({ mode, words: modeInWords(mode) }));

  get names(): { readonly both: string; readonly salesforce: string; readonly sage: string } | undefined {
    if (this.row === undefined) return undefined;
    const { salesforce, sage } = pairs[this.row.pair];
    return { both: pairInWords(this.row.pair), salesforce, sage };
  }

  get arrow(): { readonly icon: string; readonly words: string } | undefined {
    return this.row && arrowOf(this.row);
  }

  get object(): SyncObject | undefined {
    return this.row?.object;
  }

  get settings(): SettingWords | undefined {
    const { row } = this;
    return row?.object && settingsInWords(row.object, row, Date.now());
  }

  get actions(): ActionWords | undefined {
    return this.row && actionsInWords(this.row);
  }

  get dependency(): DependencyWords | undefined {
    return this.row && dependencyInWords(this.row);
  }

  get run(): RunLook | undefined {
    return this.row && runLookOf(this.row);
  }

  get reason(): string | undefined {
    return this.run?.reason;
  }

  get isOn(): boolean {
    return this.object?.active === true;
  }

  get onOrOff(): string {
    return this.isOn ? labels.on : labels.off;
  }

  get isBusy(): boolean {
    return this.row?.busy === true;
  }

  get busy(): 'true' | 'false' {
    return this.isBusy || this.run?.isRunning === true ? 'true' : 'false';
  }

  get isRunning(): boolean {
    return this.run?.isRunning === true;
  }

  get startIsOff(): boolean {
    return !this.isOn || this.isBusy;
  }

  get stopIsOff(): boolean {
    return this.isBusy || this.run?.isStopping === true;
  }

  get barStyle(): string {
    return `width: ${this.run?.percent ?? 0}%`;
  }

  get hasBar(): boolean {
    return this.isRunning && this.run?.percent !== undefined;
  }

  handleSwitch(event: CustomEvent<{ checked: boolean }>): void {
    const on = event.detail.checked;
    // The switch shows what is so; it turns when the record has.
    const { target } = event;
    if (target instanceof HTMLElement) Reflect.set(target, 'checked', this.isOn);
    this.fire('switchpair', { on });
  }

  handleStart(event: CustomEvent<{ value: string }>): void {
    this.fire('startpair', { mode: event.detail.value });
  }

  handleStop(): void {
    this.fire('stoppair', {});
  }

  handleEdit(): void {
    this.fire('editpair', {});
  }

  handleMapping(): void {
    this.fire('mappair', {});
  }

  handleRetry(): void {
    this.fire('retrypair', {});
  }

  handleSetUp(): void {
    this.fire('setuppair', {});
  }

  private fire(name: string, detail: Readonly<Record<string, unknown>>): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { pair: this.row?.pair, ...detail } }));
  }
}

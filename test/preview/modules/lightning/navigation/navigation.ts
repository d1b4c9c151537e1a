import type { LightningElement, WireAdapter, WireDataCallback } from 'lwc';
import { currentRoute, navigate, onRouteChange } from 'preview/router';
import { toPageReference, toUrl } from './pageReference';
import type { PageReference } from './pageReference';

export type { PageReference } from './pageReference';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mixin's constructor must take any arguments (TS2545)
type Constructor = new (...args: any[]) => LightningElement;

function mixin<T extends Constructor>(Base: T) {
  return class extends Base {
    [Navigate](page: PageReference, replace = false): void {
      if (page.type === 'standard__webPage') window.open(toUrl(page), '_blank', 'noopener');
      else navigate(toUrl(page), replace);
    }
    [GenerateUrl](page: PageReference): Promise<string> {
      return Promise.resolve(toUrl(page));
    }
  };
}

/** Gives a component `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]`. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl } as const);

/** The wire adapter that tells a component the page it stands on. */
export class CurrentPageReference implements WireAdapter {
  private readonly dataCallback: WireDataCallback;
  private stop: (() => void) | undefined;

  constructor(dataCallback: WireDataCallback) {
    this.dataCallback = dataCallback;
  }

  connect(): void {
    this.stop = onRouteChange((route) => this.dataCallback(toPageReference(route)));
    this.dataCallback(toPageReference(currentRoute()));
  }

  disconnect(): void {
    this.stop?.();
  }

  update(): void {
    // The adapter takes no configuration.
  }
}

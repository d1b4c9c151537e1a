import { LightningElement } from 'lwc';
import type { OrgView } from 'preview/session';
import { currentSession, switchUser } from 'preview/session';

interface UserChoice {
  readonly key: string;
  readonly label: string;
  readonly checked: boolean;
}

/**
 * The bar above everything: whose org this is, the ways to what it did (mails, flow runs), and the menu to sign in as
 * another user.
 */
export default class GlobalHeader extends LightningElement {
  private readonly session = currentSession();

  get userLabel(): string {
    return this.session.label;
  }

  get orgViews(): readonly OrgView[] {
    return this.session.orgViews;
  }

  get menuLabel(): string {
    return `Signed in as ${this.session.username}. Switch user`;
  }

  get choices(): UserChoice[] {
    return this.session.users.map(({ key, label, username }) => ({
      key,
      label: `${label} (${username})`,
      checked: key === this.session.key
    }));
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    switchUser(event.detail.value);
  }
}

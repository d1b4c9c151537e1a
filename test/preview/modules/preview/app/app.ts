import { LightningElement } from 'lwc';
import { currentRoute, listUrl, navigate, onRouteChange } from 'preview/router';
import type { Route } from 'preview/router';
import type { ToastDetail } from 'lightning/platformShowToastEvent';
import { SHOW_TOAST_EVENT_NAME } from 'lightning/platformShowToastEvent';

interface ToastHost extends Element {
  show(toast: ToastDetail): void;
}

/** The Lightning Experience shell: header, navigation bar, toasts, and the page at the present address. */
export default class App extends LightningElement {
  route: Route = currentRoute();
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    if (window.location.pathname === '/') navigate(listUrl('Account'), true);
    this.route = currentRoute();
    this.stop = onRouteChange((route) => {
      this.route = route;
    });
    this.addEventListener(SHOW_TOAST_EVENT_NAME, this.showToast);
    this.addEventListener('click', this.followLink);
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  get isList(): boolean {
    return this.route.page === 'list';
  }

  get isRecord(): boolean {
    return this.route.page === 'record';
  }

  get objectApiName(): string | undefined {
    return 'objectApiName' in this.route ? this.route.objectApiName : undefined;
  }

  get tab(): string | undefined {
    return this.route.page === 'tab' ? this.route.tab : undefined;
  }

  get recordId(): string | undefined {
    return this.route.page === 'record' ? this.route.recordId : undefined;
  }

  private readonly showToast = (event: Event): void => {
    event.stopPropagation();
    const host = this.template?.querySelector('preview-toast-host') as ToastHost | null;
    host?.show((event as CustomEvent<ToastDetail>).detail);
  };

  /** A plain click on a link to another page of the shell changes the page without loading it anew. */
  private readonly followLink = (event: Event): void => {
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!link || !isPlainClick(event as MouseEvent) || !link.pathname.startsWith('/lightning/')) return;
    if (link.origin !== window.location.origin) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  };
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

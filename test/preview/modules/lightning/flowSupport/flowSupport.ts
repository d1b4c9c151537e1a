/* Events that a component on a flow screen fires (LWC guide, "lightning/flowSupport"). */

const ON_THE_WAY_TO_THE_FLOW = { composed: true, cancelable: true, bubbles: true };

/** Tells the flow the new value of one of the component's attributes. */
export class FlowAttributeChangeEvent extends CustomEvent<{
  attributeName: string;
  attributeValue: unknown;
}> {
  constructor(attributeName: string, attributeValue: unknown) {
    super('_attributechange_', { ...ON_THE_WAY_TO_THE_FLOW, detail: { attributeName, attributeValue } });
  }
}

class FlowNavigationEvent extends CustomEvent<{ navigationType: string }> {
  constructor(navigationType: string) {
    super('_flownavigation_', { ...ON_THE_WAY_TO_THE_FLOW, detail: { navigationType } });
  }
}

export class FlowNavigationNextEvent extends FlowNavigationEvent {
  constructor() {
    super('NEXT');
  }
}

export class FlowNavigationFinishEvent extends FlowNavigationEvent {
  constructor() {
    super('FINISH');
  }
}

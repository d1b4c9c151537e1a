import type { Gate } from '../../jobs/gate.ts';

/** Open while all of them are: for a lane that needs both Sage and Salesforce. */
export function allOf(gates: readonly Gate[]): Gate {
  const isOpen = () => gates.every((gate) => gate.isOpen());
  return {
    isOpen,
    onOpened(listener) {
      const ends = gates.map((gate) => gate.onOpened(() => isOpen() && listener()));
      return () => {
        for (const end of ends) end();
      };
    }
  };
}

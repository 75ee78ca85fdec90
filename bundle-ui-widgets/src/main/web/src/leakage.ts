/**
 * The board and its parts for a host's own page: `<leakage-board>`, `<leakage-cell>`, AG Grid column definitions, and what they tell a
 * desktop agent (FDC3). Importing it defines the elements.
 */
import { LeakageBoard } from './board';
import { LeakageCell } from './cell';
import { LeakageOrder } from './order';

for (const [name, element] of [['leakage-board', LeakageBoard], ['leakage-order', LeakageOrder], ['leakage-cell', LeakageCell]] as const) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}

export { LeakageBoard, LeakageCell, LeakageOrder };
export { columnDefs } from './columns';
export { Desktop, instrumentContext, orderContext, type Agent } from './fdc3';
export { number, span, time } from './format';
export { Service } from './service';
export type * from './types';

/**
 * The board and its parts for a host's own page: `<leakage-board>`, `<leakage-cell>`, AG Grid column definitions, and what they tell a
 * desktop agent (FDC3). Importing it defines the elements.
 */
import { LeakageBoard } from './board';
import { LeakageCell } from './cell';
import { LeakageDesks } from './desks';
import { LeakageOrder } from './order';

for (const [name, element] of [['leakage-desks', LeakageDesks], ['leakage-order', LeakageOrder], ['leakage-board', LeakageBoard],
  ['leakage-cell', LeakageCell]] as const) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}

export { LeakageBoard, LeakageCell, LeakageDesks, LeakageOrder };
export { columnDefs } from './columns';
export { Desktop, instrumentContext, orderContext, type Agent } from './fdc3';
export { number, span, time } from './format';
export { Service } from './service';
export { Token } from './token';
export type * from './types';

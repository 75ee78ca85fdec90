import type { Service } from './service';
import type { Discoveries, Order } from './types';

/** Which orders their desks name leaking. */
export class Discovered {
  #told = new Map<string, Discoveries>();

  constructor(private readonly service: Service) {}

  /** Asks for these desks; whether anything is another than it was. */
  async ask(desks: string[]): Promise<boolean> {
    const all = await Promise.all(desks.map(desk =>
      this.service.json<Discoveries>(`v1/discoveries?desk=${encodeURIComponent(desk)}`)));
    const before = JSON.stringify([...this.#told]);
    this.#told = new Map(all.filter(one => one !== null).map(one => [one.desk, one]));
    return before !== JSON.stringify([...this.#told]);
  }

  /** The list of the order's desk, if the order is on it; else null. */
  on(order: Order): Discoveries | null {
    const desk = order.desk === null ? undefined : this.#told.get(order.desk);
    return desk?.discoveries.some(one => one.id === order.parent) ? desk : null;
  }

  /** A mark for an order that is named; empty for another. */
  named(order: Order): string {
    return this.on(order) ? '◆ ' : '';
  }

  forget(): void {
    this.#told = new Map();
  }
}

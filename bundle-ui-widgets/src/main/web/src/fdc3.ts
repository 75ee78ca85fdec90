import type { Order } from './types';

/** A context as an agent hands it on. */
export interface Told {
  type: string;
  id?: Record<string, string | undefined>;
}

/** What of an FDC3 desktop agent the board uses; `@finos/fdc3`'s DesktopAgent is one. */
export interface Agent {
  broadcast(context: OrderContext | InstrumentContext): Promise<void>;
  addIntentListener(intent: string, handler: (context: Told) => unknown): Promise<{ unsubscribe(): unknown }>;
  addContextListener(type: string, handler: (context: Told) => unknown): Promise<{ unsubscribe(): unknown }>;
}

/** What an id is called, and the id. */
export type Ref = [namespace: string, id: string];

export interface OrderContext {
  type: 'fdc3.order';
  name?: string;
  id: Record<string, string>;
  details?: Record<string, unknown>;
}

export interface InstrumentContext {
  type: 'fdc3.instrument';
  name?: string;
  id: { ticker: string };
}

/** What asks the service for the order of these ids: by what each is called, then by the ids alone, for an application may call them anything. */
export function queries(ids: Ref[]): string[] {
  return [...ids.map(([namespace, id]) => `id=${encodeURIComponent(id)}&namespace=${encodeURIComponent(namespace)}`),
    ...ids.map(([, id]) => `id=${encodeURIComponent(id)}`)];
}

/** An id of one session alone also as others know it: `P-1@east` is `P-1` among the ClOrdIDs of east. */
function ids(parent: string): Record<string, string> {
  const at = parent.lastIndexOf('@');
  return at < 1 ? { ClOrdID: parent } : { ClOrdID: parent, [`ClOrdID${parent.slice(at)}`]: parent.slice(0, at) };
}

/** The order as FDC3 tells of one. */
export function orderContext(order: Order): OrderContext {
  return {
    type: 'fdc3.order', name: order.parent, id: ids(order.parent),
    details: { side: order.side, quantity: order.quantity, executed: order.executed, ...(order.symbol ? { product: {
      type: 'fdc3.product', id: { ticker: order.symbol }, instrument: instrumentContext(order) } } : {}) },
  };
}

/** The order's instrument; null when nobody told it. */
export function instrumentContext(order: Order): InstrumentContext | null {
  return order.symbol ? { type: 'fdc3.instrument', id: { ticker: order.symbol } } : null;
}

/**
 * Tells a desktop agent of the order a person has chosen, opens the order that somebody wants analysed, and follows the one that is chosen
 * elsewhere, without telling of that again. The agent is the one given, else the page's `window.fdc3`, also when that comes later.
 */
export class Desktop {
  #agent: Agent | null = null;
  #listeners: { unsubscribe(): unknown }[] = [];
  #closed = false;

  constructor(private readonly open: (ids: Ref[], follows: boolean) => void) {
    const page = window as unknown as { fdc3?: Agent };
    if (page.fdc3) {
      void this.join(page.fdc3);
    } else {
      window.addEventListener('fdc3Ready', () => page.fdc3 && void this.join(page.fdc3), { once: true });
    }
  }

  async join(agent: Agent): Promise<void> {
    if (this.#closed || this.#agent === agent) {
      return;
    }
    this.#leave();
    this.#agent = agent;
    this.#listeners.push(await agent.addIntentListener('ViewAnalysis', context => this.#meant(context, false)),
      await agent.addContextListener('fdc3.order', context => this.#meant(context, true)));
  }

  #meant(context: Told, follows: boolean): void {
    if (context.type === 'fdc3.order' && context.id) {
      this.open(Object.entries(context.id).filter((id): id is Ref => typeof id[1] === 'string'), follows);
    }
  }

  #leave(): void {
    this.#listeners.forEach(listener => listener.unsubscribe());
    this.#listeners = [];
  }

  async chosen(order: Order): Promise<void> {
    const instrument = instrumentContext(order);
    await this.#agent?.broadcast(orderContext(order));
    if (instrument) {
      await this.#agent?.broadcast(instrument);
    }
  }

  close(): void {
    this.#closed = true;
    this.#leave();
  }
}

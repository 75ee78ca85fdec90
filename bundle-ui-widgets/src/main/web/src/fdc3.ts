import type { Order } from './types';

/** What of an FDC3 desktop agent the board uses; `@finos/fdc3`'s DesktopAgent is one. */
export interface Agent {
  broadcast(context: OrderContext | InstrumentContext): Promise<void>;
  addIntentListener(intent: string, handler: (context: { type: string; id?: Record<string, string | undefined> }) => unknown):
    Promise<{ unsubscribe(): unknown }>;
}

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

/** The order as FDC3 tells of one. */
export function orderContext(order: Order): OrderContext {
  return {
    type: 'fdc3.order', name: order.parent, id: { ClOrdID: order.parent },
    details: { side: order.side, quantity: order.quantity, executed: order.executed, ...(order.symbol ? { product: {
      type: 'fdc3.product', id: { ticker: order.symbol }, instrument: instrumentContext(order) } } : {}) },
  };
}

/** The order's instrument; null when nobody told it. */
export function instrumentContext(order: Order): InstrumentContext | null {
  return order.symbol ? { type: 'fdc3.instrument', id: { ticker: order.symbol } } : null;
}

/**
 * Tells a desktop agent of the order a person has chosen, and opens the order that somebody wants analysed. The agent is the one given,
 * else the page's `window.fdc3`, also when that comes later.
 */
export class Desktop {
  #agent: Agent | null = null;
  #listener: { unsubscribe(): unknown } | null = null;
  #closed = false;

  constructor(private readonly open: (ids: string[]) => void) {
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
    this.#listener?.unsubscribe();
    this.#agent = agent;
    this.#listener = await agent.addIntentListener('ViewAnalysis', context => {
      if (context.type === 'fdc3.order' && context.id) {
        this.open(Object.values(context.id).filter((id): id is string => typeof id === 'string'));
      }
    });
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
    this.#listener?.unsubscribe();
  }
}

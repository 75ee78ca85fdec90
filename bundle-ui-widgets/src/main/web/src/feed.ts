import type { Order, Progress } from './types';

/** The service shows a sign of life every two seconds. */
const SILENCE_MILLIS = 7000;
const RETRY_MILLIS = 2000;

export type Condition = 'loading' | 'live' | 'stale' | 'lost';

export interface Listener {
  /** Every order there is, or those that changed. */
  orders(orders: Order[], all: boolean): void;
  progress(progress: Progress): void;
  /** How the page stands with the service; the text says it to a person, empty while nothing is wrong. */
  condition(condition: Condition, notice: string): void;
}

/** One stream of the service. It resumes by itself: the browser sends Last-Event-ID, and where it gives up a new stream is opened. */
export class Feed {
  #source: EventSource | null = null;
  #retry = 0;
  #heard = Date.now();
  #lostSince: string | null = null;
  readonly #watch: number;

  constructor(private readonly url: string, private readonly listener: Listener) {
    this.#watch = window.setInterval(() => this.#silent(), 1000);
    this.#open();
  }

  close(): void {
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    this.#source?.close();
  }

  #open(): void {
    const source = new EventSource(this.url);
    this.#source = source;
    source.addEventListener('all', event => this.#orders(event, true));
    source.addEventListener('orders', event => this.#orders(event, false));
    source.addEventListener('progress', event => {
      this.listener.progress(JSON.parse(event.data));
      this.#alive();
    });
    source.addEventListener('error', () => this.#failed(source));
  }

  #orders(event: MessageEvent<string>, all: boolean): void {
    this.listener.orders(JSON.parse(event.data), all);
    this.#alive();
  }

  #alive(): void {
    this.#heard = Date.now();
    this.#lostSince = null;
    this.listener.condition('live', '');
  }

  #failed(source: EventSource): void {
    this.#lostSince ??= new Date().toLocaleTimeString('en-GB');
    this.listener.condition('lost', `Connection lost at ${this.#lostSince}. What you see is from then. Trying again by itself.`);
    if (source.readyState === EventSource.CLOSED) {
      this.#retry = window.setTimeout(() => this.#open(), RETRY_MILLIS);
    }
  }

  #silent(): void {
    const silent = Date.now() - this.#heard;
    if (this.#lostSince === null && silent > SILENCE_MILLIS) {
      this.listener.condition('stale', `No sign of life for ${Math.round(silent / 1000)} s. What you see may be old.`);
    }
  }
}

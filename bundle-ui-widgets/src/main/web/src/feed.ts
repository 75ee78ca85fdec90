import { Events, type Told } from './events';
import type { Service } from './service';
import type { Order, Progress } from './types';

/** The service shows a sign of life every two seconds. */
const SILENCE_MILLIS = 7000;
/** Silent for so long, a stream has broken without saying so: a new one is opened. */
const BROKEN_MILLIS = 30_000;

export type Condition = 'loading' | 'live' | 'stale' | 'lost' | 'closed' | 'past';

export interface Listener {
  /** Every order there is, or those that changed. */
  orders(orders: Order[], all: boolean): void;
  progress(progress: Progress): void;
  /** How the page stands with the service; the text says it to a person, empty while nothing is wrong. */
  condition(condition: Condition, notice: string): void;
}

/** One stream of the service, resumed by itself from the last event that was whole. */
export class Feed {
  readonly #events = new Events();
  readonly #watch: number;
  #abort = new AbortController();
  #retry = 0;
  #heard = Date.now();
  #lostSince: string | null = null;
  #closed = false;

  constructor(private readonly service: Service, private readonly path: string, private readonly listener: Listener) {
    this.#watch = window.setInterval(() => this.#silent(), 1000);
    void this.#open();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    this.#abort.abort();
  }

  async #open(): Promise<void> {
    this.#abort = new AbortController();
    this.#heard = Date.now();
    try {
      const resumed: Record<string, string> = this.#events.lastId ? { 'Last-Event-ID': this.#events.lastId } : {};
      const answer = await this.service.ask(this.path, {
        signal: this.#abort.signal, cache: 'no-store', headers: { Accept: 'text/event-stream', ...resumed },
      });
      if (answer?.ok && answer.body) {
        await this.#events.read(answer.body, told => this.#take(told));
      }
    } catch {
      // broken off: told below
    }
    if (!this.#closed) {
      this.#lost();
      this.#retry = window.setTimeout(() => void this.#open(), this.#events.retryMillis);
    }
  }

  /** What fails here is the page's, not the stream's. */
  #take(told: Told): void {
    try {
      this.#told(told);
    } catch (failed) {
      reportError(failed);
    }
  }

  #told(told: Told): void {
    if (this.#closed) {
      return;
    }
    if (told.event === 'progress') {
      this.listener.progress(JSON.parse(told.data));
    } else if (told.event === 'all' || told.event === 'orders') {
      this.listener.orders(JSON.parse(told.data), told.event === 'all');
    }
    this.#heard = Date.now();
    this.#lostSince = null;
    this.listener.condition('live', '');
  }

  #lost(): void {
    this.#lostSince ??= new Date().toLocaleTimeString('en-GB');
    this.listener.condition('lost', `Connection lost at ${this.#lostSince}. What you see is from then. Trying again by itself.`);
  }

  #silent(): void {
    const silent = Date.now() - this.#heard;
    if (this.#lostSince === null && silent > SILENCE_MILLIS) {
      this.listener.condition('stale', `No sign of life for ${Math.round(silent / 1000)} s. What you see may be old.`);
    }
    if (silent > BROKEN_MILLIS) {
      this.#abort.abort();
    }
  }
}

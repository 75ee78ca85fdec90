import { html, nothing, type TemplateResult } from 'lit';
import { time } from './format';
import type { Service } from './service';
import type { Order } from './types';

/** Which trading days there are; days begin at midnight of the zone. */
export interface Days {
  zone: string | null;
  today: string | null;
  gaveUp: boolean;
  days: string[];
}

export interface Reader {
  /** All orders of the day, and as of when, for a person. */
  orders(orders: Order[], asOf: string): void;
  /** How far the service is with reading them, 0 to 1. */
  progress(share: number): void;
  /** Why there are none, in words. */
  failed(why: string): void;
}

const RETRY_MILLIS = 2000;

/** Where a person picks a day, today while none is; nothing where no days are known. */
export function picker(days: Days | null, day: string, opened: () => void, picked: (day: string) => void): TemplateResult | typeof nothing {
  const change = (event: Event) => {
    const value = (event.target as HTMLInputElement).value;
    if (/^[1-9]/.test(value)) {   // a year that is still being typed begins with zeros
      picked(value);
    }
  };
  return !days?.today ? nothing : html`<label class="day" title="A day begins at midnight ${days.zone}. An order is of the day of its arrival.">
    Trading day <input type="date" id="day" min=${days.days[0] ?? days.today} max=${days.today} .value=${day || days.today}
      @focus=${opened} @change=${change}></label>`;
}

/** A past day, asked for until the service has read it. */
export class PastDay {
  readonly #abort = new AbortController();
  #timer = 0;

  constructor(private readonly service: Service, private readonly day: string, private readonly reader: Reader) {
    void this.#ask();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }

  async #ask(): Promise<void> {
    const answer = await this.service.ask(`v1/orders?date=${this.day}`, { signal: this.#abort.signal, headers: { Prefer: 'wait=2' } });
    const told = await answer?.json().catch(() => null);
    if (this.#abort.signal.aborted) {
      return;
    }
    if (answer?.status === 200 && told) {
      const asOf = answer.headers.get('Leakage-As-Of');
      this.reader.orders(told, asOf ? `${asOf.slice(0, 10)} ${time(asOf).slice(0, 8)} UTC` : '');
    } else if (answer?.status === 202) {
      this.reader.progress(told?.progress ?? 0);
      this.#timer = window.setTimeout(() => void this.#ask(), 1000 * Number(answer.headers.get('Retry-After') ?? 2));
    } else if (answer) {
      this.reader.failed(told?.detail ?? `the service answers ${answer.status}`);
    } else {
      this.#timer = window.setTimeout(() => void this.#ask(), RETRY_MILLIS);
    }
  }
}

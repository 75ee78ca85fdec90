import { Token } from './token';

/** What came of a decision: what the service tells now, or what it says against it in words. */
export interface Outcome {
  told: unknown;
  problem: string;
}

/** The status of an answer that only says how far the service is with reading a day. */
export const READING = 202;
/** The same in words. */
export const BEING_READ = 'The service is reading this day from its journal.';

const DATED = /^(v1\/(order|evidence|series|explain|verdicts|discoveries)|scorecard)(\?|$)/;

/** Asks the service below one address, with the person's token. */
export class Service {
  readonly token: Token;
  /** The past day that everything is asked of, empty for now. */
  #day = '';
  /** The service's run that reads it, as it was told last: named when asking again, so that one that failed is told here. */
  #run = '';

  /** `base` ends in a slash, or is empty for the page's own address. */
  constructor(readonly base: string) {
    this.token = Token.of(base);
  }

  get day(): string {
    return this.#day;
  }

  set day(day: string) {
    this.#day = day;
    this.#run = '';
  }

  /** This path, of the day at hand where it has days. */
  dated(path: string): string {
    return this.day && DATED.test(path) ? `${path}${path.includes('?') ? '&' : '?'}date=${this.day}` : path;
  }

  #again(path: string): string {
    return this.#run && path.includes(`date=${this.day}`) ? `${path}&run=${this.#run}` : path;
  }

  /** The JSON at this path; null when the service does not answer, has no such thing, is still reading the day, or answers with a problem. */
  async json<T>(path: string): Promise<T | null> {
    const answer = await this.ask(path);
    return answer?.status === 200 ? (await answer.json().catch(() => null)) as T | null : null;
  }

  /** The answer, whatever it is; null when there is none, and while the service wants a token that nobody has entered. */
  async ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response | null> {
    if (this.token.wanted) {
      return null;
    }
    const sent = this.token.header();
    const answer = await fetch(this.base + this.#again(this.dated(path)), { ...init, headers: { ...init.headers, ...sent }, credentials: 'omit' }).catch(() => null);
    if (answer && this.day) {
      this.#run = answer.headers.get('Leakage-Run') ?? '';
    }
    if (answer?.status === 401) {
      this.token.refused(sent, await problem(answer.clone()));
    }
    return answer;
  }

  /** Sends what a person decided. */
  async decide(path: string): Promise<Outcome> {
    const answer = await this.ask(path, { method: 'POST' });
    if (!answer) {
      return { told: null, problem: 'the service does not answer; whether it was taken is not known' };
    }
    return answer.ok ? { told: await answer.json().catch(() => null), problem: '' } : { told: null, problem: await problem(answer) };
  }

  /** The explanation of a cell, in lines. */
  async explain(id: string, column: string): Promise<string> {
    const answer = await this.ask(`v1/explain?id=${encodeURIComponent(id)}&column=${encodeURIComponent(column)}`);
    const body = await answer?.json().catch(() => null) as { explanation?: string; detail?: string } | null;
    return body?.explanation ?? body?.detail ?? (answer?.status === READING ? `${BEING_READ} Ask again.` : 'The service does not answer.');
  }

  /** Opens a document of the service in a window of its own; with a token it is fetched, since a window sends none. */
  async open(path: string): Promise<void> {
    if (!this.token.known) {
      window.open(this.base + path, '_blank', 'noopener');
      return;
    }
    const shown = window.open('', '_blank');
    const answer = await this.ask(path);
    if (!shown || !answer) {
      shown?.close();
    } else if (answer.headers.get('Content-Type')?.startsWith('text/html')) {
      const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
      shown.document.replaceChild(shown.document.adoptNode(read.documentElement), shown.document.documentElement);
    } else {
      shown.location.href = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/plain;charset=utf-8' }));
    }
  }
}

async function problem(answer: Response): Promise<string> {
  const told = await answer.json().catch(() => null) as { detail?: string } | null;
  return told?.detail ?? `the service answers ${answer.status}`;
}

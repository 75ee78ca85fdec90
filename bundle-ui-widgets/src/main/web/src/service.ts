/** Asks the service below one address. */
export class Service {
  /** `base` ends in a slash, or is empty for the page's own address. */
  constructor(readonly base: string) {}

  /** The JSON at this path; null when the service does not answer, has no such thing, or answers with a problem. */
  async json<T>(path: string): Promise<T | null> {
    const answer = await this.ask(path);
    return answer?.ok && answer.status !== 204 ? (await answer.json().catch(() => null)) as T | null : null;
  }

  /** The answer, whatever it is; null when there is none. */
  async ask(path: string, init?: RequestInit): Promise<Response | null> {
    return fetch(this.base + path, init).catch(() => null);
  }

  /** Sends what a person decided; empty when it was taken, else what the service says against it. */
  async decide(path: string, body: unknown): Promise<string> {
    const answer = await this.ask(path, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    if (answer?.ok) {
      return '';
    }
    const problem = await answer?.json().catch(() => null) as { detail?: string } | null;
    return problem?.detail ?? (answer ? `the service answers ${answer.status}` : 'the service does not answer');
  }

  /** The explanation of a cell, in lines. */
  async explain(id: string, column: string): Promise<string> {
    const answer = await this.ask(`v1/explain?id=${encodeURIComponent(id)}&column=${encodeURIComponent(column)}`);
    const body = await answer?.json().catch(() => null) as { explanation?: string; detail?: string } | null;
    return body?.explanation ?? body?.detail ?? 'The service does not answer.';
  }
}

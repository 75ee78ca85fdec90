/** One event of a stream. */
export interface Told {
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` as the HTML standard lays it down (section 9.2.6), from a fetched answer, since an EventSource sends no
 * token. What it must remember for the next stream are the last event's id and how long to wait.
 */
export class Events {
  lastId = '';
  retryMillis = 2000;
  #id = '';
  #event = '';
  #data: string[] = [];

  /** Tells each event as it ends; returns when the stream does, and throws when it breaks. */
  async read(body: ReadableStream<Uint8Array>, tell: (told: Told) => void): Promise<void> {
    this.#begin();
    this.#id = this.lastId;
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const ends = /\r\n|\r|\n/g;
    let rest = '';
    let halved = false;   // the last piece ended with a carriage return, whose line feed may begin this one
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const text = decoder.decode(value, { stream: true });
      let from = halved && text.startsWith('\n') ? 1 : 0;
      halved = text === '' ? halved : text.endsWith('\r');
      ends.lastIndex = from;
      for (let end = ends.exec(text); end; end = ends.exec(text)) {
        this.#line(rest + text.slice(from, end.index), tell);
        rest = '';
        from = ends.lastIndex;
      }
      rest += text.slice(from);
    }
  }

  #line(line: string, tell: (told: Told) => void): void {
    if (line === '') {
      this.#end(tell);
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'event') {
      this.#event = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.#id = value;
    } else if (field === 'retry' && /^\d+$/.test(value)) {
      this.retryMillis = Number(value);
    }
  }

  #end(tell: (told: Told) => void): void {
    this.lastId = this.#id;
    const told = { event: this.#event || 'message', data: this.#data.join('\n') };
    const any = this.#data.length > 0;
    this.#begin();
    if (any) {
      tell(told);
    }
  }

  #begin(): void {
    this.#event = '';
    this.#data = [];
  }
}

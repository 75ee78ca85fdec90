const STORED = 'leakage.token ';
const FIRST = 'This service asks who you are.';

/**
 * Who a person is to the service at one address: its bearer token, kept in this tab's session storage and sent as a header, never in an
 * address. Tells `change` when it was entered, refused or forgotten.
 */
export class Token extends EventTarget {
  static readonly #all = new Map<string, Token>();
  readonly #stored: string;
  #text: string | null;
  #wanted = '';

  private constructor(address: string) {
    super();
    this.#stored = STORED + address;
    this.#text = sessionStorage.getItem(this.#stored);
  }

  /** The one of the service at this address: every part of a page that asks there sends the same. */
  static of(base: string): Token {
    const address = new URL(base, document.baseURI).href.replace(/[^/]*$/, '');
    const token = Token.#all.get(address) ?? new Token(address);
    Token.#all.set(address, token);
    return token;
  }

  /** Whether there is one. */
  get known(): boolean {
    return this.#text !== null;
  }

  /** Why the service must be told one before it is asked again, for a person; empty while it need not. */
  get wanted(): string {
    return this.#wanted;
  }

  /** What to send; empty where there is none. */
  header(): Record<string, string> {
    return this.#text === null ? {} : { Authorization: `Bearer ${this.#text}` };
  }

  enter(text: string): void {
    this.#text = text.trim();
    sessionStorage.setItem(this.#stored, this.#text);
    this.#wanted = '';
    this.#tell();
  }

  /** What was entered can be nobody's token. */
  mistyped(): void {
    this.#wanted = 'Refused: a token is letters, digits and signs without spaces.';
    this.#tell();
  }

  forget(): void {
    this.#text = null;
    sessionStorage.removeItem(this.#stored);
    this.#wanted = 'Forgotten: this tab knows no token any more.';
    this.#tell();
  }

  /** The service refused what was sent, which is forgotten; an answer to what was sent before another was entered says nothing. */
  refused(sent: Record<string, string>, detail: string): void {
    if (sent.Authorization !== this.header().Authorization || this.#wanted) {
      return;
    }
    this.#wanted = this.#text === null ? FIRST : `Refused: ${detail}.`;
    this.#text = null;
    sessionStorage.removeItem(this.#stored);
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

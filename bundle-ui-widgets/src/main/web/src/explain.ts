/** The explanation of a cell beside it: first what the page knows, then what the service says. One at a time. */
export class Explain {
  readonly #box = document.createElement('div');
  #asked = 0;

  constructor(within: HTMLElement) {
    this.#box.className = 'explain';
    this.#box.id = 'leakage-explanation';
    this.#box.setAttribute('role', 'tooltip');
    this.#box.hidden = true;
    within.append(this.#box);
  }

  get open(): boolean {
    return !this.#box.hidden;
  }

  /** Shows a note beside an element, then the lines that `ask` brings. */
  async show(beside: Element, note: string, ask: () => Promise<string>): Promise<void> {
    const asked = ++this.#asked;
    this.#box.textContent = note;
    this.#box.hidden = false;
    this.#place(beside);
    const lines = await ask();
    if (asked === this.#asked && !this.#box.hidden) {
      this.#box.textContent = `${note}\n\n${lines}`;
      this.#place(beside);
    }
  }

  hide(): void {
    this.#asked++;
    this.#box.hidden = true;
  }

  #place(beside: Element): void {
    const at = beside.getBoundingClientRect();
    const size = this.#box.getBoundingClientRect();
    const below = at.bottom + 4 + size.height < window.innerHeight;
    this.#box.style.top = `${Math.max(4, below ? at.bottom + 4 : at.top - size.height - 4)}px`;
    this.#box.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - size.width - 4))}px`;
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Switching } from './switching';
import type { Deed, SwitchDesk } from './types';

const NAMES: Record<string, string> = {
  kill: 'Stop switching', rearm: 'Let it go on', unlatch: 'Go on after the limit',
  'auto-on': 'Let it act by itself', 'auto-off': 'No longer by itself',
};

/** The bar of desks: how far each may switch, who stopped it, and buttons for who may stop it or let it go on. */
export class LeakageDesks extends LitElement {
  static override properties = { asked: { state: true }, answer: { state: true }, busy: { state: true }, switching: { attribute: false } };

  /** The desk whose stop a person is to confirm; null for none. */
  declare asked: string | null;
  declare answer: string;
  declare busy: boolean;
  declare switching: Switching | null;
  readonly #changed = () => this.requestUpdate();

  constructor() {
    super();
    this.asked = null;
    this.answer = '';
    this.busy = false;
    this.switching = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.switching?.removeEventListener('change', this.#changed);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('switching')) {
      (changed.get('switching') as Switching | null | undefined)?.removeEventListener('change', this.#changed);
      this.switching?.addEventListener('change', this.#changed);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const desks = (this.switching?.desks ?? []).filter(desk => !desk.firm || desk.may.length > 0 || desk.killedBy);
    return desks.length === 0 ? nothing : html`<ul class="desks" aria-label="Desks and how far they may switch">${
      desks.map(desk => this.#desk(desk))}</ul>
      ${this.answer ? html`<p class="answer" role="status">${this.answer}</p>` : nothing}`;
  }

  #desk(desk: SwitchDesk): TemplateResult {
    const name = desk.firm ? 'The whole firm' : desk.desk;
    const said = [
      desk.killedBy ? `stopped by ${desk.killedBy}` : '',
      desk.rearmAskedBy ? `${desk.rearmAskedBy} asks to let it go on, a second person has to` : '',
      desk.latched ? `stopped by itself: ${desk.latched}` : '',
      desk.auto ? `acts by itself, by ${desk.autoBy.join(' and ')}`
        : desk.autoBy.length ? `${desk.autoBy.join(', ')} asks that it act by itself, a second person has to` : '',
    ].filter(text => text).join('; ');
    return html`<li data-desk=${desk.firm ? '' : desk.desk} class=${desk.killedBy || desk.latched ? 'stopped' : ''}>
      <b>${name}</b> ${desk.mode ? html`<span class="mode">${desk.mode}</span>` : nothing} <span class="said">${said}</span>
      ${this.asked === key(desk) ? html`<span class="sure" role="group" aria-label="Stop ${name}?">Nothing will be sent for ${name}
        until two persons let it go on.
        <button type="button" class="kill sure-yes" ?disabled=${this.busy} @click=${() => void this.#act(desk, 'kill')}>Yes, stop</button>
        <button type="button" class="sure-no" @click=${() => this.#keep(desk)}>Keep going</button></span>`
        : desk.may.map(deed => html`<button type="button" class=${deed} ?disabled=${this.busy}
            aria-label="${NAMES[deed]}: ${name}" @click=${() => deed === 'kill' ? void this.#sure(desk) : void this.#act(desk, deed)}>${
            NAMES[deed]}</button>`)}</li>`;
  }

  async #sure(desk: SwitchDesk): Promise<void> {
    this.asked = key(desk);
    this.answer = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>('.sure-no')?.focus();
  }

  async #keep(desk: SwitchDesk): Promise<void> {
    this.asked = null;
    await this.updateComplete;
    this.#focus(desk);
  }

  async #act(desk: SwitchDesk, deed: Deed): Promise<void> {
    this.busy = true;
    const refused = await this.switching?.act(deed, desk.firm ? {} : { desk: desk.desk }) ?? '';
    this.busy = false;
    this.asked = null;
    const now = this.switching?.desks.find(one => key(one) === key(desk));
    this.answer = refused || (now?.reason ?? '');
    await this.updateComplete;
    this.#focus(desk);
  }

  /** The keyboard stays on the desk it was on. */
  #focus(desk: SwitchDesk): void {
    this.querySelector<HTMLElement>(`[data-desk="${CSS.escape(desk.firm ? '' : desk.desk)}"] button`)?.focus();
  }
}

const key = (desk: SwitchDesk) => desk.firm ? '' : `desk ${desk.desk}`;

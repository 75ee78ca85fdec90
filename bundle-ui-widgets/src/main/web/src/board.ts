import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { asked, inShort } from './advice';
import { Blotter } from './blotter';
import { remark } from './columns';
import type { LeakageDesks } from './desks';
import { Discovered } from './discovered';
import { door } from './door';
import { empty } from './empty';
import { Explain } from './explain';
import { facts } from './facts';
import { Desktop, queries, type Agent, type Ref } from './fdc3';
import { Feed, type Condition } from './feed';
import { note, number } from './format';
import type { LeakageOrder } from './order';
import { PastDay, picker, type Days } from './past';
import { Service } from './service';
import { dress } from './sheet';
import { Switching } from './switching';
import type { Catalogue, Order, Progress, Verdict } from './types';

const RETRY_MILLIS = 2000;
const ADVICE_MILLIS = 2000;
const THEME = 'leakage.theme';

/**
 * The whole board: the blotter, and beside it the order a person has chosen. Attributes: `src`, the service's address with a slash at its
 * end, the page's own when missing; `nonce`, what the page's policy allows style elements by.
 */
export class LeakageBoard extends LitElement {
  static override properties = {
    src: {}, nonce: {}, condition: { state: true }, notice: { state: true }, progress: { state: true }, size: { state: true },
    chosen: { state: true }, choosing: { state: true }, theme: { state: true },
    day: { state: true }, days: { state: true }, asOf: { state: true },
  };

  declare src: string;
  declare nonce: string;
  declare condition: Condition;
  declare notice: string;
  declare progress: Progress | null;
  declare size: number;
  declare chosen: string | null;
  declare choosing: boolean;
  declare theme: string;
  /** The past day that is shown, empty for now. */
  declare day: string;
  declare days: Days | null;
  /** As of when, or how far it is read. */
  declare asOf: string;

  #service!: Service;
  #catalogue: Catalogue | null = null;
  #blotter: Blotter | null = null;
  #explain: Explain | null = null;
  #feed: Feed | null = null;
  #past: PastDay | null = null;
  #desktop: Desktop | null = null;
  #switching!: Switching;
  #discovered!: Discovered;
  #verdicts: Verdict[] = [];
  #timer = 0;

  constructor() {
    super();
    this.src = '';
    this.nonce = '';
    this.condition = 'loading';
    this.notice = '';
    this.size = 0;
    this.chosen = null;
    this.choosing = false;
    this.day = this.asOf = '';
    this.days = this.progress = null;
    this.theme = localStorage.getItem(THEME) ?? '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    dress(this);
    document.addEventListener('keydown', this.#escape);
    this.#service = new Service(this.src);
    this.#service.token.addEventListener('change', this.#admitted);
    this.#switching = new Switching(this.#service);
    this.#switching.addEventListener('change', this.#switched);
    this.#discovered = new Discovered(this.#service);
    this.#desktop = new Desktop((ids, follows) => void this.#openAny(ids, follows));
    void this.updateComplete.then(() => this.#start());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#escape);
    this.#service.token.removeEventListener('change', this.#admitted);
    this.#switching.removeEventListener('change', this.#switched);
    this.#desktop?.close();
    this.#end();
  }

  #end(): void {
    this.#silence();
    this.#blotter?.close();
    this.#blotter = null;
    this.day = this.#service.day = '';
  }

  /** Hears of no order any more, whether of now or of another day. */
  #silence(): void {
    clearTimeout(this.#timer);
    this.#feed?.close();
    this.#past?.close();
    this.#feed = this.#past = null;
  }

  /** A token was entered, refused or forgotten: nothing that another saw stays on the page. */
  readonly #admitted = () => {
    this.#end();
    this.#switching.forget();
    this.#discovered.forget();
    this.#detail?.close();
    this.#explain?.hide();
    this.#verdicts = [];
    this.size = 0;
    this.progress = null;
    this.notice = '';
    this.condition = this.#service.token.wanted ? 'closed' : 'loading';
    this.requestUpdate();
    void this.updateComplete.then(() => this.#service.token.wanted ? this.querySelector<HTMLElement>('#door-token')?.focus()
      : this.#start());
  };

  readonly #switched = () => {
    this.#blotter?.adviceChanged();
    this.#detail?.requestUpdate();
    this.requestUpdate();
  };

  /** Tells this desktop agent of what is chosen, and lets it open orders. */
  async join(agent: Agent): Promise<void> {
    await this.#desktop?.join(agent);
  }

  /** Opens an order by its id. */
  choose(id: string): void {
    this.#choose(id, true);
  }

  #choose(id: string, tells: boolean): void {
    const order = this.#blotter?.order(id);
    this.chosen = id;
    this.#explain?.hide();
    this.#blotter?.mark(id);
    void this.updateComplete.then(() => this.#detail?.show(id)).then(() => this.#name());
    if (order && tells) {
      void this.#desktop?.chosen(order);
    }
    this.dispatchEvent(new CustomEvent('leakage-chosen', { bubbles: true, detail: { parent: id } }));
  }

  get #detail(): LeakageOrder | null {
    return this.querySelector('leakage-order');
  }

  async #openAny(ids: Ref[], follows: boolean): Promise<void> {
    for (const one of queries(ids)) {
      const order = await this.#service.json<Order>(`v1/order?${one}`);
      if (order) {
        if (!follows || order.parent !== this.chosen) {
          this.#choose(order.parent, !follows);
        }
        return;
      }
    }
  }

  async #start(): Promise<void> {
    if (!this.isConnected || this.#blotter) {
      return;
    }
    const catalogue = await this.#service.json<Catalogue>('v1/columns');
    if (this.#service.token.wanted || this.#blotter) {
      return;
    }
    if (catalogue === null) {
      this.condition = 'lost';
      this.#timer = window.setTimeout(() => void this.#start(), RETRY_MILLIS);
      return;
    }
    this.#catalogue = catalogue;
    this.#explain ??= new Explain(this);
    this.#blotter = new Blotter(this.querySelector('#orders') as HTMLElement, catalogue,
      order => this.day ? asked(this.#verdicts, order.parent) : inShort(this.#switching, this.#verdicts, order.parent), order => this.#discovered.named(order), {
        choose: id => this.choose(id),
        explain: (order, column, cell) => this.#explained(order, column, cell),
        leave: () => this.#explain?.hide(),
      }, this.nonce);
    const detail = this.#detail as LeakageOrder;
    detail.service = this.#service;
    detail.catalogue = catalogue;
    detail.switching = this.#switching;
    (this.querySelector('leakage-desks') as LeakageDesks).switching = this.#switching;
    void this.#askDays();
    this.#listen();
  }

  async #askDays(): Promise<void> {
    this.days = await this.#service.json<Days>('v1/days') ?? this.days;
  }

  /** Shows the orders of now, and hears of each change. */
  #listen(): void {
    this.#feed = new Feed(this.#service, 'v1/stream', {
      orders: (orders, all) => this.#orders(orders, all),
      progress: progress => this.progress = progress,
      condition: (condition, notice) => {
        this.condition = condition;
        this.notice = notice;
      },
    });
    void this.#advise();
  }

  /** Shows a day; today is now, and so is an empty one. */
  #show(day: string): void {
    const past = day === this.days?.today ? '' : day;
    if (!this.#blotter || past === this.day && !this.notice) {
      return;   // as while a year is typed
    }
    this.#silence();
    this.#detail?.close();
    this.#explain?.hide();
    this.#discovered.forget();
    this.#verdicts = [];
    this.#blotter.take([], true);
    this.size = 0;
    this.notice = this.asOf = '';
    this.progress = null;
    this.condition = 'loading';
    this.day = this.#service.day = past;
    if (past) {
      this.#past = new PastDay(this.#service, past, {
        orders: (orders, asOf) => {
          this.asOf = asOf;
          this.condition = 'past';
          this.#orders(orders, true);
          void this.#advise();
        },
        progress: share => this.asOf = `${number(100 * share, 0)} % read`,
        failed: why => {
          this.condition = 'past';
          this.notice = `${this.day}: ${why}`;
        },
      });
    } else {
      this.#listen();
    }
  }

  #orders(orders: Order[], all: boolean): void {
    this.#blotter?.take(orders, all);
    this.size = this.#blotter?.size ?? 0;
    if (orders.some(order => order.parent === this.chosen)) {
      this.#detail?.changed();
    }
  }

  /** What the rules propose and which orders are named, asked for again and again; a service that has none answers so. */
  async #advise(): Promise<void> {
    const feed = this.#feed ?? this.#past;
    const before = this.#verdicts.length;
    const [verdicts, named] = await Promise.all([this.#service.json<Verdict[]>('v1/verdicts'),
      this.#discovered.ask(this.#blotter?.desks() ?? []), this.#switching.ask()]);
    if (feed !== (this.#feed ?? this.#past) || !feed) {
      return;
    }
    this.#verdicts = verdicts ?? [];
    if (before !== this.#verdicts.length || named) {
      this.#blotter?.adviceChanged();
      this.#detail?.changed();
    }
    this.#name();
    if (!this.day) {
      this.#timer = window.setTimeout(() => void this.#advise(), ADVICE_MILLIS);
    }
  }

  #name(): void {
    const order = this.chosen === null ? undefined : this.#blotter?.order(this.chosen);
    if (this.#detail) {
      this.#detail.named = order ? this.#discovered.on(order) : null;
    }
  }

  #explained(order: Order, column: string, cell: Element): void {
    const catalogue = this.#catalogue as Catalogue;
    const spec = catalogue.columns.find(one => one.id === column);
    if (spec) {
      void this.#explain?.show(cell, `${spec.header}: ${note(order, spec, catalogue.reasons)}`,
        () => this.#service.explain(order.parent, column));
    } else {
      void this.#explain?.show(cell, remark(order, column, catalogue.reasons), async () => '');
    }
  }

  readonly #escape = (event: KeyboardEvent) => {
    if (event.altKey && event.code === 'KeyL' && this.day) {
      this.#live();
    } else if (event.key !== 'Escape') {
      return;
    } else if (this.#explain?.open) {
      this.#explain.hide();
    } else if (this.choosing) {
      this.choosing = false;
    } else if (this.chosen !== null) {
      this.#detail?.close();
    }
  };

  #live(): void {
    this.#show('');
    this.querySelector<HTMLElement>('#day')?.focus();   // its button goes
  }

  #closed(): void {
    const id = this.chosen;
    this.chosen = null;
    this.#blotter?.mark(null);
    if (id !== null) {
      this.#blotter?.focus(id);
    }
  }

  #turn(): void {
    const dark = this.theme ? this.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    this.theme = dark ? 'light' : 'dark';
    localStorage.setItem(THEME, this.theme);
    void this.updateComplete.then(() => this.#detail?.recolour());
  }

  protected override updated(): void {
    this.classList.toggle('light', this.theme === 'light');
    this.classList.toggle('dark', this.theme === 'dark');
    this.classList.toggle('disconnected', this.condition === 'lost' || this.condition === 'stale');
    this.dispatchEvent(new CustomEvent('leakage-theme', { bubbles: true, detail: this.theme }));
  }

  protected override render(): TemplateResult {
    const names: Record<Condition, string> = {
      loading: 'Connecting', live: 'Live', stale: 'Stale', lost: 'Disconnected', closed: 'Token needed', past: 'History',
    };
    const token = this.#service.token;
    return html`
      <div class="bar" role="group" aria-label="How the service is">
        ${this.day ? nothing : facts(this.progress)}
        ${picker(this.days, this.day, () => void this.#askDays(), day => this.#show(day))}
        <p id="connection" class="connection ${this.condition}" role="status">${!this.day ? names[this.condition]
          : this.condition === 'past' ? `History: ${this.day}${this.asOf && `, as of ${this.asOf}`}` : `Reading ${this.day}${
            this.asOf && `: ${this.asOf}`}`}</p>
        ${this.day ? html`<button type="button" id="live" title="Alt+L" @click=${() => this.#live()}>Back to live</button>` : nothing}
        ${this.#switching.user && token.known ? html`<p id="user" class="sub">${this.#switching.user}</p>` : nothing}
        ${token.known ? html`<button type="button" id="forget" @click=${() => token.forget()}>Forget the token</button>` : nothing}
        <button type="button" id="columns" aria-expanded=${this.choosing} @click=${() => this.choosing = !this.choosing}>Columns</button>
        <button type="button" id="theme" @click=${() => this.#turn()}>Dark / light</button>
      </div>
      <p id="notice" class="notice ${this.condition}" role="alert" ?hidden=${!this.notice}>${this.notice}</p>
      ${this.choosing ? this.#chooser() : nothing}
      <leakage-desks></leakage-desks>
      <div class="main ${this.chosen === null ? '' : 'open'}">
        <section class="blotter" aria-label="Parent orders" aria-busy=${this.condition === 'loading'}>
          <div id="orders" ?hidden=${this.size === 0}></div>
          ${token.wanted ? door(token) : this.size === 0 ? empty(this.condition, this.day) : nothing}
          <p id="legend" class="legend" ?hidden=${this.size === 0}>
            <span class="cost">+ cost to the order</span><span class="gain">- in its favour</span>
            <span class="doubt">grey: not fully valid</span><span>– : no number</span><span>hatched: cannot say</span>
            <span>◆ named leaking at its desk's rate</span>
            <span>Enter opens an order, ? explains a cell</span>
          </p>
        </section>
        <aside id="detail" class="detail" aria-label="Order in detail" ?hidden=${this.chosen === null}>
          <leakage-order @leakage-close=${() => this.#closed()}></leakage-order>
        </aside>
      </div>`;
  }

  #chooser(): TemplateResult {
    return html`<fieldset id="chooser"><legend>Columns shown, remembered in this browser</legend>
      ${(this.#blotter?.columns() ?? []).map(column => html`<label><input type="checkbox" .checked=${column.shown} name=${column.id}
        ?disabled=${column.id === 'parent'}
        @change=${(event: Event) => this.#blotter?.show(column.id, (event.target as HTMLInputElement).checked)}> ${column.name}</label>`)}
      <button type="button" id="reset" @click=${() => {
        this.#blotter?.reset();
        this.requestUpdate();
      }}>As it was</button></fieldset>`;
  }
}

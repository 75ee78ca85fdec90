import { LitElement, html, nothing, type TemplateResult } from 'lit';
import uPlot from 'uplot';
import { advice, rules } from './advice';
import { bars, type Bar } from './bars';
import { Chart } from './chart';
import { evidenceCard } from './evidence';
import { evidencePath, midPath, response, stepsBy, trend, type Figure } from './figures';
import { asOf, clock, measured, interval, note, number, tone, words, because } from './format';
import { badge, gradeWords } from './grade';
import { amendments, children, circumstances, fills } from './parts';
import { BEING_READ, READING, type Service } from './service';
import type { Switching } from './switching';
import type { Catalogue, Column, Deed, Discoveries, Evidence, OrderDetail, Series, Switch, Verdict } from './types';

const REFRESH_MILLIS = 500;

stepsBy(uPlot.paths.stepped?.({ align: 1 }) as uPlot.Series.PathBuilder);

/** One order in the order of its story: what it cost, the market's path, its answer to us, why, and what may be done. */
export class LeakageOrder extends LitElement {
  static override properties = {
    order: { state: true }, evidence: { state: true }, series: { state: true }, verdicts: { state: true }, named: { state: true },
    trouble: { state: true }, busy: { state: true }, answer: { state: true },
  };

  declare order: OrderDetail | null;
  declare evidence: Evidence | null;
  declare series: Series | null;
  declare verdicts: Verdict[];
  /** The desk's list of leaking orders, if this order is on it. */
  declare named: Discoveries | null;
  declare trouble: string;
  declare busy: boolean;
  declare answer: string;

  service!: Service;
  catalogue!: Catalogue;
  switching!: Switching;
  #id: string | null = null;
  #timer = 0;
  #asking = false;
  #opened = new Map<string, string>();
  #charts = new Map<string, Chart>();
  #columns = new Map<string, Column>();
  readonly #scheme = matchMedia('(prefers-color-scheme: dark)');
  readonly #recolour = () => this.requestUpdate();

  constructor() {
    super();
    this.#forget();
  }

  get shown(): string | null {
    return this.#id;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#recolour);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#recolour);
    clearTimeout(this.#timer);
    this.#charts.forEach(chart => chart.close());
    this.#charts.clear();
  }

  /** Shows an order and takes the keyboard. */
  async show(id: string): Promise<void> {
    if (this.#id !== id) {
      this.#opened.clear();
      this.#forget();
    }
    this.#id = id;
    this.#columns = new Map(this.catalogue.columns.map(column => [column.id, column]));
    await this.#refresh();
    await this.updateComplete;
    if (this.#id === id) {
      this.querySelector<HTMLElement>('.close')?.focus({ preventScroll: true });
    }
  }

  close(): void {
    this.#id = null;
    this.#forget();
    this.dispatchEvent(new CustomEvent('leakage-close', { bubbles: true }));
  }

  /** The order has changed: shows it as it is now, not more than twice a second. */
  changed(): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      void this.#refresh();
    }, REFRESH_MILLIS);
  }

  /** The page's colours have changed. */
  recolour(): void {
    this.#recolour();
  }

  #forget(): void {
    this.order = this.evidence = this.series = null;
    this.verdicts = [];
    this.named = null;
    this.trouble = this.answer = '';
    this.busy = false;
  }

  async #refresh(): Promise<void> {
    const id = this.#id;
    if (id === null) {
      return;
    }
    const asked = encodeURIComponent(id);
    void this.#weigh(id);
    const [answer, series, verdicts] = await Promise.all([this.service.ask(`v1/order?id=${asked}`),
      this.service.day ? null : this.service.json<Series>(`v1/series?id=${asked}`), this.service.json<Verdict[]>('v1/verdicts')]);
    const body = await answer?.json().catch(() => null) ?? null;
    const explained = await Promise.all([...this.#opened.keys()].map(async column =>
      [column, await this.service.explain(id, column)] as const));
    if (this.#id !== id) {
      return;
    }
    explained.filter(([column]) => this.#opened.has(column)).forEach(([column, text]) => this.#opened.set(column, text));
    if (answer?.status === READING) {
      this.trouble = `${BEING_READ} This order will be shown when it is there.`;
      this.changed();
      return;
    }
    if (!answer?.ok) {
      this.trouble = body?.detail ?? 'The service does not answer. This order will be shown when it does.';
      return;
    }
    this.trouble = '';
    this.order = body as OrderDetail;
    this.series = series;
    this.verdicts = verdicts ?? [];
  }

  /** The evidence, apart from the rest: the service may wait for the next event to tell the footprints. */
  async #weigh(id: string): Promise<void> {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    const evidence = await this.service.json<Evidence>(`v1/evidence?id=${encodeURIComponent(id)}`);
    this.#asking = false;
    if (this.#id === id) {
      this.evidence = evidence;
    } else if (this.#id !== null) {
      void this.#weigh(this.#id);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const close = html`<button type="button" class="close" title="Esc" @click=${() => this.close()}>Close</button>`;
    if (this.#id === null) {
      return nothing;
    }
    if (this.order === null) {
      return html`<header><h2>${this.#id}</h2>${close}</header><p class="sub" role="status">${this.trouble || 'Loading'}</p>`;
    }
    const order = this.order;
    const reasons = this.catalogue.reasons;
    return html`
      <header>${badge(order.grade)}${this.#title(order)}${close}</header>
      ${this.trouble ? html`<p class="notice stale" role="status">${this.trouble}</p>` : nothing}
      ${this.#figure('trend', 'Slippage and leak over time', trend(order, this.series, this.#own(), this.#columns, reasons),
        [['line', 'slippage so far'], ['leak', 'leak by 1 s, with interval'], ['limit', 'threshold of a rule']])}
      ${this.#figure('mid', 'Mid, children and fills', midPath(order, this.series),
        [['mid', 'mid where known'], ['tick', 'child sent'], ['dot', 'fill'], ['diamond', 'replaced'], ['cross', 'cancelled']])}
      ${this.#figure('response', 'The market after our footprints', response(this.evidence, reasons),
        [['leak', 'after our footprints'], ['placebo', 'after placebos; the band is the interval of the difference'],
          ['spread', 'dotted: nine in ten of the single placebos held']])}
      <section id="diagnostics"><h3>Diagnostics</h3>${bars(this.#lines(order, DIAGNOSTICS), reasons, [-100, 100])}</section>
      <section id="attribution"><h3>Where the drift came from</h3>${bars(this.#lines(order, ATTRIBUTION), reasons)}</section>
      <section id="advice"><h3>Advice and evidence</h3>
        ${this.service.day ? html`<p class="sub" id="then">What the rules said that day. What is to be done now is on the live board.</p>`
          : advice(this.switching, order.parent, {
            busy: this.busy, about: (one, deed) => void this.#decide(one, deed), order: deed => void this.#act(order.parent, deed),
          })}
        ${this.answer ? html`<p class="answer" role="status" tabindex="-1">${this.answer}</p>` : nothing}
        ${rules(this.verdicts, order.parent)}
        <details id="evidence"><summary>Evidence${order.measures.evidence ? html`: <b>${
          told1(order, this.#columns.get('evidence') as Column)}</b>` : nothing}</summary>${
          this.#figure('path', 'How the evidence went', evidencePath(this.evidence), [['leak', 'E after each look that counted']])}
          ${evidenceCard(this.evidence, reasons)}</details>
      </section>
      <section id="card"><h3>Final scorecard</h3><p>${this.#links(order)}</p></section>
      <section id="measures"><h3>All measures</h3>${this.#families(order)}</section>
      <section><h3>Children (${order.children.length})</h3>${children(order.children, reasons)}</section>
      <section><h3>Fills (${order.fills.length})</h3>${fills(order.fills, reasons)}</section>
      <section><h3>Where it stands</h3>${circumstances(order, reasons, asOf(order), clock(order.clock))}</section>
      ${order.amendments.length === 0 ? nothing : html`<section><h3>Amended (${order.amendments.length})</h3>
        ${amendments(order.amendments, reasons)}</section>`}`;
  }

  protected override updated(): void {
    if (this.order === null) {
      this.#charts.forEach(chart => chart.close());
      this.#charts.clear();
      return;
    }
    const reasons = this.catalogue.reasons;
    this.#plot('trend', trend(this.order, this.series, this.#own(), this.#columns, reasons));
    this.#plot('mid', midPath(this.order, this.series));
    this.#plot('response', response(this.evidence, reasons));
    this.#plot('path', evidencePath(this.evidence));
  }

  #own(): Verdict[] {
    return this.verdicts.filter(verdict => verdict.parent === this.order?.parent);
  }

  #plot(name: string, figure: Figure): void {
    const place = this.querySelector<HTMLElement>(`#figure-${name} .plot`);
    if (place) {
      const chart = this.#charts.get(name) ?? new Chart(place);
      this.#charts.set(name, chart);
      chart.draw(figure.drawing);
    }
  }

  #figure(name: string, title: string, figure: Figure, legend: [string, string][]): TemplateResult {
    return html`<figure id="figure-${name}">
      <figcaption>${title}</figcaption>
      <div class="plot ${figure.drawing ? '' : 'hatched'}" role="img" aria-label="${title}. ${figure.said}"></div>
      ${figure.drawing ? html`<p class="legend">${
        legend.map(([mark, text]) => html`<span class="key ${mark}">${text}</span>`)}</p>` : nothing}
      <p class="sub said">${figure.said}</p>
    </figure>`;
  }

  #title(order: OrderDetail): TemplateResult {
    const quantity = order.quantity === null ? 'unknown quantity' : number(order.quantity, 0);
    const average = order.averagePrice === null ? '' : ` at ${number(order.averagePrice, 4)}`;
    return html`<div><h2>${order.parent}</h2>
      <p class="sub">${words(order.side)} ${quantity} ${order.symbol ?? ''}, ${number(order.executed, 0)} executed${average}</p>
      <p class="sub">${gradeWords(order.grade)}</p>
      ${this.named ? html`<p class="named" id="named"><span aria-hidden="true">◆</span> ${leaking(this.named)}</p>` : nothing}
      ${order.told ? html`<p class="sub told">told by the other side: ${number(order.told.executed ?? 0, 0)} executed${
        order.told.averagePrice === null ? '' : ` at ${number(order.told.averagePrice, 4)}`}${
        order.told.leaves === null ? '' : `, ${number(order.told.leaves, 0)} left`}</p>` : nothing}
    </div>`;
  }

  #links(order: OrderDetail): TemplateResult {
    const link = (path: string, text: string, name: string) => html`<a class=${name} href="${this.service.base}${this.service.dated(path)}" target="_blank"
      rel="noopener" @click=${(event: Event) => this.#opens(event, path)}>${text}</a>`;
    const id = encodeURIComponent(order.parent);
    return html`${link(`scorecard?id=${id}`, 'Scorecard to print', 'card')} · ${link(`v1/order?id=${id}`, 'JSON', 'json')}`;
  }

  /** A link of its own sends no token. */
  #opens(event: Event, path: string): void {
    if (this.service.token.known) {
      event.preventDefault();
      void this.service.open(path);
    }
  }

  #lines(order: OrderDetail, names: [string, string][]): Bar[] {
    return names.map(([id, name]) => ({ name, measure: order.measures[id], column: this.#columns.get(id) }));
  }

  #families(order: OrderDetail): TemplateResult[] {
    const groups = new Map<string, Column[]>();
    for (const column of this.catalogue.columns.filter(one => order.measures[one.id])) {
      groups.set(column.group, [...groups.get(column.group) ?? [], column]);
    }
    return [...groups].map(([group, columns], place) => html`<details class="family" ?open=${place === 0}>
      <summary>${group}</summary>${columns.map(column => this.#measure(order, column))}</details>`);
  }

  #measure(order: OrderDetail, column: Column): TemplateResult {
    const measure = order.measures[column.id];
    const around = interval(measure, column.decimals);
    return html`<details class="measure" data-measure=${column.id} ?open=${this.#opened.has(column.id)}
        @toggle=${(event: Event) => void this.#toggled(event, column.id)}>
      <summary title=${note(order, column, this.catalogue.reasons)}><span>${column.header}</span>
        <span class="value ${tone(measure, column.id)}">${measure.value === null ? column.nullText
          : `${number(measure.value, column.decimals, 'exceptZero')} ${measure.unit}`}${
          around ? html`<span class="range">${around}</span>` : nothing}${
          measure.status === 'VALID' ? nothing : html`<span class="range">${because(measure.flags, this.catalogue.reasons)}</span>`}</span>
      </summary>
      ${this.#opened.has(column.id) ? html`<pre>${this.#opened.get(column.id)}</pre>` : nothing}
    </details>`;
  }

  async #toggled(event: Event, column: string): Promise<void> {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!details.open) {
      this.#opened.delete(column);
    } else if (!this.#opened.has(column) && this.#id !== null) {
      this.#opened.set(column, 'Asking the service.');
      this.#opened.set(column, await this.service.explain(this.#id, column));
      this.requestUpdate();
    }
  }

  async #decide(one: Switch, deed: Deed): Promise<void> {
    this.busy = true;
    await this.#say(deed, await this.switching.decide(one, deed));
  }

  async #act(parent: string, deed: Deed): Promise<void> {
    this.busy = true;
    await this.#say(deed, await this.switching.act(deed, { id: parent }));
  }

  /** What came of it is said, and the keyboard stays here: the button that was pressed may be gone. */
  async #say(deed: Deed, refused: string): Promise<void> {
    this.busy = false;
    this.answer = refused || `Taken at ${new Date().toISOString().slice(11, 19)} UTC: ${words(deed.replace('-', '_'))}.`;
    this.changed();
    await this.updateComplete;
    this.querySelector<HTMLElement>('#advice .answer')?.focus({ preventScroll: true });
  }
}

/** What being named means, with the rate. */
function leaking(named: Discoveries): string {
  return `Named leaking on desk ${named.desk}: of those named at most ${number(100 * named.rate, 0)} % are wrong on average${
    named.threshold === null ? '' : ` (E of at least ${number(named.threshold, 1)}`}${
    named.threshold === null ? '' : `, ${number(named.orders, 0)} orders held against each other)`}.`;
}

function told1(order: OrderDetail, column: Column): string {
  const measure = order.measures.evidence;
  return measure.value === null ? 'cannot say' : measured('evidence', measure, column);
}

const DIAGNOSTICS: [string, string][] = [
  ['fill_probability_10s', 'Filled within 10 s at the touch'], ['fill_deficit_10s', '… beyond what others were'],
  ['aggressor_ratio', 'Took liquidity'], ['market_aggressor_ratio', 'Market: buyers took'],
  ['quote_fade', 'Quotes faded beyond other times'],
  ['participation', 'Share of the volume'], ['own_regularity', 'Own regularity']];

const ATTRIBUTION: [string, string][] = [
  ['drift', 'Drift in all'], ['drift_market', 'Market'], ['drift_impact', 'Own impact'], ['drift_leakage', 'Leakage'],
  ['drift_rest', 'Rest']];


import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { measured, note, tone, whole } from './format';
import { badge } from './grade';
import { Service } from './service';
import { dress } from './sheet';
import type { Catalogue, Order } from './types';

const POLL_MILLIS = 1000;

/**
 * One cell of one order, for a page of the host's own: `<leakage-cell order="P-1" column="leak_1s" src="/leakage/">`. A host that has the
 * order's data sets the property `data` and spares the asking.
 */
export class LeakageCell extends LitElement {
  static override properties = {
    order: {}, column: {}, src: {}, data: { attribute: false }, catalogue: { attribute: false }, lost: { state: true },
  };

  declare order: string;
  declare column: string;
  declare src: string;
  declare data: Order | null;
  declare catalogue: Catalogue | null;
  declare lost: boolean;
  #timer = 0;

  constructor() {
    super();
    this.order = this.column = this.src = '';
    this.data = this.catalogue = null;
    this.lost = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    dress(this);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    if (this.order) {
      const service = new Service(this.src);
      this.catalogue ??= await service.json<Catalogue>('v1/columns');
      const order = await service.json<Order>(`v1/order?id=${encodeURIComponent(this.order)}`);
      this.lost = order === null;
      this.data = order ?? this.data;
      if (this.isConnected) {
        this.#timer = window.setTimeout(() => void this.#ask(), POLL_MILLIS);
      }
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const column = this.catalogue?.columns.find(one => one.id === this.column);
    if (!this.data || !column || !this.catalogue) {
      return html`<span class="none">–</span>`;
    }
    if (this.column === 'grade') {
      return html`${badge(this.data.grade)}`;
    }
    const measure = whole(this.data.measures[this.column], column);
    const value = (this.data as unknown as Record<string, unknown>)[this.column];
    return html`<span class="${measure ? tone(measure, this.column) : ''} ${this.lost ? 'lost' : ''}"
      title=${note(this.data, column, this.catalogue.reasons)}>${measure ? measured(this.column, measure, column)
      : value === null || value === undefined ? column.nullText : String(value)}${measure?.value != null ? ` ${measure.unit}` : ''}</span>`;
  }
}

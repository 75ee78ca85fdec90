import {
  CellStyleModule, ClientSideRowModelApiModule, ClientSideRowModelModule, ColumnApiModule, ModuleRegistry, RenderApiModule, RowApiModule,
  RowSelectionModule, ScrollApiModule, createGrid, themeQuartz, type CellFocusedEvent, type GridApi,
} from 'ag-grid-community';
import { columnDefs, type Advice } from './columns';
import type { Catalogue, Order } from './types';

ModuleRegistry.registerModules([CellStyleModule, ClientSideRowModelModule, ClientSideRowModelApiModule, ColumnApiModule, RenderApiModule,
  RowApiModule, RowSelectionModule, ScrollApiModule]);

const REMEMBERED = 'leakage.columns.1';

export interface Chooser {
  /** A person opens an order. */
  choose(id: string): void;
  /** A person points at a cell, or asks for its explanation by the keyboard. */
  explain(order: Order, column: string, cell: Element): void;
  /** … and leaves it. */
  leave(): void;
}

/** Rows are written no more often: what is told in a few pieces is laid out and painted once. */
const REST_MILLIS = 90;
/** So much of a frame goes into rows; those that are left over come with the next. */
const WRITE_MILLIS = 5;
/** While rows change, a sorted grid finds its order anew so often: rows that jump about cannot be read. */
const SORT_MILLIS = 500;

/** The grid of parent orders. Only what differs is written, a few milliseconds a frame, what has waited longest first. */
export class Blotter {
  readonly #grid: GridApi<Order>;
  readonly #orders = new Map<string, Order>();
  readonly #changed = new Map<string, Order>();
  #anew = false;
  #frame = 0;
  #resting = 0;
  #begun = 0;
  #sorting = 0;

  constructor(private readonly place: HTMLElement, catalogue: Catalogue, advice: Advice, named: Advice,
    private readonly chooser: Chooser, nonce: string) {
    this.#grid = createGrid<Order>(place, {
      theme: themeQuartz.withParams({
        fontFamily: 'inherit', fontSize: '0.8125rem', headerFontSize: '0.8125rem', spacing: 5, rowHeight: '2rem', headerHeight: '2.9rem',
        backgroundColor: 'var(--panel)', foregroundColor: 'var(--ink)', headerBackgroundColor: 'var(--raised)',
        headerTextColor: 'var(--muted)', borderColor: 'var(--line)', accentColor: 'var(--accent)', rowHoverColor: 'var(--raised)',
        selectedRowBackgroundColor: 'var(--chosen)',
        wrapperBorder: false, browserColorScheme: 'inherit', wrapperBorderRadius: 0, columnBorder: false,
      }),
      styleNonce: nonce || undefined,
      columnDefs: columnDefs(catalogue, advice, undefined, named),
      defaultColDef: { sortable: true, resizable: true, suppressHeaderMenuButton: true, wrapHeaderText: true },
      getRowId: row => row.data.parent,
      rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
      suppressNoRowsOverlay: true,
      animateRows: false,
      rowBuffer: 2,
      suppressColumnMoveAnimation: true,
      asyncTransactionWaitMillis: 16,
      onRowClicked: event => event.data && this.chooser.choose(event.data.parent),
      onCellKeyDown: event => this.#key(event.event as KeyboardEvent, event.data, 'column' in event ? event.column.getColId() : ''),
      onCellMouseOver: event => this.#explain(event.data, event.column.getColId(), 500),
      onCellMouseOut: () => this.#leave(),
      onCellFocused: event => this.#focused(event),
      onColumnMoved: event => event.finished && this.#remember(),
      onColumnResized: event => event.finished && this.#remember(),
      onSortChanged: () => this.#remember(),
      onColumnVisible: () => this.#remember(),
    });
    place.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-label',
      'Parent orders and what their flow gave away. A positive number is a cost to the order.');
    this.#recall();
  }

  get size(): number {
    return this.#orders.size;
  }

  order(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  /** The desks whose orders are here. */
  desks(): string[] {
    return [...new Set([...this.#orders.values()].map(order => order.desk).filter(desk => desk !== null))];
  }

  /** Takes orders as they are now; with `all` those that are not among them are forgotten. */
  take(orders: Order[], all: boolean): void {
    if (all) {
      this.#orders.clear();
      this.#changed.clear();
      this.#anew = true;
    }
    for (const order of orders) {
      if (order.removed) {
        this.#orders.delete(order.parent);
      } else {
        this.#orders.set(order.parent, order);
      }
      this.#changed.set(order.parent, order);
    }
    this.#resting ||= window.setTimeout(() => {
      this.#resting = 0;
      this.#frame ||= requestAnimationFrame(() => this.#write());
    }, Math.max(0, this.#begun + REST_MILLIS - performance.now()));
  }

  /** Writes the advice anew. */
  adviceChanged(): void {
    this.#grid.refreshCells({ columns: ['advice'] });
    this.#grid.refreshCells({ columns: ['evidence'], force: true });   // its mark is no part of its value
  }

  /** Puts the keyboard on an order. */
  focus(id: string): void {
    const row = this.#grid.getRowNode(id);
    if (row && row.rowIndex !== null) {
      this.#grid.ensureIndexVisible(row.rowIndex);
      this.#grid.setFocusedCell(row.rowIndex, 'parent');
    }
  }

  /** Marks an order as the one whose detail is open; null for none. */
  mark(id: string | null): void {
    this.#grid.deselectAll();
    if (id !== null) {
      this.#grid.getRowNode(id)?.setSelected(true);
    }
  }

  /** Every column with whether it is shown. */
  columns(): { id: string; name: string; shown: boolean }[] {
    return (this.#grid.getColumns() ?? []).map(column => ({
      id: column.getColId(), name: String(column.getColDef().headerName), shown: column.isVisible(),
    }));
  }

  show(id: string, shown: boolean): void {
    this.#grid.setColumnsVisible([id], shown);
  }

  /** As it was before anybody changed it. */
  reset(): void {
    this.#grid.resetColumnState();
    localStorage.removeItem(REMEMBERED);
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#resting);
    clearTimeout(this.#sorting);
    this.#grid.destroy();
  }

  #write(): void {
    this.#frame = 0;
    this.#begun = performance.now();
    if (this.#anew) {
      this.#anew = false;
      this.#grid.setGridOption('rowData', [...this.#orders.values()]);
      this.#changed.clear();
      return;
    }
    const until = this.#begun + WRITE_MILLIS;
    const add: Order[] = [];
    const remove: Order[] = [];
    for (const [id, order] of this.#changed) {
      const row = this.#grid.getRowNode(id);
      this.#changed.delete(id);
      if (row && !order.removed) {
        row.updateData(order);
      } else if (row || !order.removed) {
        (row ? remove : add).push(order);
      }
      if (performance.now() > until) {
        break;
      }
    }
    if (add.length + remove.length > 0) {
      this.#grid.applyTransaction({ add, remove });
    }
    this.#sorting ||= window.setTimeout(() => this.#sort(), SORT_MILLIS);
    if (this.#changed.size > 0) {
      this.#frame = requestAnimationFrame(() => this.#write());
    }
  }

  #sort(): void {
    this.#sorting = 0;
    if (this.#grid.getColumnState().some(column => column.sort)) {
      this.#grid.refreshClientSideRowModel('sort');
    }
  }

  #key(event: KeyboardEvent, order: Order | undefined, column: string): void {
    if (!order) {
      return;
    }
    if (event.key === 'Enter') {
      this.chooser.choose(order.parent);
    } else if (event.key === '?' || event.key === 'F1') {
      event.preventDefault();
      this.#explain(order, column, 0);
    } else if (event.key === 'Escape') {
      this.#leave();
    }
  }

  #timer = 0;

  #explain(order: Order | undefined, column: string, after: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const row = order && this.place.querySelector(`.ag-row[row-id="${CSS.escape(order.parent)}"] [col-id="${CSS.escape(column)}"]`);
      if (order && row) {
        this.chooser.explain(this.#orders.get(order.parent) ?? order, column, row);
      }
    }, after);
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.chooser.leave();
  }

  #focused(event: CellFocusedEvent<Order>): void {
    if (event.rowIndex !== null) {
      this.#leave();
    }
  }

  #remember(): void {
    localStorage.setItem(REMEMBERED, JSON.stringify(this.#grid.getColumnState()));
  }

  #recall(): void {
    try {
      const state = JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null');
      if (Array.isArray(state)) {
        this.#grid.applyColumnState({ state, applyOrder: true });
      }
    } catch {
      localStorage.removeItem(REMEMBERED);
    }
  }
}

import { ClientSideRowModelApiModule, ClientSideRowModelModule, ModuleRegistry, createGrid, themeQuartz } from 'ag-grid-community';

ModuleRegistry.registerModules([ClientSideRowModelModule, ClientSideRowModelApiModule]);

const COLUMNS = 14;

type Row = Record<string, number>;

/** AG Grid as its own demonstrations use it, with nothing of ours: what it takes to show so many rows that change so often. */
export function bare(place: HTMLElement, rows: number, millis: number, nonce: string): void {
  const row = (id: number, step: number) => Object.fromEntries([['id', id],
    ...Array.from({ length: COLUMNS }, (_, column) => [`c${column}`, step + id / 1000 + column])]) as Row;
  const all = (step: number) => Array.from({ length: rows }, (_, id) => row(id, step));
  const grid = createGrid<Row>(place, {
    theme: themeQuartz,
    styleNonce: nonce,
    columnDefs: Array.from({ length: COLUMNS }, (_, column) => ({
      field: `c${column}`, width: 100, valueFormatter: (at: { value: number }) => at.value.toFixed(2),
    })),
    getRowId: at => String(at.data.id),
    rowData: all(0),
    animateRows: false,
  });
  let step = 0;
  setInterval(() => grid.applyTransactionAsync({ update: all(++step) }), millis);
}

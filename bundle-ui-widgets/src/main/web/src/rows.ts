/** The page's element with this id. */
export const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

/** Fills a table's body: a line a row, its first cell the head. */
export function rows(id: string, lines: string[][]): void {
  at(id).replaceChildren(...lines.map(cells => {
    const row = document.createElement('tr');
    cells.forEach((text, place) => {
      const cell = document.createElement(place === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    });
    return row;
  }));
}

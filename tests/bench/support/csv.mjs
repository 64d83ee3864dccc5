/** The rows of a CSV text with `;` between cells, as objects by the names in its first line. */
export function read_csv(text) {
  const rows = [];
  for (const [cells] of text.matchAll(/(?:(?:"(?:[^"]|"")*"|[^;"\n]*)(?:;|(?=\r?\n|$)))+/g)) {
    if (cells) rows.push([...cells.matchAll(/(?:^|;)("(?:[^"]|"")*"|[^;"]*)/g)].map(([, cell]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell.trim())));
  }
  const [names, ...others] = rows;
  return others.map(row => Object.fromEntries(names.map((name, n) => [name, row[n] ?? ''])));
}

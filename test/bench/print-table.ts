// A table as text for a person: columns as wide as their widest cell, numbers to the right.
import { judge, type Row, ratioOf, type Target } from './table';

const figure = (value: number | null): string => {
  if (value === null) return '-';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
};

const targetWords = (row: Row) => (target: Target) =>
  target.kind === 'most'
    ? `at most ${target.limit} ${row.unit}`
    : `at ${target.kind === 'ratio' ? 'most' : 'least'} ${target.limit} x ${row.peerName ?? 'peer'}`;

const cells = (row: Row): readonly string[] => [
  row.name,
  figure(row.ours),
  row.unit,
  row.peerName === null ? '-' : row.peer === null ? `${row.peerName}: not installed` : `${figure(row.peer)} ${row.peerName}`,
  figure(ratioOf(row)),
  row.targets.map(targetWords(row)).join(', ') || '-',
  judge(row),
];

const heads = ['', 'ours', '', 'peer', 'ratio', 'target', 'verdict'] as const;
const isNumber = (column: number): boolean => column === 1 || column === 4;

/** How to get the peers that are missing. */
const hints = (rows: readonly Row[]): readonly string[] => {
  const missing = rows.filter((row) => row.peer === null && row.toInstall !== undefined);
  return [...new Set(missing.map((row) => `  to measure ${row.peerName} too: ${row.toInstall}`))];
};

/** Lines without a line end after the last. */
export const printTable = (title: string, rows: readonly Row[]): string => {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return [title, ...lines.map((line) => `  ${line.map(pad).join('  ')}`.trimEnd()), ...hints(rows)].join('\n');
};

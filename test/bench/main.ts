// npm run bench -- NAME [--json] [--check]: runs one table or all; --json prints them as one array; --check exits 1 where a target is missed.
import { printTable } from './print-table';
import { judge, type Row, ratioOf } from './table';
import { tables } from './tables';

type Measured = { readonly table: string; readonly rows: readonly Row[] };

const words = process.argv.slice(2);
const isJson = words.includes('--json');
const isCheck = words.includes('--check');
const names = words.filter((word) => !word.startsWith('--'));
const unknown = [...names.filter((name) => !(name in tables)), ...words.filter((word) => /^--(?!json$|check$)/.test(word))];

/** One table after the other: two at once would measure each other. */
const measureAll = async (): Promise<readonly Measured[]> => {
  const measured: Measured[] = [];
  for (const [name, load] of Object.entries(tables)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const table = await load();
    const rows = await table.measure();
    measured.push({ table: name, rows });
    if (!isJson) process.stdout.write(`${printTable(table.title, rows)}\n\n`);
  }
  return measured;
};

const toJson = (measured: readonly Measured[]): string =>
  JSON.stringify(
    measured.map(({ table, rows }) => ({ table, rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), verdict: judge(row) })) })),
    null,
    2,
  );

if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}. Tables: ${Object.keys(tables).join(', ')}. Options: --json, --check.\n`);
  process.exitCode = 2;
} else {
  const measured = await measureAll();
  if (isJson) process.stdout.write(`${toJson(measured)}\n`);
  const isMissed = measured.some(({ rows }) => rows.some((row) => judge(row) === 'missed'));
  if (isCheck && isMissed) process.exitCode = 1;
}

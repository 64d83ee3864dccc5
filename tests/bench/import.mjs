#!/usr/bin/env node
// Importing a large catalogue, as CSV and as a workbook: first into an empty file, then again, then with changes.
// usage: import.mjs [--rows 100000] [--rounds 3]
import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {make_rows, to_csv} from './support/catalogue.mjs';
import {program, root} from './support/places.mjs';
import {to_xlsx} from './support/xlsx.mjs';

const {values: options} = parseArgs({options: {rows: {type: 'string', default: '100000'}, rounds: {type: 'string', default: '3'}}});
const out = join(root, 'build', 'bench', 'import');
const limit = {seconds: 5, mb: 300};

/** Runs an import; its seconds and the peak of its memory, as GNU time tells it. */
function imported(database, file, flags = []) {
  const began = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', 'peak %M', program, 'import', 'catalogue', file, '--database', database, ...flags], {encoding: 'utf8'});
  const seconds = (performance.now() - began) / 1000;
  if (run.status !== 0) throw new Error(run.stderr);
  return {seconds, mb: Number(/peak (\d+)/.exec(run.stderr)[1]) / 1024, said: /^Tasks: .*$/m.exec(run.stderr)[0]};
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const rows = make_rows(Number(options.rows));
const changed = rows.map((row, n) => (n % 10 === 0 ? {...row, description: `${row.description}, ændret`} : row));
const files = {csv: [join(out, 'first.csv'), join(out, 'changed.csv')], xlsx: [join(out, 'first.xlsx'), join(out, 'changed.xlsx')]};
for (const [place, table] of [rows, changed].entries()) {
  writeFileSync(files.csv[place], to_csv(table));
  writeFileSync(files.xlsx[place], to_xlsx(table));
}
const lines = [`| ${Number(options.rows).toLocaleString('en')} rows | seconds | peak memory MB | |`, '|---|---|---|---|'];
for (const [kind, [first, second]] of Object.entries(files)) {
  const runs = {'into an empty file': [], again: [], 'a tenth changed': [], 'dry run': []};
  for (let round = 0; round < Number(options.rounds); ++round) {
    const database = join(out, `${kind}${round}.db`);
    runs['into an empty file'].push(imported(database, first));
    runs.again.push(imported(database, first));
    runs['dry run'].push(imported(database, second, ['--dry-run']));
    runs['a tenth changed'].push(imported(database, second));
  }
  for (const [what, all] of Object.entries(runs)) {
    const seconds = median(all.map(run => run.seconds));
    const mb = Math.max(...all.map(run => run.mb));
    const within = seconds < limit.seconds && mb < limit.mb ? '' : ` MISSED (${limit.seconds} s, ${limit.mb} MB)`;
    lines.push(`| ${kind}, ${what} | ${seconds.toFixed(2)} | ${mb.toFixed(0)} | ${all[0].said}${within} |`);
    console.error(lines.at(-1));
  }
}
const text = `# Import, ${cpus().length} cores, ${new Date().toISOString().slice(0, 16)}Z\n\n${lines.join('\n')}\n`;
writeFileSync(join(root, 'build', 'bench', 'import.md'), text);
console.log(text);

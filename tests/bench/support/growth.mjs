// What the catalogue costs as it grows: finding without Teams, and the memory of the whole service.
import {execFileSync} from 'node:child_process';
import {createWriteStream, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';

import {make_questions, make_rows, to_csv} from './catalogue.mjs';
import {first_answer_ms} from './door.mjs';
import {load} from './load.mjs';
import {table, whole} from './markdown.mjs';
import {built, out, program} from './places.mjs';
import {lines} from './plot.mjs';
import {cores, peak_mb} from './processes.mjs';

async function write(file, text) {
  const stream = createWriteStream(file);
  for (let at = 0; at < text.length; at += 1 << 24) stream.write(text.slice(at, at + (1 << 24)));
  stream.end();
  await finished(stream);
}

/** Calls `use({tasks, catalogue, questions, database})` with files of so many tasks; `database` is imported already. */
export async function with_catalogue(tasks, questions, use) {
  const folder = join(out, 'catalogue', String(tasks));
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const files = {tasks, folder, catalogue: join(folder, 'catalogue.csv'), questions: join(folder, 'questions.txt'), database: join(folder, 'indgang.db')};
  await write(files.catalogue, to_csv(make_rows(tasks)));
  writeFileSync(files.questions, make_questions(questions).map(line => `${line}\n`).join(''));
  execFileSync(program, ['import', 'catalogue', files.catalogue, '--database', files.database], {stdio: ['ignore', 'ignore', 'inherit']});
  try {
    return await use(files);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The service on this catalogue, asked for `seconds` over 16 connections: start to first answer, then the peak of its memory. */
export async function serving(here, contestant, database, seconds) {
  const elsewhere = Object.assign(Object.create(Object.getPrototypeOf(here)), here, {database});
  const first_ms = await first_answer_ms(elsewhere, contestant);
  const bot = await contestant.start(elsewhere);
  const {per_second, cpu} = await load(elsewhere, contestant, bot, {connections: 16, seconds, pinned: cores > 1});
  const memory = peak_mb(bot.pid);
  await bot.stop();
  return {first_ms, per_second, cpu, peak_mb: memory};
}

/** Finding in the files of `with_catalogue`; {load_ms, build_ms, median_us, p99_us, change_ms, peak_mb}. Changes the database. */
export const finding = files => JSON.parse(execFileSync(built('bench_finding'), [files.database, files.questions], {encoding: 'utf8'}));

export function finding_table(rows) {
  return table(['tasks', '', 'build ms', 'median us', 'p99 us', 'one change ms', 'peak memory MB'], rows.map(({tasks, name, ...figures}) => [whole(tasks), name,
    (figures.build_ms + (figures.load_ms ?? 0)).toFixed(0), figures.median_us.toFixed(0), figures.p99_us.toFixed(0), figures.change_ms.toFixed(2), figures.peak_mb.toFixed(0)]));
}

export function growth_charts(rows) {
  const names = [...new Set(rows.map(row => row.name))];
  const chart = (title, member) => lines({title, x_label: 'tasks', series: names.map(name => ({name, points: rows.filter(row => row.name === name).map(row => [row.tasks, row[member]])}))});
  return [chart('A question: median CPU us', 'median_us'), chart('Finding: peak memory MB', 'peak_mb')];
}

export function growth_section(rows, served) {
  return `## As the catalogue grows

Understanding and finding alone, CPU time (\`./dev bench catalogue\` sets other engines beside it):

${finding_table(rows)}

The whole service, asked over 16 connections:

${table(['tasks', 'start to first answer ms', 'turns/s', 'CPU us a turn', 'peak memory MB'], served.map(one => [whole(one.tasks), one.first_ms.toFixed(0), whole(one.per_second), one.cpu.toFixed(0), one.peak_mb.toFixed(1)]))}`;
}

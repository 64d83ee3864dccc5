#!/usr/bin/env node
// Finding as the catalogue grows: ours, and two stock engines beside it in the same run.
// usage: catalogue.mjs [--tasks 1000,10000,100000,1000000] [--questions 2000] [--alone]
import {execFileSync, spawnSync} from 'node:child_process';
import {createWriteStream, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {parseArgs} from 'node:util';

import {make_questions, make_rows, to_csv} from './support/catalogue.mjs';
import {program, root} from './support/contestants.mjs';

const {values: options} = parseArgs({options: {tasks: {type: 'string', default: '1000,10000,100000,1000000'}, questions: {type: 'string', default: '2000'}, alone: {type: 'boolean'}}});
const out = join(root, 'build', 'bench', 'catalogue');
const peers = ['FTS5, words and beginnings', 'Xapian, Danish stems'];
const common = 'hvem har er ansvarlig for tager sig af ved du der sidder med';

async function write(file, text) {
  const stream = createWriteStream(file);
  for (let at = 0; at < text.length; at += 1 << 24) stream.write(text.slice(at, at + (1 << 24)));
  stream.end();
  await finished(stream);
}

function ours(folder, catalogue, questions) {
  const database = join(folder, 'indgang.db');
  const began = performance.now();
  execFileSync(program, ['import', 'catalogue', catalogue, '--database', database], {stdio: ['ignore', 'ignore', 'inherit']});
  const import_s = (performance.now() - began) / 1000;
  return {...JSON.parse(execFileSync(join(root, 'build', 'release', 'bench_finding'), [database, questions], {encoding: 'utf8'})), import_s};
}

function peer(name, catalogue, questions, folder) {
  const common_words = join(folder, 'common.txt');
  writeFileSync(common_words, common);
  const run = spawnSync('/usr/bin/python3', [join(root, 'tests/bench/peer/engines.py'), 'time', catalogue, questions, common_words, name], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const lines = ['| tasks | | build ms | median us | p99 us | one change ms | peak memory MB |', '|---|---|---|---|---|---|---|'];
function report(tasks, name, figures) {
  const cell = (value, digits = 0) => value.toFixed(digits);
  lines.push(`| ${tasks.toLocaleString('en')} | ${name} | ${cell(figures.build_ms + (figures.load_ms ?? 0))} | ${cell(figures.median_us)} | ${cell(figures.p99_us)} | ${cell(figures.change_ms, 2)} | ${cell(figures.peak_mb)} |`);
  console.error(lines.at(-1));
}

for (const tasks of options.tasks.split(',').map(Number)) {
  const folder = join(out, String(tasks));
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const catalogue = join(folder, 'catalogue.csv');
  await write(catalogue, to_csv(make_rows(tasks)));
  const questions = join(folder, 'questions.txt');
  writeFileSync(questions, make_questions(Number(options.questions)).map(line => `${line}\n`).join(''));
  report(tasks, 'Indgang', ours(folder, catalogue, questions));
  if (!options.alone) for (const name of peers) report(tasks, name, peer(name, catalogue, questions, folder));
  rmSync(folder, {recursive: true});
}
const text = `# Catalogue: ${options.questions} questions, ${new Date().toISOString().slice(0, 16)}Z\n\n${lines.join('\n')}\n`;
writeFileSync(join(root, 'build', 'bench', 'catalogue.md'), text);
console.log(text);

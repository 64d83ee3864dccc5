#!/usr/bin/env node
// Answer quality on the open benchmark: questions of several classes about one catalogue.
// usage: answers.mjs [--data FOLDER] [--misses FILE] [--alone]   FOLDER (or INDGANG_ANSWERS) holds catalogue.csv and queries.jsonl
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {engines} from './peer/engines.mjs';
import {program, root} from './support/places.mjs';
import {read_csv} from './support/csv.mjs';

const {values: options} = parseArgs({options: {data: {type: 'string', default: process.env.INDGANG_ANSWERS ?? ''}, misses: {type: 'string'}, alone: {type: 'boolean'}}});
const [catalogue, questions] = ['catalogue.csv', 'queries.jsonl'].map(name => join(options.data, name));
if (!options.data || !existsSync(catalogue) || !existsSync(questions)) {
  console.error('answers: name a folder with catalogue.csv and queries.jsonl (a line: {"id","class","query","relevant":["KLE number"]}) by --data or INDGANG_ANSWERS');
  process.exit(2);
}

const lines = text => text.split('\n').filter(Boolean).map(line => JSON.parse(line));
const queries = lines(readFileSync(questions, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'indgang-answers-'));
const database = join(folder, 'indgang.db');
execFileSync(program, ['import', 'catalogue', catalogue, '--database', database], {stdio: ['ignore', 'inherit', 'inherit']});
const began = performance.now();
const answers = lines(execFileSync(program, ['ask', '--json', '--database', database], {
  input: queries.map(({query}) => `${query.replace(/\s+/g, ' ')}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'inherit'],
}));
const took = performance.now() - began;
rmSync(folder, {recursive: true});
if (answers.length !== queries.length) throw new Error(`${queries.length} questions, ${answers.length} answers`);

/** Rank of the first right answer, from 1; 0 if there is none. */
const rank_of = (query, numbers) => [...new Set(numbers)].slice(0, 10).findIndex(number => query.relevant.includes(number)) + 1;

/** What became of the questions, by class. `numbers_of(n)`: the KLE numbers of the answers to question n, best first; `sure(n)`: whether it was said so. */
function judge(numbers_of, sure = () => false) {
  const result = {classes: new Map(), reciprocal: 0, asked: 0, missed: []};
  queries.forEach((query, n) => {
    const numbers = numbers_of(n);
    const none = query.class === 'none';
    const rank = none ? 0 : rank_of(query, numbers);
    const right = none ? numbers.length === 0 : rank > 0 && rank <= 3;
    const sums = result.classes.get(query.class) ?? {count: 0, right: 0, first: 0, wrong: 0};
    const wrong = sure(n) && (none || rank !== 1);
    result.classes.set(query.class, {count: sums.count + 1, right: sums.right + right, first: sums.first + (none ? right : rank === 1), wrong: sums.wrong + wrong});
    if (!none) {
      result.reciprocal += rank ? 1 / rank : 0;
      ++result.asked;
    }
    if (!right) result.missed.push(n);
  });
  result.macro = [...result.classes.values()].reduce((sum, one) => sum + one.right / one.count, 0) / result.classes.size;
  return result;
}

const share = (part, whole) => (part / whole).toFixed(3);
const own = judge(n => answers[n].answers.flatMap(task => task.kle), n => answers[n].confidence === 'sure');
console.log('| class | questions | among three | first | sure and wrong |\n|---|---|---|---|---|');
for (const [name, sums] of own.classes) console.log(`| ${name} | ${sums.count} | ${share(sums.right, sums.count)} | ${share(sums.first, sums.count)} | ${share(sums.wrong, sums.count)} |`);
console.log(`\nmacro ${own.macro.toFixed(3)}, MRR ${share(own.reciprocal, own.asked)}, ${queries.length} questions in ${took.toFixed(0)} ms`);
if (options.misses) {
  writeFileSync(options.misses, own.missed.map(n => `${JSON.stringify({class: queries[n].class, query: queries[n].query, relevant: queries[n].relevant,
    got: answers[n].answers.slice(0, 3).map(task => `${task.kle} ${task.task}`), confidence: answers[n].confidence})}\n`).join(''));
}
if (!options.alone) await compare();

/** The stock engines, in the same run. They get the words that the questions are made of, because they don't find out by themselves. */
async function compare() {
  const letters = text => text.toLowerCase().match(/[0-9a-zæøåéüö]+/g) ?? [];
  const seen = new Map();
  for (const {query} of queries) for (const word of new Set(letters(query))) seen.set(word, (seen.get(word) ?? 0) + 1);
  const common = new Set([...seen].filter(([, count]) => count > queries.length * 0.015).map(([word]) => word));
  const work = mkdtempSync(join(tmpdir(), 'indgang-answers-'));
  const [asked, left_out] = ['questions.txt', 'common.txt'].map(name => join(work, name));
  writeFileSync(asked, queries.map(({query}) => `${query.replace(/\s+/g, ' ')}\n`).join(''));
  writeFileSync(left_out, [...common].join(' '));
  const python = spawnSync('/usr/bin/python3', [join(root, 'tests/bench/peer/engines.py'), 'rank', catalogue, asked, left_out], {encoding: 'utf8', maxBuffer: 1 << 30});
  rmSync(work, {recursive: true});
  if (python.status !== 0) throw new Error(`engines.py: ${python.stderr}`);
  const ranked = lines(python.stdout);
  const results = new Map([['Indgang', own]]);
  for (const name of Object.keys(ranked[0])) results.set(name, judge(n => ranked[n][name]));
  const rows = read_csv(readFileSync(catalogue, 'utf8'));
  for (const [name, make] of Object.entries(engines)) {
    const ask = await make(rows);
    const numbers = [];
    for (const {query} of queries) numbers.push(await ask(letters(query).filter(word => !common.has(word))));
    results.set(name, judge(n => numbers[n]));
  }
  const names = [...own.classes.keys()];
  console.log(`\n| | macro | MRR | ${names.join(' | ')} |\n|---|---|---|${names.map(() => '---|').join('')}`);
  for (const [name, result] of [...results].sort((a, b) => b[1].macro - a[1].macro)) {
    const cells = names.map(one => share(result.classes.get(one).right, result.classes.get(one).count));
    console.log(`| ${name} | ${result.macro.toFixed(3)} | ${share(result.reciprocal, result.asked)} | ${cells.join(' | ')} |`);
  }
}

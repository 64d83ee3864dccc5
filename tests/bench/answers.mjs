#!/usr/bin/env node
// Answer quality on the open benchmark: questions of several classes about one catalogue.
// usage: answers.mjs [--data FOLDER] [--misses FILE]   FOLDER (or INDGANG_ANSWERS) holds catalogue.csv and queries.jsonl
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {program} from './support/contestants.mjs';

const {values: options} = parseArgs({options: {data: {type: 'string', default: process.env.INDGANG_ANSWERS ?? ''}, misses: {type: 'string'}}});
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
function rank_of(query, answer) {
  const numbers = [...new Set(answer.answers.flatMap(task => task.kle))].slice(0, 10);
  return numbers.findIndex(number => query.relevant.includes(number)) + 1;
}

const classes = new Map();
const misses = [];
let reciprocal = 0;
let asked = 0;
queries.forEach((query, n) => {
  const answer = answers[n];
  const none = query.class === 'none';
  const rank = none ? 0 : rank_of(query, answer);
  const right = none ? answer.answers.length === 0 : rank > 0 && rank <= 3;
  const sure_and_wrong = answer.confidence === 'sure' && (none || rank !== 1);
  const sums = classes.get(query.class) ?? {count: 0, right: 0, first: 0, wrong: 0};
  classes.set(query.class, {count: sums.count + 1, right: sums.right + right, first: sums.first + (none ? right : rank === 1), wrong: sums.wrong + sure_and_wrong});
  if (!none) {
    reciprocal += rank ? 1 / rank : 0;
    ++asked;
  }
  if (!right) misses.push({class: query.class, query: query.query, relevant: query.relevant, got: answer.answers.slice(0, 3).map(task => `${task.kle} ${task.task}`), confidence: answer.confidence});
});

const share = (part, whole) => (part / whole).toFixed(3);
console.log('| class | questions | among three | first | sure and wrong |\n|---|---|---|---|---|');
for (const [name, sums] of classes) console.log(`| ${name} | ${sums.count} | ${share(sums.right, sums.count)} | ${share(sums.first, sums.count)} | ${share(sums.wrong, sums.count)} |`);
const macro = [...classes.values()].reduce((sum, one) => sum + one.right / one.count, 0) / classes.size;
console.log(`\nmacro ${macro.toFixed(3)}, MRR ${share(reciprocal, asked)}, ${queries.length} questions in ${took.toFixed(0)} ms`);
if (options.misses) writeFileSync(options.misses, misses.map(miss => `${JSON.stringify(miss)}\n`).join(''));

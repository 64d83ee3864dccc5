#!/usr/bin/env node
// Finding as the catalogue grows: ours, and two stock engines beside it in the same run.
// usage: catalogue.mjs [--tasks 1000,10000,100000,1000000] [--questions 2000] [--alone]
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {finding, finding_table, growth_charts, with_catalogue} from './support/growth.mjs';
import {machine, write_report} from './support/markdown.mjs';
import {root} from './support/places.mjs';
import {sheet} from './support/plot.mjs';

const {values: options} = parseArgs({options: {tasks: {type: 'string', default: '1000,10000,100000,1000000'}, questions: {type: 'string', default: '2000'}, alone: {type: 'boolean'}}});
const peers = ['FTS5, words and beginnings', 'Xapian, Danish stems'];
const common = 'hvem har er ansvarlig for tager sig af ved du der sidder med';

function peer(name, {catalogue, questions, folder}) {
  const common_words = join(folder, 'common.txt');
  writeFileSync(common_words, common);
  const run = spawnSync('/usr/bin/python3', [join(root, 'tests/bench/peer/engines.py'), 'time', catalogue, questions, common_words, name], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const began = machine();
const rows = [];
function note(tasks, name, figures) {
  rows.push({tasks, name, ...figures});
  console.error(`${tasks} tasks: ${name}: ${figures.median_us.toFixed(0)} us`);
}
for (const tasks of options.tasks.split(',').map(Number)) {
  await with_catalogue(tasks, Number(options.questions), files => {
    note(tasks, 'Indgang', finding(files));
    if (!options.alone) for (const name of peers) note(tasks, name, peer(name, files));
  });
}
write_report('catalogue', `Catalogue: ${options.questions} questions`, [began, finding_table(rows)], sheet(growth_charts(rows)));

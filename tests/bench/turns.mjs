#!/usr/bin/env node
// The report on speed: turns beside Node bots and a bare echo, goals, start, memory, size, one turn's parts, growth, TLS.
// usage: turns.mjs [--tasks N] [--seconds N] [--rounds N] [--connections 1,16,64,256] [--growth 1000,...] [--alone] [--brief]
import {execFileSync} from 'node:child_process';
import {statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {breakdown_charts, breakdown_section, measure_breakdown} from './support/breakdown.mjs';
import {contestants} from './support/contestants.mjs';
import {goals_section} from './support/goals.mjs';
import {finding, growth_charts, growth_section, serving, with_catalogue} from './support/growth.mjs';
import {machine, write_report} from './support/markdown.mjs';
import {out, program} from './support/places.mjs';
import {sheet} from './support/plot.mjs';
import {cores} from './support/processes.mjs';
import {measure_tls, tls_charts, tls_section} from './support/secure.mjs';
import {Surroundings} from './support/surroundings.mjs';
import {measure_starts, measure_turns, processes_section, turns_charts, turns_section} from './support/turns.mjs';

const {values: options} = parseArgs({options: {
  tasks: {type: 'string', default: '10000'}, seconds: {type: 'string', default: '4'}, rounds: {type: 'string', default: '3'},
  connections: {type: 'string', default: '1,16,64,256'}, growth: {type: 'string', default: '1000,10000,100000,1000000'},
  alone: {type: 'boolean', default: false}, brief: {type: 'boolean', default: false},
}});
const numbers = text => text.split(',').map(Number);
const [seconds, rounds, pinned] = [Number(options.seconds), Number(options.rounds), cores > 1];

/** Bytes of the program, with and without its symbols. */
function binary_size(folder) {
  const stripped = join(folder, 'stripped');
  execFileSync('strip', ['-o', stripped, program]);
  return {bytes: statSync(program).size, stripped: statSync(stripped).size};
}

/** Finding, and the service itself, on catalogues of each size. */
async function measure_growth(here, own) {
  const found = {rows: [], served: []};
  for (const tasks of numbers(options.growth)) {
    await with_catalogue(tasks, 2000, async files => {
      found.served.push({tasks, ...(await serving(here, own, files.database, seconds))});
      found.rows.push({tasks, name: 'Indgang', ...finding(files)});
    });
    console.error(`${tasks} tasks: ${found.served.at(-1).peak_mb.toFixed(0)} MB`);
  }
  return found;
}

const began = machine();
const here = await Surroundings.make(join(out, 'work'), Number(options.tasks));
const taking_part = contestants(options.alone);
const [own] = taking_part;
const binary = binary_size(here.folder);
const first = await measure_starts(here, taking_part, rounds);
const turns = {first, ...(await measure_turns(here, taking_part, {connections: numbers(options.connections), seconds, rounds}))};
const breakdown = options.brief ? {missing: 'left out.'} : await measure_breakdown(here, own, turns.bots[own.name], {seconds, pinned});
for (const bot of Object.values(turns.bots)) await bot.stop();
const tls = options.brief ? {missing: 'left out.'} : await measure_tls(here, {seconds, rounds, pinned});
const growth = options.brief ? undefined : await measure_growth(here, own);
await here.stop();
const {bots, ...figures} = turns;
writeFileSync(join(out, 'turns.json'), JSON.stringify({began, binary, ...figures, breakdown, tls, growth}, null, 1));

const how = `A turn: a signed question over a kept connection, verified, understood, searched among ${options.tasks} tasks, its reply posted to a connector and that answered;
Indgang's also committed to its database before. Medians of ${rounds} rounds of ${seconds} s, everybody in turn. The Node bots search with MiniSearch and its tolerance for typing
errors ('no typos': without); the bare echo only reads and answers 200.`;
const sections = [`${began}\n\n${how}`, goals_section({...turns, large: growth?.served.at(-1), tls}), turns_section(turns), processes_section(turns, binary), breakdown_section(breakdown)];
const charts = [...turns_charts(turns), ...breakdown_charts(breakdown)];
if (growth) {
  sections.push(growth_section(growth.rows, growth.served));
  charts.push(...growth_charts(growth.rows));
}
sections.push(tls_section(tls));
write_report('turns', `Speed: ${options.tasks} tasks`, sections, sheet([...charts, ...tls_charts(tls)]));

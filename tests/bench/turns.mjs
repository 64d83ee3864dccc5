#!/usr/bin/env node
// Turns per second, latency, CPU per turn, memory and start, beside a Node bot in the same run: see README.md.
// usage: turns.mjs [--tasks N] [--seconds N] [--rounds N] [--connections 1,16,64] [--alone]
import {execFile} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs, promisify} from 'node:util';

import {LocalServer, read_body, answer_json, send} from '../end_to_end/support/http.mjs';
import {eventually} from '../end_to_end/support/wait.mjs';
import {contestants, root, Surroundings} from './support/contestants.mjs';
import {cores, cpu_us, median, peak_mb, pin} from './support/processes.mjs';

const {values: options} = parseArgs({options: {
  tasks: {type: 'string', default: '10000'}, seconds: {type: 'string', default: '4'}, rounds: {type: 'string', default: '3'},
  connections: {type: 'string', default: '1,16,64'}, alone: {type: 'boolean', default: false},
}});
const run_file = promisify(execFile);
const out = join(root, 'build/bench');
const names = Object.keys(contestants).filter(name => !options.alone || name === 'Indgang');

/** From the start of the process to the first answer at the connector. */
async function first_answer_ms(here, name) {
  let seen;
  const posted = new Promise(resolve => { seen = resolve; });
  const connector = new LocalServer(async (request, response) => {
    await read_body(request);
    seen(performance.now());
    answer_json(response, 201, {id: '1'});
  });
  await connector.up();
  const service_url = `${connector.origin}/emea/`;
  const bot = await contestants[name](here);
  const body = here.activity('hvem har snerydning?', service_url).replace('@ID@', String(Date.now())).replaceAll('@CONVERSATION@', '999999999999');
  const headers = {'content-type': 'application/json', authorization: `Bearer ${here.token(service_url)}`};
  await eventually(async () => (await send(`${bot.value}/api/messages`, {method: 'POST', body, headers})).status === 200, 'the first question to be taken');
  const took = (await posted) - bot.started;
  await bot.stop();
  await connector.down();
  return took;
}

let runs = 0;

/** Load for some seconds; ends when every answer has reached the connector. */
async function load(here, bot, connections, seconds, where) {
  if (where === 'pinned') {
    pin(bot.pid, '0');
    pin(here.connector.pid, '1');
  } else {
    pin(bot.pid, `0-${cores - 1}`);
    pin(here.connector.pid, `0-${cores - 1}`);
  }
  const wrk = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '20s', '-s', join(root, 'tests/bench/support/load.lua'), bot.value];
  const [posts, cpu, began] = [await here.posts(), cpu_us(bot.pid), performance.now()];
  const command = where === 'pinned' ? ['taskset', ['-c', '1', 'wrk', ...wrk]] : ['wrk', wrk];
  const {stdout} = await run_file(...command, {env: {PATH: process.env.PATH, LOAD_FOLDER: here.folder, LOAD_RUN: `${Date.now()}${++runs}`}});
  const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)[1]);
  if (result.bad_status + result.broken > 0) throw new Error(`${result.bad_status} answers with a bad status, ${result.broken} broken connections`);
  await eventually(async () => (await here.posts()) - posts >= result.requests, 'every answer to reach the connector');
  const turns = (await here.posts()) - posts;
  return {per_second: turns * 1000 / (performance.now() - began), p50: result.p50 / 1000, p99: result.p99 / 1000, cpu: (cpu_us(bot.pid) - cpu) / turns};
}

async function measure(here) {
  const cases = options.connections.split(',').map(Number).map(connections => ({connections, where: cores > 1 ? 'pinned' : 'box'}));
  if (cores > 1) cases.push({connections: Math.max(...cases.map(one => one.connections)), where: 'box'});
  const rows = [];
  const bots = Object.fromEntries(await Promise.all(names.map(async name => [name, await contestants[name](here)])));
  for (const name of names) await load(here, bots[name], 16, name === 'Indgang' ? 2 : 4, 'box');  // warm: connections, compilers, conversations
  for (const one of cases) {
    const samples = Object.fromEntries(names.map(name => [name, []]));
    for (let round = 0; round < Number(options.rounds); ++round) {
      for (const name of names) samples[name].push(await load(here, bots[name], one.connections, Number(options.seconds), one.where));
    }
    for (const name of names) {
      const middle = member => median(samples[name].map(sample => sample[member]));
      rows.push({...one, name, per_second: middle('per_second'), p50: middle('p50'), p99: middle('p99'), cpu: middle('cpu')});
      console.error(`${one.connections} connections, ${one.where}: ${name}: ${Math.round(rows.at(-1).per_second)} turns/s`);
    }
  }
  const memory = Object.fromEntries(names.map(name => [name, peak_mb(bots[name].pid)]));
  for (const name of names) await bots[name].stop();
  return {rows, memory};
}

function report({rows, memory, first}) {
  const where = {pinned: 'one core for the bot', box: 'whole box'};
  const lines = [`# Turns: ${options.tasks} tasks, ${cores} cores, ${new Date().toISOString().slice(0, 16)}Z`, '',
    `Signed token, kept connections, the answer posted to a connector and that answered. Medians of ${options.rounds} rounds of ${options.seconds} s, taken in turn.`, '',
    '| connections | where | bot | turns/s | p50 ms | p99 ms | CPU us a turn | Indgang is |', '|---|---|---|---|---|---|---|---|'];
  for (const row of rows) {
    const own = rows.find(r => r.connections === row.connections && r.where === row.where && r.name === 'Indgang');
    const ratio = row.name === 'Indgang' ? '' : `${(own.per_second / row.per_second).toFixed(1)}x`;
    lines.push(`| ${row.connections} | ${where[row.where]} | ${row.name} | ${Math.round(row.per_second)} | ${row.p50.toFixed(2)} | ${row.p99.toFixed(2)} | ${row.cpu.toFixed(0)} | ${ratio} |`);
  }
  lines.push('', '| bot | start to first answer ms | peak memory MB |', '|---|---|---|');
  for (const name of names) lines.push(`| ${name} | ${first[name].toFixed(0)} | ${memory[name].toFixed(0)} |`);
  return `${lines.join('\n')}\n`;
}

mkdirSync(out, {recursive: true});
const here = await Surroundings.make(join(out, 'work'), Number(options.tasks));
const first = {};
for (const name of names) {
  const samples = [];
  for (let round = 0; round < Number(options.rounds); ++round) samples.push(await first_answer_ms(here, name));
  first[name] = median(samples);
}
const {rows, memory} = await measure(here);
await here.stop();
const text = report({rows, memory, first});
writeFileSync(join(out, 'turns.md'), text);
console.log(text);

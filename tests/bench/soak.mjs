#!/usr/bin/env node
// Years of mixed load on one process: does it keep its memory, its descriptors, its file and its speed? See README.md.
// Ctrl-C ends it with the day that is under way, and judges what was seen.
// usage: soak.mjs [--turns 10000000] [--turns-a-day 5000] [--tasks 10000] [--connections 32] [--folder build/bench/soak]
import {execFile} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {join} from 'node:path';
import {parseArgs, promisify} from 'node:util';

import {read_body} from '../end_to_end/support/http.mjs';
import {Machine} from '../end_to_end/support/machine.mjs';
import {eventually, moment} from '../end_to_end/support/wait.mjs';
import {make_rows, to_csv} from './support/catalogue.mjs';
import {start_indgang} from './support/contestants.mjs';
import {program, root} from './support/places.mjs';
import {Load, Taker} from './support/soak_load.mjs';
import {judge, report, sheet_of} from './support/soak_report.mjs';
import {Surroundings} from './support/surroundings.mjs';

const {values: options} = parseArgs({options: {
  turns: {type: 'string', default: '10000000'}, 'turns-a-day': {type: 'string', default: '5000'}, tasks: {type: 'string', default: '10000'},
  connections: {type: 'string', default: '32'}, folder: {type: 'string', default: join(root, 'build/bench/soak')},
}});
const turns = Number(options.turns);
const turns_a_day = Number(options['turns-a-day']);
const intervals = 100;
const hour = 3600;
const out = join(root, 'build/bench');
const run_file = promisify(execFile);

const kb = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)[1]);
const size_of = file => { try { return statSync(file).size; } catch { return 0; } };

const descriptors_of = pid => readdirSync(`/proc/${pid}/fd`).length;

/** What the service holds at the moment, and how the turns of the interval went. */
function sample_of(here, bot, {latencies, seconds, ...known}) {
  latencies.sort((a, b) => a - b);
  const at = share => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
  return {
    ...known, rss: kb(status, 'VmRSS') / 1024, anon: kb(status, 'RssAnon') / 1024,
    p50: at(0.5), p99: at(0.99), per_second: latencies.length / seconds, file: size_of(here.database) / 2 ** 20, wal: size_of(`${here.database}-wal`) / 2 ** 20,
  };
}

/** Sends one request on a kept connection; ms until the answer was read. */
function post(agent, url, {body, forged}, token) {
  const bytes = Buffer.from(body);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, authorization: `Bearer ${forged ? `${token.slice(0, -8)}AAAAAAAA` : token}`};
    const request = http.request({agent, host: '127.0.0.1', port: url.port, path: '/api/messages', method: 'POST', headers}, response => {
      response.resume();
      response.on('end', () => resolve({status: response.statusCode, ms: performance.now() - began}));
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

const waiting_in = metrics => Number(/^indgang_outbox_waiting (\S+)/m.exec(metrics)[1]);

/** What stands at an address, over a connection of its own: kept ones end when the clock passes hours. */
const once_read = url => new Promise((resolve, reject) => {
  http.get(url, {agent: false}, response => read_body(response).then(resolve, reject)).on('error', reject);
});

class Soak {
  samples = [];
  imports = 0;
  odd_answers = 0;
  day = 0;
  #done = 0;
  #started = 0;
  #passed = 0;  // seconds that the service's clocks are ahead of ours
  #since = performance.now();
  #paused = 0;
  #latencies = [];
  #ending = false;
  #nights = [];  // descriptors of each night since the last look: nobody is connected then

  constructor(here, machine, bot, load) {
    Object.assign(this, {here, machine, bot, load, url: new URL(bot.value)});
  }

  /** Ends with this day; what was seen until then is judged. */
  end_early() {
    this.#ending = true;
  }

  get done() {
    return this.#done;
  }

  async run() {
    const every = Math.ceil(turns / intervals);
    const imports_every = Math.max(1, Math.floor(turns / turns_a_day / 20));
    while (this.#done < turns && !this.#ending) {
      ++this.day;
      const importing = this.day % imports_every === 0 ? this.#import() : undefined;
      await this.#work_a_day(Math.min(turns, this.#done + turns_a_day), every);
      await importing;
      await this.#night();
    }
  }

  async #work_a_day(until, every) {
    const agent = new http.Agent({keepAlive: true, maxSockets: Number(options.connections)});
    const now = Math.floor(Date.now() / 1000) + this.#passed;
    const token = this.here.key.token({serviceurl: this.here.service_url, nbf: now - 60, exp: now + 12 * hour});
    this.load.year = new Date(now * 1000).getUTCFullYear();
    const worker = async () => {
      while (this.#started < until) {
        ++this.#started;
        const wanted = this.load.next();
        const {status, ms} = await post(agent, this.url, wanted, token);
        if (status !== wanted.status) ++this.odd_answers;
        this.#latencies.push(ms);
        if (++this.#done % every === 0) this.#look();
      }
    };
    await Promise.all(Array.from({length: Number(options.connections)}, worker));
    agent.destroy();
  }

  /** Nothing is asked; what is due comes, what is old goes. In steps, since a reminder that is hours late is of no use. */
  async #night() {
    const began = performance.now();
    await this.#settled();
    for (const hours of [8, 8, 8]) {
      this.#pass(hours * hour);
      await moment(60);  // for the timers to look at the clock
      await this.#settled();
    }
    this.#nights.push(descriptors_of(this.bot.pid));
    this.#paused += performance.now() - began;
  }

  #pass(seconds) {
    this.#passed += seconds;
    this.machine.set({clock_step: this.#passed, monotonic_step: this.#passed});
  }

  /** Until all that was written has left; what waits for a conversation's limits gets the time it needs. */
  async #settled() {
    await eventually(async () => {
      const waiting = waiting_in(await once_read(`${this.bot.value}/metrics`));
      if (waiting > 0) this.#pass(60);
      return waiting === 0;
    }, 'the outbox to be empty');
  }

  async #import() {
    const file = this.here.catalogues[this.imports++ % 2];
    await run_file(program, ['import', 'catalogue', file, '--database', this.here.database], {env: {...process.env, ...this.machine.settings}});
  }

  #look() {
    const seconds = (performance.now() - this.#since - this.#paused) / 1000;
    // The fewest: connections to Teams are kept for a while, a leak is there every night.
    const descriptors = this.#nights.length > 0 ? Math.min(...this.#nights) : this.samples.at(-1)?.descriptors ?? descriptors_of(this.bot.pid);
    const last = sample_of(this.here, this.bot, {latencies: this.#latencies, seconds, turns: this.#done, day: this.day, descriptors});
    this.samples.push(last);
    console.error(`${(100 * this.#done / turns).toFixed(0)} %, day ${this.day}: ${Math.round(last.per_second)} turns/s, p99 ${last.p99.toFixed(1)} ms, memory ${last.rss.toFixed(1)} MB, ${last.descriptors} descriptors at night, file ${last.file.toFixed(0)} MB, ${this.imports} imports`);
    [this.#latencies, this.#nights, this.#since, this.#paused] = [[], [], performance.now(), 0];
  }
}

mkdirSync(out, {recursive: true});
const here = await Surroundings.make(options.folder, Number(options.tasks));
const rows = make_rows(Number(options.tasks));
here.catalogues = ['other.csv', 'catalogue.csv'].map(name => join(here.folder, name));
writeFileSync(here.catalogues[0], to_csv(rows.map((row, n) => (n % 100 === 0 ? {...row, description: `${row.description}, ændret`} : row))));
for (const kind of ['people', 'networks']) await run_file(program, ['import', kind, join(root, `config/sample/${kind}.csv`), '--database', here.database]);
const taker = new Taker();
await taker.server.up();
here.service_url = `${taker.server.origin}/emea/`;
const machine = new Machine({folder: here.folder});
machine.set({timer_ms: 20});
const bot = await start_indgang(here, machine.settings);
await eventually(async () => (await fetch(`${bot.value}/health/ready`)).status === 200, 'the service to be ready');
const soak = new Soak(here, machine, bot, new Load(taker, {service_url: here.service_url}));
process.once('SIGINT', () => soak.end_early());
await soak.run();
await bot.stop();
await taker.server.down();
await here.stop();
machine.release();
const verdicts = judge(soak, soak.done);
const text = report(soak, {turns: soak.done, turns_a_day, tasks: options.tasks, connections: options.connections}, verdicts);
writeFileSync(join(out, 'soak.md'), text);
writeFileSync(join(out, 'soak.svg'), sheet_of(soak.samples));
console.log(text);
process.exit(verdicts.every(([, holds]) => holds) ? 0 : 1);

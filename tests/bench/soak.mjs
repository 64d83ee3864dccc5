#!/usr/bin/env node
// A long mixed load on one process: does it keep its memory, its descriptors and its speed? See README.md.
// usage: soak.mjs [--turns 10000000] [--tasks 10000] [--connections 32] [--folder build/bench/soak]
import {execFile} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {join} from 'node:path';
import {parseArgs, promisify} from 'node:util';

import {Conversation, person} from '../end_to_end/support/activities.mjs';
import {answer_json, LocalServer, read_body} from '../end_to_end/support/http.mjs';
import {card_actions, card_of} from '../end_to_end/support/inspect_activity.mjs';
import {eventually} from '../end_to_end/support/wait.mjs';
import {make_questions, make_rows, random, to_csv} from './support/catalogue.mjs';
import {start_indgang} from './support/contestants.mjs';
import {program, root} from './support/places.mjs';
import {Surroundings} from './support/surroundings.mjs';
import {median} from './support/processes.mjs';

const {values: options} = parseArgs({options: {
  turns: {type: 'string', default: '10000000'}, tasks: {type: 'string', default: '10000'}, connections: {type: 'string', default: '32'},
  folder: {type: 'string', default: join(root, 'build/bench/soak')},
}});
const turns = Number(options.turns);
const intervals = 100;
const out = join(root, 'build/bench');
const run_file = promisify(execFile);
const next = random(20261127);
const pick = list => list[Math.floor(next() * list.length)];

const sample = name => readFileSync(join(root, `config/sample/${name}`), 'utf8').trim().split('\n').slice(1).map(line => line.split(';'));
const network = 'Virksomhedsnetværket';
const coordinator_mail = sample('networks.csv').find(row => row[0] === network)[3];
const coordinator_row = sample('people.csv').find(row => row[1] === coordinator_mail);
const coordinator = person(coordinator_row[0], coordinator_row[7]);

const questions = make_questions(2048);
const follow_ups = ['og hvad er telefonnummeret?', 'hvem er leder?', 'og på fredag?', 'hvad ellers har vedkommende?', 'tak', 'hjælp', 'who is the leader?', 'hvad kan du?', 'er vedkommende på arbejde i dag?'];
const odd = ['', ' ', '?'.repeat(300), 'hvem har '.repeat(400), '💥'.repeat(50), '010203-4567', 'SELECT * FROM people', '<at>x</at> <b>hej</b>'];

/** Teams' connector, as small as can be: takes everything, and remembers some cards for taps. */
class Taker {
  posts = 0;
  cards = [];  ///< {conversation, id, action}, the newest 500
  server = new LocalServer((request, response) => this.#take(request, response));

  async #take(request, response) {
    const body = await read_body(request);
    const id = String(1_790_000_000_000 + ++this.posts);
    answer_json(response, request.method === 'PUT' ? 200 : 201, {id});
    if (this.posts % 4 !== 0 || !body.includes('Action.Execute')) return;
    const conversation = decodeURIComponent(/conversations\/([^/?]+)/.exec(request.url)?.[1] ?? '');
    const actions = [...card_actions(card_of(JSON.parse(body)))].filter(action => action.type === 'Action.Execute' && action.title !== 'Send');
    for (const action of actions) this.cards.push({conversation, id, action});
    if (this.cards.length > 500) this.cards.splice(0, this.cards.length - 500);
  }
}

/** What is asked next: {body, token} with what is expected of the status. */
class Load {
  #people = new Map();
  #chats = new Map();
  #last = '';
  counts = {};

  constructor(taker, teams) {
    this.taker = taker;
    this.teams = teams;
  }

  #chat(id) {
    if (!this.#chats.has(id)) {
      this.#chats.set(id, new Conversation(this.teams, 'personal', id));
      const n = this.#people.size;
      this.#people.set(id, n === 0 ? coordinator : {id: `29:1-soak-${n}`, name: `Prøve ${n}`, aadObjectId: `${String(n).padStart(8, '0')}-aaaa-4aaa-8aaa-111111111111`});
    }
    return {chat: this.#chats.get(id), from: this.#people.get(id)};
  }

  #says(text, id = `a:1Soak-${Math.floor(next() * 20_000)}`) {
    const {chat, from} = this.#chat(id);
    this.#last = JSON.stringify(chat.says(text, {from}));
    return {body: this.#last, status: 200};
  }

  next() {
    const kinds = [[60, 'question'], [72, 'follow_up'], [80, 'tap'], [85, 'reminder'], [88, 'cancel'], [91, 'plan'], [94, 'repeat'], [96, 'odd'], [98, 'broken'], [100, 'forged']];
    const drawn = next() * 100;
    const kind = kinds.find(([below]) => drawn < below)[1];
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    return this[`_${kind}`]();
  }

  _question() { return this.#says(pick(questions)); }
  _follow_up() { return this.#says(pick(follow_ups)); }
  _odd() { return this.#says(pick(odd)); }
  _reminder() { return this.#says(`mind mig om kaffe nummer ${pick(['alfa', 'bravo', 'charlie'])} i morgen kl. ${8 + Math.floor(next() * 9)}`); }
  _cancel() { return this.#says(pick(['slet alle mine påmindelser', 'aflys mødet', 'stop påmindelser', 'ja', 'nej'])); }
  _plan() { return this.#says(`planlæg plenum for ${network} den 3. marts ${2027 + Math.floor(next() * 3)} kl. 13-15 i Lokale ${Math.floor(next() * 90)}`, 'a:1Soak-coordinator'); }
  _repeat() { return this.#last ? {body: this.#last, status: 200} : this._question(); }
  _broken() { return {body: `{${this.#last.slice(0, this.#last.length / 2)}`, status: 400}; }
  _forged() { return {body: this.#last, status: 401, forged: true}; }
  _tap() {
    if (this.taker.cards.length === 0) return this._question();
    const {conversation, id, action} = pick(this.taker.cards);
    const {chat, from} = this.#chat(conversation);
    return {body: JSON.stringify(chat.taps(action, id, {from})), status: 200};
  }
}

const status_of = pid => readFileSync(`/proc/${pid}/status`, 'utf8');
const kb = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)[1]);
const size_of = file => { try { return statSync(file).size; } catch { return 0; } };

function sample_of(here, bot, latencies, seconds, done) {
  latencies.sort((a, b) => a - b);
  const at = share => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  const status = status_of(bot.pid);
  return {
    turns: done, rss: kb(status, 'VmRSS') / 1024, anon: kb(status, 'RssAnon') / 1024, descriptors: readdirSync(`/proc/${bot.pid}/fd`).length,
    p50: at(0.5), p99: at(0.99), per_second: latencies.length / seconds, file: (size_of(here.database) + size_of(`${here.database}-wal`)) / 2 ** 20,
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

async function soak(here, bot, taker, load) {
  const agent = new http.Agent({keepAlive: true, maxSockets: Number(options.connections)});
  const url = new URL(bot.value);
  const samples = [];
  const imports = {done: 0, running: undefined};
  let [started, done, token, token_made, odd_answers] = [0, 0, '', 0, 0];
  let [latencies, since] = [[], performance.now()];
  const import_again = () => {
    const file = here.catalogues[imports.done % 2];
    imports.running ??= run_file(program, ['import', 'catalogue', file, '--database', here.database]).then(() => { ++imports.done; imports.running = undefined; });
  };
  const worker = async () => {
    while (started < turns) {
      ++started;
      if (Date.now() - token_made > 600_000) [token, token_made] = [here.token(here.service_url), Date.now()];
      const wanted = load.next();
      const {status, ms} = await post(agent, url, wanted, token);
      if (status !== wanted.status) ++odd_answers;
      latencies.push(ms);
      if (++done % Math.ceil(turns / intervals) === 0) {
        samples.push(sample_of(here, bot, latencies, (performance.now() - since) / 1000, done));
        const last = samples.at(-1);
        console.error(`${(100 * done / turns).toFixed(0)} %: ${Math.round(last.per_second)} turns/s, p99 ${last.p99.toFixed(1)} ms, memory ${last.rss.toFixed(1)} MB, ${last.descriptors} descriptors, file ${last.file.toFixed(0)} MB, ${imports.done} imports`);
        [latencies, since] = [[], performance.now()];
        if (samples.length % 5 === 0) import_again();
      }
    }
  };
  await Promise.all(Array.from({length: Number(options.connections)}, worker));
  await imports.running;
  agent.destroy();
  return {samples, imports: imports.done, odd_answers};
}

/** [what, holds, figures] */
function judge(samples) {
  const tenth = Math.floor(samples.length / 10);
  const [early, late] = [samples.slice(tenth, 2 * tenth), samples.slice(-tenth)];
  const middle = (list, name) => median(list.map(one => one[name]));
  const memory = middle(late, 'rss') / middle(early, 'rss') - 1;
  const descriptors = Math.max(...late.map(one => one.descriptors)) - Math.max(...early.map(one => one.descriptors));
  const p99 = middle(late, 'p99') / middle(early, 'p99');
  return [
    ['memory within 5 % after the first tenth', memory <= 0.05, `${middle(early, 'rss').toFixed(1)} MB in the second tenth, ${middle(late, 'rss').toFixed(1)} MB in the last (${(100 * memory).toFixed(1)} %)`],
    ['no more descriptors', descriptors <= 2, `${descriptors >= 0 ? '+' : ''}${descriptors}`],
    ['p99 at most half as long again', p99 <= 1.5, `${middle(early, 'p99').toFixed(1)} ms, then ${middle(late, 'p99').toFixed(1)} ms`],
  ];
}

function report({samples, imports, odd_answers}, load, verdicts) {
  const lines = [`# Soak: ${turns} turns, ${options.tasks} tasks, ${options.connections} connections, ${new Date().toISOString().slice(0, 16)}Z`, '',
    `${Object.entries(load.counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${imports} imports meanwhile; ${odd_answers} answers with another status than expected.`, '',
    '| what | holds | figures |', '|---|---|---|', ...verdicts.map(([what, holds, figures]) => `| ${what} | ${holds ? 'yes' : '**no**'} | ${figures} |`), '',
    '| turns | turns/s | p50 ms | p99 ms | memory MB | of it own MB | descriptors | file MB |', '|---|---|---|---|---|---|---|---|'];
  for (const one of samples) {
    lines.push(`| ${one.turns} | ${Math.round(one.per_second)} | ${one.p50.toFixed(2)} | ${one.p99.toFixed(2)} | ${one.rss.toFixed(1)} | ${one.anon.toFixed(1)} | ${one.descriptors} | ${one.file.toFixed(0)} |`);
  }
  return `${lines.join('\n')}\n`;
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
const bot = await start_indgang(here);
const load = new Load(taker, {service_url: here.service_url});
await eventually(async () => (await fetch(`${bot.value}/health/ready`)).status === 200, 'the service to be ready');
const result = await soak(here, bot, taker, load);
const verdicts = judge(result.samples);
await bot.stop();
await taker.server.down();
await here.stop();
const text = report(result, load, verdicts);
writeFileSync(join(out, 'soak.md'), text);
console.log(text);
process.exit(verdicts.every(([, holds]) => holds) && result.odd_answers === 0 ? 0 : 1);

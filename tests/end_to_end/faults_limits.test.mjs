// The machine gives little: few file descriptors, little memory. Teams is answered all the same.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import net from 'node:net';

import {Service, program_file} from './support/program.mjs';
import {story} from './support/story.mjs';
import {eventually, gate} from './support/wait.mjs';

const question = 'hvem har snerydning?';

async function start_with(here, before, settings = {}) {
  const service = await Service.start([], {settings: {...here.settings, ...settings}, folder: here.folder, before});
  here.services.push(service);
}

/** Connections that say nothing. Those that were refused are closed by the service. */
const idle_connections = (here, count) => Promise.all(Array.from({length: count}, () => new Promise(resolve => {
  const socket = net.connect(Number(new URL(here.service.url).port), '127.0.0.1', () => resolve(socket));
  socket.on('error', () => resolve(socket));
})));

story('limits: 64 descriptors, and strangers hold all the connections that they get: an answer that waits is sent meanwhile, Teams comes in when they leave', {serve: false}, async here => {
  await start_with(here, 'ulimit -n 64');
  const chat = here.place('personal');
  const held = gate();
  here.teams.token_server.steps.push({held: held.opened});
  assert.equal((await here.deliver(chat.says(question))).status, 200);
  const strangers = await idle_connections(here, 200);
  held.open();
  await here.teams.connector.messages_in(chat.id);
  strangers.forEach(socket => socket.destroy());
  await eventually(async () => (await here.get('/metrics').catch(() => undefined))?.status === 200, 'the door to be free');
  await here.ask(chat, 'hvem har byggetilladelser?');
  assert.ok(here.service.lines.filter(line => line.event === 'http_accept_failed').length <= 1, 'it is said once at most');
});

story('limits: 64 descriptors: half the connections idle, and forty questions at once are answered', {serve: false, settings: {INDGANG_CLOUD_REQUESTS_PER_SECOND: '0'}}, async here => {
  await start_with(here, 'ulimit -n 64');
  const strangers = await idle_connections(here, 8);
  const asked = Array.from({length: 40}, () => here.place('personal')).map(chat => ({chat, activity: chat.says(question)}));
  await Promise.all(asked.map(({activity}) => eventually(async () => (await here.deliver(activity).catch(() => undefined))?.status === 200, 'the question to be taken')));
  for (const {chat} of asked) await here.teams.connector.messages_in(chat.id);
  assert.equal(here.teams.connector.messages.length, asked.length);
  strangers.forEach(socket => socket.destroy());
});

/** Sanitizers reserve terabytes of addresses: there the resident memory is limited instead. */
const sanitized = () => /__[atm]san_init/.test(execFileSync('sh', ['-c', `nm -D --defined-only '${program_file}' 2>/dev/null; nm --defined-only '${program_file}' 2>/dev/null | grep san_init || true`], {maxBuffer: 1 << 28}).toString());

story('limits: memory for the program and 256 MB: a flood of large bodies and large questions ends in refusals, not in the end of the service', {serve: false}, async here => {
  const resident = 'hard_rss_limit_mb=1500';
  if (sanitized()) await start_with(here, 'true', Object.fromEntries(['ASAN_OPTIONS', 'TSAN_OPTIONS'].map(name => [name, [process.env[name], resident].filter(Boolean).join(':')])));
  else await start_with(here, 'ulimit -v 524288');
  const chat = here.place('personal');
  await here.ask(chat, question);
  const body = JSON.stringify({...chat.says('x'), text: 'hvem har snerydning '.repeat(45_000)});
  const statuses = new Set();
  for (let round = 0; round < 2; ++round) {
    const answers = await Promise.all(Array.from({length: 24}, (_, n) => here.post(body.replace(/"id":"\d+"/, `"id":"${round}${n}"`), n % 2 ? {authorization: `Bearer ${here.teams.token()}`} : {}).catch(() => undefined)));
    answers.forEach(answer => statuses.add(answer?.status));
  }
  assert.ok(statuses.has(401), [...statuses].join(' '));
  assert.equal(here.service.ended, undefined);
  const other = here.place('personal');
  await here.ask(other, question);
});

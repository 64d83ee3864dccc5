// Load by wrk on a bot, and what it costs the bot.
import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {promisify} from 'node:util';

import {eventually} from '../../end_to_end/support/wait.mjs';
import {root} from './places.mjs';
import {cores, cpu_times_us, pin} from './processes.mjs';

const run_file = promisify(execFile);
const all_cores = `0-${cores - 1}`;
let runs = 0;

/** The bot alone on core 0, load and connector on core 1; or everything where the system puts it. */
export function place(here, bot, pinned) {
  pin(bot.pid, pinned ? '0' : all_cores);
  pin(here.connector.pid, pinned ? '1' : all_cores);
}

/** Runs wrk with a script of support/; the figures of its closing line. */
export async function wrk(url, script, {connections, seconds, pinned, env = {}}) {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '30s', '-s', join(root, 'tests/bench/support', script), url];
  const command = pinned ? ['taskset', ['-c', '1', 'wrk', ...args]] : ['wrk', args];
  const {stdout} = await run_file(...command, {env: {PATH: process.env.PATH, ...env}});
  const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)[1]);
  if (result.bad_status + result.broken > 0) throw new Error(`${url}: ${result.bad_status} answers with a bad status, ${result.broken} broken connections`);
  return result;
}

/** Waits until nothing comes any more: what was under way when the load ended must not count for the next. */
async function settle(here) {
  let last = await here.posts();
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 300));
    const now = await here.posts();
    if (now === last) return now;
    last = now;
  }
}

/** From now on: turns => {cpu: us a turn, system: the kernel's share of them}. */
function cpu_since(pid) {
  const before = cpu_times_us(pid);
  return turns => {
    const now = cpu_times_us(pid);
    const [user, system] = [now.user - before.user, now.system - before.system];
    return {cpu: (user + system) / turns, system: system / (user + system)};
  };
}

/** Questions for some seconds; ends when every answer has reached the connector. Times in ms, CPU in us a turn. */
export async function load(here, contestant, bot, {connections, seconds, pinned}) {
  place(here, bot, pinned);
  const env = {LOAD_FOLDER: here.folder, LOAD_TOKEN: here.token_file(contestant.token), LOAD_RUN: `${Date.now()}${++runs}`};
  const [before, began] = [await here.posts(), performance.now()];
  const spent = cpu_since(bot.pid);
  const result = await wrk(bot.value, 'load.lua', {connections, seconds, pinned, env});
  // With fewer answers than connections the slow ones are not among them: that is no latency.
  const told = result.requests >= connections;
  const figures = {p50: told ? result.p50 / 1000 : NaN, p99: told ? result.p99 / 1000 : NaN};
  if (contestant.silent) return {...figures, per_second: result.requests * 1e6 / result.us, ...spent(result.requests)};
  await eventually(async () => (await here.posts()) - before >= result.requests, 'every answer to reach the connector', 60_000);
  const per_second = ((await here.posts()) - before) * 1000 / (performance.now() - began);
  return {...figures, per_second, ...spent((await settle(here)) - before)};
}

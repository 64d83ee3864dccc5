// What the service promises of its speed, and whether this run kept it.
import {table, whole} from './markdown.mjs';

const goal_connections = 64;
const reached = (value, good) => (value === undefined || Number.isNaN(value) ? 'not measured' : good(value) ? 'yes' : '**no**');

/** Ours beside the best of the Node bots at 64 connections, in one of the two places. */
function against_peers(rows, where, word) {
  const there = rows.filter(row => row.connections === goal_connections && row.where === where);
  const own = there.find(row => row.name === 'Indgang');
  const peers = there.filter(row => row.peer);
  if (!own || peers.length === 0) return [];
  const fastest = peers.reduce((best, row) => (row.per_second > best.per_second ? row : best));
  const steadiest = peers.reduce((best, row) => (row.p99 < best.p99 || Number.isNaN(best.p99) ? row : best));
  const [speed, tail] = [own.per_second / fastest.per_second, own.p99 / steadiest.p99];
  return [
    [`turns a second, ${word}: at least 25 times the best Node bot's`, `${speed.toFixed(1)} times ${fastest.name}'s ${whole(fastest.per_second)}`, reached(speed, value => value >= 25)],
    [`p99, ${word}: at most a tenth of the best Node bot's`, `${own.p99.toFixed(1)} ms, ${(100 * tail).toFixed(1)} % of ${steadiest.name}'s ${steadiest.p99.toFixed(0)} ms`, reached(tail, value => value <= 0.1)],
  ];
}

/** `found`: {rows, first, memory, large: {tasks, peak_mb}, tls}. Each goal beside what was measured. */
export function goals_section({rows, first, memory, large, tls}) {
  const own = (connections, where = 'pinned') => rows.find(row => row.name === 'Indgang' && row.connections === connections && row.where === where);
  const echo = rows.find(row => row.silent && row.connections === 1 && row.where === 'pinned');
  const cpu = own(goal_connections)?.cpu;
  const cpu_list = rows.filter(row => row.name === 'Indgang' && row.where === 'pinned').map(row => `${row.connections}: ${row.cpu.toFixed(0)}`).join(', ');
  const ratio = own(1) && echo && own(1).p50 / echo.p50;
  const large_mb = large?.peak_mb;
  const lines = [
    ...against_peers(rows, 'pinned', 'one core for the bot'),
    ...against_peers(rows, 'box', 'whole box'),
    [`CPU a question turn at ${goal_connections} connections: at most 150 us`, cpu_list ? `us by connections: ${cpu_list}` : '', reached(cpu, value => value <= 150)],
    ['p50 at one connection: at most 8 times the bare Beast echo\'s', ratio ? `${ratio.toFixed(1)} times (${(1000 * own(1).p50).toFixed(0)} us, ${(1000 * echo.p50).toFixed(0)} us)` : '', reached(ratio, value => value <= 8)],
    ['peak memory, 10,000 tasks: under 32 MB', `${memory.Indgang.toFixed(1)} MB after all loads`, reached(memory.Indgang, value => value < 32)],
    ['peak memory, 1,000,000 tasks: under 400 MB', large_mb ? `${large_mb.toFixed(0)} MB at ${whole(large.tasks)} tasks, after load` : '', reached(large?.tasks >= 1e6 ? large_mb : undefined, value => value < 400)],
    ['start to first answer: under 0.1 s', `${first.Indgang.toFixed(0)} ms`, reached(first.Indgang, value => value < 100)],
    ['TLS on kept connections: nginx\'s level (at least 0.9 times)', tls?.ratio ? `${tls.ratio.toFixed(2)} times nginx's requests a second` : '', reached(tls?.ratio, value => value >= 0.9)],
  ];
  return `## Goals\n\n${table(['goal', 'measured', 'reached'], lines)}`;
}

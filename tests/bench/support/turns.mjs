// Everybody's turns under the same load, taken in turn; and the section that shows them.
import {check_tokens, first_answer_ms} from './door.mjs';
import {load} from './load.mjs';
import {table, whole} from './markdown.mjs';
import {lines} from './plot.mjs';
import {cores, median, peak_mb} from './processes.mjs';

const where_words = {pinned: 'one core for the bot', box: 'whole box'};
const members = ['per_second', 'p50', 'p99', 'cpu'];

/** Each of the connections with a core for the bot; then the whole box at 64 and at the most connections. */
function cases_of(connections) {
  if (cores === 1) return connections.map(count => ({connections: count, where: 'box'}));
  const box = connections.filter(count => count === 64 || count === Math.max(...connections));
  return [...connections.map(count => ({connections: count, where: 'pinned'})), ...box.map(count => ({connections: count, where: 'box'}))];
}

/** Name -> median milliseconds; the echo answers nobody's question. */
export async function measure_starts(here, taking_part, rounds) {
  const first = {};
  for (const contestant of taking_part.filter(one => !one.silent)) {
    const samples = [];
    for (let round = 0; round < rounds; ++round) samples.push(await first_answer_ms(here, contestant));
    first[contestant.name] = median(samples);
  }
  return first;
}

/** {rows, memory, refusals, bots}: the bots still run; stop them. */
export async function measure_turns(here, taking_part, {connections, seconds, rounds}) {
  const bots = {};
  const refusals = {};
  for (const contestant of taking_part) {
    const bot = bots[contestant.name] = await contestant.start(here);
    if (!contestant.silent) refusals[contestant.name] = await check_tokens(here, contestant, bot);
  }
  // Warm: connections, compilers, conversations.
  for (const contestant of taking_part) await load(here, contestant, bots[contestant.name], {connections: 16, seconds: Math.min(4, 2 * seconds), pinned: cores > 1});
  const rows = [];
  for (const one of cases_of(connections)) {
    const samples = Object.fromEntries(taking_part.map(({name}) => [name, []]));
    for (let round = 0; round < rounds; ++round) {
      for (const contestant of taking_part) samples[contestant.name].push(await load(here, contestant, bots[contestant.name], {connections: one.connections, seconds, pinned: one.where === 'pinned'}));
    }
    for (const {name, peer, silent} of taking_part) {
      rows.push({...one, name, peer, silent, ...Object.fromEntries(members.map(member => [member, median(samples[name].map(sample => sample[member]))]))});
      console.error(`${one.connections} connections, ${where_words[one.where]}: ${name}: ${whole(rows.at(-1).per_second)} turns/s`);
    }
  }
  const memory = Object.fromEntries(taking_part.map(({name}) => [name, peak_mb(bots[name].pid)]));
  return {rows, memory, refusals, bots};
}

const milliseconds = value => (Number.isNaN(value) ? 'fewer answers than connections' : value.toFixed(2));

export function turns_section({rows}) {
  const cells = rows.map(row => {
    const own = rows.find(other => other.connections === row.connections && other.where === row.where && other.name === 'Indgang');
    const ratio = row.name === 'Indgang' || row.per_second === 0 ? '' : `${(own.per_second / row.per_second).toPrecision(3)}x`;
    return [row.connections, where_words[row.where], row.name, whole(row.per_second), milliseconds(row.p50), milliseconds(row.p99), Number.isFinite(row.cpu) ? row.cpu.toFixed(0) : '', ratio];
  });
  return `## Turns\n\n${table(['connections', 'where', 'who', 'turns/s', 'p50 ms', 'p99 ms', 'CPU us a turn', 'Indgang is'], cells)}`;
}

/** `binary`: {bytes, stripped}. */
export function processes_section({first, memory, refusals}, binary) {
  const mb = bytes => (bytes / 1048576).toFixed(1);
  const cells = Object.keys(memory).map(name => [name, first[name]?.toFixed(0) ?? '', memory[name].toFixed(1), refusals[name] ? `${refusals[name][0]}, ${refusals[name][1]}` : 'asks for none']);
  return `## Start, memory, size

Start: from the start of the process to the first reply at the connector, the database imported before. Memory: the peak of the process after all loads.
The program has ${mb(binary.bytes)} MB, stripped ${mb(binary.stripped)} MB (shared libraries not counted).

${table(['who', 'start to first answer ms', 'peak memory MB', 'status to a forged token, to none'], cells)}`;
}

export function turns_charts({rows}) {
  const names = [...new Set(rows.map(row => row.name))];
  const where = cores > 1 ? 'pinned' : 'box';
  const chart = (title, member) => lines({
    title, x_label: 'connections',
    series: names.map(name => ({name, points: rows.filter(row => row.name === name && row.where === where).map(row => [row.connections, row[member]])})),
  });
  return [chart('Turns a second, one core for the bot', 'per_second'), chart('p99, milliseconds', 'p99')];
}

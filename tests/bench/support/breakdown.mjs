// Where the time of one turn goes: the service under load at 64 connections, watched by perf.
import {rmSync} from 'node:fs';
import {join} from 'node:path';

import {load} from './load.mjs';
import {table} from './markdown.mjs';
import {bars} from './plot.mjs';
import {has_perf, parts, read, record} from './profile.mjs';

/** {rows: [[part, share, us]], samples}, or {missing: why}. The CPU of a turn is measured before, without perf. */
export async function measure_breakdown(here, contestant, bot, {seconds, connections = 64, pinned = true}) {
  if (!has_perf()) return {missing: 'perf is not installed here (Debian: linux-perf), so nothing was watched.'};
  const {cpu, system} = await load(here, contestant, bot, {connections, seconds, pinned});
  const file = join(here.folder, 'perf.data');
  try {
    const [watched] = await Promise.allSettled([record(bot.pid, seconds, file), load(here, contestant, bot, {connections, seconds: seconds + 2, pinned})]);
    if (watched.status === 'rejected') return {missing: `perf could not watch: ${watched.reason.message}`};
    const {by_part, by_function} = await read(file);
    const samples = [...by_part.values()].reduce((sum, count) => sum + count, 0);
    if (samples === 0) return {missing: 'perf brought no samples.'};
    const rows = parts.map(part => [part, (by_part.get(part) ?? 0) / samples]).map(([part, share]) => [part, share, share * cpu]);
    const functions = [...by_function].sort(([, a], [, b]) => b - a).slice(0, 15).map(([name, count]) => [name, count / samples, count / samples * cpu]);
    return {rows, functions, samples, cpu, system, connections};
  } finally {
    rmSync(file, {force: true});
  }
}

export function breakdown_section(found) {
  const head = '## Where the time of one turn goes';
  if (found.missing) return `${head}\n\nNot measured: ${found.missing}`;
  const cells = ([name, share, us]) => [name, `${(100 * share).toFixed(1)} %`, us.toFixed(1)];
  return `${head}

${found.samples} samples of the processor's time at ${found.connections} connections, each counted to the innermost function of ours on its stack (memory and JSON
count to whoever asked for them); the kernel's own by what it was doing. A turn costs ${found.cpu.toFixed(0)} us, measured without perf; the shares divide it. (The
system's own count says that the kernel has ${(100 * found.system).toFixed(0)} % of it.)

${table(['part', 'share', 'us a turn'], [...found.rows.map(cells), ['together', '100 %', found.cpu.toFixed(1)]])}

The functions of ours that most samples were in, or below with nothing of ours between:

${table(['function', 'share', 'us a turn'], found.functions.map(cells))}`;
}

export const breakdown_charts = found => (found.missing ? [] : [bars({title: 'One turn: CPU by part', unit: 'us', rows: found.rows.filter(([, share]) => share >= 0.005).map(([part, , us]) => [part, us])})]);

// Programs that are measured and those around them: starting, pinning to a core, reading /proc.
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {createInterface} from 'node:readline';

const ticks_per_second = Number(execFileSync('getconf', ['CLK_TCK']));
export const cores = cpus().length;

/** Starts a program and waits for the line that `ready` turns into something truthy. `stream`: where that line comes. */
export async function start(file, args, {env = {}, cwd, stream = 'stdout', ready}) {
  const child = spawn(file, args, {env: {PATH: process.env.PATH, ...env}, cwd, stdio: ['ignore', 'pipe', 'pipe']});
  const started = performance.now();
  const other = stream === 'stdout' ? 'stderr' : 'stdout';
  let noise = '';
  child[other].setEncoding('utf8').on('data', text => { noise = (noise + text).slice(-4000); });
  const value = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', status => reject(new Error(`${file} ended with status ${status}: ${noise}`)));
    const lines = createInterface({input: child[stream]});
    lines.on('line', line => {
      const found = ready(line);
      if (found) {
        lines.close();
        child[stream].resume();  // the log flows on; nobody splits it into lines
        resolve(found);
      } else {
        noise = (noise + line + '\n').slice(-4000);
      }
    });
  });
  return {pid: child.pid, value, started, stop: () => stop(child)};
}

function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.removeAllListeners('exit');
    child.on('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** All threads of a process, from now on, run on these cores (e.g. "0", or "0-1"). */
export function pin(pid, where) {
  execFileSync('taskset', ['-a', '-c', '-p', where, String(pid)], {stdio: 'ignore'});
}

/** CPU time of all threads so far, in microseconds: {user, system}. */
export function cpu_times_us(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return {user: Number(fields[11]) * 1e6 / ticks_per_second, system: Number(fields[12]) * 1e6 / ticks_per_second};
}

/** Both together. */
export function cpu_us(pid) {
  const {user, system} = cpu_times_us(pid);
  return user + system;
}

/** Largest resident memory so far, in MB. */
export function peak_mb(pid) {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

/** NaN as soon as one of them is. */
export const median = values => {
  if (values.some(Number.isNaN)) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length % 2 ? sorted[sorted.length >> 1] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

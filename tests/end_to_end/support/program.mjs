// The real program: one-shot commands, and the service from start to stop.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {Growing, patience_ms} from './wait.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const program_file = resolve(process.env.INDGANG_PROGRAM ?? `${root}build/release/indgang`);
if (!existsSync(program_file)) throw new Error(`there is no program at ${program_file}: build it with './dev build', or name another in INDGANG_PROGRAM`);

const sanitizer_report = /(?:Address|Leak|Thread|UndefinedBehavior)Sanitizer|runtime error:/;

/** Settings of ours do not leak in; what sanitizers and the loader need does. The machine is far away: only the municipality's own zone counts. */
function environment(settings) {
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|LANG|TMPDIR|HOME|[ATUL]+SAN_OPTIONS|LD_LIBRARY_PATH)$/.test(name));
  return {...Object.fromEntries(kept), TZ: 'Pacific/Auckland', ...settings};
}

/** Runs one command to its end; one that goes on beyond the deadline is killed and has no status. */
export function command(args, {settings = {}, input = '', folder, deadline_ms = 2 * patience_ms} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program_file, args, {env: environment(settings), cwd: folder});
    const timer = setTimeout(() => child.kill('SIGKILL'), deadline_ms);
    const out = {stdout: '', stderr: ''};
    for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', text => { out[name] += text; });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (sanitizer_report.test(out.stderr)) reject(new Error(`a sanitizer found something:\n${out.stderr}`));
      else resolve({status, signal, ...out});
    });
    child.stdin.on('error', () => {});  // it may end without reading
    child.stdin.end(input);
  });
}

/** `indgang serve`, from the line that says it is ready to its end. */
export class Service extends Growing {
  url = '';
  lines = [];     ///< the log, each line parsed
  output = '';    ///< everything that was written, to search for what must not be there
  faults = [];
  ended;          ///< {status, signal} when it is over
  #child;
  #rest = '';

  /** `before`: a shell command that sets limits for the program, such as "ulimit -n 64". */
  static async start(args, {settings, folder, before}) {
    const service = new Service();
    const [file, ...first] = before ? ['/bin/sh', '-c', `${before} && exec "$0" "$@"`, program_file] : [program_file];
    service.#child = spawn(file, [...first, 'serve', ...args], {env: environment(settings), cwd: folder, stdio: ['ignore', 'pipe', 'pipe']});
    service.#child.stdout.setEncoding('utf8').on('data', text => {
      service.output += text;
      service.faults.push(`serve wrote to standard output: ${text}`);
    });
    service.#child.stderr.setEncoding('utf8').on('data', text => service.#read(text));
    service.#child.on('close', (status, signal) => {
      service.ended = {status, signal};
      service.grown();
    });
    const ready = await service.until(() => service.ended ?? service.lines.find(line => line.event === 'ready'), () => `the service to be ready; it said: ${service.output}`);
    if (service.ended) throw new Error(`the service ended with ${JSON.stringify(service.ended)} before it was ready:\n${service.output}`);
    service.url = ready.url;
    return service;
  }

  get pid() {
    return this.#child.pid;
  }

  #read(text) {
    this.output += text;
    const parts = (this.#rest + text).split('\n');
    this.#rest = parts.pop();
    for (const part of parts) {
      try {
        this.lines.push(JSON.parse(part));
      } catch {
        this.faults.push(`a log line is no JSON: ${part}`);
      }
    }
    this.grown();
  }

  /** Waits for a log line. */
  log(look, what) {
    return this.until(() => this.lines.find(look), () => `the log line ${what}; the log: ${this.output}`);
  }

  signal(name) {
    this.#child.kill(name);
  }

  async end() {
    return this.until(() => this.ended, () => `the service to end; its log: ${this.output}`);
  }

  /** SIGTERM; the program must end with status 0. */
  async stop() {
    if (this.ended) return;
    this.signal('SIGTERM');
    const {status, signal} = await this.end();
    if (status !== 0) this.faults.push(`the service ended with status ${status}, signal ${signal}:\n${this.output.slice(-4000)}`);
  }

  /** kill -9. */
  async kill() {
    this.signal('SIGKILL');
    await this.end();
  }

  check() {
    if (sanitizer_report.test(this.output)) this.faults.push(`a sanitizer found something:\n${this.output}`);
    return this.faults;
  }
}

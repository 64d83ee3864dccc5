#!/usr/bin/env node
// Runs every test of this folder against the program in INDGANG_PROGRAM (or the release build) and counts them.
// usage: run.mjs [part of a file's name]...
// Each file is a process of its own with a deadline: one that hangs is named and counted as failed, and the others still run.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const minutes = 12 + Number(process.env.INDGANG_KILLS ?? 0);
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter(name => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some(part => name.includes(part))));
if (files.length === 0) {
  console.error(`no test file has ${wanted.join(' or ')} in its name`);
  process.exit(2);
}

/** Runs one file and gives how many tests passed and failed. */
function run(name, folder) {
  console.log(`\n${name}`);
  const tap = join(folder, `${name}.tap`);
  const {status, error} = spawnSync(process.execPath, ['--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap',
    `--test-reporter-destination=${tap}`, join(here, name)], {stdio: ['ignore', 'inherit', 'inherit'], timeout: minutes * 60_000, killSignal: 'SIGKILL'});
  const text = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
  const count = what => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  if (error?.code === 'ETIMEDOUT') console.log(`✖ ${name} did not end within ${minutes} minutes; the last test above is the last that did`);
  else if (status !== 0 && failed === 0) console.log(`✖ ${name} ended with status ${status}`);
  return {passed: count('pass'), failed: status === 0 ? failed : Math.max(failed, 1)};
}

const folder = mkdtempSync(join(tmpdir(), 'indgang-run-'));
const results = files.map(name => run(name, folder));
rmSync(folder, {recursive: true});
const sum = what => results.reduce((all, result) => all + result[what], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

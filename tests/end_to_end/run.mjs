#!/usr/bin/env node
// Runs every test of this folder against the program in INDGANG_PROGRAM (or the release build) and counts them.
// usage: run.mjs [part of a file's name]...
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter(name => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some(part => name.includes(part))));
if (files.length === 0) {
  console.error(`no test file has ${wanted.join(' or ')} in its name`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'indgang-run-'));
const tap = join(folder, 'result.tap');
const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap',
  `--test-reporter-destination=${tap}`, ...files.map(name => join(here, name))], {stdio: ['ignore', 'inherit', 'inherit']});
const text = readFileSync(tap, 'utf8');
rmSync(folder, {recursive: true});
const count = name => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
const failed = count('fail') + count('cancelled');
console.log(`${count('pass')} passed, ${failed} failed`);
process.exit(run.status === 0 && failed === 0 && count('pass') > 0 ? 0 : 1);

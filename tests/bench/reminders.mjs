#!/usr/bin/env node
// What is planned: asking for the next, a run when none is due, and many that fall due at once.
// usage: reminders.mjs [--planned 100000] [--due 1000]
import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {built, root} from './support/places.mjs';

const {values: options} = parseArgs({options: {planned: {type: 'string', default: '100000'}, due: {type: 'string', default: '1000'}}});
const folder = join(root, 'build', 'bench', 'reminders');
rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
const figures = JSON.parse(execFileSync(built('bench_reminders'), [folder, options.planned, options.due], {encoding: 'utf8'}));
rmSync(folder, {recursive: true});
const text = `# Reminders: ${figures.planned.toLocaleString('en')} planned, ${new Date().toISOString().slice(0, 16)}Z

| what | figure |
|---|---|
| asking for the next | ${figures.look_us.toFixed(1)} us |
| a run when none is due | ${figures.idle_us.toFixed(1)} us |
| ${figures.due} own reminders due at once: ${figures.own_messages} messages | ${figures.own_s.toFixed(2)} s (CPU ${figures.own_cpu_s.toFixed(2)} s) |
| ${figures.due} gatherings' reminders due at once, ten people each: ${figures.gathering_messages} messages | ${figures.gatherings_s.toFixed(2)} s (CPU ${figures.gatherings_cpu_s.toFixed(2)} s) |
`;
writeFileSync(join(root, 'build', 'bench', 'reminders.md'), text);
console.log(text);

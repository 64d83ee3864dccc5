#!/usr/bin/env node
// Where the time of one turn goes, alone.
// usage: breakdown.mjs [--tasks 10000] [--seconds 4]
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {breakdown_charts, breakdown_section, measure_breakdown} from './support/breakdown.mjs';
import {contestants} from './support/contestants.mjs';
import {load} from './support/load.mjs';
import {machine, write_report} from './support/markdown.mjs';
import {out} from './support/places.mjs';
import {sheet} from './support/plot.mjs';
import {cores} from './support/processes.mjs';
import {Surroundings} from './support/surroundings.mjs';

const {values: options} = parseArgs({options: {tasks: {type: 'string', default: '10000'}, seconds: {type: 'string', default: '4'}}});
const began = machine();
const here = await Surroundings.make(join(out, 'work'), Number(options.tasks));
const [own] = contestants(true);
const bot = await own.start(here);
const pinned = cores > 1;
await load(here, own, bot, {connections: 16, seconds: 2, pinned});
const found = await measure_breakdown(here, own, bot, {seconds: Number(options.seconds), pinned});
await bot.stop();
await here.stop();
const charts = breakdown_charts(found);
write_report('breakdown', `One turn, ${options.tasks} tasks`, [began, breakdown_section(found)], charts.length ? sheet(charts) : undefined);

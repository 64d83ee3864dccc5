#!/usr/bin/env node
// TLS on kept connections beside nginx.
// usage: tls.mjs [--seconds 4] [--rounds 3] [--connections 1,16,64]
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {machine, write_report} from './support/markdown.mjs';
import {out} from './support/places.mjs';
import {sheet} from './support/plot.mjs';
import {cores} from './support/processes.mjs';
import {measure_tls, tls_charts, tls_section} from './support/secure.mjs';
import {Surroundings} from './support/surroundings.mjs';

const {values: options} = parseArgs({options: {seconds: {type: 'string', default: '4'}, rounds: {type: 'string', default: '3'}, connections: {type: 'string', default: '1,16,64'}}});
const began = machine();
const here = await Surroundings.make(join(out, 'work'), 1000);
const found = await measure_tls(here, {seconds: Number(options.seconds), rounds: Number(options.rounds), connections: options.connections.split(',').map(Number), pinned: cores > 1});
await here.stop();
const charts = tls_charts(found);
write_report('tls', 'TLS beside nginx', [began, tls_section(found)], charts.length ? sheet(charts) : undefined);

#!/usr/bin/env node
// Draws every approved card (tests/golden/cards/*.json) narrow and wide with Microsoft's renderer, and counts what is well.
// usage: run.mjs [FILE.json]...
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {Renderer} from './renderer.mjs';
import {bad_cards, good_cards} from './self_check.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const golden = join(root, 'tests/golden/cards');
const pictures = join(root, 'build/card-screenshots');
const widths = {narrow: 320, wide: 720};
const counts = {passed: 0, failed: 0};

function report(name, faults) {
  ++counts[faults.length === 0 ? 'passed' : 'failed'];
  if (faults.length > 0) console.log(`FAILED ${name}\n${[...new Set(faults)].map(fault => `  ${fault}\n`).join('')}`);
}

/** A file holds a card, or an activity that carries one. */
const card_in = value => value.attachments?.[0]?.content ?? value.card ?? value;

async function check_ourselves(renderer) {
  for (const [name, card] of Object.entries(good_cards)) {
    for (const [label, width] of Object.entries(widths)) report(`self-check: ${name}, ${label}`, await renderer.faults(card, width));
  }
  for (const [name, [card, expected]] of Object.entries(bad_cards)) {
    const faults = await renderer.faults(card, widths.narrow);
    report(`self-check: finds ${name}`, faults.some(fault => expected.test(fault)) ? [] : [`found only: ${faults.join('; ') || 'nothing'}`]);
  }
}

async function check_card(renderer, file) {
  const name = basename(file, '.json');
  const card = card_in(JSON.parse(readFileSync(file, 'utf8')));
  for (const [label, width] of Object.entries(widths)) {
    report(`${name}, ${label}`, await renderer.faults(card, width, join(pictures, `${name}-${label}.png`)));
  }
}

const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(golden).filter(name => name.endsWith('.json')).sort().map(name => join(golden, name));
mkdirSync(pictures, {recursive: true});
try {
  const renderer = await Renderer.start();
  await check_ourselves(renderer);
  for (const file of files) await check_card(renderer, file);
  await renderer.stop();
} catch (error) {
  console.error(error.message);
  ++counts.failed;
}
if (files.length === 0) report('the approved cards', [`there is none in ${golden}`]);
console.log(`${counts.passed} passed, ${counts.failed} failed (${files.length} cards, ${Object.values(widths).join(' and ')} px wide; pictures in build/card-screenshots)`);
process.exit(counts.failed === 0 ? 0 : 1);

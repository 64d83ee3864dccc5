#!/usr/bin/env node
// The rules of the house. Each rule first proves that it can fail.
import {cpp_rules} from './cpp_rules.mjs';
import {house_rules, length_max, length_noted} from './house_rules.mjs';
import {is_cpp, is_script, read_sources} from './sources.mjs';
import {listed} from './seen_through.mjs';

const counts = {passed: 0, failed: 0};

function report(name, faults) {
  ++counts[faults.length === 0 ? 'passed' : 'failed'];
  if (faults.length > 0) console.log(`FAILED ${name}\n${faults.map(fault => `  ${fault}\n`).join('')}`);
}

function check_rule(rule) {
  const blind = rule.bad.filter(files => rule.check(files).length === 0);
  const wrong = rule.good.flatMap(files => rule.check(files));
  report(`self-check of "${rule.name}"`, [...blind.map(files => `found nothing in ${JSON.stringify(files)}`), ...wrong.map(fault => `found fault with what is good: ${fault}`)]);
}

const files = read_sources();
for (const rule of [...cpp_rules, ...house_rules]) {
  check_rule(rule);
  report(rule.name, rule.check(files));
}
report('seen_through.mjs names only files that exist', listed.filter(path => !files.some(file => file.path === path)));

const long = files.map(({path, text}) => ({path, lines: text.split('\n').length - 1})).filter(({path, lines}) => (is_cpp(path) || is_script(path)) && lines > length_noted);
for (const {path, lines} of long) console.log(`look again: ${path} has ${lines} lines (the limit is ${length_max})`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);

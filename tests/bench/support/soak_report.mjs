// What the soak says of itself: did it hold, the figures, a plot.
import {lines, sheet} from './plot.mjs';
import {median} from './processes.mjs';

const million = 1_000_000;

/** [what, holds, figures]. "Early" is after the first million turns, or the second tenth of a shorter run. */
export function judge({samples, odd_answers}, turns) {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const begin = turns >= 2 * million ? samples.findIndex(one => one.turns >= million) : tenth;
  const early = samples.slice(begin, begin + tenth);
  const late = samples.slice(-tenth);
  const middle = (list, name) => median(list.map(one => one[name]));
  const growth = name => middle(late, name) / middle(early, name) - 1;
  const percent = share => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1)} %`;
  const said = (name, unit, digits = 1) => `${middle(early, name).toFixed(digits)} ${unit}, then ${middle(late, name).toFixed(digits)} ${unit} (${percent(growth(name))})`;
  // The fewest: a kept connection may live through any night, a leak is there in all of them.
  const fewest = list => Math.min(...list.map(one => one.descriptors));
  return [
    ['memory within 5 % after the first million', growth('rss') <= 0.05, said('rss', 'MB')],
    ['no descriptor more at night', fewest(late) <= fewest(early), `${fewest(early)}, then ${fewest(late)}`],
    ['p99 at most half as long again', growth('p99') <= 0.5, said('p99', 'ms')],
    ['data file within 5 %', growth('file') <= 0.05, said('file', 'MB', 0)],
    ['every answer has the status that was expected', odd_answers === 0, `${odd_answers} have another`],
  ];
}

/** Markdown. `soak`: what was seen. */
export function report({samples, imports, load, day}, {turns, turns_a_day, tasks, connections}, verdicts) {
  const text = [`# Soak: ${turns} turns in ${day} days of ${turns_a_day}, ${tasks} tasks, ${connections} connections, ${new Date().toISOString().slice(0, 16)}Z`, '',
    `${Object.entries(load.counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${imports} imports meanwhile.`, '',
    `**${verdicts.every(([, holds]) => holds) ? 'It held' : 'It did not hold'}.**`, '',
    '| what | holds | figures |', '|---|---|---|', ...verdicts.map(([what, holds, figures]) => `| ${what} | ${holds ? 'yes' : '**no**'} | ${figures} |`), '',
    '![Memory, file, descriptors and p99 over the turns](soak.svg)', '',
    '| turns | day | turns/s | p50 ms | p99 ms | memory MB | of it own MB | descriptors at night | file MB | journal MB |', '|---|---|---|---|---|---|---|---|---|---|'];
  for (const one of samples) {
    text.push(`| ${one.turns} | ${one.day} | ${Math.round(one.per_second)} | ${one.p50.toFixed(2)} | ${one.p99.toFixed(2)} | ${one.rss.toFixed(1)} | ${one.anon.toFixed(1)} | ${one.descriptors} | ${one.file.toFixed(0)} | ${one.wal.toFixed(1)} |`);
  }
  return `${text.join('\n')}\n`;
}

/** SVG. */
export function sheet_of(samples) {
  const over = (name, as) => ({name: as, points: samples.map(one => [one.turns, one[name]])});
  const x_label = 'turns';
  return sheet([
    lines({title: 'Memory (MB)', x_label, linear: true, series: [over('rss', 'memory'), over('anon', 'of it own')]}),
    lines({title: 'Data file (MB)', x_label, linear: true, series: [over('file', 'file'), over('wal', 'journal')]}),
    lines({title: 'Answer until the 200 (ms)', x_label, linear: true, series: [over('p50', 'p50'), over('p99', 'p99')]}),
    lines({title: 'Descriptors at night', x_label, linear: true, series: [over('descriptors', 'descriptors')]}),
  ]);
}

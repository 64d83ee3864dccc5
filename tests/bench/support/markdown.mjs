// Tables and headings of the reports, and the writing of them.
import {writeFileSync} from 'node:fs';
import {cpus, loadavg, release} from 'node:os';
import {join} from 'node:path';

import {out} from './places.mjs';

export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

export const whole = value => Math.round(value).toLocaleString('en');

/** The machine, in one line; `load` of others makes figures worthless, so it stands there. */
export const machine = () => `${cpus().length} cores (${cpus()[0].model.trim()}), Linux ${release()}, Node ${process.version}, load when it began ${loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 16)}Z`;

/** Writes build/bench/NAME.md (and NAME.svg, which it shows) and prints it. */
export function write_report(name, title, sections, picture) {
  const parts = [`# ${title}`, ...sections];
  if (picture) {
    writeFileSync(join(out, `${name}.svg`), picture);
    parts.splice(2, 0, `![${title}](${name}.svg)`);
  }
  const text = `${parts.join('\n\n')}\n`;
  writeFileSync(join(out, `${name}.md`), text);
  console.log(text);
}

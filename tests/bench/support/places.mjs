// Where the programs are and where reports go.
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, statSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const program = resolve(process.env.INDGANG_PROGRAM ?? `${root}build/release/indgang`);
export const out = join(root, 'build', 'bench');
mkdirSync(out, {recursive: true});

/** A measuring program of the build: it lies beside the service. */
export const built = name => join(dirname(program), name);

/** A program of one source, tests/bench/support/NAME.cpp, compiled as it is needed; the path of the program. */
export function compiled(name) {
  const source = `${root}tests/bench/support/${name}.cpp`;
  const file = join(out, name);
  if (!existsSync(file) || statSync(file).mtimeMs < statSync(source).mtimeMs) execFileSync('clang++', ['-std=c++20', '-O2', '-o', file, source, '-pthread']);
  return file;
}

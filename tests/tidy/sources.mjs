// The files of the project, and how to cut what a rule must not look at out of a text.
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const skipped = new Set(['.git', 'build', 'node_modules', '.cache', '.vscode', '.idea']);
const binary = /\.(png|zip|db|xlsx|ico|db-wal|db-shm)$/;

/** Every text file: {path, text}, paths from the root. */
export function read_sources(folder = root) {
  const files = [];
  for (const name of readdirSync(folder)) {
    if (skipped.has(name)) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) files.push(...read_sources(path));
    else if (!binary.test(name)) files.push({path: relative(root, path), text: readFileSync(path, 'utf8')});
  }
  return files;
}

export const is_cpp = path => /\.(cpp|hpp)$/.test(path);
export const is_header = path => path.endsWith('.hpp');
export const is_script = path => /\.(mjs|js|sh|py|lua)$/.test(path) || path === 'dev' || path.startsWith('.ci/');
export const library_of = path => /^(config|store|handlers|bot)\//.exec(path)?.[1];

/** C++ without comments; line breaks stay, so that line numbers hold. */
export function without_comments(text) {
  return text.replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[^]*?\*\//g, part => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));
}

/** The string literals of C++ code, raw ones too: {line, text}. */
export function literals(text) {
  const found = [];
  const code = text.replace(/^\s*#include.*$/gm, '');
  for (const match of code.matchAll(/R"(\w*)\(([^]*?)\)\1"|"((?:\\.|[^"\\\n])*)"|\/\/[^\n]*|'(?:\\.|[^'\\])'/g)) {
    const literal = match[2] ?? match[3];
    if (literal !== undefined) found.push({line: line_of(code, match.index), text: literal});
  }
  return found;
}

export const line_of = (text, index) => text.slice(0, index).split('\n').length;

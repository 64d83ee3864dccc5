// Where the processor time of a process goes, by `perf record`: each sample belongs to the first function on its stack, from the
// innermost outwards, that names a part of ours. So what is allocated or copied while a card is composed counts to the card.
import {spawn, spawnSync} from 'node:child_process';
import {createInterface} from 'node:readline';

/** [part, what the function's full name (without arguments) or its library begins with]. The first that fits. */
const kernel_parts = [
  ['kernel: network', /^(?:tcp_|inet_|sock_|ip_|__sys_(?:send|recv)|net_rx|__netif|skb_|loopback_)/],
  ['kernel: files', /^(?:ext4_|xfs_|btrfs_|overlayfs|ovl_|vfs_(?:write|read|fsync)|ksys_(?:pwrite|pread)|do_fsync|__x64_sys_(?:fsync|fdatasync|pwrite|fcntl)|fcntl_|jbd2_)/],
];
const own_parts = [
  ['token', /^bot::auth::/],
  ['parsing the activity', /^bot::activity::/],
  ['understanding', /^handlers::(?:understanding::|understand\b|anon::understand)/],
  ['finding', /^store::(?:search::|Finder|Catalogue\b)/],
  ['store (SQLite)', /^(?:store::|SQLite::|sqlite3|libsqlite3)/],
  ['outbox and post', /^bot::(?:connector::|http::(?:Client|ClientConnection|Pool)\b)/],
  ['HTTP door', /^(?:bot::http::|bot::MessagesEndpoint|bot::anon::App|boost::beast::)/],
  ['composing the answer', /^handlers::/],
  ['log', /^(?:config::log|config::anon)/],
  ['handing over (coroutines, threads)', /^(?:bot::|boost::asio::|__pthread|pthread_|__lll|__futex)/],
];
const other = 'other (start of threads, unknown)';
export const parts = [...own_parts, ...kernel_parts].map(([name]) => name).concat('kernel: waiting, waking, the rest', other);

/** The qualified name of a function without return type, template arguments and parameters. */
export function bare_name(symbol) {
  let depth = 0;
  let bare = '';
  const plain = symbol.replaceAll('(anonymous namespace)', 'anon').replace(/operator(?:<=>|<<|>>|<=|>=|->|<|>|\(\))/g, 'operator_');
  for (const sign of plain) {
    if (sign === '<' || sign === '(') ++depth;
    else if (sign === '>' || sign === ')') --depth;
    else if (depth === 0) bare += sign;
  }
  return bare.replace(/\[.*$/, '').replace(/ const\b.*$/, '').trim().split(' ').at(-1);
}

/** The part that a stack belongs to; `frames`: [{name, library}], innermost first. */
export function part_of(frames) {
  const fits = (table, frame) => table.find(([, pattern]) => pattern.test(frame.name) || pattern.test(frame.library))?.[0];
  const in_kernel = frames.filter(frame => frame.kernel);
  if (in_kernel.length > 0) {
    for (const frame of in_kernel) {
      const part = fits(kernel_parts, frame);
      if (part) return part;
    }
    return 'kernel: waiting, waking, the rest';
  }
  for (const frame of frames) {
    const part = fits(own_parts, frame);
    if (part) return part;
  }
  return other;
}

const frame_of = line => {
  const [, name, library] = /^\s*[0-9a-f]+ (.*) \((\S+)\)$/.exec(line) ?? [];
  return name && {name: bare_name(name.replace(/\+0x[0-9a-f]+$/, '')), library: library.split('/').at(-1), kernel: /^\[(?!unknown|vdso|heap|stack)/.test(library)};
};

export const has_perf = () => spawnSync('perf', ['--version']).status === 0;

/** Records a process for some seconds into `file`. */
export async function record(pid, seconds, file) {
  // The clock as the event: virtual machines often count no cycles. DWARF: the program keeps no frame pointers.
  const perf = spawn('taskset', ['-c', '1', 'perf', 'record', '-q', '-e', 'cpu-clock', '-F', '499', '--call-graph', 'dwarf,16384', '-p', String(pid), '-o', file, '--', 'sleep', String(seconds)], {stdio: ['ignore', 'ignore', 'pipe']});
  let said = '';
  perf.stderr.on('data', bytes => { said += bytes; });
  const status = await new Promise(resolve => { perf.on('close', resolve).on('error', error => { said += error; resolve(-1); }); });
  if (status !== 0) throw new Error(`perf record: ${said.trim()}`);
}

const count_up = (counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1);

/** Samples of a recording, counted two ways: {by_part, by_function}, each a Map name -> count. The latter: the innermost function of ours. */
export async function read(file) {
  const script = spawn('perf', ['script', '-i', file, '--no-inline', '-F', 'comm,ip,sym,dso'], {stdio: ['ignore', 'pipe', 'ignore']});
  const [by_part, by_function] = [new Map(), new Map()];
  let frames = [];
  const close_sample = () => {
    if (frames.length > 0) {
      count_up(by_part, part_of(frames));
      count_up(by_function, frames.find(({name}) => /^(?:bot|handlers|store|config)::/.test(name))?.name ?? 'none of ours');
    }
    frames = [];
  };
  for await (const line of createInterface({input: script.stdout})) {
    const frame = frame_of(line);
    if (frame) frames.push(frame);
    else if (line === '') close_sample();
  }
  close_sample();
  return {by_part, by_function};
}

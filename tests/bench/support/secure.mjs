// TLS on kept connections: our door beside nginx, each on one core, the same certificate, the same few bytes in answer.
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import https from 'node:https';
import {createServer} from 'node:net';
import {join} from 'node:path';

import {eventually} from '../../end_to_end/support/wait.mjs';
import {start_indgang} from './contestants.mjs';
import {wrk} from './load.mjs';
import {table, whole} from './markdown.mjs';
import {lines} from './plot.mjs';
import {cpu_us, median, pin} from './processes.mjs';

const path = '/health/live';

/** {status, text, protocol}: one request, whoever signed the certificate. */
function get(url) {
  return new Promise((resolve, reject) => {
    https.get(url, {rejectUnauthorized: false, agent: false}, response => {
      const protocol = `${response.socket.getProtocol()}, ${response.socket.getCipher().standardName}`;
      let text = '';
      response.on('data', part => { text += part; }).on('end', () => resolve({status: response.statusCode, text, protocol}));
    }).on('error', reject);
  });
}

const free_port = () => new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address();
    server.close(() => resolve(port));
  });
});

function certificate(folder) {
  const files = {certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem')};
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', files.key, '-out', files.certificate], {stdio: 'ignore'});
  return files;
}

const nginx_settings = (folder, port, files, body) => `
daemon off; master_process off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
  access_log off; server_tokens off; keepalive_requests 1000000000; keepalive_timeout 60s; default_type application/json;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} ssl; ssl_certificate ${files.certificate}; ssl_certificate_key ${files.key}; ssl_protocols TLSv1.2 TLSv1.3;
    location / { return 200 '${body}'; }
  }
}
`;

/** Answers the same body out of its memory, which is the fastest that nginx can. */
async function start_nginx(folder, files, body) {
  mkdirSync(folder, {recursive: true});
  const port = await free_port();
  const settings = join(folder, 'nginx.conf');
  writeFileSync(settings, nginx_settings(folder, port, files, body));
  const child = spawn('nginx', ['-p', folder, '-c', settings, '-e', join(folder, 'error.log')], {stdio: 'ignore'});
  const ended = new Promise(resolve => child.on('close', resolve));
  const value = `https://127.0.0.1:${port}`;
  await eventually(() => get(value + path).then(() => true, () => child.exitCode !== null), 'nginx to answer');
  if (child.exitCode !== null) throw new Error(`nginx ended with status ${child.exitCode}: see ${folder}/error.log`);
  return {pid: child.pid, value, stop: () => { child.kill('SIGTERM'); return ended; }};
}

export const has_nginx = () => spawnSync('nginx', ['-v']).status === 0;

/** {rows: [{connections, name, per_second, p50, p99, cpu}], ratio (at the most connections), protocols}, or {missing}. */
export async function measure_tls(here, {seconds, rounds, connections = [1, 16, 64], pinned = true}) {
  if (!has_nginx()) return {missing: 'nginx is not installed here.'};
  const files = certificate(here.folder);
  const own = await start_indgang(here, {INDGANG_SERVER_CERTIFICATE: files.certificate, INDGANG_SERVER_KEY: files.key});
  const {text} = await get(own.value.replace(/^http:/, 'https:') + path);
  const nginx = await start_nginx(join(here.folder, 'nginx'), files, text);
  const doors = {Indgang: own, nginx};
  const rows = [];
  const protocols = {};
  for (const [name, door] of Object.entries(doors)) {
    door.value = door.value.replace(/^http:/, 'https:');
    const answer = await get(door.value + path);
    if (answer.status !== 200 || answer.text !== text) throw new Error(`${name} answered ${answer.status}: ${answer.text}`);
    protocols[name] = answer.protocol;
    if (pinned) pin(door.pid, '0');
  }
  for (const count of connections) {
    const samples = {Indgang: [], nginx: []};
    for (let round = 0; round < rounds; ++round) {
      for (const [name, door] of Object.entries(doors)) {
        const before = cpu_us(door.pid);
        const result = await wrk(door.value + path, 'quick.lua', {connections: count, seconds, pinned});
        samples[name].push({per_second: result.requests * 1e6 / result.us, p50: result.p50 / 1000, p99: result.p99 / 1000, cpu: (cpu_us(door.pid) - before) / result.requests});
      }
    }
    for (const name of Object.keys(doors)) {
      const middle = member => median(samples[name].map(sample => sample[member]));
      rows.push({connections: count, name, per_second: middle('per_second'), p50: middle('p50'), p99: middle('p99'), cpu: middle('cpu')});
      console.error(`TLS, ${count} connections: ${name}: ${Math.round(rows.at(-1).per_second)} requests/s`);
    }
  }
  await own.stop();
  await nginx.stop();
  const at_most = name => rows.findLast(row => row.name === name).per_second;
  return {rows, protocols, bytes: text.length, ratio: at_most('Indgang') / at_most('nginx')};
}

export function tls_section(found) {
  const head = '## TLS on kept connections';
  if (found.missing) return `${head}\n\nNot measured: ${found.missing}`;
  const rows = found.rows.map(row => {
    const nginx = found.rows.find(other => other.name === 'nginx' && other.connections === row.connections);
    return [row.connections, row.name, whole(row.per_second), row.p50.toFixed(2), row.p99.toFixed(2), row.cpu.toFixed(1), row.name === 'nginx' ? '' : (row.per_second / nginx.per_second).toFixed(2)];
  });
  return `${head}

GET ${path} (${found.bytes} bytes) on one core; nginx answers the same bytes from its settings, without a log. ${Object.entries(found.protocols).map(([name, protocol]) => `${name}: ${protocol}`).join('; ')}.

${table(['connections', 'door', 'requests/s', 'p50 ms', 'p99 ms', 'CPU us a request', 'times nginx'], rows)}`;
}

export const tls_charts = found => (found.missing ? [] : [lines({
  title: 'TLS, kept connections: requests a second', x_label: 'connections',
  series: ['Indgang', 'nginx'].map(name => ({name, points: found.rows.filter(row => row.name === name).map(row => [row.connections, row.per_second])})),
})]);

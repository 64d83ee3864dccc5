// Our door with TLS, and clients by hand: any bytes, in pieces and records of any length.
import {execFileSync} from 'node:child_process';
import net from 'node:net';
import {join} from 'node:path';
import {Duplex} from 'node:stream';
import tls from 'node:tls';

/** Writes a certificate of its own making and its key into the folder; the settings that name them. */
export function certificate(folder, name = 'localhost') {
  const files = {INDGANG_SERVER_CERTIFICATE: join(folder, 'certificate.pem'), INDGANG_SERVER_KEY: join(folder, 'key.pem')};
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${name}`,
    '-keyout', files.INDGANG_SERVER_KEY, '-out', files.INDGANG_SERVER_CERTIFICATE], {stdio: 'ignore'});
  return files;
}

export const port_of = here => Number(new URL(here.service.url).port);
const no_matter = () => {};

/** A connection without TLS. Errors are no news: whoever attacks is cut. */
export const connect = here => new Promise(resolve => {
  const socket = net.connect({port: port_of(here), host: '127.0.0.1', allowHalfOpen: true}, () => resolve(socket));
  socket.on('error', no_matter);
});

/** A connection after its handshake; rejects if there is none. */
export const connect_tls = (here, options = {}) => new Promise((resolve, reject) => {
  const socket = tls.connect({...(options.socket ? {} : {port: port_of(here), host: '127.0.0.1'}), rejectUnauthorized: false, allowHalfOpen: true, ...options}, () => resolve(socket));
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('closed in the handshake')));
});

/** All that comes until the other side closes. */
export const hear_all = socket => new Promise(resolve => {
  const parts = [];
  socket.on('data', part => parts.push(part)).on('error', no_matter);
  socket.on('end', () => socket.end()).on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
});

/** A wire that carries what is written in pieces of so many bytes, each in a packet of its own. */
export function in_pieces(socket, size) {
  socket.setNoDelay(true);
  const wire = new Duplex({
    read: no_matter,
    write(bytes, _encoding, done) {
      const step = at => (at < bytes.length ? socket.write(bytes.subarray(at, at + size), () => setImmediate(step, at + size)) : done());
      step(0);
    },
    final(done) { socket.end(done); },
  });
  socket.on('data', bytes => wire.push(bytes)).on('end', () => wire.push(null));
  return wire;
}

/** What a client says first, as bytes. */
export const client_hello = options => new Promise(resolve => {
  const server = net.createServer(socket => socket.once('data', bytes => {
    socket.destroy();
    server.close();
    resolve(bytes);
  }));
  server.listen(0, '127.0.0.1', () => tls.connect({port: server.address().port, host: '127.0.0.1', ...options}).on('error', no_matter));
});

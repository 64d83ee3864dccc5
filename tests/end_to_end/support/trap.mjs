// A place that an attacker names: nothing of ours may ever come there. It listens on every address of this machine, so that
// no spelling of the address misses it.
import net from 'node:net';

export class Trap {
  caught = [];  ///< the first bytes of each connection
  #server;
  #sockets = new Set();

  /** `answer` is what it says to whoever comes: bytes. */
  static async set(answer = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n') {
    const trap = new Trap();
    trap.#server = net.createServer(socket => {
      trap.#sockets.add(socket);
      const at = trap.caught.push('') - 1;
      socket.on('data', bytes => {
        trap.caught[at] += bytes.toString('latin1').slice(0, 300);
        socket.end(answer);
      });
      socket.on('error', () => {});
    });
    await new Promise((resolve, reject) => trap.#server.once('error', reject).listen(0, '::', resolve));
    trap.port = trap.#server.address().port;
    return trap;
  }

  async spring() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

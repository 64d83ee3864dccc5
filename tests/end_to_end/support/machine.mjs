// The machine that the service runs on, for tests in which it goes badly: disk, clock and limits do as they are told.
import {execFileSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs';
import {constants, tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {Service} from './program.mjs';

export const {ENOSPC, EIO, EROFS, EACCES} = constants.errno;

// As in machine.c.
const orders = ['clock_step', 'limited', 'room', 'write_error', 'read_error', 'sync_error', 'sync_ms', 'open_error', 'power_cut', 'writes', 'syncs', 'monotonic_step', 'timer_ms'];

let library;

/** machine.c, compiled once for each test file. */
function compiled() {
  if (library) return library;
  const folder = mkdtempSync(join(tmpdir(), 'indgang-machine-'));
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
  library = join(folder, 'machine.so');
  execFileSync(process.env.CC ?? 'clang', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, fileURLToPath(new URL('machine.c', import.meta.url))]);
  return library;
}

export class Machine {
  #here;
  #file;

  constructor(here) {
    this.#here = here;
    const path = join(here.folder, '..', `orders-${process.pid}-${basename(here.folder)}`);
    this.#file = openSync(path, 'w+');
    writeSync(this.#file, Buffer.alloc(orders.length * 8));
    this.settings = {LD_PRELOAD: compiled(), MACHINE_ORDERS: path, MACHINE_FOLDER: here.folder};
    this.release = () => { closeSync(this.#file); rmSync(path, {force: true}); };
  }

  /** Gives orders, e.g. {write_error: EIO}. */
  set(values) {
    for (const [name, value] of Object.entries(values)) {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(BigInt(value));
      writeSync(this.#file, bytes, 0, 8, this.#place(name));
    }
  }

  get(name) {
    const bytes = Buffer.alloc(8);
    readSync(this.#file, bytes, 0, 8, this.#place(name));
    return Number(bytes.readBigInt64LE());
  }

  #place(name) {
    const index = orders.indexOf(name);
    if (index < 0) throw new Error(`the machine takes no order '${name}'`);
    return index * 8;
  }

  /** The disk has room for so many more bytes. */
  disk_room(bytes) {
    this.set({room: bytes, limited: 1});
  }

  /** All is well again (the clock stays as it is). */
  mend() {
    this.set({limited: 0, write_error: 0, read_error: 0, sync_error: 0, sync_ms: 0, open_error: 0, power_cut: 0});
  }

  /** Starts the service on this machine. `before`: a shell command that sets limits, such as "ulimit -n 64". */
  async start({before} = {}) {
    const service = await Service.start([], {settings: {...this.#here.settings, ...this.settings}, folder: this.#here.folder, before});
    this.#here.services.push(service);
    return service;
  }

  /** A command of the program on this machine. */
  command(args, options = {}) {
    return this.#here.command(args, {settings: {...this.#here.settings, ...this.settings}, ...options});
  }
}

/** For story(): the body gets a machine on which the service has been started, with these orders from the beginning. */
export const on_machine = (body, orders = {}) => async here => {
  const machine = new Machine(here);
  machine.set(orders);
  try {
    await machine.start();
    await body(here, machine);
  } finally {
    machine.release();
  }
};

// Waiting for events with a deadline: never for an amount of time.
import {EventEmitter, once} from 'node:events';

/** How long anything may take before a test calls it lost. Sanitizer builds are ten times slower than release. */
export const patience_ms = Number(process.env.INDGANG_TEST_PATIENCE_MS ?? 30_000);

/** Something that grows and tells about it. */
export class Growing extends EventEmitter {
  constructor() {
    super();
    this.setMaxListeners(0);
  }

  grown() {
    this.emit('grown');
  }

  /** Resolves with what `look` gives as soon as that is truthy; looks again whenever something has grown. */
  async until(look, what, deadline_ms = patience_ms) {
    const end = Date.now() + deadline_ms;
    for (;;) {
      const seen = look();
      if (seen) return seen;
      const left = end - Date.now();
      if (left <= 0) throw new Error(`waited ${deadline_ms} ms in vain for ${typeof what === 'function' ? what() : what}`);
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), left);
      await once(this, 'grown', {signal: abort.signal}).catch(error => {
        if (error.name !== 'AbortError') throw error;
      });
      clearTimeout(timer);
    }
  }
}

/** A promise that is settled from outside. */
export function gate() {
  let open;
  const opened = new Promise(resolve => { open = resolve; });
  return {opened, open};
}

/** Asks again and again (each round is a real request to the program) until the answer is truthy. */
export async function eventually(ask, what, deadline_ms = patience_ms) {
  const end = Date.now() + deadline_ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`asked for ${deadline_ms} ms in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));  // the pace of asking; nothing relies on its length
  }
}

/** Some time at which something is to happen that is no answer to anything, such as a power cut. */
export const moment = ms => new Promise(resolve => setTimeout(resolve, ms));

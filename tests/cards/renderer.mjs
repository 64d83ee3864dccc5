// Chromium with Microsoft's renderer in a page that reaches no network.
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {host_config} from './host_config.mjs';

const file = path => fileURLToPath(new URL(path, import.meta.url));
const browser_file = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Teams breaks a row of buttons into several; the renderer alone would squeeze them into one.
const style = `
  body { margin: 0; background: #fff }
  .ac-actionSet { display: flex !important; flex-flow: row wrap !important; gap: 8px }
  .ac-actionSet > div { flex: none !important; width: auto !important; height: 0 }
  .ac-actionSet > button { flex: 0 1 auto !important; min-width: 0; max-width: 100%; margin: 0 !important }`;

export class Renderer {
  #browser;
  #page;
  #requests = [];

  static async start() {
    if (!existsSync(browser_file)) throw new Error(`There is no Chromium at ${browser_file}. Install it: apt-get install chromium`);
    const {chromium} = await import('playwright-core').catch(() => {
      throw new Error('The packages are not installed. Run: npm ci --prefix tests/cards');
    });
    const renderer = new Renderer();
    renderer.#browser = await chromium.launch({
      executablePath: browser_file,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const context = await renderer.#browser.newContext({deviceScaleFactor: 2, viewport: {width: 800, height: 1200}});
    renderer.#page = await context.newPage();
    await renderer.#page.route('**', route => {
      renderer.#requests.push(route.request().url());
      return route.abort();
    });
    await renderer.#page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style><div id="card"></div>`);
    await renderer.#page.addStyleTag({path: file('node_modules/adaptivecards/dist/adaptivecards.css')});
    for (const script of ['node_modules/adaptivecards/dist/adaptivecards.min.js', 'node_modules/markdown-it/dist/markdown-it.min.js', 'page.js']) {
      await renderer.#page.addScriptTag({path: file(script)});
    }
    return renderer;
  }

  /** The faults of a card at this width; a picture goes to `picture` if it is named. */
  async faults(card, width, picture) {
    this.#requests = [];
    const faults = await this.#page.evaluate(([json, config, pixels]) => draw(json, config, pixels), [card, host_config, width]);
    if (picture) await this.#page.locator('#card').screenshot({path: picture});
    for (const url of this.#requests) faults.push(`asks for ${url}`);
    return faults;
  }

  async stop() {
    await this.#browser.close();
  }
}

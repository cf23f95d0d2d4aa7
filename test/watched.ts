import type { Page } from 'playwright-core';
import { axe, overflow } from './browser.ts';

/** A browser's page of which everything is noted that no page of ours may do. */
export interface Watched {
  page: Page;
  /** Goes to an address of ours. @returns the status */
  open(address: string): Promise<number | undefined>;
  /**
   * What is wrong with the page as it stands, and what the browser has complained of since the last look; empty when
   * nothing.
   */
  look(): Promise<string[]>;
}

/**
 * Watches a page: what it asks of other hosts, what its console says, what its security policy stops.
 * @param scripts whether pages may run theirs
 */
export async function watch(page: Page, origin: string, scripts: boolean): Promise<Watched> {
  let complaints: string[] = [];
  const debug = await page.context().newCDPSession(page);
  const runScripts = (allowed: boolean) =>
    debug.send('Emulation.setScriptExecutionDisabled', { value: !allowed });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) complaints.push(`asks for ${url}`);
  });
  page.on('requestfailed', (request) => complaints.push(`cannot load ${request.url()}`));
  page.on('response', (response) => {
    const asset = response.request().resourceType() !== 'document';
    if (asset && response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page that refuses has a status that says so, and Chromium repeats it here.
    const status = /^Failed to load resource: the server responded/.test(message.text());
    if (message.type() === 'error' && !status) complaints.push(message.text());
  });
  return {
    page,
    open: async (address) => {
      await runScripts(scripts);
      return (await page.goto(origin + address))?.status();
    },
    look: async () => {
      // The page has been made without; axe waits by timers, which need them.
      await runScripts(true);
      const found = [...(await axe(page)), ...(await overflow(page)), ...complaints];
      complaints = [];
      return found;
    },
  };
}

/** Does `work` with all items, in as many lanes as there are tools; each lane takes the next item when it is free. */
export async function inLanes<Tool, Item>(
  tools: readonly Tool[],
  items: readonly Item[],
  work: (tool: Tool, item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    tools.map(async (tool) => {
      for (const item of queue) await work(tool, item);
    }),
  );
}

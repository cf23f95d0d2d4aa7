import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');

/** The narrowest phone, an ordinary phone, and an office screen. */
export const screens = {
  narrow: { width: 320, height: 640 },
  phone: { width: 360, height: 740 },
  desktop: { width: 1366, height: 768 },
} as const;

/**
 * Chromium out of its npm package, unpacked once into node_modules/.cache. Two test runs may do so at once: each
 * unpacks beside, and the first to finish gives its folder the final name.
 */
async function chromiumFolder(): Promise<string> {
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) {
    return folder;
  }
  const beside = `${folder}-${randomBytes(4).toString('hex')}`;
  mkdirSync(beside, { recursive: true });
  await inflateInto(beside, join(packed, 'bin'));
  writeFileSync(join(beside, 'fonts.conf'), fontSettings(folder));
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) {
      throw error;
    }
  }
  return folder;
}

/** The package unpacks into the temporary folder of the process only, so that is moved for the while. */
async function inflateInto(folder: string, bin: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'];
    await Promise.all(parts.map((part) => inflate(join(bin, part))));
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
  chmodSync(join(folder, 'chromium'), 0o755);
}

/**
 * The package's own Open Sans (full Vietnamese) before whatever the machine has, so that widths are alike
 * everywhere; the paper's serif from the machine where it is installed.
 */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts/truetype/liberation</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** A Chromium that needs nothing installed and calls nobody; `newPage` gives a page of the width asked for. */
export interface TestBrowser {
  newPage(screen: { width: number; height: number }, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser. Each page has a context, so sessions and cookies, of its own. */
export async function openBrowser(): Promise<TestBrowser> {
  const folder = await chromiumFolder();
  const browser: Browser = await chromium.launch({
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    args: [
      // Root may not use the sandbox, and containers seldom allow it; only our own pages are opened.
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      '--no-pings',
      '--font-render-hinting=none',
      // Whatever a page asks for from another host fails at once.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  let closing = false;
  const closed: Promise<void>[] = [];
  return {
    async newPage(screen, options = {}) {
      const context = await browser.newContext({
        viewport: { width: screen.width, height: screen.height },
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      page.on('close', () => {
        if (!closing) {
          closed.push(context.close());
        }
      });
      return page;
    },
    close: async () => {
      closing = true;
      await Promise.all(closed);
      await browser.close();
    },
  };
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, a line for each element; empty when nothing. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's content security policy does not stop.
  await page.evaluate(axeSource);
  const violations = (await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then((result) => result.violations.flatMap((violation) => violation.nodes.map((node) =>
    violation.id + ': ' + node.target.join(' ') + ' – ' + (node.any[0]?.message ?? violation.help))))`)) as string[];
  return violations;
}

/** Elements whose text leaves the window or is cut by their own box; empty when nothing is cut. */
export async function overflow(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      found.push('page: ' + root.scrollWidth + ' > ' + root.clientWidth);
    }
    const name = (element) => element.tagName.toLowerCase() + (element.className ? '.' + String(element.className) : '')
      + ' "' + element.textContent.trim().slice(0, 40) + '"';
    const scrolls = (element) => {
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (/auto|scroll/.test(style.overflowX) || style.clipPath === 'inset(50%)') return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || scrolls(element)) continue;
      if (element.checkVisibility?.({ visibilityProperty: true }) === false) continue;
      const style = getComputedStyle(element);
      const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
      if (ownText && box.right > root.clientWidth + 1) found.push('beyond the window: ' + name(element));
      if (ownText && box.left < -1 && box.right > 0) found.push('before the window: ' + name(element));
      // What is typed into a field scrolls in it.
      if (/^(INPUT|SELECT)$/.test(element.tagName)) continue;
      if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
        found.push('cut: ' + name(element));
      }
    }
    return found;
  })()`)) as string[];
}

/** A picture of the page into test-results/, the whole of it or what the window shows; gives back its path. */
export async function screenshot(page: Page, name: string, fullPage = true): Promise<string> {
  const path = join(root, 'test-results', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
  return path;
}

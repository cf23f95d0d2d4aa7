import type { Slice } from '../platform/slice.ts';
import type { Demo } from './demo.ts';
import { addClockRoute, clockPage } from './pages/clock.tsx';
import { strip } from './pages/strip.tsx';
import { demoWords } from './words.ts';

/** What a demo has beside the slices of every house: the page that moves its clock. */
export function demoSlice(demo: Demo): Slice {
  return {
    name: 'demo',
    words: demoWords,
    pages: [clockPage],
    firstPage: strip,
    routes: (app) => addClockRoute(app, demo),
  };
}

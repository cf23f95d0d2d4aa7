import { type TimeLeftWords, timeLeftText } from '../pure/vietnamese/time-left.ts';

const minuteMs = 60_000;

/**
 * Counts working time down from what the server said, by the time since the page was shown: the office's clock is
 * the server's. It stands still when the desk closes; the next page knows better.
 */
class TimeLeft extends HTMLElement {
  #timer: number | undefined;
  #since = 0;

  connectedCallback(): void {
    this.#since = performance.now();
    this.#timer = setInterval(() => this.#show(), minuteMs / 2);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  #show(): void {
    const passed = Math.floor((performance.now() - this.#since) / minuteMs);
    const worked = Math.min(passed, this.#number('runs-for'));
    if (worked > 0) {
      const words = JSON.parse(this.getAttribute('words') ?? '{}') as TimeLeftWords;
      this.textContent = timeLeftText(this.#number('minutes') - worked, this.#number('day-minutes'), words);
    }
  }

  #number(name: string): number {
    return Number(this.getAttribute(name) ?? 0);
  }
}

customElements.define('time-left', TimeLeft);

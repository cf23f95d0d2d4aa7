/**
 * A document beside its rows: choosing a row lights its words and brings them into sight, and the other way round.
 * Without this element the links inside do the same by their targets, one side at a time.
 */
class ReviewPane extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => this.#choose(event));
    this.addEventListener('pointerover', (event) => this.#light(event.target));
    this.addEventListener('focusin', (event) => this.#light(event.target));
    this.addEventListener('pointerleave', () => this.#light(null));
    const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
    const row = target !== null && this.contains(target) ? target.dataset.row : undefined;
    if (row !== undefined) {
      this.#mark('chosen', row);
    }
  }

  #choose(event: MouseEvent): void {
    const target = event.target;
    if (!(target instanceof Element)) {
      return;
    }
    const link = target.closest('a');
    const control = target.closest('button, input, select, textarea, summary, label');
    const leadsAside = link !== null && !link.matches('.review-go, .mark-label');
    const selecting = getSelection()?.isCollapsed === false;
    const row = rowOf(target);
    if (row === undefined || control !== null || leadsAside || selecting) {
      return;
    }
    event.preventDefault();
    this.#mark('chosen', row);
    const intoText = target.closest('.review-rows') !== null;
    const other = this.#parts(row).find((part) => part.matches('mark') === intoText);
    other?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
    if (other !== undefined) {
      history.replaceState(history.state, '', `#${other.id}`);
      if (link !== null) {
        other.querySelector('a')?.focus({ preventScroll: true });
      }
    }
  }

  #light(target: EventTarget | null): void {
    this.#mark('lit', target instanceof Element ? rowOf(target) : undefined);
  }

  #mark(name: 'lit' | 'chosen', row: string | undefined): void {
    for (const part of this.querySelectorAll(`.${name}`)) {
      part.classList.remove(name);
    }
    for (const part of row === undefined ? [] : this.#parts(row)) {
      part.classList.add(name);
    }
  }

  #parts(row: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)];
  }
}

function rowOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-row]')?.dataset.row;
}

function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

customElements.define('review-pane', ReviewPane);

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/**
 * In a meeting: from one item of the plan to the next by arrows or a presenter's keys, passing over what a filter
 * dims. Without this element the outline leads through the text.
 */
class ItemWalk extends HTMLElement {
  readonly #onKey = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
    if (by === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#go(by);
  };

  connectedCallback(): void {
    document.addEventListener('keydown', this.#onKey);
    for (const button of this.querySelectorAll<HTMLElement>('[data-walk]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.#go(Number(button.dataset.walk)));
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  #go(by: number): void {
    const notes = [...document.querySelectorAll<HTMLElement>('.living .note[id]:not(.dim)')];
    const chosen = notes.find((note) => note.classList.contains('chosen'));
    const at = chosen === undefined ? -1 : notes.indexOf(chosen);
    const next = notes[at < 0 ? (by > 0 ? 0 : notes.length - 1) : at + by];
    if (next === undefined) return;
    chosen?.classList.remove('chosen');
    next.classList.add('chosen');
    next.scrollIntoView({ block: 'center' });
    history.replaceState(history.state, '', `#${next.id}`);
  }
}

customElements.define('item-walk', ItemWalk);

const setting = 'hot-keys';

/**
 * Keys for what the page declares with aria-keyshortcuts (single letters and signs), and their list under "?".
 * They can be turned off (WCAG 2.1.4) and never act while one types.
 */
class HotKeys extends HTMLElement {
  readonly #onKey = (event: KeyboardEvent): void => this.#press(event);

  connectedCallback(): void {
    document.addEventListener('keydown', this.#onKey);
    const box = this.querySelector<HTMLInputElement>('[data-hotkeys-on]');
    if (box !== null) {
      box.checked = isOn();
      box.addEventListener('change', () => localStorage.setItem(setting, box.checked ? 'on' : 'off'));
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  #press(event: KeyboardEvent): void {
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea, dialog');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '?') {
      event.preventDefault();
      this.#open();
      return;
    }
    const place = isOn()
      ? shortcuts().find((element) => keyOf(element) === event.key.toLowerCase())
      : undefined;
    if (place !== undefined) {
      event.preventDefault();
      if (place.matches('a, button')) {
        place.click();
      } else {
        place.focus();
      }
    }
  }

  #open(): void {
    const list = this.querySelector('dl');
    list?.replaceChildren(
      ...shortcuts().flatMap((element) =>
        entry(keyOf(element), element.ariaLabel ?? element.textContent ?? ''),
      ),
      ...entry('?', list.dataset.show ?? ''),
    );
    this.querySelector('dialog')?.showModal();
  }
}

function entry(key: string, words: string): Node[] {
  const sign = document.createElement('kbd');
  sign.textContent = key;
  const term = document.createElement('dt');
  term.append(sign);
  const text = document.createElement('dd');
  text.textContent = words.trim();
  return [term, text];
}

function shortcuts(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].filter(
    (element) => element.closest('[aria-disabled]') === null,
  );
}

function keyOf(element: Element): string {
  return (element.getAttribute('aria-keyshortcuts') ?? '').toLowerCase();
}

function isOn(): boolean {
  return localStorage.getItem(setting) !== 'off';
}

customElements.define('hot-keys', HotKeys);

/** Asks before the page is left while words typed into its form have not been sent. */
class FormKeep extends HTMLElement {
  #changed = false;

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#changed) {
      event.preventDefault();
    }
  };

  connectedCallback(): void {
    this.addEventListener('input', () => {
      this.#changed = true;
    });
    this.addEventListener('submit', () => {
      this.#changed = false;
    });
    window.addEventListener('beforeunload', this.#onLeave);
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.#onLeave);
  }
}

customElements.define('form-keep', FormKeep);

/** A typist rests this long before the list is asked for. */
const restMs = 250;

/**
 * Filters a table as one types: asks for the form's own URL and puts the new table in the place of the old one.
 * Without this element the form's button does the same.
 */
class LiveFilter extends HTMLElement {
  #waiting: number | undefined;
  #request: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('input', (event) => this.#later(event));
  }

  disconnectedCallback(): void {
    clearTimeout(this.#waiting);
    this.#request?.abort();
  }

  #later(event: Event): void {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form === null) {
      return;
    }
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#show(form), restMs);
  }

  async #show(form: HTMLFormElement): Promise<void> {
    const region = document.getElementById(this.getAttribute('region') ?? '');
    if (region === null) {
      return;
    }
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const url = new URL(form.action);
    url.search = new URLSearchParams(filled(form)).toString();
    region.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(url, { signal: request.signal, headers: { accept: 'text/html' } });
      const fresh = response.ok ? freshRegion(await response.text(), region.id) : null;
      if (fresh === null) {
        form.requestSubmit();
        return;
      }
      region.replaceWith(fresh);
      history.replaceState(history.state, '', url);
    } catch (error) {
      // A later letter has asked again; any other failure leaves the list as it was, and the button works.
      if (!request.signal.aborted) {
        region.removeAttribute('aria-busy');
        console.warn(error);
      }
    }
  }
}

function filled(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
}

function freshRegion(html: string, id: string): HTMLElement | null {
  return new DOMParser().parseFromString(html, 'text/html').getElementById(id);
}

customElements.define('live-filter', LiveFilter);

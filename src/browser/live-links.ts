/**
 * Follows the filters inside it without leaving the place where one reads: asks for the link's own page and puts its
 * region in the place of the old one. Without this element the link does the same from the top of the page.
 */
class LiveLinks extends HTMLElement {
  #request: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.#follow(event));
  }

  #follow(event: MouseEvent): void {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.counts a') : null;
    if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.#show(link.href);
  }

  async #show(address: string): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, { signal: request.signal, headers: { accept: 'text/html' } });
      const fresh = response.ok
        ? new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(this.id)
        : null;
      if (fresh === null) {
        location.assign(address);
        return;
      }
      history.replaceState(history.state, '', address);
      const focused = document.activeElement?.textContent;
      this.replaceWith(fresh);
      const again = [...fresh.querySelectorAll<HTMLElement>('.counts a')].find(
        (one) => one.textContent === focused,
      );
      again?.focus({ preventScroll: true });
    } catch (error) {
      if (request.signal.aborted) return;
      console.warn(error);
      location.assign(address);
    }
  }
}

customElements.define('live-links', LiveLinks);

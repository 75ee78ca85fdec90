import { html, type TemplateResult } from 'lit';
import type { Token } from './token';

/** Where a person tells their token; what the service said against the last one stands above the field. */
export function door(token: Token): TemplateResult {
  return html`<form id="door" class="door" @submit=${(event: SubmitEvent) => entered(event, token)}>
    <h2>Token</h2>
    <p id="door-said" role="alert">${token.wanted}</p>
    <p class="sub" id="door-note">An administrator makes one with leakage:tokenAdd. It stays in this tab and goes when the
      tab is closed.</p>
    <label for="door-token">Token</label>
    <input id="door-token" type="password" autocomplete="off" spellcheck="false" required aria-describedby="door-said door-note">
    <button type="submit" class="approve">Enter</button>
  </form>`;
}

function entered(event: SubmitEvent, token: Token): void {
  event.preventDefault();
  const field = (event.target as HTMLElement).querySelector('input') as HTMLInputElement;
  const text = field.value;
  field.value = '';
  if (/^[\x21-\x7e]+$/.test(text.trim())) {
    token.enter(text);
  } else {
    token.mistyped();
  }
}

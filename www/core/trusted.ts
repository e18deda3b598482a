/** Strings for places where a Trusted Types policy wants to know who vouches for them. */

interface Rules {
  createScriptURL(url: string): string;
  createHTML(html: string): string;
}

let policy: Rules | undefined;

function vouch(): Rules {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } }).trustedTypes;
  const rules: Rules = { createScriptURL: (url) => url, createHTML: (html) => html };
  policy ??= types ? types.createPolicy("glosser", rules) : rules;
  return policy;
}

/** The address of our own worker. */
export const workerAddress = (url: string | URL): string => vouch().createScriptURL(String(url));

/** Markup for `DOMParser`, whose documents run nothing; only text is taken from them. */
export const inertMarkup = (html: string): string => vouch().createHTML(html);

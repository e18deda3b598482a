import { version } from "../../package.json";

/** Defines an element, unless the page has one of that name: the first stays, and another version is told of once. */
export function register(name: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements) return;
  const known = customElements.get(name) as { version?: string } | undefined;
  Object.defineProperty(element, "version", { value: version, configurable: true });
  if (!known) customElements.define(name, element);
  else if (known !== element && known.version !== version && !told) {
    told = true;
    console.warn(
      `Glosser ${version}: <${name}> is defined already, by version ${known.version ?? "unknown"}, which stays in use.`,
    );
  }
}

let told = false;

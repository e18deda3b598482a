/**
 * Injected by the build: modules of elements load where there is no page too (a server that renders, a test), and do
 * nothing there. In a browser both are the browser's own.
 */
const element = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
const page = globalThis.document ?? ({ createTreeWalker: () => ({}) } as unknown as Document);

export { element as HTMLElement, page as document };

/** What shows of Lit in the types of the elements. Lit itself is inside the scripts. */

/** The base of the elements. */
export declare class LitElement extends HTMLElement {
  /** Resolves once what has changed is drawn. */
  readonly updateComplete: Promise<boolean>;
  /** Draws anew. */
  requestUpdate(name?: PropertyKey, oldValue?: unknown): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected willUpdate(changed: PropertyValues): void;
  protected firstUpdated(changed: PropertyValues): void;
  protected updated(changed: PropertyValues): void;
  protected render(): unknown;
}
/** Properties that have changed, with their old values. */
export type PropertyValues<T = unknown> = Map<PropertyKey, T>;
export type CSSResult = { readonly cssText: string };
export type CSSResultGroup = CSSResult | readonly CSSResultGroup[];
export type TemplateResult<T = unknown> = { readonly _$litType$?: T };
export type SVGTemplateResult = TemplateResult;
export type ReactiveController = object;
export type ReactiveControllerHost = object;
export declare const nothing: unique symbol;

/** Keys that work from anywhere on the page. All have a modifier, all can be given other keys, or none. */
export const ACTIONS = ["next", "previous", "mark", "undo", "redo"] as const;
export type Action = (typeof ACTIONS)[number];
export type Keys = Partial<Record<Action, string>>;

const DEFAULTS: Keys = {
  next: "Alt+ArrowDown",
  previous: "Alt+ArrowUp",
  mark: "Alt+M",
  undo: "Alt+Z",
  redo: "Alt+Shift+Z",
};

/**
 * The keys that an attribute asks for: `off` for none; or pairs such as `next=Alt+J undo=off`, the rest as usual.
 * A single letter without a modifier would fight with what people type, so it is not taken.
 */
export function keysOf(attribute: string | null | undefined): Keys {
  if (attribute === "off") return {};
  const keys = { ...DEFAULTS };
  for (const pair of attribute?.split(/[\s,;]+/) ?? []) {
    const [action, key] = pair.split("=") as [Action, string | undefined];
    if (!ACTIONS.includes(action) || !key) continue;
    if (key === "off") delete keys[action];
    else if (/^(Alt|Ctrl|Control|Meta)\+/i.test(key) || /^F\d+$/.test(key)) keys[action] = key;
  }
  return keys;
}

/** What a press of keys asks for. Where it is left as it was, Ctrl or ⌘ with Z takes back too, as it does everywhere. */
export function actionOf(keys: Keys, event: KeyboardEvent): Action | undefined {
  const mod = event.metaKey ? "Meta" : "Ctrl";
  return ACTIONS.find((action) => {
    const wanted = keys[action];
    const usual = (action === "undo" || action === "redo") && wanted === DEFAULTS[action];
    return wanted && (matches(wanted, event) || (usual && matches(wanted.replace("Alt", mod), event)));
  });
}

/** Whether somebody writes: there the keys that take back are for what is written. */
export const writes = (event: Event): boolean =>
  event
    .composedPath()
    .some((on) => on instanceof HTMLElement && (on.isContentEditable || on.matches("input, textarea, select")));

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const wants = (name: RegExp) => parts.some((part) => name.test(part));
  return (
    event.altKey === wants(/^alt$/i) &&
    event.ctrlKey === wants(/^(ctrl|control)$/i) &&
    event.metaKey === wants(/^meta$/i) &&
    event.shiftKey === wants(/^shift$/i) &&
    // With Alt a letter key may write another letter: what counts is the key.
    (key.length === 1
      ? event.code === `Key${key.toUpperCase()}` || event.key.toUpperCase() === key.toUpperCase()
      : event.key === key)
  );
}

/** A key as it is written for people: "Alt ↓". */
export const written = (keys: string): string =>
  keys
    .replace(
      /Arrow(Down|Up|Left|Right)/,
      (_, way: string) => ({ Down: "↓", Up: "↑", Left: "←", Right: "→" })[way] ?? way,
    )
    .replaceAll("+", " ");

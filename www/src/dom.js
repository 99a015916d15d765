// Finding and making elements: the few lines that every part of the page would otherwise repeat.

/**
 * The element with that id, which index.html must contain.
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [type] the class it must have
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!element || (type && !(element instanceof type))) throw new Error(`index.html has no fitting element #${id}`);
  return /** @type {T} */ (/** @type {unknown} */ (element));
}

/**
 * A new element: attributes by name (`text` is its text, `on…` a listener, a false or null value leaves it out).
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = String(value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * An icon of the sprite in index.html.
 * @param {string} name
 * @param {string} [extra] more classes
 */
export function icon(name, extra = "") {
  return shape("svg", { class: `icon ${extra}`.trim(), "aria-hidden": "true" }, [shape("use", { href: `#i-${name}` })]);
}

/** A new element of a drawing. @param {string} name @param {Record<string, string | number>} attributes @param {Node[]} [children] */
export function shape(name, attributes, children = []) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** The head of a dialog: its title, and what closes it. @param {HTMLDialogElement} dialog @param {string} title @param {string} close */
export function dialogHead(dialog, title, close) {
  const button = { type: "button", class: "button quiet square", "aria-label": close, title: close, onclick: () => dialog.close() };
  return make("div", { class: "help-head" }, [make("h2", { id: `${dialog.id}-title`, text: title }), make("button", button, [icon("close")])]);
}

/** The panel's edge says so where what it holds goes on beyond; what that is, the answer is told. @param {HTMLElement} panel @param {HTMLElement} scroller @returns {(content: Element) => void} */
export function cueEdge(panel, scroller) {
  panel.classList.add("edged");
  const cue = () => {
    const { scrollLeft, clientWidth, scrollWidth } = scroller;
    panel.dataset.goesOn = String(scrollLeft + clientWidth < scrollWidth - 1);
  };
  scroller.addEventListener("scroll", cue, { passive: true });
  const observer = new ResizeObserver(cue);
  return (content) => {
    observer.disconnect();
    for (const element of [scroller, content]) observer.observe(element);
  };
}

/** Whether keys belong to a text field just now, and shortcuts must keep away. */
export function typing() {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  return focused.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(focused.tagName);
}

/** Greys a button out. It keeps the focus, which `disabled` would take away from under a finger on the key. @param {Element} button @param {boolean} off */
export function disable(button, off) {
  button.setAttribute("aria-disabled", String(off));
}

/**
 * What a colour of the page's tokens is in the present theme, for a canvas: as a token it may still be `light-dark(…)`.
 * @param {HTMLElement} element
 * @param {string} token
 */
export function colour(element, token) {
  const before = element.style.color;
  element.style.color = `var(${token})`;
  const resolved = getComputedStyle(element).color;
  element.style.color = before;
  return resolved;
}

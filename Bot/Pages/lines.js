// One line of the chat: a bubble with text, a file or a picture, and its choices.
import { make } from "./helpers.js";
import { say } from "./words.js";
import { isDrawing, showFile } from "./files.js";

const MANY_OPTIONS = 8;

// a number stays with its sign, a phone number in one piece, whatever the width
const whole = text => text.replace(/№ (?=\d)|No\. (?=\d)|\+7 \d{3} \d{3} \d\d \d\d/g, m => m.replaceAll(" ", "\u00a0"));

const write = (into, said) => {
  const text = whole(said);
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"«»]+/g)) {
    const url = match[0].replace(/[.,;:!?)\]]+$/, "");
    into.append(text.slice(at, match.index));
    const link = make("a", "", url);
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    into.append(link);
    at = match.index + url.length;
  }
  into.append(text.slice(at));
};

export const build = (bot, line) => {
  const element = make("div", "line new " + (bot ? "bot" : "own"));
  const bubble = make("div", "bubble");
  if (line.lang) element.lang = line.lang;
  bubble.append(make("span", "quiet", say(bot ? "bot" : "you") + ": "));
  if (line.file) showFile(bubble, line.file, line.text);
  if (line.text && !(bot && line.file && isDrawing(line.file))) { // the bot's drawings say what they show
    const text = make("p");
    write(text, line.text);
    bubble.append(text);
  }
  element.append(bubble);
  return element;
};

// the choices below a line; press is told the button and the option
export const showOptions = (element, n, line, press) => {
  const group = make("div", "options" + (line.compact ? " compact" : "") + (line.options.length > MANY_OPTIONS ? " long" : ""));
  group.setAttribute("role", "group");
  group.dataset.first = line.options[0].token;
  const text = element.querySelector("p");
  if (text) {
    text.id = "line-" + n;
    group.setAttribute("aria-labelledby", text.id);
  } else group.setAttribute("aria-label", say("choices"));
  for (const option of line.options) {
    const button = make(option.url ? "a" : "button", "option", option.label || option.token);
    if (option.url) Object.assign(button, { href: option.url, target: "_blank", rel: "noopener" });
    else button.type = "button";
    if (option.picked) button.setAttribute("aria-pressed", "true");
    if (option.description) button.append(make("small", "", option.description));
    if (!option.url) button.addEventListener("click", () => press(button, option));
    group.append(button);
  }
  group.addEventListener("keydown", e => {
    const buttons = [...group.children], at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[e.key];
    if (to === undefined || !buttons[to]) return;
    e.preventDefault();
    buttons[to].focus();
  });
  element.append(group);
};

// marks a choice; a final one leaves only itself
export const choose = (element, label, final) => {
  const buttons = [...element.querySelectorAll(".option")];
  for (const b of buttons) {
    const chosen = (b.dataset.was || b.firstChild.textContent) === label;
    b.setAttribute("aria-disabled", "true");
    b.hidden = final && !chosen;
    if (!chosen) { b.removeAttribute("aria-pressed"); continue; }
    b.dataset.was = label;
    b.setAttribute("aria-pressed", "true");
    b.firstChild.textContent = "✓ " + label;
  }
  const group = element.querySelector(".options");
  if (!final || !group) return;
  group.classList.add("settled");
  if (buttons.every(b => b.hidden)) group.append(make("p", "option chosen", "✓ " + label));
};

export const unchoose = element => {
  for (const b of element.querySelectorAll(".option")) {
    b.removeAttribute("aria-disabled");
    b.removeAttribute("aria-pressed");
    if (b.dataset.was) b.firstChild.textContent = b.dataset.was;
  }
};

// The log of the chat: which lines stand in it and where, what is in sight, where the focus is.
import { make, postTo, wake } from "./helpers.js";
import { build, choose, showOptions } from "./lines.js";
import { showWays, suitKeyboard } from "./ways.js";
import { say, speak } from "./words.js";

const log = document.getElementById("log"), box = document.getElementById("text");
const shown = new Map();      // key -> element, so that a line that comes twice stands once
const lines = new Map();      // number -> element
let last = 0;                 // number of the newest line shown
let pressed = null;           // the button pressed last, while its answer is awaited
let press = () => {};
let type = () => {};

// number of the newest line
export const newest = () => last;

// the line with a number
export const lineOf = n => lines.get(Number(n));

// the person's own line of a message
export const ownLine = post => shown.get("c" + post.id);

// who acts on a pressed button: told the button, its line's number and the option
export const whenPressed = act => { press = act; };

// who sends a text that a calendar or the like has written
export const whenPicked = act => { type = act; };

// after a press the focus follows what the bot asks next; null: it does not
export const awaitAnswer = button => { pressed = button; };

// the history stands; from now on new lines are read aloud
export const ready = () => {
  log.setAttribute("aria-busy", "false");
  tellSeen();
};

let following = true;
export const follow = () => { if (following) log.scrollTop = log.scrollHeight; };
log.addEventListener("load", follow, true); // a picture has come
log.addEventListener("scroll", () => { following = log.scrollHeight - log.scrollTop - log.clientHeight < 80; }, { passive: true });

const reveal = element => {
  if (!following) return;
  if (element.offsetHeight > log.clientHeight) log.scrollTop = element.offsetTop - 8;
  else follow();
};

// lines stand in the server's order; what it has not taken yet stands below them
const place = element => {
  const waiting = log.querySelector(".line.waiting");
  if (waiting && waiting !== element) log.insertBefore(element, waiting);
  else log.append(element);
};

// whether a specialist wrote here lately
const TALK = 30 * 60 * 1000;
let talked = 0;
export const talks = () => Date.now() - talked < TALK;

// somebody writes: shown for a few seconds, until they say it
const typing = document.getElementById("typing");
let typingTimer = 0;
const hideTyping = () => { typing.textContent = ""; };
export const showTyping = () => {
  typing.textContent = say("typing");
  clearTimeout(typingTimer);
  typingTimer = setTimeout(hideTyping, 6000);
};

// how far the person's words came: said in words below the last of them, since what was said before came as far
const showWay = (kind, line) => {
  const on = shown.get(line.settles) || lines.get(Number(line.settles));
  if (!on) return;
  for (const note of log.querySelectorAll(".came")) {
    const earlier = on.contains(note) || on.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_PRECEDING;
    if (on.contains(note) && note.dataset.kind === "read") return;
    if (earlier && (kind === "read" || note.dataset.kind === kind)) note.remove();
  }
  const note = make("span", "came", say(kind));
  note.dataset.kind = kind;
  on.querySelector(".bubble").append(note);
  follow();
};

// staff have it in sight: the newest are told, since what was said before is above them
const unseen = [];
export const tellSeen = () => {
  if (document.hidden || log.getAttribute("aria-busy") === "true") return;
  for (const line of unseen.splice(0).slice(-5)) postTo("/chat/seen?line=" + line).catch(e => console.debug("not told", e.name));
};

// a line from the server
export const receive = event => {
  if (event.n <= last) return;
  last = event.n;
  const line = event.line;
  if (line.lang) speak(line.lang);
  if (event.bot && line.said) {
    talked = event.at;
    hideTyping();
    unseen.push(line.said);
    tellSeen();
  }
  if (line.kind === "settle") {
    const on = lines.get(Number(line.settles));
    if (on) choose(on, line.choice, true);
    return;
  }
  if (line.kind === "shown" || line.kind === "read") return showWay(line.kind, line);
  if (line.kind === "gone") {
    (shown.get(line.settles) || lines.get(Number(line.settles)))?.remove();
    return;
  }
  const mine = shown.get(line.key);
  if (mine && event.bot) return;
  if (mine) {
    mark(mine, "");
    mine.classList.remove("waiting");
    place(mine);
    if (line.file && !mine.querySelector("a.file")) mine.replaceChildren(...build(false, line).childNodes);
    return;
  }
  const element = build(event.bot, line);
  const old = lines.get(Number(line.replaces));
  lines.set(event.n, element);
  shown.set(line.key, element);
  if (line.options) for (const same of log.querySelectorAll(`.options[data-first="${line.options[0].token}"]`)) same.remove();
  if (line.options) showOptions(element, event.n, line, (button, option) => press(button, event.n, option));
  if (event.bot) {
    showWays(element, line, text => type(text));
    if (line.options || line.expects) suitKeyboard(box, line);
  }
  if (old) return change(old, element, Number(line.replaces));
  place(element);
  reveal(element);
  if (event.bot && pressed) moveFocus(element);
};

// the same question with other marks on its choices: it stays where it is, and so does the focus
const change = (old, element, number) => {
  const at = [...old.querySelectorAll("button.option")].indexOf(document.activeElement);
  lines.set(number, element);
  element.classList.remove("new");
  old.replaceWith(element);
  pressed = null;
  element.querySelectorAll("button.option")[at]?.focus({ preventScroll: true });
  follow();
};

// after a press the focus goes on to what the bot asks next, once it has finished speaking.
let focusTimer = 0;
const moveFocus = element => {
  clearTimeout(focusTimer);
  focusTimer = setTimeout(() => {
    const from = pressed, now = document.activeElement;
    pressed = null;
    if (now !== from && now !== document.body) return;
    (element.querySelector(".option:not([aria-disabled])") || box).focus({ preventScroll: true });
  }, 250);
};

// brings the newest line into sight and keeps it there
export const stay = () => {
  following = true;
  follow();
};

// says how the sending of a line goes
export const mark = (element, state, text) => {
  element.querySelector(".state")?.remove();
  if (!state) return;
  const note = make("span", "state" + (state === "sending" ? "" : " bad"), text || say(state));
  if (state === "waiting") {
    const again = make("button", "", say("retry"));
    again.type = "button";
    again.addEventListener("click", wake);
    note.append(again);
  }
  element.querySelector(".bubble").append(note);
  follow();
};

// a message of the person that the server has not taken yet
export const showOwn = item => {
  const { post } = item, key = "c" + post.id;
  if (shown.has(key) || post.kind !== "text" && post.kind !== "file") return;
  const element = build(false, { text: post.kind === "text" ? post.text : say("file") + ": " + post.name });
  element.classList.add("waiting");
  shown.set(key, element);
  log.append(element);
  mark(element, "sending");
  stay();
};

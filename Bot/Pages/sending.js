// What the server has not taken yet: sent one after another, again and again, always with the same id.
import { pause, pauseAfter, postTo, uuid } from "./helpers.js";
import { isDown, open } from "./connection.js";
import { upload } from "./files.js";
import { unchoose } from "./lines.js";
import { awaitAnswer, lineOf, mark, ownLine, showOwn } from "./view.js";
import { calm, say, sayOf, tell, tellOffline } from "./words.js";

const STORE = "grantbot-unsent";
let queue = [];               // in order: { post, blob }
let opened = false, draining = false, lastHello = 0;

export const isIdle = () => !queue.length;

const keep = () => {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(queue.filter(i => !i.blob || i.post.file).map(i => i.post)));
  } catch (e) {
    console.warn("unsent messages cannot be kept over a reload", e.name);
  }
};

export const enqueue = (post, blob) => {
  const item = { post: { id: uuid(), language: navigator.language, ...post }, blob };
  queue.push(item);
  calm("error");
  keep();
  showOwn(item);
  drain();
};

const hello = code => {
  lastHello = Date.now();
  return { id: uuid(), kind: "hello", language: navigator.language, ...(code ? { code } : {}) };
};

const deliver = async item => {
  const { post, blob } = item;
  if (blob && !post.file) {
    const kept = await upload(post, blob);
    if (!kept.ok) return kept;
    post.file = (await kept.json()).file;
    keep();
  }
  const { name, ...sent } = post;
  return postTo("/chat/send", JSON.stringify(sent), { "Content-Type": "application/json" });
};

const give = (item, words) => {
  const element = ownLine(item.post);
  if (element) {
    element.classList.remove("waiting");
    mark(element, "failed", say("failed") + " " + words);
  }
  if (item.post.kind === "press") {
    const on = lineOf(item.post.line);
    if (on) unchoose(on);
    awaitAnswer(null);
  }
  tell(words);
};

const drain = async () => {
  if (draining || !opened) return;
  draining = true;
  for (let tries = 0; queue.length;) {
    const item = queue[0], element = ownLine(item.post);
    if (element?.classList.contains("waiting")) mark(element, "sending");
    let answer = null, words = null;
    try {
      answer = await deliver(item);
      if (!answer.ok && answer.status < 500) words = await answer.json();
    } catch (e) {
      console.warn("not sent yet", e.name);
    }
    if (answer?.ok) {
      calm("slow");
      if (!isDown()) calm("offline");
      tries = 0;
      queue.shift();
      keep();
      if (element && element.querySelector(".state")) mark(element, "");
      continue;
    }
    const error = words?.error;
    if (error && !["slow", "opening", "unknown"].includes(error)) {
      queue.shift();
      keep();
      give(item, sayOf(words));
      continue;
    }
    tries++;
    if (error === "unknown") await open();
    if (error && error !== "slow" && Date.now() - lastHello > 10000 && item.post.kind !== "hello") queue.unshift({ post: hello() });
    if (error === "slow") tell(sayOf(words), "slow");
    else if (!answer || answer.status >= 500) tellOffline();
    if (element && error !== "opening") mark(element, "waiting");
    await pause(error === "slow" ? 1000 * (Number(answer.headers.get("Retry-After")) || 10) : error ? Math.min(500 * tries, 5000) : pauseAfter(tries));
  }
  draining = false;
};

const unsent = () => {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) || "[]").map(post => ({ post }));
  } catch (e) {
    console.warn("unsent messages cannot be read", e.name);
    return [];
  }
};

// a greeting, with the code of a link when there is one
export const greet = code => {
  queue.push({ post: hello(code) });
  keep();
  drain();
};

// what a page before a reload could not send any more
export const load = () => {
  queue = unsent();
  keep();
};

// the chat is open: what waits goes out, in a new chat after a greeting
export const begin = fresh => {
  queue.forEach(showOwn);
  if (fresh && !queue.some(i => i.post.kind === "hello")) queue.unshift({ post: hello() });
  opened = true;
  drain();
};

export const clear = () => {
  queue = [];
  keep();
};

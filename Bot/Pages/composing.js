// What the person does: writes, sends a file, presses a button, begins anew.
import { postTo } from "./helpers.js";
import { attach } from "./files.js";
import { choose } from "./lines.js";
import { clear, enqueue } from "./sending.js";
import { awaitAnswer, lineOf, stay, talks, whenPicked, whenPressed } from "./view.js";
import { say, tell, tellOffline } from "./words.js";

const MAX_TEXT = 4096;
const find = id => document.getElementById(id);
const form = find("compose"), box = find("text"), picker = find("file"), dialog = find("confirm");

whenPressed((button, n, option) => {
  if (button.getAttribute("aria-disabled") === "true") return;
  awaitAnswer(button);
  choose(lineOf(n), option.label, false);
  stay();
  enqueue({ kind: "press", token: option.token, line: String(n) });
});

whenPicked(text => {
  stay();
  enqueue({ kind: "text", text });
});

const grow = () => {
  box.style.height = "auto";
  box.style.height = box.scrollHeight + 2 + "px";
};

form.addEventListener("submit", e => {
  e.preventDefault();
  const text = box.value.trim();
  if (text.length > MAX_TEXT) return tell(say("tooLong"));
  if (text) enqueue({ kind: "text", text });
  box.value = "";
  grow();
  box.focus();
});
box.addEventListener("keydown", e => {
  // a key that ends the composition of a letter must not send
  if (e.key !== "Enter" || e.shiftKey || e.isComposing || e.keyCode === 229) return;
  e.preventDefault();
  form.requestSubmit();
});
box.addEventListener("input", grow);

// whoever one writes with may see that one writes; a courtesy, so nothing is tried again
let told = 0;
box.addEventListener("input", () => {
  if (!box.value || !talks() || Date.now() - told < 5000) return;
  told = Date.now();
  postTo("/chat/typing").catch(e => console.debug("not told", e.name));
});
picker.addEventListener("change", () => { attach(picker.files[0], enqueue); picker.value = ""; });

// a new chat is new in every tab
const others = "BroadcastChannel" in window ? new BroadcastChannel("grantbot") : null;
const restart = async () => {
  try {
    const answer = await postTo("/chat/open?new=1");
    if (!answer.ok) throw new Error("open " + answer.status);
  } catch (e) {
    console.warn("no new chat yet", e.name);
    return tellOffline();
  }
  clear();
  others?.postMessage("new");
  location.reload();
};

find("restart").addEventListener("click", () => { dialog.returnValue = ""; dialog.showModal(); });
dialog.addEventListener("close", () => { if (dialog.returnValue === "new") restart(); });
others?.addEventListener("message", () => { clear(); location.reload(); });

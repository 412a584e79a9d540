// The chat page: opens the chat, shows what was said, then sends and reads for as long as it lives.
import "./composing.js";
import { wake } from "./helpers.js";
import { hangUp, history, isDown, open, read } from "./connection.js";
import { begin, greet, isIdle, load } from "./sending.js";
import { follow, ready, tellSeen } from "./view.js";
import { calm, paint, say, tell, tellOffline } from "./words.js";

const HIDDEN_FOR = 30000;     // a page out of sight so long reads no more

// the code of an invitation leaves the address bar, so that a reload does not use it twice
const takeCode = () => {
  const code = location.hash.slice(1) || new URLSearchParams(location.search).get("start") || "";
  if (location.hash || location.search) window.history.replaceState(null, "", location.pathname);
  return /^[\w-]{1,64}$/.test(code) ? code : "";
};

addEventListener("hashchange", () => {
  const code = takeCode();
  if (code) greet(code);
});
addEventListener("online", () => { wake(); if (!isDown() && isIdle()) calm("offline"); });
addEventListener("offline", tellOffline);
let hidden = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(hidden);
  if (document.hidden) hidden = setTimeout(hangUp, HIDDEN_FOR);
  else { wake(); tellSeen(); }
});
addEventListener("resize", follow);

const start = async () => {
  paint();
  if (!navigator.cookieEnabled) return tell(say("cookies"));
  load();
  const code = takeCode();
  if (code) greet(code);
  const fresh = await open();
  await history();
  ready();
  follow();
  begin(fresh);
  read(isIdle);
};
start();

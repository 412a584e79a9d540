// Reading: a live stream, or asking again and again where something holds streams back.
import { pause, pauseAfter, postTo, request, visible, wake } from "./helpers.js";
import { newest, receive, showTyping } from "./view.js";
import { calm, tellOffline } from "./words.js";

let failures = 0, isIdle = () => true;

export const isDown = () => failures > 0;

// ends a stream nobody looks at
export const hangUp = () => stop?.();

const connected = yes => {
  if (yes && failures) wake();
  failures = yes ? 0 : failures + 1;
  if (!yes) tellOffline();
  else if (isIdle()) calm("offline");
};

let stop = null;
const stream = () => new Promise(done => {
  const source = new EventSource("/chat/stream?after=" + newest());
  let alive = false, watch = 0;
  const end = () => { clearTimeout(watch); source.close(); stop = null; done(alive); };
  const expect = ms => { clearTimeout(watch); watch = setTimeout(end, ms); };
  const heard = () => { alive = true; expect(50000); };
  stop = end;
  expect(10000);
  source.addEventListener("ready", () => { heard(); connected(true); });
  source.addEventListener("beat", heard);
  source.addEventListener("typing", () => { heard(); showTyping(); });
  source.addEventListener("message", e => { heard(); receive(JSON.parse(e.data)); });
  source.addEventListener("error", end);
});

const poll = async wait => {
  const answer = await request("/chat/lines?after=" + newest() + "&wait=" + wait, {}, 40000);
  if (!answer.ok) throw new Error("lines " + answer.status);
  const some = await answer.json();
  some.forEach(receive);
  return some.length;
};

// reads as long as the page lives; told whether anything waits to be sent
export const read = async idle => {
  isIdle = idle;
  for (let asking = 0; ;) {
    await visible();
    let ok;
    if (asking > 0) {
      ok = await poll(25).then(() => true, () => false);
      if (ok) connected(true);
      asking = ok ? asking - 1 : 0;
    } else {
      ok = await stream();
      if (!ok) asking = 4;
    }
    if (!ok) connected(false);
    await pause(ok ? 300 : pauseAfter(failures));
  }
};

// confirms who this browser is; true in a new chat
export const open = async () => {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await postTo("/chat/open");
      if (answer.ok) {
        const told = await answer.json();
        document.getElementById("organisation").textContent = document.title = told.organisation;
        return told.fresh;
      }
    } catch (e) {
      console.warn("not opened yet", e.name);
    }
    tellOffline();
    await pause(pauseAfter(tries));
  }
};

// what was said before
export const history = async () => {
  for (let tries = 1; ; tries++) {
    try {
      while (await poll(0) >= 200);
      calm("offline");
      return;
    } catch (e) {
      console.warn("history not read yet", e.name);
      tellOffline();
      await pause(pauseAfter(tries));
    }
  }
};

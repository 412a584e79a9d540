// The page: what is shown and what a tap, a scan or a typed line does.
import { refusal, watch } from "./camera.js";
import { check, exact, search, tokenIn } from "./door.js";
import * as lately from "./recent.js";
import { forget, keep, kept, persist } from "./store.js";
import { begin, close, openWith } from "./sync.js";
import { clock, inWords, say, speak, spoken } from "./words.js";

const MOST = 40;
const $ = id => document.getElementById(id);
const make = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text ?? "", className: className ?? "" });
let desk, recent, session = "", chosen = false, verdict, problems = [], why = null, stopCamera = null, opening = false;

// whether something is to be drawn anew: what has not changed keeps the focus and is not read aloud again
const differs = (element, ...look) => {
  const key = JSON.stringify([spoken(), ...look]);
  if (element.look === key) return false;
  element.look = key;
  return true;
};

const named = scan => desk.state.list?.people.find(p => scan.token ? scan.token.startsWith(p.ticket ?? "-") : p.no === scan.no)?.name ?? (scan.token ? say("ticket", { code: scan.token.slice(0, 6) }) : say("number", { n: scan.no }));

// ---- deciding

// what came of the last scan; its words are looked up when it is drawn, since the language may change
const shown = (kind, key, values, help, scan) => { verdict = { kind, key, values, help, scan, number: (verdict?.number ?? 0) + 1 }; draw(); };

// checks somebody in, or says when they came
const take = async (who, token) => {
  const { list, queue } = desk.state;
  if (Date.now() < list.opens) return shown("bad", "early", {}, () => say("earlyHelp", { time: clock(list.opens) }));
  const sent = queue.find(q => q.token === token && q.session === session && !queue.some(u => u.undo === q.id));
  const before = who ? desk.marks(session).get(who.no) : sent && { at: sent.at, scan: sent.id };
  const name = () => who ? `${who.name}, ${say("number", { n: who.no })}${who.team ? `, ${who.team}` : ""}` : `${say("ticket", { code: token.slice(0, 6) })}. ${say("fresh")}`;
  if (before) return shown("again", "again", { time: clock(before.at) }, name, before.scan);
  const at = Date.now();
  const scan = { id: crypto.randomUUID(), event: list.event, no: who?.no, token: token ?? undefined, session, at };
  await desk.add(scan);
  await recent.add(scan);
  shown("good", "in", { time: clock(at) }, name, scan.id);
  desk.sync();
};

// a wrong tap
const takeBack = async scan => {
  if (!await recent.takeBack(scan)) return;
  shown("again", "undone", {}, () => named(scan));
  desk.sync();
};

// what a camera, a scanner or a person gave
const give = async text => {
  const token = tokenIn(text);
  if (token) {
    const what = await check(token, desk.state.list);
    if (what !== "good") return shown("bad", what, {}, () => say(what + "Help"));
    return take(desk.state.list.people.find(p => p.ticket === token.slice(0, 6)), token);
  }
  const found = exact(desk.state.list.people, text);
  if (found) return take(found);
  if (/^https?:|^[kd]_/i.test(text)) return shown("bad", "foreign", {}, () => say("foreignHelp"));
  if (found === undefined && search(desk.state.list.people, text).length === 0) shown("bad", "unknown", {}, () => say("unknownHelp"));
};

// ---- showing

const drawPeople = () => {
  const { list } = desk.state;
  const came = desk.marks(session);
  const text = $("text").value.trim();
  const found = text ? search(list.people, text) : list.people.filter(p => !came.has(p.no));
  $("count").textContent = say("count", { n: list.people.filter(p => came.has(p.no)).length, all: list.people.length });
  $("heading").textContent = text && found.length === 0 ? say("nobody") : say(text ? "found" : "missing", { n: found.length });
  $("guest-how").textContent = text && found.length === 0 ? say(desk.state.online === false ? "guestOffline" : "guestHow") : "";
  if (!differs($("people"), found, [...came])) return;
  $("people").replaceChildren(...found.slice(0, MOST).map(p => {
    const button = make("button", "", came.has(p.no) ? "in" : "");
    button.type = "button";
    button.append(make("b", p.name), make("span", [say("number", { n: p.no }), p.team, came.has(p.no) && say("came", { time: clock(came.get(p.no).at) })].filter(x => x).join(" · ")));
    button.addEventListener("click", async event => { $("text").value = ""; await take(p); drawPeople(); if (event.detail === 0) $("text").focus(); });
    const item = make("li");
    item.append(button);
    return item;
  }));
  $("more").textContent = found.length > MOST ? say("more", { n: found.length - MOST }) : "";
};

const drawRecent = () => {
  const scans = recent.all(), last = recent.find(verdict?.scan);
  $("undo").hidden = !last;
  $("undo").textContent = say("undo");
  if (last) $("undo").setAttribute("aria-label", `${say("undo")}: ${named(last)}`);
  $("recent").hidden = scans.length === 0;
  if (differs($("takeable"), scans, scans.map(named))) $("takeable").replaceChildren(...scans.map(scan => {
    const button = make("button", say("undo"));
    button.type = "button";
    button.setAttribute("aria-label", `${say("undo")}: ${named(scan)}`);
    button.addEventListener("click", () => takeBack(scan));
    const item = make("li");
    item.append(make("span", `${named(scan)} · ${clock(scan.at)}`), button);
    return item;
  }));
};

const drawProblems = () => differs($("problems"), problems) && $("problems").replaceChildren(...problems.map((p, i) => {
  const ok = make("button", say("ok"));
  ok.addEventListener("click", async () => { problems.splice(i, 1); await keep("problems", problems); draw(); });
  const item = make("li");
  item.append(make("span", say(p.key, p.values)), ok);
  return item;
}));

const draw = () => {
  const { list, queue, online, touched } = desk.state;
  const mine = queue.filter(q => !list || q.event === list.event).length;
  $("unsent").textContent = [mine > 0 ? say("unsent", { n: mine }) : list ? say("sent") : "", queue.length > mine ? say("other", { n: queue.length - mine }) : ""].join(" ").trim();
  $("unsent").className = queue.length > 0 ? "some" : "";
  $("work").hidden = $("leave").hidden = !list;
  $("closed").hidden = !!list;
  $("why").textContent = why ? say(why) : "";
  $("title").textContent = list ? inWords(list.title) : say("desk");
  $("touch").textContent = list ? say(online === false ? "offline" : "touch", { time: clock(touched) }) : "";
  if (!list) { $("count").textContent = ""; return; }
  $("sessions").hidden = list.sessions.length === 0;
  if (differs($("session"), list.sessions, session)) $("session").replaceChildren(...list.sessions.map(s => Object.assign(make("option", inWords(s.title)), { value: s.code, selected: s.code === session })));
  $("verdict").className = verdict?.kind ?? "";
  if (differs($("verdict"), verdict)) $("verdict").replaceChildren(make("p", verdict ? say(verdict.key, verdict.values) : say("ready"), "what"), make("p", verdict?.help?.() ?? ""));
  if (list.guest) $("guest").href = list.guest;
  $("guest").hidden = !list.guest;
  drawRecent();
  drawProblems();
  drawPeople();
};

// ---- what the server tells

const told = async (what, about, had) => {
  if (what === "ended") { if (had) why = about; verdict = undefined; problems = []; await forget("problems"); closeCamera(); }
  if (what === "verdict") {
    const mine = about.verdict === "again" && Math.abs(about.at - about.scan.at) < 1000;
    const key = { again: "double", gone: "gone", noseat: "noseat", early: "early", forged: "forged", foreign: "foreign" }[about.verdict] ?? "refused";
    await recent.drop(about.scan.id);
    if (!mine) problems.push({ key, values: { who: named(about.scan), time: about.at ? clock(about.at) : "" } });
    await keep("problems", problems);
  }
  if (what === "changed" && desk.state.list) {
    if (!chosen || !desk.state.list.sessions.some(s => s.code === session)) session = desk.state.list.session;
    if (Date.now() > desk.state.list.wipeAt) { await desk.end("ended"); return; }
  }
  draw();
};

const closeCamera = () => { stopCamera?.(); stopCamera = null; $("camera").hidden = true; $("scan").hidden = false; };

const openCamera = async () => {
  if (opening || stopCamera) return;
  opening = true;
  $("camera").hidden = false;
  try {
    stopCamera = await watch($("video"), give);
    if ($("camera").hidden) closeCamera(); // somebody closed it before it was open
    else {
      $("scan").hidden = true;
      $("stop").focus({ preventScroll: true });
      $("outcome").scrollIntoView({ block: "start" });
    }
  } catch (error) {
    closeCamera();
    shown("bad", "noCamera", {}, () => say(refusal(error)));
    $("outcome").scrollIntoView({ block: "nearest" });
  }
  opening = false;
};

const leave = async () => {
  const n = desk.state.queue.length;
  $("confirm-text").textContent = n > 0 ? say("confirmUnsent", { n }) : say("confirm");
  $("confirm").returnValue = "no";
  $("confirm").showModal();
  await new Promise(done => $("confirm").addEventListener("close", done, { once: true }));
  if ($("confirm").returnValue !== "yes") return;
  desk.stop();
  await desk.end("left");
  if (!await close()) await keep("left", true); // told to the server next time
};

const listen = () => {
  $("find").addEventListener("submit", async event => {
    event.preventDefault();
    const text = $("text").value.trim();
    if (!text) return;
    const before = verdict;
    await give(text);
    if (verdict !== before) { $("text").value = ""; draw(); $("text").focus(); } else $("people").querySelector("button")?.focus();
  });
  $("text").addEventListener("input", drawPeople);
  $("session").addEventListener("change", () => { [session, chosen] = [$("session").value, true]; verdict = undefined; draw(); });
  $("language").addEventListener("change", () => { speak($("language").value); draw(); });
  $("leave").addEventListener("click", leave);
  $("stop").addEventListener("click", () => { closeCamera(); $("scan").focus(); });
  $("scan").addEventListener("click", openCamera);
  $("undo").addEventListener("click", async event => { const scan = recent.find(verdict?.scan); if (scan) await takeBack(scan); if (event.detail === 0) $("text").focus(); });
  addEventListener("online", () => desk.sync());
  addEventListener("offline", () => { desk.state.online = false; draw(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) desk.sync(); });
};

const start = async () => {
  speak();
  $("language").value = spoken();
  if (!isSecureContext || !navigator.serviceWorker) { why = isSecureContext ? "window" : "insecure"; $("closed").hidden = false; $("why").textContent = say(why); return; }
  const code = location.hash.slice(1);
  navigator.serviceWorker.register("/desk/worker.js").catch(() => { /* a private window: no work without a network */ });
  if (code) history.replaceState(null, "", "/desk/");
  desk = begin(null, told);
  recent = lately.begin(desk);
  try {
    await desk.load();
    const list = await kept("list");
    if (list && Date.now() <= list.wipeAt) Object.assign(desk.state, { list, touched: list.touched ?? list.at });
    else if (list) await forget("list");
    problems = await kept("problems") ?? [];
    await recent.load();
  } catch { why = "noStore"; draw(); return; }
  persist();
  const opened = code ? await openWith(code) : "";
  if (opened === "open") { desk.state.list = null; await forget("list"); await forget("left"); }
  else if (await kept("left")) { desk.state.closed = true; if (await close()) await forget("left"); }
  why = opened === "used" ? "used" : opened === "offline" ? "noNetwork" : "first";
  session = desk.state.list?.session ?? "";
  listen();
  draw();
  await desk.sync();
  if (!desk.state.list && desk.state.online === false && opened !== "used" && why !== "ended") { why = "noNetwork"; draw(); }
};

start();

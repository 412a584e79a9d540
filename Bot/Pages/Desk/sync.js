// Talks to the server: opens with the link's code, fetches the list, sends what was scanned. What fails is tried again for ever.
import { addScan, dropScans, forget, keep, scans } from "./store.js";

const EVERY = 15000;
const MOST = 100;
const ask = (path, body) => fetch("/desk/" + path, {
  method: body === undefined ? "GET" : "POST", cache: "no-store", signal: AbortSignal.timeout?.(10000),
  headers: { "X-GrantBot": "desk", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
  body: body === undefined ? undefined : JSON.stringify(body),
});

// "open", "used" or "offline"
export const openWith = async code => {
  try {
    const answer = await ask("open", { code });
    return answer.ok ? "open" : answer.status === 410 ? "used" : "offline";
  } catch { return "offline"; }
};

// false while the server cannot be told
export const close = async () => { try { return (await ask("close", {})).ok; } catch { return false; } };

// the keeper of the list and of what is to be sent
export const begin = (list, told) => {
  let busy = false, again = false, timer;
  const state = { list, queue: [], online: null, touched: list?.at ?? 0, closed: false };

  // who came to a session: by number, { at, scan }; what the server knows goes before what it is yet to be told
  const marks = session => {
    const came = new Map((state.list?.came ?? []).filter(m => m.session === session).map(m => [m.no, m]));
    for (const q of state.queue.filter(q => q.event === state.list?.event)) {
      if (q.undo) { for (const [no, mark] of came) if (mark.scan === q.undo) came.delete(no); }
      else if (q.no && q.session === session && !came.has(q.no)) came.set(q.no, { at: q.at, scan: q.id });
    }
    return came;
  };

  const end = async why => {
    const had = !!state.list;
    [state.list, state.closed] = [null, true];
    await forget("list");
    await told("ended", why, had);
  };

  const fetchList = async () => {
    const answer = await ask("list");
    if (answer.status === 401) { await end("ended"); return false; }
    if (!answer.ok) throw new Error(String(answer.status));
    state.list = await answer.json();
    state.touched = Date.now();
    await keep("list", { ...state.list, touched: state.touched });
    return true;
  };

  const send = async () => {
    while (true) {
      const waiting = state.queue.filter(q => q.event === state.list.event).slice(0, MOST);
      if (waiting.length === 0) return true;
      const answer = await ask("scans", { scans: waiting.map(({ id, no, token, session, at, undo }) => ({ id, number: token ? undefined : no, token, session, at, undo })) });
      if (answer.status === 401) { await end("ended"); return false; }
      if (!answer.ok) throw new Error(String(answer.status));
      const { verdicts } = await answer.json();
      for (const v of verdicts) {
        const scan = waiting.find(q => q.id === v.id);
        if (scan.undo) state.list.came = state.list.came.filter(m => m.scan !== scan.undo);
        if (v.at && v.number) state.list.came = [...state.list.came.filter(m => m.no !== v.number || m.session !== scan.session), { no: v.number, session: scan.session, at: v.at, scan: v.verdict === "in" ? scan.id : null }];
        if (v.verdict !== "in" && v.verdict !== "undone") told("verdict", { ...v, scan });
      }
      await keep("list", { ...state.list, touched: state.touched });
      await dropScans(verdicts.map(v => v.id));
      state.queue = await scans();
    }
  };

  const sync = async () => {
    if (state.closed) return;
    if (busy) { again = true; return; }
    busy = true;
    clearTimeout(timer);
    try {
      state.queue = await scans();
      if (state.list || await fetchList()) state.online = await send() && await fetchList();
    } catch { state.online = false; }
    busy = false;
    told("changed");
    if (!state.closed) timer = setTimeout(sync, again ? 0 : EVERY);
    again = false;
  };

  return {
    state, marks, sync, end,
    // counts from the moment the device has it
    add: async scan => {
      const next = { ...scan, order: Math.max(scan.at, (state.queue.at(-1)?.order ?? 0) + 1) };
      await addScan(next);
      state.queue.push(next);
    },
    load: async () => { state.queue = await scans(); },
    stop: () => clearTimeout(timer),
  };
};

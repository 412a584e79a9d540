"use strict";
(() => {
  // The page's own words; the bot's words come from the bot. Valid JSON, checked by a test.
  const TEXTS = {
    "kk": {
      "you": "Сіз", "bot": "Бот", "log": "Әңгіме", "input": "Хабарламаңыз", "placeholder": "Хабарлама жазыңыз",
      "send": "Жіберу", "attach": "Файл жіберу", "choices": "Таңдау", "restart": "Жаңа чат",
      "confirmTitle": "Жаңа чат бастайық па?",
      "confirmText": "Осы әңгіме бұл браузерде енді көрінбейді. Тіркелуіңіз сақталады.",
      "confirmYes": "Иә, жаңа чат", "confirmNo": "Жоқ, қаламын",
      "sending": "Жіберіліп жатыр…", "waiting": "Әзірге жіберілмеді, қайта жіберіп көреміз.", "retry": "Қазір жіберу",
      "failed": "Жіберілмеді.", "file": "Файл", "picture": "Сурет",
      "offline": "Байланыс жоқ. Жаза беріңіз: байланыс қалпына келгенде өзі жіберіледі.",
      "tooLong": "Хабарлама тым ұзын. Оны бөліп-бөліп жіберіңіз: біреуіне 4096 таңба сыяды.",
      "cookies": "Чат жұмыс істеуі үшін браузер баптауынан cookie файлдарын қосып, бетті жаңартыңыз.",
      "tooLarge": "Файл тым үлкен: 10 МБ-тан аспауы керек.",
      "empty": "Бұл файл бос. Басқа файл таңдаңыз."
    },
    "ru": {
      "you": "Вы", "bot": "Бот", "log": "Разговор", "input": "Ваше сообщение", "placeholder": "Напишите сообщение",
      "send": "Отправить", "attach": "Отправить файл", "choices": "Выбор", "restart": "Новый чат",
      "confirmTitle": "Начать новый чат?",
      "confirmText": "Этот разговор больше не будет виден в этом браузере. Ваша регистрация сохранится.",
      "confirmYes": "Да, новый чат", "confirmNo": "Нет, остаться",
      "sending": "Отправляется…", "waiting": "Пока не отправлено, попробуем ещё раз.", "retry": "Отправить сейчас",
      "failed": "Не отправлено.", "file": "Файл", "picture": "Изображение",
      "offline": "Нет связи. Пишите дальше: всё отправится само, когда связь вернётся.",
      "tooLong": "Сообщение слишком длинное. Отправьте его по частям: в одно помещается 4096 знаков.",
      "cookies": "Чтобы чат работал, включите в браузере файлы cookie и обновите страницу.",
      "tooLarge": "Файл слишком большой: не больше 10 МБ.",
      "empty": "Этот файл пуст. Выберите другой."
    },
    "en": {
      "you": "You", "bot": "Bot", "log": "Conversation", "input": "Your message", "placeholder": "Write a message",
      "send": "Send", "attach": "Send a file", "choices": "Choices", "restart": "New chat",
      "confirmTitle": "Start a new chat?",
      "confirmText": "This conversation will no longer be shown in this browser. Your registration is kept.",
      "confirmYes": "Yes, new chat", "confirmNo": "No, stay",
      "sending": "Sending…", "waiting": "Not sent yet, we will try again.", "retry": "Send now",
      "failed": "Not sent.", "file": "File", "picture": "Picture",
      "offline": "No connection. Keep writing: everything is sent by itself when the connection is back.",
      "tooLong": "The message is too long. Please send it in parts: one holds 4,096 characters.",
      "cookies": "Please turn on cookies in your browser and reload the page to use this chat.",
      "tooLarge": "The file is too large: 10 MB at most.",
      "empty": "This file is empty. Please choose another."
    }
  };
  const MAX_FILE = 10 * 1024 * 1024, MAX_TEXT = 4096, MANY_OPTIONS = 8, PAUSES = [1, 2, 4, 8, 15, 30], STORE = "grantbot-unsent";
  const find = id => document.getElementById(id);
  const log = find("log"), box = find("text"), picker = find("file"), notice = find("notice"), dialog = find("confirm");

  let language = (navigator.languages || []).map(l => l.slice(0, 2)).find(l => TEXTS[l]) || "kk";
  let last = 0;                 // number of the newest line shown
  let queue = [];               // what the server has not taken yet, in order: { post, blob }
  let opened = false, draining = false, failures = 0, lastHello = 0;
  let pressed = null;           // the button pressed last, while its answer is awaited
  const shown = new Map();        // key -> element, so that a line that comes twice stands once
  const lines = new Map();      // number -> element
  const say = key => TEXTS[language][key];

  // ---------- small helpers

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // crypto.randomUUID needs https; a desk in a hall may have none
  const uuid = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = b[6] & 15 | 64;
    b[8] = b[8] & 63 | 128;
    const hex = [...b].map(x => x.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };

  const sleepers = new Set();
  const pause = ms => new Promise(done => {
    const end = () => { clearTimeout(timer); sleepers.delete(end); done(); };
    const timer = setTimeout(end, ms);
    sleepers.add(end);
  });
  const wake = () => [...sleepers].forEach(end => end());
  const pauseAfter = tries => PAUSES[Math.min(tries, PAUSES.length) - 1] * 1000 * (0.8 + Math.random() * 0.4);

  const request = (path, options = {}, ms = 30000) => fetch(path, { cache: "no-store", signal: AbortSignal.timeout?.(ms), ...options });
  const postTo = (path, body, headers = {}, ms) => request(path, { method: "POST", headers: { "X-GrantBot": "page", ...headers }, body }, ms);

  // a notice is either a state that passes by itself ("wait") or an error that stands until the next message
  const tell = (text, kind = "error") => {
    notice.dataset.kind = kind;
    if (notice.textContent !== text) notice.textContent = text;
  };
  const calm = kind => { if (notice.dataset.kind === kind) tell("", ""); };
  const tellOffline = () => tell(say("offline"), "offline");

  // ---------- the language of the page follows the bot

  const paint = () => {
    document.documentElement.lang = language;
    for (const e of document.querySelectorAll("[data-text]")) e.textContent = say(e.dataset.text);
    for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
    for (const e of document.querySelectorAll("[data-hint]")) e.title = say(e.dataset.hint);
    for (const e of document.querySelectorAll("[data-placeholder]")) e.placeholder = say(e.dataset.placeholder);
    if (notice.dataset.kind === "offline") tellOffline();
  };
  const speak = next => {
    if (!TEXTS[next] || next === language) return;
    language = next;
    paint();
  };

  // ---------- lines

  const write = (into, text) => {
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

  const size = bytes => bytes > 1048576 ? (bytes / 1048576).toFixed(1) + " MB" : Math.ceil(bytes / 1024) + " KB";

  const showFile = (bubble, file, caption) => {
    const address = "/chat/file/" + encodeURIComponent(file.id);
    const link = make("a", "file");
    link.href = address;
    if (/^image\//.test(file.type)) {
      const picture = make("img");
      picture.alt = caption || say("picture") + ": " + file.name;
      picture.addEventListener("load", follow);
      picture.src = address;
      link.target = "_blank";
      link.rel = "noopener";
      link.append(picture);
    } else {
      link.download = file.name;
      link.textContent = say("file") + ": " + file.name + (file.bytes ? " (" + size(file.bytes) + ")" : "");
    }
    bubble.append(link);
  };

  const build = (bot, line) => {
    const element = make("div", "line new " + (bot ? "bot" : "own"));
    const bubble = make("div", "bubble");
    if (line.lang) element.lang = line.lang;
    bubble.append(make("span", "quiet", say(bot ? "bot" : "you") + ": "));
    if (line.file) showFile(bubble, line.file, line.text);
    if (line.text) {
      const text = make("p");
      write(text, line.text);
      bubble.append(text);
    }
    element.append(bubble);
    return element;
  };

  const showOptions = (element, n, line) => {
    const group = make("div", "options" + (line.compact ? " compact" : "") + (line.options.length > MANY_OPTIONS ? " long" : ""));
    group.setAttribute("role", "group");
    const text = element.querySelector("p");
    if (text) {
      text.id = "line-" + n;
      group.setAttribute("aria-labelledby", text.id);
    } else group.setAttribute("aria-label", say("choices"));
    for (const option of line.options) {
      const button = make("button", "option", option.label || option.token);
      button.type = "button";
      if (option.description) button.append(make("small", "", option.description));
      button.addEventListener("click", () => press(button, n, option));
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

  const choose = (element, label, final) => {
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

  const unchoose = element => {
    for (const b of element.querySelectorAll(".option")) {
      b.removeAttribute("aria-disabled");
      b.removeAttribute("aria-pressed");
      if (b.dataset.was) b.firstChild.textContent = b.dataset.was;
    }
  };

  let following = true;
  const follow = () => { if (following) log.scrollTop = log.scrollHeight; };
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

  const receive = event => {
    if (event.n <= last) return;
    last = event.n;
    const line = event.line;
    if (line.lang) speak(line.lang);
    if (line.kind === "settle") {
      const on = lines.get(Number(line.settles));
      if (on) choose(on, line.choice, true);
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
    lines.set(event.n, element);
    shown.set(line.key, element);
    if (line.options) showOptions(element, event.n, line);
    place(element);
    reveal(element);
    if (event.bot && pressed) moveFocus(element);
  };

  // After a press the focus goes on to what the bot asks next, once it has finished speaking.
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

  // ---------- what the person does

  const mark = (element, state, text) => {
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

  const save = () => {
    try {
      sessionStorage.setItem(STORE, JSON.stringify(queue.filter(i => !i.blob || i.post.file).map(i => i.post)));
    } catch (e) {
      console.warn("unsent messages cannot be kept over a reload", e.name);
    }
  };

  const enqueue = (post, blob) => {
    const item = { post: { id: uuid(), language: navigator.language, ...post }, blob };
    queue.push(item);
    calm("error");
    save();
    showOwn(item);
    drain();
  };

  const showOwn = item => {
    const { post } = item, key = "c" + post.id;
    if (shown.has(key) || post.kind !== "text" && post.kind !== "file") return;
    const element = build(false, { text: post.kind === "text" ? post.text : say("file") + ": " + post.name });
    element.classList.add("waiting");
    shown.set(key, element);
    log.append(element);
    mark(element, "sending");
    following = true;
    follow();
  };

  const press = (button, n, option) => {
    if (button.getAttribute("aria-disabled") === "true") return;
    pressed = button;
    choose(lines.get(n), option.label, false);
    following = true;
    enqueue({ kind: "press", token: option.token, line: String(n) });
  };

  const hello = code => {
    lastHello = Date.now();
    return { id: uuid(), kind: "hello", language: navigator.language, ...(code ? { code } : {}) };
  };

  const attach = file => {
    if (!file) return;
    if (file.size > MAX_FILE || !file.size) return tell(say(file.size ? "tooLarge" : "empty"));
    enqueue({ kind: "file", name: file.name }, file);
  };

  // ---------- sending: one after another, again and again, always with the same id

  const deliver = async item => {
    const { post, blob } = item;
    if (blob && !post.file) {
      const kept = await postTo("/chat/file", blob, {
        "Content-Type": blob.type || "application/octet-stream",
        "X-File-Name": encodeURIComponent(post.name),
        "X-Message-Id": post.id
      }, 300000);
      if (!kept.ok) return kept;
      post.file = (await kept.json()).file;
      save();
    }
    const { name, ...sent } = post;
    return postTo("/chat/send", JSON.stringify(sent), { "Content-Type": "application/json" });
  };

  const give = (item, words) => {
    const element = shown.get("c" + item.post.id);
    if (element) {
      element.classList.remove("waiting");
      mark(element, "failed", say("failed") + " " + words);
    }
    if (item.post.kind === "press") {
      const on = lines.get(Number(item.post.line));
      if (on) unchoose(on);
      pressed = null;
    }
    tell(words);
  };

  const drain = async () => {
    if (draining || !opened) return;
    draining = true;
    for (let tries = 0; queue.length;) {
      const item = queue[0], element = shown.get("c" + item.post.id);
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
        if (!failures) calm("offline");
        tries = 0;
        queue.shift();
        save();
        if (element && element.querySelector(".state")) mark(element, "");
        continue;
      }
      const error = words?.error;
      if (error && !["slow", "opening", "unknown"].includes(error)) {
        queue.shift();
        save();
        give(item, words[language]);
        continue;
      }
      tries++;
      if (error === "unknown") await open();
      if (error && error !== "slow" && Date.now() - lastHello > 10000 && item.post.kind !== "hello") queue.unshift({ post: hello() });
      if (error === "slow") tell(words[language], "slow");
      else if (!answer || answer.status >= 500) tellOffline();
      if (element && error !== "opening") mark(element, "waiting");
      await pause(error === "slow" ? 1000 * (Number(answer.headers.get("Retry-After")) || 10) : error ? Math.min(500 * tries, 5000) : pauseAfter(tries));
    }
    draining = false;
  };

  // ---------- reading: a live stream, or asking again where something holds streams back

  const connected = yes => {
    if (yes && failures) wake();
    failures = yes ? 0 : failures + 1;
    if (!yes) tellOffline();
    else if (!queue.length) calm("offline");
  };

  let hangUp = null;
  const stream = () => new Promise(done => {
    const source = new EventSource("/chat/stream?after=" + last);
    let alive = false, watch = 0;
    const end = () => { clearTimeout(watch); source.close(); hangUp = null; done(alive); };
    const expect = ms => { clearTimeout(watch); watch = setTimeout(end, ms); };
    const heard = () => { alive = true; expect(50000); };
    hangUp = end;
    expect(10000);
    source.addEventListener("ready", () => { heard(); connected(true); });
    source.addEventListener("beat", heard);
    source.addEventListener("message", e => { heard(); receive(JSON.parse(e.data)); });
    source.addEventListener("error", end);
  });

  const poll = async wait => {
    const answer = await request("/chat/lines?after=" + last + "&wait=" + wait, {}, 40000);
    if (!answer.ok) throw new Error("lines " + answer.status);
    const some = await answer.json();
    some.forEach(receive);
    return some.length;
  };

  const visible = () => new Promise(done => {
    if (!document.hidden) return done();
    document.addEventListener("visibilitychange", done, { once: true });
  });

  const read = async () => {
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

  // ---------- opening

  const open = async () => {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await postTo("/chat/open");
        if (answer.ok) {
          const told = await answer.json();
          find("organisation").textContent = document.title = told.organisation;
          return told.fresh;
        }
      } catch (e) {
        console.warn("not opened yet", e.name);
      }
      tellOffline();
      await pause(pauseAfter(tries));
    }
  };

  const history = async () => {
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

  const unsent = () => {
    try {
      return JSON.parse(sessionStorage.getItem(STORE) || "[]").map(post => ({ post }));
    } catch (e) {
      console.warn("unsent messages cannot be read", e.name);
      return [];
    }
  };

  // the code of an invitation leaves the address bar, so that a reload does not use it twice
  const takeCode = () => {
    const code = location.hash.slice(1) || new URLSearchParams(location.search).get("start") || "";
    if (location.hash || location.search) window.history.replaceState(null, "", location.pathname);
    return /^[\w-]{1,64}$/.test(code) ? code : "";
  };

  const begin = async () => {
    paint();
    if (!navigator.cookieEnabled) return tell(say("cookies"));
    queue = unsent();
    const code = takeCode();
    if (code) queue.push({ post: hello(code) });
    save();
    const fresh = await open();
    await history();
    log.setAttribute("aria-busy", "false");
    follow();
    queue.forEach(showOwn);
    if (fresh && !queue.some(i => i.post.kind === "hello")) queue.unshift({ post: hello() });
    opened = true;
    drain();
    read();
  };

  const others = "BroadcastChannel" in window ? new BroadcastChannel("grantbot") : null;
  const restart = async () => {
    try {
      const answer = await postTo("/chat/open?new=1");
      if (!answer.ok) throw new Error("open " + answer.status);
    } catch (e) {
      console.warn("no new chat yet", e.name);
      return tellOffline();
    }
    queue = [];
    save();
    others?.postMessage("new");
    location.reload();
  };

  const grow = () => {
    box.style.height = "auto";
    box.style.height = box.scrollHeight + 2 + "px";
  };

  find("compose").addEventListener("submit", e => {
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
    find("compose").requestSubmit();
  });
  box.addEventListener("input", grow);
  picker.addEventListener("change", () => { attach(picker.files[0]); picker.value = ""; });
  find("restart").addEventListener("click", () => { dialog.returnValue = ""; dialog.showModal(); });
  dialog.addEventListener("close", () => { if (dialog.returnValue === "new") restart(); });
  others?.addEventListener("message", () => { queue = []; save(); location.reload(); });
  addEventListener("hashchange", () => {
    const code = takeCode();
    if (!code) return;
    queue.push({ post: hello(code) });
    save();
    drain();
  });
  addEventListener("online", () => { wake(); if (!failures && !queue.length) calm("offline"); });
  addEventListener("offline", tellOffline);
  let hidden = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hidden);
    if (document.hidden) hidden = setTimeout(() => hangUp?.(), 30000);
    else wake();
  });
  addEventListener("resize", follow);
  begin();
})();

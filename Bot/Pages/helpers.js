// Elements, ids, pauses and requests.
// seconds between one try and the next
const PAUSES = [1, 2, 4, 8, 15, 30];

// an element with a class and a text, which is never read as markup
export const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

// crypto.randomUUID needs https; a desk in a hall may have none
export const uuid = () => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = b[6] & 15 | 64;
  b[8] = b[8] & 63 | 128;
  const hex = [...b].map(x => x.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

// waits; every pause ends early when there may be a connection again
const sleepers = new Set();
export const pause = ms => new Promise(done => {
  const end = () => { clearTimeout(timer); sleepers.delete(end); done(); };
  const timer = setTimeout(end, ms);
  sleepers.add(end);
});
export const wake = () => [...sleepers].forEach(end => end());
export const pauseAfter = tries => PAUSES[Math.min(tries, PAUSES.length) - 1] * 1000 * (0.8 + Math.random() * 0.4);

// waits until the page is looked at
export const visible = () => new Promise(done => {
  if (!document.hidden) return done();
  document.addEventListener("visibilitychange", done, { once: true });
});

// asks the server, or posts to it; given up after so many milliseconds
export const request = (path, options = {}, ms = 30000) => fetch(path, { cache: "no-store", signal: AbortSignal.timeout?.(ms), ...options });
export const postTo = (path, body, headers = {}, ms) => request(path, { method: "POST", headers: { "X-GrantBot": "page", ...headers }, body }, ms);

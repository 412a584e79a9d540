// Who a text means, and whether a ticket is good. Needs no network: the seal is checked with the event's own key.
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const TOKEN = /(?:^|k_)([A-HJ-NP-Z2-9]{26})$/i;

// the first bits of some bytes, five to a character
const letters = (bytes, length) => {
  let text = "";
  for (let i = 0; i < length; i++) {
    let value = 0;
    for (let bit = i * 5; bit < i * 5 + 5; bit++) value = value << 1 | bytes[bit >> 3] >> 7 - (bit & 7) & 1;
    text += ALPHABET[value];
  }
  return text;
};

// the token in what a camera or a scanner read: a link of any messenger, or the bare token; null when there is none
export const tokenIn = text => {
  const plain = text.trim().replace(/%5f/gi, "_");
  return (TOKEN.exec(plain) ?? /k_([A-HJ-NP-Z2-9]{26})(?![A-Z0-9])/i.exec(plain))?.[1].toUpperCase() ?? null;
};

// the six characters of a code somebody typed; null when it is none
export const codeIn = text => {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  return code.length === 6 && [...code].every(c => ALPHABET.includes(c)) ? code : null;
};

// "good", "foreign" (another event's) or "forged"
export const check = async (token, list) => {
  if (token.slice(6, 10) !== list.tag) return "foreign";
  const raw = Uint8Array.from(atob(list.key), c => c.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const seal = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${list.event} ${token.slice(0, 6)}`)));
  return letters(seal, 16) === token.slice(10) ? "good" : "forged";
};

// letters that people mean as one, as the bot folds them
const SAME = { "ё": "е", "e": "е", "ә": "а", "a": "а", "ғ": "г", "қ": "к", "k": "к", "ң": "н", "ө": "о", "o": "о", "ұ": "у", "ү": "у", "y": "у", "һ": "х", "h": "х", "x": "х", "і": "и", "i": "и", "c": "с", "p": "р", "m": "м", "t": "т" };
const SOUNDS = [["shch", "щ"], ["sh", "ш"], ["ch", "ч"], ["zh", "ж"], ["kh", "х"], ["gh", "г"], ["ya", "я"], ["yu", "ю"], ["ts", "ц"], ["a", "а"], ["b", "б"], ["c", "с"], ["d", "д"], ["e", "е"], ["f", "ф"], ["g", "г"], ["h", "х"],
  ["i", "и"], ["j", "ж"], ["k", "к"], ["l", "л"], ["m", "м"], ["n", "н"], ["o", "о"], ["p", "п"], ["q", "к"], ["r", "р"], ["s", "с"], ["t", "т"], ["u", "у"], ["v", "в"], ["w", "в"], ["x", "х"], ["y", "ы"], ["z", "з"]];

export const fold = text => [...text.normalize("NFC").toLowerCase().replace(/['’‘ʼʹ´′`]/g, "")].map(c => /[\p{L}\p{N}\p{M}]/u.test(c) ? SAME[c] ?? c : " ").join("").replace(/ +/g, " ").trim();
const sounded = text => SOUNDS.reduce((t, [latin, cyrillic]) => t.replaceAll(latin, cyrillic), text.toLowerCase());

// people whose name holds every word
export const search = (people, text) => {
  const spellings = [fold(text), ...(/[a-z]/i.test(text) ? [fold(sounded(text))] : [])].filter(s => s).map(s => s.split(" "));
  const holds = (name, words) => words.every(w => name.split(" ").some(p => p.startsWith(w) || (w.length > 2 && p.includes(w))));
  return people.filter(p => spellings.some(words => holds(fold(p.name), words)));
};

// the one a number or a ticket's code means; null when the text is neither, undefined when nobody has it
export const exact = (people, text) => {
  const number = /^(?:№|no\.?|#)?\s*(\d{1,6})$/i.exec(text.trim());
  const code = codeIn(text);
  if (!number && !code) return null;
  return (number && people.find(p => p.no === Number(number[1]))) || (code && people.find(p => p.ticket === code)) || undefined;
};

// Ways to answer without typing: a calendar, a clock, where the phone is.
import { make } from "./helpers.js";
import { say, tell } from "./words.js";

const PICKERS = { date: ["date", "pickDate"], time: ["time", "pickTime"], datetime: ["datetime-local", "pickDate"] };
const KEYBOARDS = { integer: "numeric", decimal: "decimal", phone: "tel", email: "email" };

// "2008-03-05T14:30" as people here write it: 05.03.2008 14:30
const written = value => value.split("T").map(part => part.split("-").reverse().join(".")).join(" ");

const picker = (expects, send) => {
  const [type, words] = PICKERS[expects];
  const label = make("label", "option way", say(words)), input = make("input");
  input.type = type;
  const button = make("button", "option way", say("choose"));
  button.type = "button";
  button.hidden = true;
  input.addEventListener("input", () => { button.hidden = !input.value; });
  button.addEventListener("click", () => { if (input.value) send(written(input.value)); });
  label.append(input);
  return [label, button];
};

const place = (words, send) => {
  const button = make("button", "option way", words);
  button.type = "button";
  button.addEventListener("click", () => {
    if (!navigator.geolocation) return tell(say("noPlace"));
    tell(say("findingPlace"), "wait");
    navigator.geolocation.getCurrentPosition(
      found => {
        tell("", "");
        send(found.coords.latitude.toFixed(6) + ", " + found.coords.longitude.toFixed(6));
      },
      () => tell(say("noPlace")),
      { enableHighAccuracy: true, timeout: 20000 });
  });
  return [button];
};

// above the choices of a line; send is told the text
export const showWays = (element, line, send) => {
  if (!line.options && !line.expects) return;
  for (const earlier of document.querySelectorAll(".way")) earlier.remove();
  const ways = [...(PICKERS[line.expects] ? picker(line.expects, send) : []), ...(line.place ? place(line.place, send) : [])];
  if (!ways.length) return;
  const group = element.querySelector(".options") || element.appendChild(make("div", "options"));
  group.prepend(...ways);
};

// the keyboard of the open question
export const suitKeyboard = (box, line) => { box.inputMode = KEYBOARDS[line.expects] || "text"; };

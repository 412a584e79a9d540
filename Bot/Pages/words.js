// The page's own words, in the language the bot speaks, and the notice line.
// The bot's words come from the bot. Valid JSON, checked by a test.
const TEXTS = {
  "kk": {
    "you": "Сіз", "bot": "Бот", "log": "Әңгіме", "input": "Хабарламаңыз", "placeholder": "Хабарлама жазыңыз",
    "send": "Жіберу", "attach": "Файл жіберу", "choices": "Таңдау", "restart": "Жаңа чат",
    "confirmTitle": "Жаңа чат бастайық па?",
    "confirmText": "Осы әңгіме бұл браузерде енді көрінбейді. Тіркелуіңіз сақталады.",
    "confirmYes": "Иә, жаңа чат", "confirmNo": "Жоқ, қаламын",
    "sending": "Жіберіліп жатыр…", "waiting": "Әзірге жіберілмеді, қайта жіберіп көреміз.", "retry": "Қазір жіберу",
    "failed": "Жіберілмеді.", "typing": "Жазып жатыр…", "shown": "Маманға жетті", "read": "Маман оқыды", "file": "Файл", "picture": "Сурет",
    "offline": "Байланыс жоқ. Жаза беріңіз: байланыс қалпына келгенде өзі жіберіледі.",
    "tooLong": "Хабарлама тым ұзын. Оны бөліп-бөліп жіберіңіз: біреуіне 4096 таңба сыяды.",
    "cookies": "Чат жұмыс істеуі үшін браузер баптауынан cookie файлдарын қосып, бетті жаңартыңыз.",
    "tooLarge": "Файл тым үлкен: 10 МБ-тан аспауы керек.",
    "empty": "Бұл файл бос. Басқа файл таңдаңыз.",
    "pickDate": "Күнді таңдау", "pickTime": "Уақытты таңдау", "choose": "Осыны жіберу",
    "findingPlace": "Орналасқан жеріңізді анықтап жатырмыз…",
    "noPlace": "Орналасқан жеріңіз анықталмады. Ендік пен бойлықты жазыңыз."
  },
  "ru": {
    "you": "Вы", "bot": "Бот", "log": "Разговор", "input": "Ваше сообщение", "placeholder": "Напишите сообщение",
    "send": "Отправить", "attach": "Отправить файл", "choices": "Выбор", "restart": "Новый чат",
    "confirmTitle": "Начать новый чат?",
    "confirmText": "Этот разговор больше не будет виден в этом браузере. Ваша регистрация сохранится.",
    "confirmYes": "Да, новый чат", "confirmNo": "Нет, остаться",
    "sending": "Отправляется…", "waiting": "Пока не отправлено, попробуем ещё раз.", "retry": "Отправить сейчас",
    "failed": "Не отправлено.", "typing": "Пишет…", "shown": "Передано специалисту", "read": "Прочитано специалистом", "file": "Файл", "picture": "Изображение",
    "offline": "Нет связи. Пишите дальше: всё отправится само, когда связь вернётся.",
    "tooLong": "Сообщение слишком длинное. Отправьте его по частям: в одно помещается 4096 знаков.",
    "cookies": "Чтобы чат работал, включите в браузере файлы cookie и обновите страницу.",
    "tooLarge": "Файл слишком большой: не больше 10 МБ.",
    "empty": "Этот файл пуст. Выберите другой.",
    "pickDate": "Выбрать дату", "pickTime": "Выбрать время", "choose": "Отправить это",
    "findingPlace": "Определяем, где вы находитесь…",
    "noPlace": "Не удалось узнать, где вы. Напишите широту и долготу."
  },
  "en": {
    "you": "You", "bot": "Bot", "log": "Conversation", "input": "Your message", "placeholder": "Write a message",
    "send": "Send", "attach": "Send a file", "choices": "Choices", "restart": "New chat",
    "confirmTitle": "Start a new chat?",
    "confirmText": "This conversation will no longer be shown in this browser. Your registration is kept.",
    "confirmYes": "Yes, new chat", "confirmNo": "No, stay",
    "sending": "Sending…", "waiting": "Not sent yet, we will try again.", "retry": "Send now",
    "failed": "Not sent.", "typing": "Writing…", "shown": "Passed on to the specialist", "read": "Read by the specialist", "file": "File", "picture": "Picture",
    "offline": "No connection. Keep writing: everything is sent by itself when the connection is back.",
    "tooLong": "The message is too long. Please send it in parts: one holds 4,096 characters.",
    "cookies": "Please turn on cookies in your browser and reload the page to use this chat.",
    "tooLarge": "The file is too large: 10 MB at most.",
    "empty": "This file is empty. Please choose another.",
    "pickDate": "Pick a date", "pickTime": "Pick a time", "choose": "Send this",
    "findingPlace": "Finding out where you are…",
    "noPlace": "We could not find out where you are. Please type latitude and longitude."
  }
};

const notice = document.getElementById("notice");
let language = (navigator.languages || []).map(l => l.slice(0, 2)).find(l => TEXTS[l]) || "kk";

export const say = key => TEXTS[language][key];

// an answer of the server carries its words in every language
export const sayOf = words => words[language];

// a notice is either a state that passes by itself ("wait") or an error that stands until the next message
export const tell = (text, kind = "error") => {
  notice.dataset.kind = kind;
  if (notice.textContent !== text) notice.textContent = text;
};
export const calm = kind => { if (notice.dataset.kind === kind) tell("", ""); };
export const tellOffline = () => tell(say("offline"), "offline");

export const paint = () => {
  document.documentElement.lang = language;
  for (const e of document.querySelectorAll("[data-text]")) e.textContent = say(e.dataset.text);
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
  for (const e of document.querySelectorAll("[data-hint]")) e.title = say(e.dataset.hint);
  for (const e of document.querySelectorAll("[data-placeholder]")) e.placeholder = say(e.dataset.placeholder);
  if (notice.dataset.kind === "offline") tellOffline();
};
export const speak = next => {
  if (!TEXTS[next] || next === language) return;
  language = next;
  paint();
};

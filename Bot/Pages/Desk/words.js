// The page's words in three languages. Valid JSON, checked by a test.
const TEXTS = {
  "kk": {
    "desk": "Тіркеу үстелі", "language": "Тіл", "session": "Сессия", "find": "Есімі, нөмірі, билет коды немесе сканер", "go": "Іздеу", "scan": "Камерамен сканерлеу", "stop": "Камераны жабу", "picture": "Камера көрінісі",
    "problems": "Назар аударыңыз", "leave": "Шығу", "stay": "Қалу", "missing": "Әлі келмегендер: {n}", "found": "Табылғаны: {n}", "more": "Тағы {n}: есімін жазып іздеңіз.", "nobody": "Ешкім табылмады.",
    "ready": "Билетті сканерлеңіз немесе есімін басыңыз.", "count": "Келгені: {n} / {all}", "sent": "Бәрі жіберілді.", "unsent": "Әлі жіберілмегені: {n}. Телефонда сақтаулы.", "other": "Басқа іс-шараның жіберілмегені: {n}.",
    "touch": "Соңғы байланыс: {time}", "offline": "Желі жоқ, соңғы байланыс: {time}. Белгілей беріңіз.", "in": "Белгіленді {time}", "again": "Бұрын белгіленген: {time}", "forged": "Жалған билет", "forgedHelp": "Қолтаңбасы сәйкес келмейді. Ешкім белгіленбеді.",
    "foreign": "Бұл іс-шараның билеті емес", "foreignHelp": "Ешкім белгіленбеді.", "unknown": "Мұндай код тізімде жоқ", "unknownHelp": "Тексеріңіз немесе есімі бойынша іздеңіз.", "fresh": "Билет жарамды, есімі желі қосылғанда шығады.", "ticket": "Билет {code}",
    "early": "Тіркеу әлі басталған жоқ", "earlyHelp": "Ашылуы: {time}", "gone": "{who}: тіркеуден бас тартылған, белгіленбеді.", "noseat": "{who}: расталған орны жоқ, белгіленбеді.", "double": "{who}: басқа үстел бұрын белгілеген, {time}.", "refused": "{who}: сервер қабылдамады.",
    "number": "№ {n}", "came": "Келді: {time}", "ok": "Түсінікті", "ended": "Тіркеу беті жабылды, есімдер өшірілді. Чатта /desk деп жазып, жаңа сілтеме алыңыз.", "used": "Бұл сілтеме ашылып қойған немесе ескірген. Чатта /desk деп жазып, жаңасын алыңыз.",
    "first": "Чатта /desk деп жазып, «Тіркеу беті» батырмасын басыңыз.", "noNetwork": "Желі жоқ, ал бұл телефонда тізім жоқ. Желіге қосылып, сілтемені қайта ашыңыз.", "left": "Сіз шықтыңыз, есімдер өшірілді.", "confirm": "Есімдер бұл құрылғыдан өшіріледі.",
    "confirmUnsent": "Жіберілмегені: {n}. Олар сақталады және осы іс-шараның бетін қайта ашқанда жіберіледі. Есімдер өшіріледі.", "noStore": "Браузер деректерді сақтай алмайды. Құпия терезені жауып, кәдімгі терезеде ашыңыз.", "noCamera": "Камера ашылмады", "window": "Бұл терезе желісіз жұмыс істей алмайды. Осы сілтемені Chrome не Safari браузерінің кәдімгі терезесінде ашыңыз: ол әлі жарамды.", "insecure": "Бұл бет тек https арқылы жұмыс істейді. Бағдарламаны орнатқан адамға айтыңыз.",
    "guest": "Қонақты чатта тіркеу", "guestHow": "Тіркелмеген қонақ алдымен қағаздағы келісімге қол қояды. Содан кейін чатта тіркеңіз: /desk, «Қонақты тіркеу».", "guestOffline": "Желі жоқ, чат жұмыс істемейді. Қонақ қағаздағы келісімге қол қойып, телефонын жазсын; желі қосылғанда чатта тіркеңіз.",
    "undo": "Белгіні алу", "undone": "Белгі алынды", "recent": "Соңғы белгілер",
    "cameraRefused": "Браузерге камераны қолдануға рұқсат жоқ. Мекенжай жанындағы белгіні басып, камераға рұқсат беріңіз де, қайта көріңіз. Әзірге билеттің алты таңбасын жазыңыз.", "cameraNone": "Бұл құрылғыда камера жоқ. Билеттің алты таңбасын жазыңыз.", "cameraBusy": "Камераны басқа бағдарлама қолданып тұр. Оны жауып, қайта көріңіз немесе билеттің алты таңбасын жазыңыз.", "cameraWindow": "Бұл терезеде камера жұмыс істемейді. Чатта /desk арқылы жаңа сілтеме алып, оны Chrome не Safari браузерінде ашыңыз. Әзірге билеттің алты таңбасын жазыңыз.", "cameraFailed": "Қайта көріңіз немесе билеттің алты таңбасын жазыңыз."
  },
  "ru": {
    "desk": "Стол регистрации", "language": "Язык", "session": "Сессия", "find": "Имя, номер, код билета или сканер", "go": "Найти", "scan": "Сканировать камерой", "stop": "Закрыть камеру", "picture": "Изображение камеры",
    "problems": "Обратите внимание", "leave": "Выйти", "stay": "Остаться", "missing": "Ещё не пришли: {n}", "found": "Найдено: {n}", "more": "Ещё {n}: ищите по имени.", "nobody": "Никто не найден.",
    "ready": "Отсканируйте билет или нажмите на имя.", "count": "Пришли: {n} из {all}", "sent": "Всё отправлено.", "unsent": "Ещё не отправлено: {n}. Сохранено в телефоне.", "other": "Не отправлено по другому мероприятию: {n}.",
    "touch": "Связь была в {time}", "offline": "Нет сети, связь была в {time}. Продолжайте отмечать.", "in": "Отмечено в {time}", "again": "Уже отмечено в {time}", "forged": "Поддельный билет", "forgedHelp": "Подпись не сходится. Никто не отмечен.",
    "foreign": "Билет не этого мероприятия", "foreignHelp": "Никто не отмечен.", "unknown": "Такого кода в списке нет", "unknownHelp": "Проверьте его или ищите по имени.", "fresh": "Билет настоящий, имя появится, когда будет сеть.", "ticket": "Билет {code}",
    "early": "Отмечать ещё рано", "earlyHelp": "Начало: {time}", "gone": "{who}: запись отменена, не отмечено.", "noseat": "{who}: нет подтверждённого места, не отмечено.", "double": "{who}: на другом столе отметили раньше, в {time}.", "refused": "{who}: сервер не принял.",
    "number": "№ {n}", "came": "Отмечено в {time}", "ok": "Понятно", "ended": "Страница закрыта, имена удалены. Напишите в чате /desk и возьмите новую ссылку.", "used": "Эта ссылка уже открыта или устарела. Напишите в чате /desk и возьмите новую.",
    "first": "Напишите в чате /desk и нажмите «Страница в браузере».", "noNetwork": "Сети нет, и списка в этом телефоне нет. Подключитесь и откройте ссылку ещё раз.", "left": "Вы вышли, имена удалены.", "confirm": "Имена будут удалены с этого устройства.",
    "confirmUnsent": "Не отправлено: {n}. Отметки сохранятся и отправятся, когда вы снова откроете страницу этого мероприятия. Имена будут удалены.", "noStore": "Браузер не даёт сохранять данные. Закройте приватное окно и откройте ссылку в обычном.", "noCamera": "Камера не открылась", "window": "Это окно не умеет работать без сети. Откройте эту же ссылку в обычном окне Chrome или Safari: она ещё действует.", "insecure": "Эта страница работает только по https. Скажите тому, кто устанавливал программу.",
    "guest": "Записать гостя в чате", "guestHow": "Гость без записи сначала подписывает согласие на бумаге. Потом запишите его в чате: /desk, «Записать гостя».", "guestOffline": "Сети нет, чат не работает. Пусть гость подпишет согласие на бумаге и оставит телефон; запишите его в чате, когда сеть появится.",
    "undo": "Снять отметку", "undone": "Отметка снята", "recent": "Последние отметки",
    "cameraRefused": "Браузеру запрещена камера. Нажмите на значок рядом с адресом, разрешите камеру и попробуйте ещё раз. Пока вводите шесть знаков билета.", "cameraNone": "В этом устройстве нет камеры. Вводите шесть знаков билета.", "cameraBusy": "Камеру занимает другая программа. Закройте её и попробуйте ещё раз или введите шесть знаков билета.", "cameraWindow": "В этом окне камера не работает. Возьмите в чате новую ссылку (/desk) и откройте её в Chrome или Safari. Пока вводите шесть знаков билета.", "cameraFailed": "Попробуйте ещё раз или введите шесть знаков билета."
  },
  "en": {
    "desk": "Registration desk", "language": "Language", "session": "Session", "find": "Name, number, ticket code or scanner", "go": "Find", "scan": "Scan with the camera", "stop": "Close the camera", "picture": "Camera picture",
    "problems": "Please note", "leave": "Log out", "stay": "Stay", "missing": "Not here yet: {n}", "found": "Found: {n}", "more": "{n} more: search by name.", "nobody": "Nobody was found.",
    "ready": "Scan a ticket or tap a name.", "count": "Came: {n} of {all}", "sent": "Everything is sent.", "unsent": "Not sent yet: {n}. Kept on this phone.", "other": "Not sent of another event: {n}.",
    "touch": "Last in touch: {time}", "offline": "No network, last in touch: {time}. Go on checking in.", "in": "Checked in {time}", "again": "Already in at {time}", "forged": "Forged ticket", "forgedHelp": "Its seal does not fit. Nobody was checked in.",
    "foreign": "Not this event's ticket", "foreignHelp": "Nobody was checked in.", "unknown": "This code is not in the list", "unknownHelp": "Check it or search by name.", "fresh": "The ticket is good; the name will come with the network.", "ticket": "Ticket {code}",
    "early": "Too early to check in", "earlyHelp": "Opens: {time}", "gone": "{who}: the registration was cancelled, not checked in.", "noseat": "{who}: no confirmed seat, not checked in.", "double": "{who}: another desk checked them in earlier, at {time}.", "refused": "{who}: the server did not take it.",
    "number": "No. {n}", "came": "Came {time}", "ok": "OK", "ended": "This page has ended and the names are deleted. Write /desk in the chat and get a new link.", "used": "This link was opened already or is too old. Write /desk in the chat and get a new one.",
    "first": "Write /desk in the chat and press “Desk page”.", "noNetwork": "There is no network, and no list on this phone. Connect and open the link again.", "left": "You are logged out and the names are deleted.", "confirm": "The names will be deleted from this device.",
    "confirmUnsent": "Not sent: {n}. They stay here and are sent when you open the page of this event again. The names will be deleted.", "noStore": "The browser does not let the page keep data. Close the private window and open the link in a normal one.", "noCamera": "The camera did not open", "window": "This window cannot work without a network. Open the same link in a normal window of Chrome or Safari: it is still good.", "insecure": "This page works over https only. Please tell whoever set the program up.",
    "guest": "Register a guest in the chat", "guestHow": "A guest who is not registered signs the consent on paper first. Then register them in the chat: /desk, “Walk-in”.", "guestOffline": "There is no network, so the chat does not work. Let the guest sign the consent on paper and leave a phone number; register them in the chat when the network is back.",
    "undo": "Undo check-in", "undone": "Check-in taken back", "recent": "Last check-ins",
    "cameraRefused": "The browser may not use the camera. Tap the sign beside the address, allow the camera and try again. Meanwhile type the six characters of the ticket.", "cameraNone": "This device has no camera. Type the six characters of the ticket.", "cameraBusy": "Another program is using the camera. Close it and try again, or type the six characters of the ticket.", "cameraWindow": "The camera does not work in this window. Take a new link in the chat (/desk) and open it in Chrome or Safari. Meanwhile type the six characters of the ticket.", "cameraFailed": "Try again, or type the six characters of the ticket."
  }
};

const KEPT = "grantbot-desk-language";
const offered = () => navigator.languages?.map(l => l.slice(0, 2)).find(l => TEXTS[l]) ?? "kk";
let language = (() => { try { return localStorage.getItem(KEPT); } catch { return null; } })() ?? offered();
if (!TEXTS[language]) language = "kk";

export const spoken = () => language;

// a text with its values
export const say = (key, values = {}) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

// the text of an event or session in the language, or in another where there is none
export const inWords = text => text[language] || text.kk || text.ru || text.en || "";

// puts the words into the page
export const speak = (to = language) => {
  language = TEXTS[to] ? to : "kk";
  try { localStorage.setItem(KEPT, language); } catch { /* the choice is not kept */ }
  document.documentElement.lang = language;
  for (const e of document.querySelectorAll("[data-text]")) e.textContent = say(e.dataset.text);
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
};

// hours and minutes; the day too when it was another one
export const clock = ms => {
  const at = new Date(ms);
  const two = n => String(n).padStart(2, "0");
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return at.toDateString() === new Date().toDateString() ? time : `${two(at.getDate())}.${two(at.getMonth() + 1)} ${time}`;
};

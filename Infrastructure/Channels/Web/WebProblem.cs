namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>Why a request was not taken, in words a person can act on. The page shows the text of its language.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Error">Stable code for the page.</param>
internal sealed record WebProblem(int Status, string Error, string Kk, string Ru, string En)
{
    public static readonly WebProblem Unreadable = new(400, "unreadable",
        "Бұл хабарламаны оқи алмадық. Бетті жаңартып, қайта жазып көріңіз.",
        "Не удалось прочитать это сообщение. Обновите страницу и напишите ещё раз.",
        "We could not read this message. Please reload the page and write again.");

    public static readonly WebProblem Unknown = new(401, "unknown",
        "Чат табылмады. Бетті жаңартыңыз.",
        "Чат не найден. Обновите страницу.",
        "The chat was not found. Please reload the page.");

    public static readonly WebProblem DeskEnded = new(401, "ended",
        "Тіркеу беті жабылды. Чатта /desk арқылы жаңа сілтеме алыңыз.",
        "Страница регистрации закрыта. Возьмите в чате новую ссылку: /desk.",
        "The desk page has ended. Get a new link in the chat with /desk.");

    public static readonly WebProblem DeskLinkUsed = new(410, "used",
        "Бұл сілтеме ашылып қойған немесе ескірген. Чатта /desk арқылы жаңасын алыңыз.",
        "Эта ссылка уже открыта или устарела. Возьмите в чате новую: /desk.",
        "This link was opened already or is too old. Get a new one in the chat with /desk.");

    public static readonly WebProblem NotOurPage = new(403, "not-our-page",
        "Бұл сұрау чат бетінен келген жоқ.",
        "Этот запрос пришёл не со страницы чата.",
        "This request did not come from the chat page.");

    public static readonly WebProblem NoFile = new(404, "no-file",
        "Бұл файл осы чатта жоқ. Файлды қайта жіберіңіз.",
        "В этом чате нет такого файла. Отправьте файл ещё раз.",
        "This chat has no such file. Please send the file again.");

    public static readonly WebProblem Opening = new(409, "opening",
        "Чат ашылып жатыр, сәл күтіңіз.",
        "Чат открывается, подождите немного.",
        "The chat is being opened, one moment please.");

    public static readonly WebProblem TooLong = new(413, "too-long",
        "Хабарлама тым ұзын. Оны бөліп-бөліп жіберіңіз: бір хабарламаға 4096 таңба сыяды.",
        "Сообщение слишком длинное. Отправьте его по частям: в одно помещается 4096 знаков.",
        "The message is too long. Please send it in parts: one message holds 4,096 characters.");

    public static readonly WebProblem TooLarge = new(413, "too-large",
        "Файл тым үлкен: 10 МБ-тан аспауы керек.",
        "Файл слишком большой: не больше 10 МБ.",
        "The file is too large: 10 MB at most.");

    public static readonly WebProblem Slow = new(429, "slow",
        "Хабарлама тым жиі келіп жатыр. Сәл күте тұрыңыз: хабарламаңыз өзі жіберіледі.",
        "Слишком много сообщений сразу. Подождите немного: ваше отправится само.",
        "Too many messages at once. Please wait a little: yours will be sent by itself.");
}

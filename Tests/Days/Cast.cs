using GrantBot.Domain.Conversation;

namespace GrantBot.Tests.Days;

/// <summary>Who is there on the day, and the requests for advice so far. Every language meets every channel.</summary>
internal sealed class Cast : IAsyncDisposable
{
    public const string Today = "bugin", Later = "koktem";

    /// <summary>So many register for the event of the day, the rest for the one in spring.</summary>
    public const int ForToday = 14;

    private static readonly string[] Languages = ["kk", "ru", "en"];
    private static readonly ChannelKind[] Channels = [ChannelKind.Telegram, ChannelKind.WhatsApp, ChannelKind.Web];

    private static readonly string[] Names =
    [
        "Әлиева Сана", "Алиева Дарья", "Aliyeva Jane", "Серіков Арман", "Петров Олег", "Smith Adam", "Ермекова Айсұлу", "Сидорова Анна", "Brown Lucy", "Тілеуов Нұрлан", "Орлов Игорь", "Taylor Omar",
        "Жақсыбек Дәурен", "Белова Вера", "Green Nora", "Қасымова Әсел", "Волков Пётр", "White Paul", "Мұратов Ернар", "Зайцева Инна", "Black Irene", "Бекова Жанар", "Громов Лев", "Young Peter",
    ];

    private Cast(Office office)
    {
        Office = office;
        Owner = office.Person("Ульгиов Ермек", "ru", ChannelKind.Telegram);
        Aigul = office.Person("Үлгіова Айгүл", "kk", ChannelKind.Telegram);
        Boris = office.Person("Образцов Борис", "ru", ChannelKind.Telegram);
        Dana = office.Person("Үлгіова Дана", "kk", ChannelKind.WhatsApp);
        Emil = office.Person("Sample Emil", "en", ChannelKind.Web);
        People = [.. Names.Select((n, i) => office.Person(n, Languages[i % 3], Channels[i / 3 % 3]))];
        Gulnur = office.Person("Оспанова Гүлнұр", "kk", ChannelKind.WhatsApp);
        Emily = office.Person("Stone Emily", "en", ChannelKind.Web);
        Rita = office.Person("Новикова Рита", "ru", ChannelKind.WhatsApp);
        Tom = office.Person("Reed Tom", "en", ChannelKind.Telegram);
    }

    public Office Office { get; }

    public Somebody Owner { get; }

    /// <summary>The four consultants.</summary>
    public Somebody Aigul { get; }

    /// <inheritdoc cref="Aigul"/>
    public Somebody Boris { get; }

    /// <inheritdoc cref="Aigul"/>
    public Somebody Dana { get; }

    /// <inheritdoc cref="Aigul"/>
    public Somebody Emil { get; }

    /// <summary>Those who register.</summary>
    public IReadOnlyList<Somebody> People { get; }

    /// <summary>Those who only ask.</summary>
    public Somebody Gulnur { get; }

    /// <inheritdoc cref="Gulnur"/>
    public Somebody Emily { get; }

    /// <inheritdoc cref="Gulnur"/>
    public Somebody Rita { get; }

    /// <inheritdoc cref="Gulnur"/>
    public Somebody Tom { get; }

    public IReadOnlyList<Somebody> Consultants => [Aigul, Boris, Dana, Emil];

    /// <summary>Everybody who may read what people ask.</summary>
    public IReadOnlyList<Somebody> Staff => [Owner, .. Consultants];

    public IEnumerable<Somebody> Guests => People.Take(ForToday);

    public IEnumerable<Somebody> Campers => People.Skip(ForToday);

    /// <summary>The camper who said stop.</summary>
    public Somebody Quiet => People[15];

    /// <summary>Requests made in chats, by number.</summary>
    public List<Request> Requests { get; } = [];

    /// <summary>Answers that were kept: staff read them whenever they are offered.</summary>
    public HashSet<string> Kept { get; } = [];

    /// <summary>Names of those who came or rang.</summary>
    public List<string> WrittenDown { get; } = [];

    /// <summary>Ratings given, the last one of each request.</summary>
    public Dictionary<long, int> Ratings { get; } = [];

    public static async Task<Cast> GatherAsync(DateTime at, string record) => new(await Office.OpenAsync(at, record));

    public Request Keep(Request request)
    {
        Requests.Add(request);
        return request;
    }

    /// <summary>An ordinary request from the card to the closing, each in the words of its person's language.</summary>
    public async Task ServeAsync(Somebody adviser, Request request, int? rating = null)
    {
        await adviser.ServesAsync(request, Answer(request), Given(request), rating);
        if (rating is { } stars) Ratings[request.Number] = stars;
    }

    /// <summary>An answer that stands nowhere else.</summary>
    public static string Answer(Request request) => request.Asker.Language switch
    {
        "kk" => $"Сәлеметсіз бе! {request.Number}-өтініш бойынша: құжаттарды жұмаға дейін әкеліңіз.",
        "ru" => $"Здравствуйте! По обращению {request.Number}: принесите документы до пятницы.",
        _ => $"Good day! On request {request.Number}: please bring the papers by Friday.",
    };

    /// <summary>The advice given, for the journal.</summary>
    public static string Given(Request request) => $"Түсіндірілді: {request.Number:00}-сұрақ бойынша тәртіп.";

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}

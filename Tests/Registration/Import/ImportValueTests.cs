using GrantBot.Domain.Registration.Import;

namespace GrantBot.Tests.Registration.Import;

/// <summary>Tables of what people write in lists.</summary>
public sealed class ImportValueTests
{
    private static readonly IReadOnlyDictionary<string, string> Own = ImportHeadings.Own(Imported.Form);

    [Theory]
    [InlineData("Отметка времени", "")]
    [InlineData("Уақыт белгісі", "")]
    [InlineData("Адрес электронной почты", "")]
    [InlineData("р/с", "")]
    [InlineData("№ п/п", "")]
    [InlineData("Команда атауы", "")]
    [InlineData("Тегі, аты, әкесінің аты", "fullname")]
    [InlineData("Тегіңіз, атыңыз", "surname")]
    [InlineData("Аты-жөні", "fullname")]
    [InlineData("Ф.И.О.", "fullname")]
    [InlineData("ФИО участника (полностью)", "fullname")]
    [InlineData("Имя и фамилия", "fullname")]
    [InlineData("Full name", "fullname")]
    [InlineData("Тегі", "surname")]
    [InlineData("Аты", "given")]
    [InlineData("Әкесінің аты (болған жағдайда)", "patronymic")]
    [InlineData("Напишите имя.", "given")]
    [InlineData("Туған күні (КК.АА.ЖЖЖЖ)", "birth")]
    [InlineData("Дата рождения участника", "birth")]
    [InlineData("Байланыс нөмірі", "phone")]
    [InlineData("Контактный номер (WhatsApp)", "phone")]
    [InlineData("Контактный телефон родителей", "guardian_phone")]
    [InlineData("Телефон родителя", "guardian_phone")]
    [InlineData("Ата-анасының телефоны", "guardian_phone")]
    [InlineData("ФИО родителя", "guardian_name")]
    [InlineData("Ваш пол", "gender")]
    [InlineData("Жынысы", "gender")]
    [InlineData("Город/район", "territory")]
    [InlineData("Қала немесе аудан", "territory")]
    [InlineData("Оқу орны", "institution")]
    [InlineData("Школа", "institution")]
    [InlineData("Место учёбы", "institution")]
    [InlineData("Место работы", "place_work")]
    [InlineData("Класс", "grade")]
    [InlineData("Social status", "status")]
    [InlineData("ЖСН", "!")]
    [InlineData("ИИН участника", "!")]
    [InlineData("Номер удостоверения личности", "!")]
    [InlineData("Полиция", null)]
    [InlineData("Любимый цвет", null)]
    public void headings_mean(string heading, string? meaning) => ImportHeadings.Meaning(heading, Own).ShouldBe(meaning);

    [Theory]
    [InlineData("Әлиева Сана", "Әлиева|Сана|")]
    [InlineData("Сана Әлиева", "Әлиева|Сана|")]
    [InlineData("Aliyeva Sana", "Aliyeva|Sana|")]
    [InlineData("Ким Ева", "Ким|Ева|")]
    [InlineData("Әлиева Сана Нұрланқызы", "Әлиева|Сана|Нұрланқызы")]
    [InlineData("Қасымов Асан Серік ұлы", "Қасымов|Асан|Серік ұлы")]
    [InlineData("Асан Серікұлы Қасымов", "Қасымов|Асан|Серікұлы")]
    [InlineData("Иванов Иван Иванович", "Иванов|Иван|Иванович")]
    [InlineData("Иван Иванович Иванов", "Иванов|Иван|Иванович")]
    [InlineData("Петрова, Анна Ильинична", "Петрова|Анна|Ильинична")]
    [InlineData("Kassymov Assan Serikuly", "Kassymov|Assan|Serikuly")]
    [InlineData("Серікұлы Асан", "Серікұлы|Асан|")]
    [InlineData("Нұр-Ахмет Гүл", "Нұр-Ахмет|Гүл|")]
    [InlineData("Асан Серікұлы", null)]
    [InlineData("Әлиева", null)]
    [InlineData("Әлиева С.", null)]
    [InlineData("Әлиева С. Н.", null)]
    [InlineData("Әлиева Сана 5А", null)]
    [InlineData("бір екі үш төрт", null)]
    public void full_names_are_parted(string full, string? parts) =>
        (ImportNames.Split(full) is { } p ? $"{p.Surname}|{p.Given}|{p.Patronymic}" : null).ShouldBe(parts);

    [Theory]
    [InlineData("05.03.2008", "2008-03-05")]
    [InlineData("5/3/08", "2008-03-05")]
    [InlineData("5.3.96", "1996-03-05")]
    [InlineData("2008-03-05", "2008-03-05")]
    [InlineData("2008-03-05T00:00:00", "2008-03-05")]
    [InlineData("05.03.2008 0:00:00", "2008-03-05")]
    [InlineData("39512", "2008-03-05")]
    [InlineData("5 наурыз 2008", "2008-03-05")]
    [InlineData("5 марта 2008 г.", "2008-03-05")]
    [InlineData("05 03 2008", "2008-03-05")]
    [InlineData("31.02.2008", null)]
    [InlineData("2008", null)]
    [InlineData("12", null)]
    [InlineData("03.2008", null)]
    [InlineData("завтра", null)]
    public void days_are_read(string text, string? day) => (new ImportDates(Imported.Today, [text]).Read(text) is { } d ? d.ToString("yyyy-MM-dd") : null).ShouldBe(day);

    [Fact]
    public void a_column_of_american_dates_is_read_month_first()
    {
        string[] american = ["3/5/2008", "3/25/2008"], mixed = ["3/5/2008", "3/25/2008", "25/3/2008"];
        new ImportDates(Imported.Today, american).Read("3/5/2008").ShouldBe(new DateOnly(2008, 3, 5));
        new ImportDates(Imported.Today, mixed).Read("3/5/2008").ShouldBe(new DateOnly(2008, 5, 3));
        new ImportDates(Imported.Today, mixed).Read("3/25/2008").ShouldBeNull();
    }

    [Theory]
    [InlineData("Телефон", "8 700 000 00 00", "phone", "+77000000000")]
    [InlineData("Телефон", "тел. 87000000000", "phone", "+77000000000")]
    [InlineData("Телефон", "87000000000, 87010000000", "phone", "+77000000000")]
    [InlineData("Телефон", "7000000000", "phone", "+77000000000")]
    [InlineData("Телефон", "7,7E+10", "phone", null)]
    [InlineData("Телефон", "+998 90 000 00 00", "phone", null)]
    [InlineData("Пол", "Ж", "gender", "female")]
    [InlineData("Пол", "муж.", "gender", "male")]
    [InlineData("Пол", "Әйел", "gender", "female")]
    [InlineData("Пол", "ер адам", "gender", "male")]
    [InlineData("Пол", "1", "gender", null)]
    [InlineData("Город", "г.Актау", "territory", "aktau")]
    [InlineData("Город", "Ақтау қ.", "territory", "aktau")]
    [InlineData("Город", "Aktau", "territory", "aktau")]
    [InlineData("Город", "ЖАНАОЗЕН", "territory", "zhanaozen")]
    [InlineData("Город", "Zhanaozen city", "territory", "zhanaozen")]
    [InlineData("Город", "Мангистауский р-н", "territory", "mangystau")]
    [InlineData("Город", "Тупкараганский район", "territory", "tupkaragan")]
    [InlineData("Город", "Форт-Шевченко", "territory", "tupkaragan")]
    [InlineData("Город", "Мұнайлы", "territory", "munaily")]
    [InlineData("Город", "Алматы", "territory", null)]
    [InlineData("Город", "Мангистауская область", "territory", null)]
    [InlineData("Статус", "ученица", "status", "pupil")]
    [InlineData("Статус", "Студентка", "status", "student")]
    [InlineData("Статус", "мұғалім", "status", "budget")]
    [InlineData("Статус", "Безработный", "status", "unemployed")]
    [InlineData("Статус", "НПО", "status", "ngo")]
    [InlineData("Статус", "космонавт", "status", null)]
    public void cells_are_read(string heading, string cell, string question, string? value) => Imported.One(heading, cell, question).ShouldBe(value);
}

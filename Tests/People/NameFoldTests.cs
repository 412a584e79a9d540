using GrantBot.Domain.People;

namespace GrantBot.Tests.People;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("Әлия", "Алия", "Aliya", "Äliia", "Alia")]
    [InlineData("Қасымов", "Касымов", "Kassymov", "Qasymov", "Kasymov", "Касымoв")] // a Latin o
    [InlineData("Ғалым", "Галым", "Galym", "Ğalym", "Ghalym")]
    [InlineData("Жанұзақ", "Жанузак", "Zhanuzak", "Janūzaq", "Жанұзак")]
    [InlineData("Нұрлан", "Нурлан", "Nurlan", "Nūrlan", "НҰРЛАН")]
    [InlineData("Әйгерім", "Айгерим", "Aigerim", "Aygerim", "Äigerım")]
    [InlineData("Щербакова", "Шербакова", "Shcherbakova", "Scherbakova")]
    [InlineData("Семёнов", "Семенов", "Semenov", "Semyonov")]
    [InlineData("Ерлан", "Yerlan", "Erlan", "Ерлaн")] // a Latin a
    [InlineData("Қуаныш", "Куаныш", "Kuanysh", "Quanyş")]
    [InlineData("Асхат", "Askhat", "Асxат")] // a Latin x
    [InlineData("Бекхан", "Bekhan", "Bekkhan")]
    [InlineData("Байжан", "Baizhan", "Bayzhan", "Baijan")]
    [InlineData("Алиев", "Әлиев", "Aliyev", "Aliev")]
    [InlineData("Бейсенбиев", "Beisenbiyev", "Бейсенбіев")]
    [InlineData("Юлия", "Yuliya", "Iuliia")]
    [InlineData("Дмитрий", "Dmitry", "Dmitrii", "Дмитрии")]
    [InlineData("Ильяс", "Ілияс", "Ilyas", "Il'yas")]
    [InlineData("Даниял", "Daniyal", "Danial", "Даниал")]
    [InlineData("Гауһар", "Гаухар", "Gauhar", "Gaukhar")]
    [InlineData("Мұхаммед", "Мухаммед", "Mukhammed", "Muhammed")]
    [InlineData("Нұр-Сұлтан", "Нурсултан", "Nur-Sultan", "Nūrsūltan")]
    [InlineData("Өмірбек", "Омирбек", "Omirbek", "Ömırbek")]
    [InlineData("Ботагөз", "Ботагоз", "Botagoz", "Botagöz")]
    [InlineData("Маңғыстау", "Мангыстау", "Mangystau", "Mañğystau")]
    [InlineData("Жамбыл", "Джамбыл", "Zhambyl", "Dzhambyl", "Jambyl")]
    [InlineData("Александр", "Aleksandr", "Alexandr")]
    [InlineData("София", "Sofiya", "Sophia")]
    [InlineData("Дәурен", "Даурен", "Dauren", "Däuren", "Dawren")]
    [InlineData("Цой", "Tsoy", "Tsoi")]
    [InlineData("Наталья", "Наталия", "Natalya")]
    [InlineData("Әлиева Сана", "Сана Алиева", "aliyeva  SANA", "Sana Aliyeva")]
    public void spellings_of_one_name_meet(string name, params string[] others) =>
        others.Where(o => NameFold.Key(o) != NameFold.Key(name)).Select(o => $"{o} {NameFold.Key(o)} {NameFold.Key(name)}").ShouldBeEmpty();

    [Theory]
    [InlineData("Асан", "Асанов")]
    [InlineData("Асқат", "Асхат")]
    [InlineData("Дана", "Диана")]
    [InlineData("Сана", "Сания")]
    [InlineData("Алия", "Алина")]
    [InlineData("Алия", "Галия")]
    [InlineData("Марат", "Мират")]
    [InlineData("Майра", "Мара")]
    [InlineData("Айгүл", "Айгерім")]
    [InlineData("Жанар", "Жанара")]
    [InlineData("Жанар", "Шынар")]
    [InlineData("Нұрлан", "Нұрлыбек")]
    [InlineData("Қасымов", "Қасенов")]
    [InlineData("Қасымов", "Қасымова")]
    [InlineData("Қасымов", "Хасанов")]
    [InlineData("Ерлан", "Ерлік")]
    [InlineData("Ерлан", "Арлан")]
    [InlineData("Дәулет", "Дәурен")]
    [InlineData("Гүлнар", "Гүлнәз")]
    [InlineData("Гүлнар", "Гүлнара")]
    [InlineData("Асель", "Аселя")]
    [InlineData("Болат", "Полат")]
    [InlineData("Сәуле", "Шәуле")]
    [InlineData("Чингиз", "Шыңғыс")]
    [InlineData("Әлиев", "Әлі")]
    [InlineData("Омаров Асан", "Омаров Хасан")]
    [InlineData("Әлиева Сана", "Әлиева")]
    [InlineData("Ким", "Цой")]
    [InlineData("Мұрат", "Марат")]
    [InlineData("Ілияс", "Елияс")]
    [InlineData("Әсем", "Әсет")]
    [InlineData("Zhanna", "Dana")]
    public void names_of_different_people_do_not(string a, string b) => NameFold.Same(a, b).ShouldBeFalse(NameFold.Key(a));

    [Theory]
    [InlineData("")]
    [InlineData(" — 12 ")]
    [InlineData("\uD800'")]
    public void nothing_is_like_nothing(string text)
    {
        NameFold.Key(text).ShouldBe("");
        NameFold.Same(text, text).ShouldBeFalse();
    }

    [Fact]
    public void the_patronymic_may_be_there_or_not() => NameFold.Key("Әлиева", "Сана").ShouldBe(NameFold.Key("Alieva Sana"));
}

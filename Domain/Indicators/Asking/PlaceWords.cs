namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Words for breakdowns, places of study and kinds of event. Names of territories come from the registration form.</summary>
internal static class PlaceWords
{
    public const string Table = """
        d.event | іс шара~, шара~ | мероприят~, мероприяти~, событи~, ивент~ | event~
        d.gender | жыныс~, гендер~ | пол, полу, пола, гендер~ | gender~, sex
        d.age | жас тоб~, жас топ~, жас санат~ | возраст~, возрастн~ групп~, возрастн~ категори~ | age, ages, age group~, age band~
        d.category | санат~, әлеуметтік санат~, әлеуметтік топ~ | категори~, социальн~ категори~, социальн~ групп~ | categories, category, social categories, social category
        d.territory | аудан~, қала~, қалалар~, аумақ~, өңір~, елді мекен~ | район~, город~, города, территори~, местност~, населенн~ пункт~ | district~, city, cities, town~, territory, territories, area~
        d.institution | оқу орын~, оқу орн~, оқу орындар~ | учебн~ заведен~, учебн~ заведени~, учреждени~, мест~ учеб~ | institution~, place of study, places of study
        d.language | тіл~ | язык~ | language~
        d.channel | арна~, байланыс арна~, мессенджер~ | канал~, канал~ связи, мессенджер~ | channel~, messenger~
        d.month | ай, ай~ | месяц~ | month~
        d.week | апта~ | недел~ | week~
        d.day | күн, күн~ | день, дня, дней, дни, дням, дню, днями, сутк~ | day~
        b.month | ай сайын, айма ай | помесячно, ежемесячно | monthly, month by month
        b.week | апта сайын | еженедельно, понедельно | weekly, week by week
        b.day | күн сайын, күнделікті | ежедневно, подневно | daily, day by day
        region | облыс~ | област~ | region, oblast, province
        i.school | мектеп~, мектеб~ | школ~, школ, сош | school~
        i.lyceum | лицей~ | лицей, лице~, школ~ лице~ | lyceum~
        i.gymnasium | гимназия~ | гимнази~, школ~ гимнази~ | gymnasium~, gymnasia~
        i.college | колледж~ | колледж~ | college~
        i.university | университет~, ЖОО | университет~, вуз~ | university, universities
        k.tournament | турнир~, жарыс~, сайыс~ | турнир~, соревнован~, соревновани~ | tournament~, competition~
        k.training | тренинг~ | тренинг~ | training~
        k.workshop | шеберлік сағат~, мастер класс~ | мастер класс~, воркшоп~ | workshop~, master class~, masterclass~
        k.seminar | семинар~ | семинар~ | seminar~
        k.camp | лагерь~, лагер~ | лагер~, лагерь | camp~
        k.contest | байқау~, конкурс~ | конкурс~ | contest~
        k.quiz | викторина~ | викторин~, квиз~ | quiz, quizzes
        k.debate | пікірсайыс~, дебат~ | дебат~ | debate, debates
        """;
}

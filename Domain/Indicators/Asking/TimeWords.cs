namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Words for time and age.</summary>
internal static class TimeWords
{
    public const string Table = """
        today | бүгін~ | сегодня, сегодняшн~ | today
        yesterday | кеше, кешегі | вчера, вчерашн~ | yesterday
        before | алдыңғы күні, алдыңгүні, арғы күні | позавчера | the day before yesterday, day before yesterday
        cur | осы, ағымдағы, биылғы | этот, эта, эту, этом, этой, этого, эти, текущ~ | this, current
        prev | өткен, алдыңғы, былтырғы | прошл~, прошедш~, предыдущ~ | previous, past
        last | соңғы | последн~ | last
        thisyear | биыл~ | |
        prevyear | былтыр~ | |
        mon.1 | қаңтар~ | январ~ | january, jan
        mon.2 | ақпан~ | феврал~ | february, feb
        mon.3 | наурыз~ | март~ | march, mar
        mon.4 | сәуір~ | апрел~ | april, apr
        mon.5 | мамыр~ | май, мая, мае, маю, маем | may
        mon.6 | маусым~ | июн~ | june, jun
        mon.7 | шілде~ | июл~ | july, jul
        mon.8 | тамыз~ | август~ | august, aug
        mon.9 | қыркүйек~, қыркүйег~ | сентябр~ | september, sept, sep
        mon.10 | қазан~ | октябр~ | october, oct
        mon.11 | қараша~ | ноябр~ | november, nov
        mon.12 | желтоқсан~ | декабр~ | december, dec
        sea.winter | қыста, қысқы, қыс | зимой, зимн~, зиму, зима | winter
        sea.spring | көктемде, көктемгі, көктем~ | весной, весенн~, весну, весна | spring
        sea.summer | жазда, жазғы, жаз | летом, летн~, лето | summer
        sea.autumn | күзде, күзгі, күз | осенью, осенн~, осень | autumn, fall
        wd.1 | дүйсенбі~ | понедельник~ | monday
        wd.2 | сейсенбі~ | вторник~ | tuesday
        wd.3 | сәрсенбі~ | сред~, среду | wednesday
        wd.4 | бейсенбі~ | четверг~ | thursday
        wd.5 | жұма, жұмада | пятниц~ | friday
        wd.6 | сенбі~ | суббот~ | saturday
        wd.7 | жексенбі~ | воскресен~ | sunday
        quarter | тоқсан~ | квартал~ | quarter~
        ord.1 | бірінші | первый, первом, первого, первую | first
        ord.2 | екінші, ii | второй, втором, второго | second
        ord.3 | үшінші, iii | третий, третьем, третьего | third
        ord.4 | төртінші, iv | четвертый, четвертом, четвертого | fourth
        yearword | жыл~, ж | год, года, году, годом, г, гг | year
        unit | жас~, жасар~ | лет, летн~, годик~ | years old, year olds, year old, years, yo, y o, yrs, years of age
        aged | | в возрасте | aged, of age, ages
        older | асқан~, үлкен~, жоғары~ | старше, больше, более, выше | over, older than, above, older, more than
        younger | кіші~, төмен~, кем~ | младше, моложе, меньше, менее, ниже | under, below, younger than, younger, less than
        atleast | кем емес | не младше, не моложе, не менее, минимум | at least, minimum
        atmost | аспайтын~, аспаған~, артық емес, үлкен емес | не старше, не более, максимум | at most, up to, maximum, no older than
        incl | қоса алғанда | включительно | inclusive
        """;
}

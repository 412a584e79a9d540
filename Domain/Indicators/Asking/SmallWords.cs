namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Small words: those that join others, those that say nothing, and those that make a text something else than a question for counts.</summary>
internal static class SmallWords
{
    public const string Table = """
        by | | по, в разбивке по, с разбивкой по, в разрезе, с разделением по | by, per, broken down by, split by, grouped by
        postby | бойынша, кесінде, бөлінісінде, бөлінісі бойынша, қатысты~ бойынша | |
        each | әр, әрбір | каждый, каждого, каждой, каждому, каждом, каждая | each, every
        every | сайын | |
        which | қай, қайсы~ | какой, какое, какого, каких, какому, каком, какая | which
        most | көп, ең көп, көбірек | больше всего, больше всех, чаще всего | most, the most
        from | | от, с, со, начиная с | from
        to | | | to, till, through, thru
        until | дейін, дейінгі, дейінгілер | до | until, before
        since | бастап, бері, жоғарғы | | since, starting from
        and | және, мен, пен, бен, немесе | и, или, либо | and, or
        between | | между | between
        within | аралығ~, арасында~, арасындағы~, арасы | |
        also | ал, енді, тек, ғана, тағы | а, только, еще, теперь, лишь | only, just, what about, how about, now, also
        x | болды, болған, бар, екен, екені, ма, ме, ба, бе, па, пе, ғой, бізде, біздің, бізге, қазір, барлығы, барлық, жалпы, жалпы саны, ішінде, ішінен, ішіндегі, үшін, көрсет, көрсетші, көрсетіңіз, айтшы, айтыңыз, айт, маған, керек, өтінемін, туралы, сонда, өзі, рет, кезінде, білейін, білгім келеді, еді, тұрғын~, тұратын~, қанша болды, деңгей~, арқылы, досына, айтыңызшы, айтып жібер~, білесің бе, білесіз бе
        x | | в, во, на, за, из, у, к, ко, о, об, для, среди, ли, же, ну, вот, нас, нам, мне, наш~, есть, было, был, были, была, будет, всего, все, всех, весь, вся, итого, общее, общий, общ~, пожалуйста, плиз, скажи, скажите, подскажи, подскажите, покажи, покажите, дай, дайте, хочу знать, хочу узнать, сейчас, уже, это, что, то, там, тут, вообще, так, мы, они, их, него, них, имеется, получилось, живущ~, жител~, живут, участи~, родител~, представител~, через, бы, другу, друзьям, уровень, уровн~, при, данные, статистик~, цифр~
        x | | | the, a, an, of, in, at, for, on, is, are, was, were, do, does, did, have, has, had, we, our, us, there, that, please, pls, show, tell, me, give, so, all, total, in total, far, been, they, them, their, my, got, during, within, among, with, what, whats, actually, is the, want to know, would like, actually, altogether, live in, living, lives, via, using, friend, friends, their parents, parents, level, as, it, figures, statistics
        no | нөмір~, нөмірлі | номер~ | no, nr
        who | | | who, whom
        neg | емес, тіркелме~, жазылма~, расталма~, растама~, жауап берме~, емес еді | не, без, кроме, нет, ни, незарегистрир~, неподтвержд~ | not, without, except, unregistered, unconfirmed, never, didnt, dont, isnt, havent
        odd | есеп~, қала берді, мекен~ | отчет~, отчёт~, квота, квоты, место, мест, приз~, прием, счет | report~, seat~, place, capital
        z | қашан, қайда, неге, кім, кімдер, жіберіңіз, жібер, жіберші, хабарлама, салем, сәлем, рақмет, рахмет | когда, где, почему, зачем, кто, как, пришли мне, пришли ка, пришлите, пришли список, пришли файл, пришли отчет, отправь, отправьте, скинь, скиньте, привет, здравствуйте, спасибо | when, where, why, how, how do, how to, send, send me, hello, hi, thanks, thank you
        """;
}

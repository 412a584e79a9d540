namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Words for people: gender, age groups, occupations, language, channel.</summary>
internal static class PeopleWords
{
    public const string Table = """
        g.female | қыз, қыз~, қыздар, қыз бала~, қыз келіншек~, әйел~, бойжеткен~ | девуш~, девушек, девушки, девоч~, девочек, девчон~, девчат~, женщин~, женск~ | girl~, girls, female~, women, woman, ladies, lady
        g.male | ұл, ұлдар~, ұл бала~, ер, ерлер~, ер бала~, ер адам~, еркек~, жігіт~ | парн~, парней, парень, мальчик~, мальчиш~, юнош~, мужчин~, мужск~, пацан~ | boy~, male~, men, man, guy~
        c.children | балалар~, бала, баланың | дети, детей, детям, детьми, ребен~ | children, kids, kid, child
        c.youth | жастар~ | молодеж~ | youth~, young people
        c.disability | мүгедек~, мүгедектігі бар, ерекше қажеттілігі бар, мүмкіндігі шектеулі | инвалид~, с инвалидност~, инвалидност~, особ~ потребност~, с овз | disability, disabilities, disabled, with a disability, with disabilities, special needs
        c.minor | кәмелетке толмаған~ | несовершеннолетн~ | minor~, underage
        c.adult | кәмелетке толған~, ересек~ | совершеннолетн~, взросл~ | adult~, grown ups
        c.teen | жасөспірім~ | подрост~, подростк~, тинейджер~ | teen~, teenager~, adolescent~
        c.age50 | аға буын~ | старш~ поколени~, пожил~ | elderly, older generation
        o.pupil | оқушы~, мектеп оқушы~ | школьник~, школьниц~, ученик~, учениц~, учащ~ | pupil~, school pupil~, schoolchildren, schoolkids, school children
        o.student | студент~ | студент~, студентк~ | student~, college student~, university student~
        o.civil | мемлекеттік қызметші~, мемқызметші~ | госслужащ~, чиновник~ | civil servant~
        o.budget | бюджет~ | бюджетник~ | budget employees
        o.ngo | ҮЕҰ, ҮЕҰ~, қоғамдық ұйым~ | нпо, нко | ngo~
        o.business | бизнес~, кәсіпкер~ | бизнес~, предпринимател~, бизнесмен~ | business~, entrepreneur~
        o.unemployed | жұмыссыз~ | безработн~, неработающ~ | unemployed, jobless
        o.pensioner | зейнеткер~ | пенсионер~ | pensioner~, retired
        l.kk | қазақша, қазақ тілінде, қазақ тілді~, қазақ тілін~ | по казахски, на казахск~, казахоязычн~, на казахском языке, казахским языком | in kazakh, kazakh speaking, kazakh speakers
        l.ru | орысша, орыс тілінде, орыс тілді~, орыс тілін~ | по русски, на русск~, русскоязычн~, на русском языке | in russian, russian speaking, russian speakers
        l.en | ағылшынша, ағылшын тілінде, ағылшын тілді~ | по английски, на английск~, англоязычн~, на английском языке | in english, english speaking, english speakers
        ch.telegram | телеграм~, тг | телеграм~, телеграмм~, телега, телеге, телегу, тг | telegram, tg
        ch.whatsapp | ватсап~, уатсап~, вацап~, whatsapp | ватсап~, вацап~, ватцап~, вотсап~ | whatsapp, wa
        ch.web | веб чат~, веб~, сайт~ | веб чат~, веб, веба, сайт~ | web, web chat, webchat, website, site
        """;
}

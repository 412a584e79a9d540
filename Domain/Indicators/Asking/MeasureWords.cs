namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Words for what is counted: concept | Kazakh | Russian | English; ~ takes endings.</summary>
internal static class MeasureWords
{
    public const string Table = """
        q | қанша~, неше~, нешеу~, саны, санын, санын айт~ | сколько, скольк~, скока, скоко, число, числа, количеств~, какое количеств~, кол во | how many, how much, number of, count, count of, total number of, headcount
        m.registered | тіркелді, тіркелген~, тіркелу~, жазылды, жазылған~, тіркелім~, тіркеу~, тіркеліп | записал~, записан~, запис~, зарегистр~, зарегистриров~, зарегистрирова~, зарегистрировавш~, регистрац~, регистриров~, заявк~, заявок, подали заявк~, зареганы, зарегались | registered, register~, registration~, signed up, sign up, sign ups, signup~, enrolled, applied, application~
        m.confirmed | расталды, расталған~, растады, растаған~, растал~ | подтверди~, подтвержд~, подтвердивш~ | confirm~, confirmed
        m.waitlisted | күту тізім~, күтуде, кезек~, кезекте тұр~, орын күт~ | очеред~, лист~ ожидани~, списк~ ожидани~, ждут мест~, ждет мест~, ждущ~ мест~ | waitlist~, wait list~, waiting list~, queue~, waiting for a seat, waiting for a place, in line
        m.consent | келісім күт~, келісімін күт~, келісім күтіп тұр~, келісімін күтіп тұр~, келісімі күтілуде, келісімі күтілген~, ата анасының келісімін күтіп тұр~, ата ана~ келісім~, келісімі жоқ | ждут согласи~, ждет согласи~, ожида~ согласи~, без согласи~, согласи~ родител~ | waiting for consent, waiting for parental consent, waiting for parents consent, waiting for a guardian, awaiting parental consent, awaiting consent, without consent, pending consent, parental consent
        m.cancelled | бас тартты, бас тартқан~, болдырмады, болдырмаған~ | отменил~, отмен~, отказал~, отказ~, передумал~, отменивш~, отказавш~ | cancelled, canceled, cancel~, cancellation~, dropped out, withdrew
        m.attended | келді, келген~, келіп, қатысты, қатысқан~, қатысу~, келу~, барды, барған~ | приш~, пришло, пришел, пришедш~, приход~, посети~, посещ~, посещени~, посещаемост~, присутств~, явк~, явил~, участвова~, участвовавш~, приняли участи~, принял~ участи~, дошл~, было на, были на, был на, была на, побывал~ | came, were at, was at, come, attended, attend~, attendance~, attendee~, turnout, turned up, showed up, show up, visited, visit~, checked in, took part, take part, participated, was present, were present, made it
        m.noshow | келмеді, келмеген~, қатыспады, қатыспаған~, келмей қалған~, келмей қалды | не приш~, не пришло, не пришел, не пришедш~, непришедш~, не явил~, не дошл~, не посети~, не участвова~, неявк~, неявивш~, прогул~ | no show~, noshow~, did not come, didnt come, did not attend, didnt attend, did not show up, didnt show up, absent, missed, have not come, never came
        m.answers | жауап берді, жауап берген~, жауаптар~, жауап сан~, сауалнама~, сауалнаманы толтыр~ | ответил~, ответивш~, ответов, ответ~, опрос~, анкет~, заполнил~, прошл~ опрос~ | answered, responded, responses, response, answers, respondents, survey~, filled in, filled out
        m.resp | жауап беру деңгей~, жауап беру үлес~, жауап беру пайыз~ | отклик~, доля ответивш~, процент ответивш~, уровень отклик~ | response rate, answer rate
        m.sat | қанағаттан~, қанағаттанушылық~, риза, риза болғандар~ | удовлетвор~, удовлетворенност~, довольн~, доволен | satisf~, satisfied, satisfaction, happy
        m.rec | ұсынады, ұсынатын~, кеңес береді, кеңес беретін~, кеңес берер еді | рекоменд~, рекомендова~, посовет~, посоветова~, порекоменд~, порекомендова~ | recommend~, would recommend
        m.nps | nps, nps индекс~, нпс | nps, нпс, индекс nps, индекс лояльности, чистый индекс поддержки | nps, net promoter~, net promoter score
        m.content | мазмұн~ баға~, мазмұны қандай, мазмұнын бағалау~ | оценк~ содержани~, полезност~ содержани~ | content rating~, rating of the content, usefulness of the content, rated the content
        m.speaker | спикер~ баға~, төреші~ баға~, спикерді бағалау~ | оценк~ спикер~, оценк~ судей | speaker rating~, rating of the speaker, rating of speakers, judge rating~, rated the speaker
        m.organisation | ұйымдастыру~ баға~, ұйымдастыру деңгей~, ұйымдастыруды бағалау~ | оценк~ организаци~, уровн~ организаци~ | organisation rating~, rating of the organisation, organization rating~, rated the organisation
        m.fair | қазылық~ баға~, қазылық~ әділ~, әділ қазылық~ | оценк~ судейств~, справедливост~ судейств~ | judging rating~, fairness of the judging, fair judging, rated the judging
        m.apply | үйренгенін қолдан~, білімін қолдан~, қолданатын~ | применят узнанное, применяют узнанное, применение знаний, применят знания, будут применять узнанное | will use what they learned, use what they learned, apply what they learned
        m.gain | білім өсім~, білім өсу~, білімі өст~, білімнің өсу~, білімнің өсім~ | прирост, прирост знани~, рост знани~, прирост~ знани~ | knowledge gain, learning gain, gain in knowledge
        m.reach | қаралым~, қаралымдар~, жанама бенефициар~ | охват~, просмотр~, косвенн~ бенефициар~ | reach, views, indirect beneficiaries
        s.share | пайыз~, үлес~ | процент~, дол~, долю | percent~, percentage~, share, rate, proportion, ratio
        m.unique | бірегей, әртүрлі, әр түрлі, қайталанбайтын | разных, разные, разным, разными, уникал~ | unique, different, distinct
        n.people | адам~, кісі~ | человек~, люд~, людей, чел, народ~ | people, ppl, persons, person, individual~
        n.participant | қатысушы~ | участник~, ребят~, участниц~ | participant~
        """;
}

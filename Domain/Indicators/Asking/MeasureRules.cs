namespace GrantBot.Domain.Indicators.Asking;

/// <summary>What is counted, from all words that say so. «Отменили запись» is one thing, «записались и пришли» two: those are asked back about.</summary>
internal static class MeasureRules
{
    /// <summary>The one measure meant, or the several that may be.</summary>
    /// <param name="draft">The question.</param>
    /// <param name="last">The question it goes on from; null = none.</param>
    public static IReadOnlyList<Measure> Of(Draft draft, CountQuestion? last)
    {
        var said = draft.Measures.ToList();
        if (draft.Share) return Shares(said);
        Drop(said, Measure.SurveyAnswers, [.. said.Where(m => CountEngine.IsOfSurveys(m) && m is not Measure.SurveyAnswers)]);
        Drop(said, Measure.Registered, Measure.Cancelled, Measure.Waitlisted, Measure.WaitingForConsent);
        if (!draft.Tokens.Exists(t => t.Is("and"))) Drop(said, Measure.Registered, Measure.Confirmed);
        return said switch
        {
            [] when last is not null && !draft.Unique => [last.Measure],
            [] => [Measure.UniquePeople],
            [Measure.Registered] when draft.Unique => [Measure.UniquePeople],
            [Measure.Attended] when draft.Unique => [Measure.UniqueAttended],
            _ => said,
        };
    }

    private static List<Measure> Shares(List<Measure> said)
    {
        if (said.Contains(Measure.NoShow)) return [Measure.NoShowRate];
        if (said.Contains(Measure.Attended)) return [Measure.AttendedShare];
        foreach (var asked in said.Where(m => CountEngine.IsOfSurveys(m) && m is not Measure.SurveyAnswers)) return [asked];
        if (said.Contains(Measure.SurveyAnswers)) return [Measure.ResponseRate];
        return said.Contains(Measure.Confirmed) ? [Measure.ConfirmedShare] : [Measure.AttendedShare, Measure.ConfirmedShare, Measure.NoShowRate];
    }

    /// <summary>A measure that only names the thing another one is about.</summary>
    private static void Drop(List<Measure> said, Measure weak, params ReadOnlySpan<Measure> strong)
    {
        foreach (var one in strong)
            if (said.Contains(one)) said.Remove(weak);
    }
}

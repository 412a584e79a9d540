using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Reads one expression cell: names expanded, signs checked, every path followed.</summary>
internal sealed class ExpressionReader(References references, FormSettings settings, IReadOnlyDictionary<string, ChoiceList> lists, ProblemLog log)
{
    /// <summary>The expression of a column; null when the cell is blank or wrong.</summary>
    public Expression? Read(Draft draft, string column) =>
        draft.Row.Raw(column) is { Length: > 0 } text ? Read(text, draft, draft.Row.Place(column)) : null;

    /// <summary>The choices a select offers, as a path: instance('list')/root/item[filter], in random order if its parameters say so. Null = all as listed.</summary>
    /// <param name="draft">The select.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="answers">The question whose answers are the choices; null for a list.</param>
    public Expression? ReadFilter(Draft draft, IReadOnlyDictionary<string, string> parameters, Draft? answers)
    {
        var filter = draft.Row.Raw(Columns.ChoiceFilter);
        var random = parameters.GetValueOrDefault("randomize") == "true";
        var list = ListId(draft);
        if (answers is null && ((filter.Length == 0 && !random) || !lists.ContainsKey(list))) return null;
        var place = draft.Row.Place(filter.Length > 0 ? Columns.ChoiceFilter : Columns.Parameters);
        var repeat = answers is null ? null : references.RepeatsAround(answers)[^1];
        // Parsed by itself first, so that a stray bracket cannot close ours.
        if (filter.Length > 0 && Read(filter, draft, place, Part.Predicate, repeat) is null) return null;
        var condition = filter.Length > 0 ? $"[{references.Expand(filter, place, draft, asPredicate: true, repeat)}]" : "";
        var items = repeat is null ? $"instance('{list}')/root/item{condition}"
            : $"{references.Path(draft, repeat, new Surroundings(asPredicate: false))}{condition}{answers!.Path[repeat.Path.Length..]}";
        var seed = parameters.TryGetValue("seed", out var own) ? ", " + own : "";
        return Read(random ? $"randomize({items}{seed})" : items, draft, place, Part.Wrapped);
    }

    /// <summary>The list's id in expressions: its name, of a file without the ending.</summary>
    public static string ListId(Draft draft) => draft.FromFile ? Path.GetFileNameWithoutExtension(draft.List) : draft.List;

    /// <summary>The expression instance_name of the sheet settings; without one, the value of a question of that name. Null when there is neither, or it is wrong.</summary>
    public Expression? ReadInstanceName()
    {
        if (settings.Row is { } row && row.Raw(Columns.InstanceName) is { Length: > 0 } text)
            return Read(text, new(row, "instanceName", $"/{settings.Root}/meta/instanceName", $"/{settings.Root}/meta", QuestionKind.Calculate), row.Place(Columns.InstanceName));
        var named = references.Named(Columns.InstanceName) ?? references.Named("instanceName");
        return named is { Kind: not null } && references.RepeatsAround(named).Count == 0 ? Expression.Parse(named.Path).Expression : null;
    }

    /// <summary>An expression from elsewhere than its own column.</summary>
    public Expression? Read(string text, Draft draft, Place place, Part part = Part.Whole, Draft? items = null)
    {
        if (references.Expand(text, place, draft, part == Part.Predicate, items) is not { } expanded) return null;
        if (References.Unjoined(text) is { } second)
        {
            log.Error(place, "expression-" + ExpressionProblem.MissingOperator, second);
            return null;
        }
        var result = Expression.Parse(expanded);
        foreach (var problem in result.Problems)
        {
            if (problem.Code == ExpressionProblem.BareDate) log.Warn(place, "expression-bare-date", problem.Found, $"date('{problem.Found}')");
            else if (!problem.Corrected) log.Error(place, "expression-" + problem.Code, problem.Found, ExpressionAdvice.Of(problem));
            else if (part != Part.Wrapped) log.Warn(place, "expression-" + problem.Code, problem.Found);
        }
        if (result.Expression is null || result.Problems.Any(p => !p.Corrected && p.Code != ExpressionProblem.BareDate)) return null;
        if (part == Part.Predicate) return result.Expression;
        foreach (var path in result.Expression.References) Follow(path, draft, place);
        return result.Expression;
    }

    private void Follow(PathReference path, Draft draft, Place place)
    {
        if (path.Start == PathStart.Instance && path.InstanceId is { } id) FollowList(path, id, place);
        else if (path.Resolve(draft.Path) is { } target) FollowAnswer(path, target, place);
    }

    private void FollowAnswer(PathReference path, string target, Place place)
    {
        var meta = $"/{settings.Root}/meta";
        if (target.Contains('*') || target.Contains("//", StringComparison.Ordinal) || target.Contains('@') || target.Contains("::", StringComparison.Ordinal)) return;
        if (target == "/" + settings.Root || target == "/" || (target.StartsWith(meta, StringComparison.Ordinal) && place.Sheet != "settings") || references.At(target) is not null) return;
        var advice = references.Advice(target[(target.LastIndexOf('/') + 1)..]);
        // Words without quotes are common as instance_name; other tools take them, and no title comes of it.
        if (place.Sheet == "settings") log.Warn(place, "path-unknown", path.Text.Trim(), advice);
        else log.Error(place, "path-unknown", path.Text.Trim(), advice);
    }

    private void FollowList(PathReference path, string id, Place place)
    {
        if (id == LastSaved.Instance) return;
        if (!lists.TryGetValue(id, out var list))
        {
            log.NoList(place, id, lists.Keys);
            return;
        }
        if (path.Steps is not ["root", "item", var column, ..] || column.StartsWith('@') || column is "name" or "label" or "." or ".." or "*") return;
        if (list.Columns.Contains(column)) return;
        var advice = references.Named(column) is not null ? "${" + column + "}" : NearMiss.Of(column, list.Columns) ?? string.Join(", ", list.Columns);
        log.Warn(place, "column-unknown", column, advice);
    }
}

/// <summary>How much of an expression is read.</summary>
internal enum Part
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The inside of a predicate, whose names are columns of a list.</summary>
    Predicate,

    /// <summary>A predicate in its path; its signs were checked before.</summary>
    Wrapped,
}

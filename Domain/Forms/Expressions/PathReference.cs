namespace GrantBot.Domain.Forms.Expressions;

/// <summary>Where a path begins.</summary>
public enum PathStart
{
    /// <summary>At the top of the answers: /data/x.</summary>
    Root,

    /// <summary>At the expression's own node: ../x, ., current()/x.</summary>
    Context,

    /// <summary>In an outside list: instance('id')/root/item.</summary>
    Instance,

    /// <summary>At something a function or bracket gave: not known before evaluation.</summary>
    Other,
}

/// <summary>A location path in an expression, for dependency graphs and static checks.</summary>
/// <param name="Text">As written, predicates included.</param>
/// <param name="Position">Where in the text, from 0.</param>
/// <param name="Start">Where it begins. A path inside a predicate continues the path the predicate stands on, so both start alike.</param>
/// <param name="Steps">Names, ".", "..", "*", "//", "@name" or other axes as written; predicates left out.</param>
/// <param name="InstanceId">The list's id when it is written as a text and <paramref name="Start"/> is Instance.</param>
public sealed record PathReference(string Text, int Position, PathStart Start, IReadOnlyList<string> Steps, string? InstanceId)
{
    /// <summary>
    /// The absolute path meant, for an expression that belongs to the node at <paramref name="contextPath"/> ("/data/group/question").
    /// "*" and "//" stay in it. Null when the path does not lead into the answers, or above them.
    /// </summary>
    public string? Resolve(string contextPath)
    {
        if (Start is PathStart.Instance or PathStart.Other) return null;
        var path = Start == PathStart.Root ? [] : contextPath.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in Steps)
        {
            if (step == ".") continue;
            if (step != "..") { path.Add(step == "//" ? "" : step); continue; }
            if (path.Count == 0) return null;
            path.RemoveAt(path.Count - 1);
        }
        return "/" + string.Join('/', path);
    }
}

/// <summary>A function written in an expression.</summary>
/// <param name="Name">As written.</param>
/// <param name="Arguments">How many values it is given.</param>
/// <param name="Position">Where the name begins, from 0.</param>
public sealed record FunctionCall(string Name, int Arguments, int Position);

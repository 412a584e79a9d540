using GrantBot.Domain.Forms.Expressions.Functions;
using GrantBot.Domain.Forms.Expressions.Tree;

namespace GrantBot.Domain.Forms.Expressions.Parsing;

/// <summary>Tokens to tree, by operator precedence: or, and, = !=, &lt; &lt;= &gt; &gt;=, + -, * div mod, minus, |.</summary>
internal sealed partial class Parser
{
    /// <summary>A spreadsheet cell holds no more, and no honest expression nests or chains deeper.</summary>
    internal const int MaxLength = 32_767, MaxNesting = 150, MaxDepth = 1_000;

    private static readonly Dictionary<string, int> Strength = new(StringComparer.Ordinal)
    {
        ["or"] = 1, ["and"] = 2, ["="] = 3, ["!="] = 3, ["<"] = 4, ["<="] = 4, [">"] = 4, [">="] = 4,
        ["+"] = 5, ["-"] = 5, ["*"] = 6, ["div"] = 6, ["mod"] = 6,
    };

    private readonly string text;
    private readonly List<ExpressionProblem> problems;
    private readonly List<Token> tokens;
    private readonly List<PathReference> references = [];
    private readonly List<FunctionCall> calls = [];
    private int at;
    private int nesting;
    private bool stopped;

    private Parser(string text, List<ExpressionProblem> problems)
    {
        this.text = text;
        this.problems = problems;
        tokens = new Lexer(text, problems).Read();
    }

    /// <summary>Reads the text; the tree is null when a problem leaves nothing to evaluate.</summary>
    internal static (Term? Tree, List<PathReference> References, List<FunctionCall> Calls) Read(string text, List<ExpressionProblem> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add(new(ExpressionProblem.TooLarge, MaxLength, "", $"The expression is longer than {MaxLength} characters. Split it with calculate rows."));
            return (null, [], []);
        }
        var parser = new Parser(text, problems);
        var tree = parser.ReadAll();
        problems.Sort((a, b) => a.Position.CompareTo(b.Position));
        return (problems.Any(p => p.Fatal) ? null : tree, parser.references, parser.calls);
    }

    private Token Current => tokens[at];

    private Token Previous => at > 0 ? tokens[at - 1] : default;

    private Term ReadAll()
    {
        if (Current.Kind == TokenKind.End)
        {
            if (problems.Count == 0) Stop(ExpressionProblem.Empty, 0, "", "The expression is empty. Write one, or clear the cell.");
            return Literal.Empty;
        }
        if (Current.Is("="))
        {
            Report(ExpressionProblem.LeadingEquals, Current.Position, "=", "An expression does not begin with = as in a spreadsheet. Remove it.");
            at++;
        }
        var tree = ReadBinary(1);
        if (!stopped && Current.Kind != TokenKind.End) StopAtLeftover();
        return tree;
    }

    private Term ReadBinary(int weakest)
    {
        var left = ReadUnary();
        while (true)
        {
            ReadForeignWord();
            var token = Current;
            if (stopped || token.Kind != TokenKind.Operator || !Strength.TryGetValue(token.Text, out var strength) || strength < weakest) return left;
            at++;
            left = Limited(Operation.Make(token.Text, left, ReadBinary(strength + 1), token.Position));
        }
    }

    /// <summary>AND or и for and: reported, then read as meant.</summary>
    private void ReadForeignWord()
    {
        if (Current.Kind != TokenKind.Name) return;
        var lower = Current.Text.ToLowerInvariant();
        var word = ForeignSigns.Word(lower) ?? lower;
        if (!Strength.ContainsKey(word)) return;
        Report(ExpressionProblem.Operator, Current.Position, Current.Text, word == lower ? $"Write {word} in small letters." : $"Write {word} instead of {Current.Text}.");
        tokens[at] = Current with { Kind = TokenKind.Operator, Text = word };
    }

    private Term ReadUnary()
    {
        var minuses = 0;
        var start = Current.Position;
        for (; Current.Is("-"); at++) minuses++;
        var term = ReadUnion();
        if (minuses == 0) return term;
        // Minus twice still makes a number of a text.
        term = new Negation(term, start);
        return Limited(minuses % 2 == 1 ? term : new Negation(term, start));
    }

    private Term ReadUnion()
    {
        var left = ReadPath();
        while (!stopped && Current.Is("|"))
        {
            var position = Current.Position;
            at++;
            left = Limited(new Union(left, ReadPath(), position));
        }
        return left;
    }

    private Term Limited(Term term)
    {
        if (term.Depth > MaxDepth) Stop(ExpressionProblem.TooLarge, term.Position, "", "The expression has too many parts. Split it with calculate rows.");
        return term;
    }

    /// <summary>A bracket, a predicate or a function's values: everything that nests comes through here.</summary>
    private Term ReadNested()
    {
        if (++nesting > MaxNesting)
            Stop(ExpressionProblem.TooLarge, Current.Position, "", $"Brackets are nested more than {MaxNesting} deep. Split the expression with calculate rows.");
        var term = stopped ? Literal.Empty : ReadBinary(1);
        nesting--;
        return term;
    }

    private Term ReadCall()
    {
        var name = Current;
        var open = tokens[at + 1];
        at += 2;
        var arguments = new List<Term>();
        if (!Current.Is(")"))
        {
            do
            {
                arguments.Add(ReadNested());
                if (Current.Is(",") && !stopped) { at++; continue; }
                break;
            }
            while (!stopped);
        }
        Close(")", open);
        calls.Add(new FunctionCall(name.Text, arguments.Count, name.Position));
        var function = FunctionTable.Find(name.Text);
        var call = new Call(name.Text, function, [.. arguments], name.Position);
        if (!stopped) CallAdvice.Check(call, problems);
        return Limited(call);
    }

    private void Close(string sign, Token open)
    {
        if (stopped) return;
        if (Current.Is(sign)) at++;
        else if (Current.Kind == TokenKind.End)
            Stop(ExpressionProblem.Unbalanced, open.Position, open.Text, $"The bracket {open.Text} is never closed. Write {sign} where it ends.");
        else StopAtLeftover();
    }

    private void Report(string code, int position, string found, string advice)
    {
        if (!stopped) problems.Add(new ExpressionProblem(code, position, found, advice));
    }

    /// <summary>Reports and gives up: what follows would only be echoes of the same mistake.</summary>
    private void Stop(string code, int position, string found, string advice)
    {
        Report(code, position, found, advice);
        stopped = true;
        at = tokens.Count - 1;
    }
}

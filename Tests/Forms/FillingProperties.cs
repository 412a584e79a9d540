using FsCheck;
using FsCheck.Fluent;
using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Forms;

/// <summary>Rules that hold whatever a person answers.</summary>
public sealed class FillingProperties
{
    private static readonly Form Form = Filling.Good("""
        | type               | name  | label          | relevant       | constraint | calculation                 | repeat_count | choice_filter |
        | integer            | n     | How many?      |                | . <= 3     |                             |              |               |
        | begin repeat       | child | Child          |                |            |                             | ${n}         |               |
        | text               | name  | Name?          |                |            |                             |              |               |
        | select_multiple yn | marks | Marks?         | ${name} != 'b' |            |                             |              |               |
        | calculate          | sofar |                |                |            | concat(position(..), ${name}) |            |               |
        | end repeat         |       |                |                |            |                             |              |               |
        | begin repeat       | pet   | Pet            | ${n} > 1       |            |                             |              |               |
        | select_one yn      | tame  | Tame?          |                |            |                             |              | name != 'maybe' or ${n} = 2 |
        | end repeat         |       |                |                |            |                             |              |               |
        | select_one ${name} | best  | Best?          |                |            |                             |              |               |
        | text               | end   | ${best}, why?  |                |            |                             |              |               |

        choices
        | list_name | name  | label |
        | yn        | yes   | Yes   |
        | yn        | no    | No    |
        | yn        | maybe | Maybe |
        """);

    private static readonly Arbitrary<IList<string>> Talks =
        Gen.Elements("0", "1", "2", "3", "9", "a", "b", "yes", "no", "maybe", "yes no", "add", "done", "remove", "<", "-").ListOf(30).Select(l => (IList<string>)l.ToList()).ToArbitrary();

    [Fact]
    public void answering_the_same_again_changes_nothing() => Holds(person =>
    {
        var before = person.Do(s => s.Submission()).ToJson();
        foreach (var path in person.Do(s => s.Summary()).Select(l => l.Path).ToList())
        {
            var value = person.Do(s => s.Tree).Find(path)!.Value;
            person.Do(s => s.Reopen(path));
            person.Do(s => s.Answer(path, value)).ShouldBeOfType<AnswerResult.Accepted>();
        }
        return person.Do(s => s.Submission()).ToJson() == before;
    });

    [Fact]
    public void going_back_changes_nothing_that_is_sent() => Holds(person =>
    {
        var before = person.Do(s => s.Submission()).ToJson();
        while (person.Do(s => s.Back())) { }
        return person.Do(s => s.Submission()).ToJson() == before;
    });

    [Fact]
    public void a_form_taken_up_again_sends_the_same() => Holds(person =>
    {
        var before = person.Do(s => s.Submission()).ToJson();
        return person.Do(s => s.Submission()).ToJson() == before && (person.Do(s => s.Position) is not { } at || (at.Number >= 1 && at.Number <= at.Total));
    });

    // Talks at random: an answer, "<" to go back, "-" to skip; what is refused changes nothing.
    private static void Holds(Func<Filling, bool> rule) => Prop.ForAll(Talks, talk =>
    {
        var person = new Filling(Form);
        foreach (var said in talk.Where(_ => person.Asks is not null))
        {
            if (said == "<") person.Do(s => s.Back());
            else if (said == "-") person.Skips();
            else person.Says(said);
        }
        return rule(person);
    }).QuickCheckThrowOnFailure();
}

using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// Endings that may follow a stem of the <see cref="Lexicon"/>. Kazakh ones stand one behind another (аудан-дар-ы-нда), so up to four are taken off;
/// negations (-ма, -ме) are no endings: келмеді is another word than келді.
/// </summary>
internal static class Endings
{
    private const int MostKazakh = 4;

    private static readonly HashSet<string> Kk = Set(
        "лар лер дар дер тар тер ы і сы сі ым ім ың ің м ң ымыз іміз мыз міз ын ін н нын ның нің дың дің тың тің ға ге қа ке на не а е ды ді ты ті ны ні да де та те нда нде "
        + "дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі лық лік дық дік тық тік лы лі ғы гі қы кі дарға лерге еді ды ған ген қан кен ып іп п са се ша ше шы ші у ылды ілді атын етін");

    private static readonly HashSet<string> Ru = Set(
        "а я о е ё и ы у ю ь й ой ей ий ый ом ем ём ам ям ах ях ами ями ов ев ёв его ого ему ому ым им ых их ыми ими ая яя ое ее ую юю ые ие ою ею ия ии ию ией ием иям иями иях иев "
        + "л ла ло ли лся лась лось лись ть ться т вш вший вшие вших вшей вшая вшим вшихся вшиеся н на но ны нный нные нных нная нное ный ная ное ные ных ного ному ным ной ную ен ена ено ены ённых енных енные ённые ённый "
        + "ено ось ась ись ался алась алось ались ал ала ало али ет ют ит ят ут ат ка ки ку ок кой ек ец кам ках ками ко ник ники ников ел ёл ло ли едш едших едшие едшая едший ий ского ской ские ских скому ским ском ская скую ское ский ск ск е тся ются ится ятся но в нов м");

    private static readonly HashSet<string> En = Set("s es d ed ing er ers al");

    /// <summary>Whether what follows a stem is an ending of a language ('k', 'r', 'e').</summary>
    public static bool Fits(char language, ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0) return true;
        return language switch { 'k' => Chain(rest, MostKazakh), 'r' => In(Ru, rest), 'e' => In(En, rest), _ => Chain(rest, MostKazakh) || In(Ru, rest) };
    }

    private static bool Chain(ReadOnlySpan<char> rest, int most)
    {
        if (rest.Length == 0) return true;
        if (most == 0) return false;
        for (var length = Math.Min(5, rest.Length); length > 0; length--)
            if (In(Kk, rest[..length]) && Chain(rest[length..], most - 1)) return true;
        return false;
    }

    private static bool In(HashSet<string> endings, ReadOnlySpan<char> rest) => endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest);

    private static HashSet<string> Set(string endings) => endings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fold.Text).ToHashSet(StringComparer.Ordinal);
}

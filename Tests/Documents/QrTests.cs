using System.Xml.Linq;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

public sealed class QrTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("https://t.me/x")]
    [InlineData("https://bot.example.kz/c/001-premier-014/3QhJrMupTW9GWCLJ")]
    [InlineData("https://wa.me/77000000000?text=ev_premier%20%D2%9B%D0%B0%D1%82%D1%8B%D1%81%D0%B0%D0%BC%D1%8B%D0%BD-and-some-more-words-to-make-it-longer")]
    [InlineData("Қатысушы: Әсел")]
    public void a_code_says_what_it_was_given(string text)
    {
        QrReader.Read(Qr.Fragment(text, 10, 20, 300)).ShouldBe(text);
        QrReader.Read(XElement.Load(new MemoryStream(Qr.Draw(text)))).ShouldBe(text);
    }

    [Fact]
    public void a_picture_has_whole_pixels_for_every_module_and_is_no_larger_than_asked()
    {
        var picture = XElement.Load(new MemoryStream(Qr.Draw("https://t.me/x", 500)));
        var (size, modules) = (int.Parse(picture.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture), Qr.Modules("https://t.me/x").GetLength(0));
        (size % modules).ShouldBe(0);
        size.ShouldBeInRange(500 - modules, 500);
    }

    [Fact]
    public void black_is_drawn_as_one_path() => Qr.Fragment("https://t.me/x", 0, 0, 100).Elements().Count().ShouldBe(2);

    [Fact]
    public void nothing_and_too_much_are_refused()
    {
        Should.Throw<ArgumentException>(() => Qr.Modules(""));
        Should.Throw<ArgumentException>(() => Qr.Modules(new string('ә', (Qr.MostBytes / 2) + 1)));
        Qr.Modules(new string('a', Qr.MostBytes - 4)).GetLength(0).ShouldBe(177 + 8);
    }
}

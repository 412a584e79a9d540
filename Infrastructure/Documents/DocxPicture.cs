using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordDrawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace GrantBot.Infrastructure.Documents;

/// <summary>A square PNG in a document, standing in the text like a letter.</summary>
internal static class DocxPicture
{
    private const int EmuPerMillimetre = 36_000;
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>Puts the picture into the file and returns its id.</summary>
    /// <exception cref="ArgumentException">It is no PNG: a mistake of ours.</exception>
    public static string Add(MainDocumentPart main, byte[] png)
    {
        if (!png.AsSpan().StartsWith(Png)) throw new ArgumentException("a picture of a document must be a PNG");
        var part = main.AddImagePart(ImagePartType.Png);
        part.FeedData(new MemoryStream(png, writable: false));
        return main.GetIdOfPart(part);
    }

    /// <summary>Shows the picture of an id.</summary>
    /// <param name="id">What <see cref="Add"/> returned.</param>
    /// <param name="number">A number no other picture of the document has.</param>
    /// <param name="millimetres">Length of its sides.</param>
    public static WordDrawing Inline(string id, uint number, double millimetres)
    {
        var side = (long)(millimetres * EmuPerMillimetre);
        var name = $"qr{number}";
        return new WordDrawing(new Wp.Inline(
            new Wp.Extent { Cx = side, Cy = side },
            new Wp.DocProperties { Id = number, Name = name },
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = name }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = side, Cy = side }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}

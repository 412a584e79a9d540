using GrantBot.Domain.Forms.Xls;
using static GrantBot.Domain.Forms.QuestionTypes.SurveyType;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>
/// Every type of the sheet survey: its spellings, the class that reads its answers, what it does in a chat. The only such table; reading, advice
/// and the README follow it. A new type is a line here, its class and a table of answers in Tests/Forms/Types.
/// </summary>
public static class QuestionTypeCatalog
{
    internal static readonly IReadOnlyList<SurveyType> All =
    [
        Ask(QuestionKind.Text, new TextType(), "text", "typed, at most 2,000 characters", "string", "q string", "add text prompt"),
        Ask(QuestionKind.Text, new TextType(), "barcode", "typed like a text", "q barcode", "add barcode prompt"),
        Ask(QuestionKind.Integer, new IntegerType(), "integer", "a whole number of at most nine digits",
            "int", "q int", "add integer prompt", "number of days in last month", "number of days in last six months", "number of days in last year"),
        Ask(QuestionKind.Decimal, new DecimalType(), "decimal", "a number with point or comma", "q decimal", "add decimal prompt"),
        Ask(QuestionKind.Range, new RangeType(), "range", "a number from `start` to `end` in steps of `step`"),
        Ask(QuestionKind.Date, new DateType(), "date", "a day in figures or words: 05.03.2008, 5 наурыз 2008", "q date", "add date prompt"),
        Ask(QuestionKind.Time, new TimeType(), "time", "a time of day: 14:30, 9.05", "q time", "add time prompt"),
        Ask(QuestionKind.DateTime, new DateTimeType(), "dateTime", "a day and a time: 05.03.2026 14:30", "date time", "q datetime", "q date time", "add datetime prompt", "add date time prompt"),
        Ask(QuestionKind.Phone, new PhoneType(), "phone", "a mobile number of Kazakhstan, typed or shared (ours; elsewhere write text and `grantbot::kind` phone)", "phone number"),
        Ask(QuestionKind.Email, new EmailType(), "e-mail", "an e-mail address (ours; elsewhere write text and `grantbot::kind` email)", "email address"),
        Ask(QuestionKind.SelectOne, new SelectOneType(), "select_one", "a button, a row of a list, its number or its label; `or_other` asks further",
            "add select one prompt using", "select one using", "select one from", "select1", "q select1"),
        Ask(QuestionKind.SelectOne, new SelectOneType(), "select_one_from_file", "the same, from an attached .csv, .xml or .geojson file"),
        Ask(QuestionKind.SelectMultiple, new SelectMultipleType(), "select_multiple", "choices pressed one by one, or typed with commas",
            "add select multiple prompt using", "select multiple using", "select all that apply from", "select all that apply", "select multiple from", "q select"),
        Ask(QuestionKind.SelectMultiple, new SelectMultipleType(), "select_multiple_from_file", "the same, from an attached file"),
        Ask(QuestionKind.Rank, new RankType(), "rank", "every choice, in the person's order"),
        Ask(QuestionKind.Rank, new RankType(), "rank_from_file", "the same, from an attached file"),
        Ask(QuestionKind.Geopoint, new GeopointType(), "geopoint", "a place sent by the messenger, or latitude and longitude typed", "gps", "location", "q geopoint", "q location", "add location prompt"),
        Ask(QuestionKind.Acknowledge, new AcknowledgeType(), "acknowledge", "a box to tick: any yes", "trigger", "q acknowledge", "add acknowledge prompt"),
        Ask(QuestionKind.Image, new FileType(), "image", "a picture: JPG, PNG, GIF, WebP or HEIC, up to 10 MB", "photo", "q image", "q picture", "add image prompt", "add photo prompt"),
        Ask(QuestionKind.File, new FileType(), "file", "any file up to 10 MB", "add file prompt"),
        Ask(QuestionKind.File, new FileType(), "audio", "any file", "q audio", "add audio prompt"),
        Ask(QuestionKind.File, new FileType(), "video", "any file", "q video", "add video prompt"),
        Ask(QuestionKind.Note, new SilentType(), "note", "said, not asked", "q note", "add note prompt"),
        Ask(QuestionKind.Calculate, new SilentType(), "calculate", "worked out", "calculation", "q calculate", "add calculate prompt"),
        Ask(QuestionKind.Hidden, new SilentType(), "hidden", "a value nobody sees"),
        Metadata("start", "when the form was begun", "start time", "starttime", "get start time"),
        Metadata("end", "when it was sent", "end time", "endtime", "get end time"),
        Metadata("today", "the day it was begun", "get today"),
        Metadata("username", "the full name, where it is known", "user name", "uri:username"),
        Metadata("phonenumber", "the number the channel vouches for; asked where the row has a label", "get phone number", "uri:phonenumber"),
        Metadata("email", "blank; asked where the row has a label", "uri:email"),
        Metadata("deviceid", "an id of the person that stays the same", "device id", "get device id", "uri:deviceid", "imei"),
        Metadata("simserial", "blank", "sim id", "get sim id", "uri:simserial"),
        Metadata("subscriberid", "blank", "subscriber id", "get subscriber id", "uri:subscriberid"),
        new("begin_group", new TypeCell.Begin(Repeat: false), "questions that share a `relevant`", "begingroup"),
        new("end_group", new TypeCell.End(Repeat: false), "its end", "endgroup"),
        new("begin_repeat", new TypeCell.Begin(Repeat: true), "questions asked several times, by `repeat_count` or until the person is done", "beginrepeat", "begin lgroup", "begin looped group"),
        new("end_repeat", new TypeCell.End(Repeat: true), "its end", "endrepeat", "end lgroup", "end looped group"),
        new("csv-external", new TypeCell.Attached(".csv"), "an attached list, for instance() and pulldata()"),
        new("xml-external", new TypeCell.Attached(".xml"), "the same as XML"),
        Blank("audit"), Blank("start-geopoint"), Blank("background-audio"), Blank("background-geopoint"),
        Refused("geotrace"), Refused("geoshape"), Refused("osm"), Refused("select_one_external"), Refused("entity"),
        Refused("begin_loop"), Refused("end_loop"), Refused("begin_score"), Refused("begin_rank"), Refused("begin_kobomatrix", "begin matrix"),
    ];

    // Whether a repeat gets another instance is chosen like anything else, but no row of a survey says so.
    private static readonly Dictionary<QuestionKind, IQuestionType> Types = All.Where(t => t.Type is not null)
        .Select(t => (((TypeCell.Ask)t.Means).Kind, t.Type!)).Append((QuestionKind.AddAnother, new SelectOneType())).DistinctBy(t => t.Item1).ToDictionary();

    /// <summary>The type that reads and shows answers of a kind.</summary>
    public static IQuestionType Of(QuestionKind kind) => Types[kind];
}

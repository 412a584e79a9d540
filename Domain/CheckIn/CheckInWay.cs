namespace GrantBot.Domain.CheckIn;

/// <summary>How somebody was checked in. Numbers are stored: never renumber.</summary>
public enum CheckInWay
{
    /// <summary>Staff scanned the ticket or typed its code.</summary>
    Ticket = 0,

    /// <summary>Staff found the name or number in the list.</summary>
    List = 1,

    /// <summary>The participant typed the code of the day, or scanned the poster.</summary>
    DayCode = 2,

    /// <summary>Staff registered them at the door.</summary>
    WalkIn = 3,

    /// <summary>The ticket was scanned on the desk page.</summary>
    PageTicket = 4,

    /// <summary>The name was tapped on the desk page.</summary>
    PageList = 5,
}

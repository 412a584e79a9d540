namespace GrantBot.Tests; public sealed class P { [Fact] public void One_is_one() => 1.ShouldBe(1); }

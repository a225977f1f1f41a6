namespace AccountabilityBot.Cli;

/// <summary>The one place that names the machine's clock.</summary>
static class Clock
{
#pragma warning disable RS0030 // Everything else takes the clock it is given.
    public static readonly TimeProvider System = TimeProvider.System;
#pragma warning restore RS0030
}

using System.Runtime.CompilerServices;

namespace AccountabilityBot.Tests.Harness;

static class ManyHosts
{
    /// <summary>
    /// Every host would watch its settings file for changes, and a machine has few watches (128 for a user, by default on
    /// Linux): tests that run side by side would use them up, and then no host starts any more.
    /// </summary>
    [ModuleInitializer]
    internal static void WatchNoFiles() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}

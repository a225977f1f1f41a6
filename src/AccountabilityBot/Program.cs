using AccountabilityBot.Cli;

// The program's verbs; `serve` when none is named. Exit codes: 0 good, 1 a refusal with its reason on stderr, 2 wrong usage.
return await Verbs.RunAsync(args);

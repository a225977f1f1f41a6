using System.Text;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Setup;

/// <summary>What became of reading a model file.</summary>
/// <param name="Model">The model; null when a problem is an error.</param>
/// <param name="Problems">Everything that is wrong, in the order of the file, each with file, line and column.</param>
sealed record ModelReading(RevenueModel? Model, IReadOnlyList<Problem> Problems)
{
    /// <summary>Gives a problem that was found later (a head who is nobody) its place in the file.</summary>
    public required Func<Problem, Problem> Locate { get; init; }
}

/// <summary>Reads <c>revenue-model.yaml</c>: strictly, and to the end, so that one run shows all there is to mend.</summary>
static class ModelFile
{
    const int LargestBytes = 1 << 20;

    /// <summary>Reads and checks a file. A file that cannot be opened is a problem too, not an exception.</summary>
    public static ModelReading Read(string path)
    {
        var findings = new Findings(path);
        return TextFile.Read(path, LargestBytes, sentence => findings.Add("", 1, 1, sentence)) is { } text
            ? Parse(text, findings)
            : Result(null, findings);
    }

    /// <param name="text">The file's content.</param>
    /// <param name="fileName">What problems call the file.</param>
    public static ModelReading Parse(string text, string fileName)
    {
        var findings = new Findings(fileName);
        if (Encoding.UTF8.GetByteCount(text) <= LargestBytes)
            return Parse(text, findings);

        findings.Add("", 1, 1, TextFile.TooLarge(LargestBytes));
        return Result(null, findings);
    }

    static ModelReading Parse(string text, Findings findings)
    {
        if (YamlTree.Parse(text.TrimStart('\uFEFF'), findings) is not { } root)
            return Result(null, findings);

        var model = Fields.Read(root, "", findings, ModelSections.Read);
        if (root is YamlMapping)
            findings.AddRuleBreaks(ModelRules.Check(model));
        return Result(model, findings);
    }

    static ModelReading Result(RevenueModel? model, Findings findings)
    {
        var problems = findings.Problems;
        var usable = problems.All(problem => problem.Severity is not Severity.Error);
        return new ModelReading(usable ? model : null, problems) { Locate = findings.Locate };
    }
}

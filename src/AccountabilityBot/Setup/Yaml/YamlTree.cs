using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AccountabilityBot.Setup.Yaml;

/// <summary>
/// Builds <see cref="YamlNode"/>s from the parser's events. The library's own document model stops at the first duplicate key
/// and follows nesting as deep as the file goes; here every duplicate is found, and depth has a limit.
/// </summary>
sealed class YamlTree
{
    const int DeepestNesting = 16;

    readonly Parser _parser;
    readonly Findings _findings;
    Mark _last = Mark.Empty;

    YamlTree(string text, Findings findings) => (_parser, _findings) = (new Parser(new StringReader(text)), findings);

    /// <summary>The file's one document, or null when it cannot be read or is empty; why is among the findings.</summary>
    public static YamlNode? Parse(string text, Findings findings)
    {
        var tree = new YamlTree(text, findings);
        try
        {
            return tree.Document();
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to a key inside a list that was never closed; it names no place.
            findings.Add("", Number(tree._last.Line), Number(tree._last.Column), "A list or mapping begins near here with a bracket and is never closed.");
            return null;
        }
        catch (YamlException error)
        {
            var (line, column) = (Number(error.Start.Line), Number(error.Start.Column));
            if (TabNear(text, line) is { } tab)
                findings.Add("", tab.Line, tab.Column, "The line is indented with a tab; YAML allows only spaces there.");
            else
                findings.Add("", line, column, error is YamlRefusal ? error.Message : $"The YAML cannot be read here: {error.Message.TrimEnd('.')}.");
            return null;
        }
    }

    YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Add("", 1, 1, "The file is empty.");
            return null;
        }

        var root = Node("", depth: 1);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second)
            ? throw new YamlRefusal(second.Start, "A second document begins here (\"---\"); one document in one file is allowed.")
            : root;
    }

    YamlNode Node(string path, int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            throw new YamlRefusal(alias.Start, $"\"*{alias.Value}\" is an alias; write the value out, so that each line says what it means. A text that begins with a star stands in quotes.");

        var node = _parser.Consume<NodeEvent>();
        _last = node.Start;
        var (line, column) = (Number(node.Start.Line), Number(node.Start.Column));
        if (!node.Anchor.IsEmpty)
            throw new YamlRefusal(node.Start, $"\"&{node.Anchor}\" is an anchor; write the value out where it is needed, so that each line says what it means.");
        if (!node.Tag.IsEmpty)
            throw new YamlRefusal(node.Start, $"\"{node.Tag}\" is a tag; plain values are allowed.");
        if (depth > DeepestNesting)
            throw new YamlRefusal(node.Start, $"The nesting is deeper than {DeepestNesting} levels.");

        return node switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style is not ScalarStyle.Plain, line, column),
            SequenceStart => new YamlSequence([.. Items(path, depth)], line, column),
            _ => new YamlMapping([.. Entries(path, depth)], line, column),
        };
    }

    IEnumerable<YamlNode> Items(string path, int depth)
    {
        for (var at = 0; !_parser.TryConsume<SequenceEnd>(out _); at++)
            yield return Node($"{path}[{at}]", depth + 1);
    }

    IEnumerable<YamlEntry> Entries(string path, int depth)
    {
        Dictionary<string, int> lines = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(path, depth + 1);
            var keyPath = Fields.Join(path, (key as YamlScalar)?.Text ?? "");
            var value = Node(keyPath, depth + 1);
            if (key is not YamlScalar name)
                _findings.Add(path, key.Line, key.Column, "A list or mapping stands where a key is needed; a key is plain text.");
            else if (!lines.TryAdd(name.Text, name.Line))
                _findings.Add(keyPath, name.Line, name.Column, $"The key \"{name.Text}\" stands here again; it stands in line {lines[name.Text]} already.");
            else
                yield return new YamlEntry(name, value);
        }
    }

    /// <summary>A tab in the indentation of the line where reading failed, or of the one before it, where the parser often gave up.</summary>
    static (int Line, int Column)? TabNear(string text, int line)
    {
        var lines = text.Split('\n');
        for (var number = Math.Max(1, line - 1); number <= Math.Min(lines.Length, line + 1); number++)
        {
            var indentation = lines[number - 1].TakeWhile(character => character is ' ' or '\t').ToList();
            if (indentation.IndexOf('\t') is >= 0 and var at)
                return (number, at + 1);
        }

        return null;
    }

    static int Number(long position) => (int)Math.Clamp(position, 1, int.MaxValue);

    /// <summary>What YAML allows and a model file does not.</summary>
    sealed class YamlRefusal(Mark at, string sentence) : YamlException(at, at, sentence);
}

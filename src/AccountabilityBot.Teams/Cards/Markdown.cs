using System.Buffers;
using System.Text;

namespace AccountabilityBot.Teams.Cards;

/// <summary>Makes one line of text show literally where a client would parse it.</summary>
static class Markdown
{
    /// <summary>Zero-width space: shows nothing, and keeps a client from seeing a link or a macro.</summary>
    const char Break = '\u200B';

    /// <summary>What <see cref="Escape"/> looks at; a line without any of it shows literally as it is.</summary>
    static readonly SearchValues<char> _special = SearchValues.Create("<>&\\`*_~[]()|#+-=.{:");

    static readonly SearchValues<char> _entityName =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>
    /// Escapes the markdown that Teams reads, writes &lt; and &gt; as entities (mention tags are looked for before markdown is
    /// read, so a backslash would not stop them), and breaks <c>{{</c>, <c>://</c> and <c>www.</c>.
    /// </summary>
    /// <param name="line">One line, already stripped of what cannot be seen.</param>
    internal static string Escape(string line)
    {
        var first = line.AsSpan().IndexOfAny(_special);
        if (first < 0)
            return line;

        var escaped = new StringBuilder(line, 0, first, line.Length + 16);
        for (var i = first; i < line.Length; i++)
        {
            var c = line[i];
            switch (c)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&' when BeginsEntity(line, i):
                    escaped.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '~' or '[' or ']' or '(' or ')' or '|':
                    escaped.Append('\\').Append(c);
                    break;
                case '#' or '+' or '-' or '=' when MeansSomethingAtStart(line, i):
                case '.' when EndsListNumber(line, i):
                    escaped.Append('\\').Append(c);
                    break;
                case '{' when Next(line, i) is '{':
                case ':' when Next(line, i) is '/' && Next(line, i + 1) is '/':
                    escaped.Append(c).Append(Break);
                    break;
                case '.' when EndsWww(line, i):
                    escaped.Append(Break).Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    static char? Next(string line, int at) => at + 1 < line.Length ? line[at + 1] : null;

    static bool BeginsEntity(string line, int at)
    {
        var end = line.IndexOf(';', at);
        return end > at + 1 && end - at <= 32 && !line.AsSpan(at + 1, end - at - 1).ContainsAnyExcept(_entityName);
    }

    // A heading, a list item or a rule; "-5" and "+49" are none of them.
    static bool MeansSomethingAtStart(string line, int at) =>
        at == 0 && (line[0] is '#' or '=' || Next(line, 0) is null or ' ' || Next(line, 0) == line[0]);

    static bool EndsListNumber(string line, int at) =>
        at is > 0 and <= 9 && Next(line, at) is null or ' ' && !line.AsSpan(0, at).ContainsAnyExceptInRange('0', '9');

    static bool EndsWww(string line, int at) =>
        at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
}

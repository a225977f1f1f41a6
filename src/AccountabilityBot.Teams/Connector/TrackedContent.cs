using System.Net;
using System.Net.Http.Headers;

namespace AccountabilityBot.Teams.Connector;

/// <summary>
/// A request's body that knows whether its bytes began to leave. That decides whether a broken call surely did nothing.
/// </summary>
sealed class TrackedContent : HttpContent
{
    readonly ReadOnlyMemory<byte> _body;
    volatile bool _left;

    internal TrackedContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    internal bool Left => _left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _left = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}

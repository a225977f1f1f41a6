using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council.Models;

/// <summary>
/// Which version of the model holds. Without a council the file does, as a decision by the deployment. With one, the version
/// in force stays, and a changed file waits for the council as a draft.
/// </summary>
sealed partial class ModelInForce(BotDb db, ILogger<ModelInForce> logger)
{
    /// <summary>At the start, which one server does at a time: records the file, or lets it wait.</summary>
    /// <param name="file">The file as it was read, without an error in it.</param>
    /// <returns>The model that holds, and the number of its version.</returns>
    public async Task<(RevenueModel Model, int Version)> BeginAsync(string text, RevenueModel file, DateTimeOffset now, CancellationToken ct)
    {
        var hash = LedgerRecording.HashOf(text);
        var last = await LatestAsync(db, ct);
        if (last?.Hash == hash)
        {
            await OvertakeAsync(except: null, ct);
            await db.SaveChangesAsync(ct);
            return (file, last.No);
        }

        if (last is not null && Read(last) is var inForce)
        {
            if (inForce is null)
                Unreadable(last.No);
            else if (inForce.Rhythms.Council is not null)
                return (await WaitAsync(text, hash, last.No, inForce, now, ct), last.No);
        }

        await OvertakeAsync(except: null, ct);
        var version = Add(db, (last?.No ?? 0) + 1, text, hash, Via.Deployment, null, now);
        await db.SaveChangesAsync(ct);
        return (file, version.No);
    }

    /// <summary>Adds a version to the save; of two who add the same number one fails.</summary>
    /// <param name="by">Who decided; none: the deployment did.</param>
    public static ModelVersion Add(BotDb db, int no, string text, string hash, string via, PersonId? by, DateTimeOffset now)
    {
        var version = new ModelVersion { No = no, Hash = hash, Text = text, DecidedBy = by?.ToString() ?? via, At = now };
        db.ModelVersions.Add(version);
        db.Record("model.version", by, via, no.ToString(CultureInfo.InvariantCulture), now);
        return version;
    }

    public static Task<ModelVersion?> LatestAsync(BotDb db, CancellationToken ct) =>
        db.ModelVersions.AsNoTracking().OrderByDescending(row => row.No).FirstOrDefaultAsync(ct);

    /// <returns>None: this program reads models more strictly than the one that took it.</returns>
    public static RevenueModel? Read(ModelVersion version) => Read(version.Text);

    /// <inheritdoc cref="Read(ModelVersion)"/>
    public static RevenueModel? Read(string text) => ModelFile.Parse(text, "model").Model;

    async Task<RevenueModel> WaitAsync(string text, string hash, int inForce, RevenueModel model, DateTimeOffset now, CancellationToken ct)
    {
        var latest = await db.ModelDrafts.AsNoTracking().OrderByDescending(row => row.ProposedAt).ThenByDescending(row => row.Id).Select(row => new { row.Hash, row.State }).FirstOrDefaultAsync(ct);
        Waits(inForce);
        // As long as the file stays the same, so does the answer.
        if (latest?.Hash == hash && latest.State is not ModelDraftState.Overtaken)
            return model;
        var known = await db.ModelDrafts.SingleOrDefaultAsync(row => row.Hash == hash && row.BaseVersion == inForce, ct);
        await OvertakeAsync(known?.Id, ct);
        if (known is null)
        {
            known = ModelDraft.Propose(text, hash, inForce, Guid.CreateVersion7(now), now);
            db.ModelDrafts.Add(known);
            db.Record("model.drafted", null, Via.Deployment, known.Id.ToString(), now);
        }
        else if (known.Return(now))
        {
            db.Record("model.drafted", null, Via.Deployment, known.Id.ToString(), now);
            await RaiseAsync(known, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return model;
    }

    /// <summary>One proposal at a time: the file as it is. What it said before is not asked any more.</summary>
    async Task OvertakeAsync(Guid? except, CancellationToken ct)
    {
        foreach (var draft in await db.ModelDrafts.Where(row => (row.State == ModelDraftState.Waiting || row.State == ModelDraftState.Parked) && row.Id != except).ToListAsync(ct))
        {
            draft.Overtake();
            await RaiseAsync(draft, draft.ProposedAt, ct);
        }
    }

    async Task RaiseAsync(ModelDraft draft, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var post in await db.CardPosts.Where(post => post.SubjectId == draft.Id).ToListAsync(ct))
            post.Want(draft.Version, now);
    }

    [LoggerMessage(1, LogLevel.Warning, "The model file differs from version {Version}, which stays in force: the council decides about the file.")]
    partial void Waits(int version);

    [LoggerMessage(2, LogLevel.Warning, "Version {Version} of the model cannot be read by this program any more; the model file takes its place, as a decision by the deployment.")]
    partial void Unreadable(int version);
}

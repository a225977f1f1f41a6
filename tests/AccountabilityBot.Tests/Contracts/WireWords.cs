namespace AccountabilityBot.Tests.Contracts;

/// <summary>
/// The words that stand on cards posted long ago, in rows and in the ledger. A line here is never changed or taken away; a
/// new word gets a new line.
/// </summary>
static class WireWords
{
    internal static readonly string[] Verbs =
    [
        "commitment.add",
        "commitment.done",
        "commitment.drop",
        "commitment.drop-for",
        "commitment.help",
        "commitment.move",
        "commitment.take-over",
        "commitment.view",
        "commitment.view-offer",
        "digest.details",
        "digest.view",
        "council.approve",
        "council.open",
        "council.park",
        "council.reject",
        "council.section",
        "council.view",
        "experiment.add",
        "experiment.fund",
        "experiment.list",
        "experiment.retire",
        "feedback.choose",
        "feedback.commit",
        "feedback.give",
        "feedback.send",
        "feedback.share",
        "feedback.skip",
        "feedback.thank",
        "hand-off.save",
        "feedback.view",
        "delivery.discard",
        "delivery.send-again",
        "delivery.send-all-again",
        "delivery.set-mute",
        "delivery.unmute",
        "lead.accept",
        "lead.agree",
        "lead.assign",
        "lead.clarify",
        "lead.close",
        "lead.contacted",
        "lead.details",
        "lead.disposition",
        "lead.guardian-list",
        "lead.hand-back",
        "lead.hold",
        "lead.pass-on",
        "lead.reject",
        "lead.snooze",
        "lead.take",
        "lead.undo",
        "lead.view",
        "maturity.save",
        "maturity.skip",
        "maturity.view",
        "number.accept",
        "number.answer-challenge",
        "number.ask-owner",
        "number.challenge",
        "number.change-value",
        "number.confirm",
        "number.decline",
        "number.deputy",
        "number.details",
        "number.hand-over",
        "number.history",
        "number.name-owner",
        "number.not-mine",
        "number.save-value",
        "number.take",
        "number.view",
        "number.view-value",
        "number.withdraw",
        "people.back",
        "people.let-go",
        "setup.serve",
    ];

    internal static readonly string[] CardKinds =
    [
        "cadence.digest",
        "cadence.digest-asked",
        "cadence.reminder",
        "commitment.list-department",
        "commitment.list-mine",
        "commitment.mine",
        "commitment.offer-help",
        "commitment.take-over",
        "council.model-draft",
        "council.pack",
        "disposition.due",
        "feedback.received",
        "feedback.request",
        "lead.asked",
        "lead.channel",
        "lead.guardian",
        "lead.guardian-list",
        "lead.nudge",
        "lead.personal",
        "lead.second-line",
        "lead.sender",
        "maturity.assessment",
        "number.card",
        "number.challenge",
        "number.offer",
        "number.orphan",
        "number.still-yours",
        "number.unconfirmed",
        "number.value-due",
    ];

    internal static readonly string[] NoticeKinds =
    [
        "cadence.no-place",
        "cadence.sentence",
        "cadence.skipped",
        "commitment.form",
        "commitment.help-wanted",
        "commitment.kept-news",
        "commitment.no-word",
        "commitment.owner-gone",
        "commitment.sentence",
        "council.decided",
        "council.experiments",
        "council.pack-now",
        "council.rule-change-drafted",
        "council.rule-changes",
        "hand-off.form",
        "hand-off.sentence",
        "feedback.form",
        "feedback.pair",
        "feedback.praise",
        "feedback.promise",
        "feedback.reminder",
        "feedback.sentence",
        "feedback.thanks",
        "delivery.alert",
        "delivery.bundle",
        "delivery.dead-letters",
        "delivery.mute",
        "delivery.parked",
        "delivery.sentence",
        "delivery.why",
        "lead.call",
        "lead.contact-stopped",
        "lead.hold-ended",
        "lead.my-leads",
        "lead.no-channel",
        "lead.not-found",
        "lead.queue-waits",
        "lead.rejected-to-sender",
        "lead.snooze-over",
        "maturity.now",
        "maturity.reminder",
        "neighbours.card",
        "neighbours.sentence",
        "number.challenge-answered-news",
        "number.hand-over-news",
        "number.mine",
        "number.question",
        "number.unowned",
        "outcome.campaign",
        "outcome.ended",
        "people.directory",
        "people.directory-warning",
        "people.out",
        "people.resting",
        "people.unreachable",
        "question.choices",
        "question.definition",
        "question.done",
        "question.gap",
        "question.history",
        "question.refused",
        "question.unknown",
        "question.value",
        "question.which-one",
        "question.word",
        "setup.help",
        "setup.moved-away",
        "setup.not-understood",
        "setup.sentence",
        "setup.serving",
        "setup.unlisted",
        "setup.welcome",
        "setup.welcome-team",
    ];

    internal static readonly string[] LeadLedgerKinds =
    [
        "lead.accepted",
        "lead.agreed",
        "lead.assigned",
        "lead.back-to-work",
        "lead.clarified",
        "lead.closed",
        "lead.contact-stopped",
        "lead.contacted",
        "lead.data-asked",
        "lead.data-mended",
        "lead.disposed",
        "lead.disposition-asked",
        "lead.expired",
        "lead.handed-back",
        "lead.handed-over",
        "lead.held",
        "lead.lost",
        "lead.meeting-set",
        "lead.no-show",
        "lead.nudged",
        "lead.offered",
        "lead.owner-gone",
        "lead.passed-on",
        "lead.proposal",
        "lead.qualified",
        "lead.received",
        "lead.recycled",
        "lead.reject-settled",
        "lead.reject-undone",
        "lead.rejected",
        "lead.reopened",
        "lead.resumed",
        "lead.second-line",
        "lead.taken",
        "lead.to-guardian",
        "lead.updated",
        "lead.withdrawn",
        "lead.won",
    ];

    internal static readonly string[] NumberLedgerKinds =
    [
        "number.challenge-answered",
        "number.challenged",
        "number.confirmed",
        "number.deputy-named",
        "number.described",
        "number.hand-over-accepted",
        "number.hand-over-declined",
        "number.hand-over-lapsed",
        "number.hand-over-overtaken",
        "number.hand-over-proposed",
        "number.hand-over-withdrawn",
        "number.orphaned",
        "number.owned",
        "number.retired",
        "number.still-yours-asked",
        "number.still-yours-reminded",
        "number.still-yours-unanswered",
        "number.taken",
        "number.value",
    ];

    internal static readonly string[] FeedbackLedgerKinds =
    [
        "feedback.asked", "feedback.committed", "feedback.expired", "feedback.given", "feedback.reminded", "feedback.shared", "feedback.skipped", "feedback.thanked",
    ];

    internal static readonly string[] CommitmentLedgerKinds =
    [
        "commitment.asked-help", "commitment.dropped", "commitment.escalated", "commitment.kept", "commitment.made", "commitment.moved", "commitment.offered-help",
        "commitment.offered-on", "commitment.owner-back", "commitment.owner-left", "commitment.owner-moved", "commitment.taken-over",
    ];

    internal static readonly string[] SlipReasons = ["day-over", "moved-again"];

    internal static readonly string[] DropReasons = ["owner-left"];

    /// <summary>What the council decides about.</summary>
    internal static readonly string[] CouncilSubjects = ["experiment", "model-draft", "rule-change"];

    /// <summary>The six that a company judges itself by.</summary>
    internal static readonly string[] Capabilities = ["closed-loop", "definitions", "goals", "hand-offs", "improvement", "scorecard"];

    internal static readonly string[] ExpiryReasons = ["giver-left", "receiver-left", "window-over"];

    internal static readonly string[] Ratings = ["care", "complete", "fit", "informed", "timely"];

    internal static readonly string[] OrphanReasons = ["left", "moved", "not-mine"];

    internal static readonly string[] OtherLedgerKinds =
    [
        "administrator.appointed",
        "channel.bound",
        "council.decided",
        "council.pack",
        "delivery.discarded",
        "delivery.sent-again",
        "directory.let-go",
        "experiment.added",
        "experiment.ended",
        "maturity.answered",
        "maturity.asked",
        "model.drafted",
        "model.version",
        "person.back",
        "person.left",
        "person.moved",
        "person.out",
        "person.resting",
        "rule-change.drafted",
    ];


    internal static readonly string[] Ways = ["api", "card", "deployment", "import", "rule", "text"];

    internal static readonly string[] Departures = ["left", "moved"];

    internal static readonly string[] OfferReasons = ["account-owner", "assigned", "former-owner", "next-is-away", "next-is-out", "passed-on", "pool", "rotation"];

    internal static readonly string[] GuardianReasons =
        ["adrift", "do-not-contact", "ladder-ended", "no-members", "nobody-expected", "nobody-left", "pool-expired", "too-many-hands", "too-many-rejects"];

    internal static readonly string[] SweepSteps =
    [
        "cadence.make-digests",
        "cadence.tell-lost-digests",
        "cadence.remind",
        "commitments.slip",
        "council.draft-rule-changes",
        "council.follow-model",
        "council.post-pack",
        "council.tell-drafts",
        "delivery.run",
        "delivery.tell-letters",
        "dispositions.ask",
        "feedback.ask",
        "feedback.progress",
        "leads.ask-for-channels",
        "leads.bring-back",
        "leads.call-unreachable",
        "leads.climb-ladders",
        "leads.end-holds",
        "leads.end-snoozes",
        "leads.find-adrift",
        "leads.keep-guardian-lists",
        "leads.open-queue",
        "leads.settle-rejects",
        "leads.follow-departures",
        "leads.take-back-offers",
        "leads.tell-queue-waits",
        "maturity.ask",
        "maturity.remind",
        "numbers.ask-keepers",
        "numbers.ask-still-yours",
        "numbers.compute",
        "numbers.find-orphans",
        "numbers.follow-acting",
        "numbers.follow-stale",
        "numbers.progress-hand-overs",
        "outcomes.tell",
        "people.install-app",
        "people.read-mailboxes",
        "people.read-photos",
        "people.read-presence",
        "people.sync-groups",
        "people.sync-users",
        "people.tell-directory",
        "setup.read-rosters",
    ];

    internal static readonly string[] RecurringJobs = ["inbox.forget-old", "leads.prove-no-black-hole", "ledger.seal", "people.sync-directory", "sweep.everything-due"];

    internal static readonly string[] Commands =
    [
        "?", "abwesend", "back", "commit to", "commitments", "council", "dead letters", "digest", "directory", "experimente", "experiments", "feedback", "feedback for",
        "feedback für", "feedback to", "hand over", "hand-over", "handover", "hello", "help", "hey", "hi", "i am back", "i am out", "i commit to", "i promise",
        "i promise to", "i will commit to", "i'm back", "i'm out", "ich bin abwesend", "ich bin wieder da", "ich bin zurück", "ich sage zu", "ich sage zu dass ich",
        "ich verspreche", "im back", "i’m back", "i’m out", "lead", "maturity", "meine zusagen", "mute", "my commitments", "my leads", "my numbers", "nicht erreichbar", "out", "pair",
        "promise", "promise to", "reifegrad", "rule changes", "sage zu", "serve * here", "start", "unlisted", "unreachable", "unmute", "unerreichbar", "unowned", "verzeichnis", "what became of",
        "why was I not told", "why wasn't I told", "zurück", "zusagen", "übergabe", "übergeben",
        "downstream", "mein nachbar", "meine nachbarn", "my neighbor", "my neighbors", "my neighbour", "my neighbours", "nachbar", "nachbarn", "neighbor", "neighbors",
        "neighbour", "neighbours", "our neighbors", "our neighbours", "unser nachbar", "unsere nachbarn", "upstream", "wer ist", "wer sind", "who are", "who is", "who's", "who’s",
    ];

    internal static readonly string[] HeldReasons = ["budget", "muted", "quiet-hours", "snoozed"];

    internal static readonly string[] SnoozeLengths = ["2-hours", "30-minutes", "tomorrow-9"];

    internal static readonly string[] Events = ["installed", "uninstalled"];

    /// <summary>What Teams asks for besides presses on cards.</summary>
    internal static readonly string[] Invokes = ["composeExtension/query"];

    /// <summary>What <c>ask --json</c> calls what a question comes to.</summary>
    internal static readonly string[] QuestionOutcomes =
        ["answer", "choices", "command", "definition", "follow-up", "history", "other", "refused", "shared", "unknown", "value"];

    internal static readonly string[] ValueSources = ["api", "keeper", "ledger"];

    internal static readonly string[] ValueResults = ["created", "replaced", "unchanged"];

    internal static readonly string[] Figures =
    [
        "acceptance-rate", "cycle-time-median", "leads-received", "leakage", "meetings-set", "no-show-rate", "pipeline-created", "pipeline-open",
        "pipeline-progressed", "pipeline-won", "reject-rate", "sla-kept", "speed-to-lead-median", "speed-to-lead-p90", "speed-to-lead-working-median",
        "speed-to-lead-working-p90", "stage-conversion", "time-to-close-median", "velocity", "win-rate",
    ];

    internal static readonly string[] IntakeResults = ["created", "refused", "reopened", "unchanged", "updated"];

    /// <summary>Stored as numbers.</summary>
    internal static readonly string[] Numbers =
    [
        "ChallengeAnswer: Stands 1, WillMend 2",
        "Challenged: Value 1, Definition 2",
        "CouncilVerdict: Approve 1, Reject 2, Park 3",
        "CommitmentState: Open 1, Kept 2, Dropped 3",
        "DealStage: Working 1, MeetingSet 2, NoShow 3, Qualified 4, Proposal 5, Won 6, Lost 7, Recycled 8, Closed 9",
        "ExperimentState: Running 1, Funded 2, Retired 3",
        "FeedbackState: Asked 1, Given 2, Skipped 3, Expired 4",
        "AccountKind: Person 0, Blocked 1, Guest 2, Resource 3, Unnamed 4, Deleted 5, Purged 6, Unlisted 7",
        "Presence: Usual 0, DoNotDisturb 1, OutOfOffice 2",
        "HandKind: PassedOn 1, HandedBack 2, Expired 3, Rejected 4, Left 5",
        "HandOverState: Proposed 1, Accepted 2, Done 3, Declined 4, Withdrawn 5, Lapsed 6, Overtaken 7",
        "Holding: Owned 1, Shared 2, Vacant 3, Orphaned 4",
        "LeadState: Waiting 1, Offered 2, Accepted 3, Rejected 4, Won 5, Lost 6, Recycled 7, Closed 8",
        "ModelDraftState: Waiting 1, Approved 2, Rejected 3, Parked 4, Overtaken 5",
        "Muted: Reminders 1, News 2",
        "NoticeClass: Answer 1, Work 2, Informative 3",
        "NoticeState: Pending 1, Sent 2, Dropped 3, Parked 4, Dead 5, Unreachable 6, Discarded 7, Bundled 8",
        "OfferOutcome: Accepted 1, Rejected 2, PassedOn 3, Withdrawn 4, Expired 5",
        "PromiseKind: Answer 1, FirstTouch 2, FollowUp 3, Complete 4, HandOver 5, Word 6",
        "PromiseOutcome: Kept 1, Late 2, Broken 3, Void 4",
        "ReplyKind: Clarified 1, Agreed 2",
        "RuleChangeState: Drafted 1, Approved 2, Rejected 3, Parked 4",
        "PostState: Live 1, Moved 2, Gone 3, Unreachable 4, Dead 5, Bundled 6, Dropped 7, Parked 8",
        "Side: Sender 1, Receiver 2",
    ];

    /// <summary>Every word with a dot in it that is no sentence's key.</summary>
    internal static IEnumerable<string> All =>
        [.. Verbs, .. CardKinds, .. NoticeKinds, .. LeadLedgerKinds, .. NumberLedgerKinds, .. FeedbackLedgerKinds, .. CommitmentLedgerKinds, .. OtherLedgerKinds, .. SweepSteps, .. RecurringJobs];
}

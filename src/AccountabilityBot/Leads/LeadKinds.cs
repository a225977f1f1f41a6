namespace AccountabilityBot.Leads;

/// <summary>Kinds of cards and notices about leads. Stored: they never change.</summary>
static class LeadKinds
{
    /// <summary>The one card in the department's home channel, the same for everybody.</summary>
    public const string Channel = "lead.channel";

    /// <summary>In the chat of the person it is offered to, or who owns it.</summary>
    public const string Personal = "lead.personal";

    /// <summary>In the guardian's chat, when nobody holds the lead.</summary>
    public const string Guardian = "lead.guardian";

    /// <summary>Shown because somebody asked for it by number.</summary>
    public const string Asked = "lead.asked";

    /// <summary>A reminder, in the chat of whoever promised.</summary>
    public const string Nudge = "lead.nudge";

    /// <summary>In the chat of whoever may help when a promise is late.</summary>
    public const string SecondLine = "lead.second-line";

    /// <summary>In the chat of whoever handed the lead over, or in their department's channel: it was rejected, and they answer.</summary>
    public const string Sender = "lead.sender";

    /// <summary>In the chat of whoever guards a department: what nobody holds, as one list.</summary>
    public const string GuardianList = "lead.guardian-list";

    /// <summary>What earlier versions told the sender with; what is still on its way of them is drawn.</summary>
    public const string RejectedNotice = "lead.rejected-to-sender";
    public const string HoldEndedNotice = "lead.hold-ended";

    /// <summary>To the owner: the buyer does not want to be called or written to any more.</summary>
    public const string ContactStoppedNotice = "lead.contact-stopped";

    public const string MyLeadsNotice = "lead.my-leads";
    public const string LeadNotFoundNotice = "lead.not-found";

    /// <summary>In the channel, for somebody whom their own card does not reach.</summary>
    public const string CallNotice = "lead.call";

    public const string NoChannelNotice = "lead.no-channel";
    public const string QueueWaitsNotice = "lead.queue-waits";

    /// <summary>To who asked to be reminded later, when later has come.</summary>
    public const string SnoozeOverNotice = "lead.snooze-over";
}

/// <summary>The verbs on lead cards. They stand on cards that were posted long ago: they never change.</summary>
static class LeadVerbs
{
    public const string View = "lead.view";
    public const string Details = "lead.details";
    public const string Accept = "lead.accept";
    public const string Reject = "lead.reject";
    public const string Undo = "lead.undo";
    public const string PassOn = "lead.pass-on";
    public const string Contacted = "lead.contacted";
    public const string Hold = "lead.hold";
    public const string HandBack = "lead.hand-back";
    public const string Take = "lead.take";
    public const string Assign = "lead.assign";
    public const string Close = "lead.close";
    public const string Snooze = "lead.snooze";
    public const string Disposition = "lead.disposition";
    public const string Clarify = "lead.clarify";
    public const string Agree = "lead.agree";
    public const string GuardianList = "lead.guardian-list";
}

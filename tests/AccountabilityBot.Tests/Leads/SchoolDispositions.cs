namespace AccountabilityBot.Tests.Leads;

/// <summary>What becomes of leads at a school for professionals: nine to choose from, and at most six reasons in the second tier.</summary>
static class SchoolDispositions
{
    public const string Section = """
        dispositions:
          no-answer: { name: "Tried, no answer" }
          call-again: { name: Asked to be called again }
          thinking: { name: Thinks it over }
          wrong-data: { name: The number is wrong, next: fix-data }
          won: { name: Enrolled, becomes: won }
          lost:
            name: Lost
            becomes: lost
            reasons:
              eins: Enrolled at EINS
              other-school: Enrolled elsewhere
              other-course: Wants a course that we do not have
              full-time: Wants a full-time MBA
              no-study: Gave up studying
              recognition: Needs a degree that is recognised
          not-eligible:
            name: Cannot be admitted
            becomes: closed
            reasons: { student: Is a student here already, graduation: Has not graduated yet, diploma: Has a diploma and no degree }
          later:
            name: Comes back later
            becomes: recycled
            reasons: { next-batch: Wants the next batch, next-month: Wants to start next month }
          do-not-contact: { name: Asked not to be contacted, becomes: closed, doNotContact: true }

        """;
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Beginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Administrators",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Administrators", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "CardPosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Thread = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    ServiceUrl = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ConversationId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ActivityId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Wanted = table.Column<int>(type: "integer", nullable: false),
                    Shown = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Reposted = table.Column<bool>(type: "boolean", nullable: false),
                    ChatRetried = table.Column<bool>(type: "boolean", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CallDecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardPosts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    Department = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ChannelId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    TeamId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ServiceUrl = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    TenantId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    BoundBy = table.Column<Guid>(type: "uuid", nullable: true),
                    BoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RosterDueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Department);
                });

            migrationBuilder.CreateTable(
                name: "Counters",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counters", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Heartbeats",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Heartbeats", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ActivityId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => new { x.ConversationId, x.ActivityId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "Leads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Department = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Seam = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Segment = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AccountKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FromDepartment = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    FromPerson = table.Column<Guid>(type: "uuid", nullable: true),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WaitingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ContactedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HeldUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HoldReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RejectedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RejectedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RejectReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RejectAnswer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    RejectNote = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    UndoUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GuardianSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReservedFor = table.Column<Guid>(type: "uuid", nullable: true),
                    ReservedReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ReservedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CloseReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    Campaign = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Company = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Email = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Phone = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ValueMinor = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ledger",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Actor = table.Column<Guid>(type: "uuid", nullable: true),
                    Other = table.Column<Guid>(type: "uuid", nullable: true),
                    Via = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PostId = table.Column<Guid>(type: "uuid", nullable: true),
                    NoteHash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ledger", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSeals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FromSeq = table.Column<long>(type: "bigint", nullable: false),
                    ToSeq = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelVersions",
                columns: table => new
                {
                    No = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "character varying(1048576)", maxLength: 1048576, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelVersions", x => x.No);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Class = table.Column<int>(type: "integer", nullable: false),
                    Thread = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Department = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ServiceUrl = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ConversationId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Argument = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Locale = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    ChatRetried = table.Column<bool>(type: "boolean", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ActivityId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    LastError = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    DepartmentLabel = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Manager = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    TimeZone = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RotationTurns",
                columns: table => new
                {
                    Department = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastOfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RotationTurns", x => new { x.Department, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "TeamsUsers",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ChatId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ServiceUrl = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    TenantId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Locale = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamsUsers", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "ThreadPauses",
                columns: table => new
                {
                    Thread = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadPauses", x => x.Thread);
                });

            migrationBuilder.CreateTable(
                name: "UnlistedPeople",
                columns: table => new
                {
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnlistedPeople", x => x.ObjectId);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReassignAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReasonCode = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ReasonOther = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => new { x.LeadId, x.No });
                    table.ForeignKey(
                        name: "FK_Offers_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LedgerNotes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerNotes", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_LedgerNotes_Ledger_Seq",
                        column: x => x.Seq,
                        principalTable: "Ledger",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Counters",
                columns: new[] { "Name", "Value" },
                values: new object[] { "lead", 1000L });

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Due",
                table: "CardPosts",
                columns: new[] { "NotBefore", "Rank" },
                filter: "\"Shown\" < \"Wanted\" AND \"State\" < 3");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_LeadId",
                table: "CardPosts",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Person",
                table: "CardPosts",
                column: "Person",
                filter: "\"State\" = 4");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Uncalled",
                table: "CardPosts",
                column: "State",
                filter: "\"State\" > 2 AND \"Person\" IS NOT NULL AND \"CallDecidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Channels_ChannelId",
                table: "Channels",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_AccountKey",
                table: "Leads",
                column: "AccountKey",
                filter: "\"AccountKey\" IS NOT NULL AND \"Owner\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_GuardianSince",
                table: "Leads",
                column: "GuardianSince",
                filter: "\"GuardianSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_HeldUntil",
                table: "Leads",
                column: "HeldUntil",
                filter: "\"HeldUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_No",
                table: "Leads",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Owner",
                table: "Leads",
                column: "Owner",
                filter: "\"Owner\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Queue",
                table: "Leads",
                columns: new[] { "Department", "Rank", "WaitingSince" },
                filter: "\"State\" = 1 AND \"GuardianSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_QueueAge",
                table: "Leads",
                columns: new[] { "Department", "WaitingSince" },
                filter: "\"State\" = 1 AND \"GuardianSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Source_ExternalId",
                table: "Leads",
                columns: new[] { "Source", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leads_UndoUntil",
                table: "Leads",
                column: "UndoUntil",
                filter: "\"UndoUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_LeadId",
                table: "Ledger",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerSeals_FromSeq",
                table: "LedgerSeals",
                column: "FromSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Due",
                table: "Notices",
                columns: new[] { "NotBefore", "Class" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Key",
                table: "Notices",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Person",
                table: "Notices",
                column: "Person",
                filter: "\"State\" = 6");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_OneOpen",
                table: "Offers",
                column: "LeadId",
                unique: true,
                filter: "\"Outcome\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_ReassignAt",
                table: "Offers",
                column: "ReassignAt",
                filter: "\"Outcome\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_To",
                table: "Offers",
                column: "To",
                filter: "\"Outcome\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_People_ObjectId",
                table: "People",
                column: "ObjectId",
                unique: true);

            // The ledger is append-only for everybody, the application included.
            migrationBuilder.Sql("""
                CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'The ledger is append-only.'; END $$;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON "Ledger"
                FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON "Ledger"
                FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Administrators");

            migrationBuilder.DropTable(
                name: "CardPosts");

            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "Counters");

            migrationBuilder.DropTable(
                name: "Heartbeats");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "LedgerNotes");

            migrationBuilder.DropTable(
                name: "LedgerSeals");

            migrationBuilder.DropTable(
                name: "ModelVersions");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "RotationTurns");

            migrationBuilder.DropTable(
                name: "TeamsUsers");

            migrationBuilder.DropTable(
                name: "ThreadPauses");

            migrationBuilder.DropTable(
                name: "UnlistedPeople");

            migrationBuilder.DropTable(
                name: "Ledger");

            migrationBuilder.DropTable(
                name: "Leads");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WorkingTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Offers_ReassignAt",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Due",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Leads_GuardianSince",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Due",
                table: "CardPosts");


            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReasonUntil",
                table: "Offers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BundleId",
                table: "Notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Counts",
                table: "Notices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "HeldBecause",
                table: "Notices",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HeldUntil",
                table: "Notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LetThroughAt",
                table: "Notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ToldAt",
                table: "Notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardianReason",
                table: "Leads",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NextRungAt",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

            // Leads on offer from before there were ladders: they keep the end they had, and know of no rung before it.
            migrationBuilder.Sql("""
                UPDATE "Leads" SET "NextRungAt" = (SELECT "ReassignAt" FROM "Offers" WHERE "Offers"."LeadId" = "Leads"."Id" AND "Offers"."Outcome" IS NULL)
                WHERE "State" = 2
                """);

            migrationBuilder.DropColumn(
                name: "ReassignAt",
                table: "Offers");

            migrationBuilder.AddColumn<string>(
                name: "Promise",
                table: "Leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PromisesMade",
                table: "Leads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<Guid>(
                name: "LeadId",
                table: "CardPosts",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "Argument",
                table: "CardPosts",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BundleId",
                table: "CardPosts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Counts",
                table: "CardPosts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "HeldBecause",
                table: "CardPosts",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HeldUntil",
                table: "CardPosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LetThroughAt",
                table: "CardPosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Picture",
                table: "CardPosts",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ToldAt",
                table: "CardPosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EndedPromises",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Climbed = table.Column<int>(type: "integer", nullable: false),
                    RawSeconds = table.Column<long>(type: "bigint", nullable: false),
                    WaitingSeconds = table.Column<long>(type: "bigint", nullable: false),
                    WorkingSeconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedPromises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EndedPromises_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Mutes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mutes", x => new { x.PersonId, x.What });
                });

            migrationBuilder.CreateTable(
                name: "PersonRests",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpiredInARow = table.Column<int>(type: "integer", nullable: false),
                    RestingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonRests", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Sends",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Thread = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sends", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Snoozes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snoozes", x => new { x.PersonId, x.LeadId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Bundle",
                table: "Notices",
                column: "BundleId",
                filter: "\"BundleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Counted",
                table: "Notices",
                columns: new[] { "Person", "LetThroughAt" },
                filter: "\"Counts\"");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Due",
                table: "Notices",
                columns: new[] { "Thread", "Class", "Rank", "CreatedAt" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Letters",
                table: "Notices",
                column: "CreatedAt",
                filter: "\"State\" IN (4, 5)");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_OfPerson",
                table: "Notices",
                columns: new[] { "Person", "CreatedAt" },
                filter: "\"Person\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_GivenUp",
                table: "Leads",
                columns: new[] { "Department", "No" },
                filter: "\"State\" = 1 AND \"GuardianSince\" IS NULL AND \"Hands\" <> '[]'");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_GuardianJoined",
                table: "Leads",
                columns: new[] { "Department", "GuardianReason", "GuardianSince" },
                filter: "\"GuardianSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_GuardianList",
                table: "Leads",
                columns: new[] { "Department", "Rank", "GuardianSince" },
                filter: "\"GuardianSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_NextRungAt",
                table: "Leads",
                column: "NextRungAt",
                filter: "\"NextRungAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OfferedUntimed",
                table: "Leads",
                column: "No",
                filter: "\"State\" = 2 AND \"NextRungAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_QueueBySegment",
                table: "Leads",
                columns: new[] { "Department", "Segment", "Rank", "WaitingSince" },
                filter: "\"State\" = 1 AND \"GuardianSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Reserved",
                table: "Leads",
                columns: new[] { "Department", "Rank", "WaitingSince" },
                filter: "\"State\" = 1 AND \"GuardianSince\" IS NULL AND \"ReservedFor\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Unowned",
                table: "Leads",
                column: "No",
                filter: "\"State\" = 3 AND \"Owner\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Bundle",
                table: "CardPosts",
                column: "BundleId",
                filter: "\"BundleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Counted",
                table: "CardPosts",
                columns: new[] { "Person", "LetThroughAt" },
                filter: "\"Counts\"");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Dead",
                table: "CardPosts",
                column: "CreatedAt",
                filter: "\"State\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Due",
                table: "CardPosts",
                columns: new[] { "Thread", "Rank", "CreatedAt" },
                filter: "\"Shown\" < \"Wanted\" AND \"State\" < 3");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_GuardianLists",
                table: "CardPosts",
                column: "CreatedAt",
                filter: "\"Kind\" = 'lead.guardian-list' AND \"State\" <> 2 AND \"State\" <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_OfPerson",
                table: "CardPosts",
                columns: new[] { "Person", "CreatedAt" },
                filter: "\"Person\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PersonId",
                table: "Absences",
                column: "PersonId",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Until",
                table: "Absences",
                column: "Until",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EndedPromises_EndedAt",
                table: "EndedPromises",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EndedPromises_LeadId",
                table: "EndedPromises",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonRests_RestingSince",
                table: "PersonRests",
                column: "RestingSince",
                filter: "\"RestingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Sends_At",
                table: "Sends",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Snoozes_Until",
                table: "Snoozes",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "EndedPromises");

            migrationBuilder.DropTable(
                name: "Mutes");

            migrationBuilder.DropTable(
                name: "PersonRests");

            migrationBuilder.DropTable(
                name: "Sends");

            migrationBuilder.DropTable(
                name: "Snoozes");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Bundle",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Counted",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Due",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Letters",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_OfPerson",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Leads_GivenUp",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_GuardianJoined",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_GuardianList",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_NextRungAt",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_OfferedUntimed",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_QueueBySegment",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Reserved",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Unowned",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Bundle",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Counted",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Dead",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Due",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_GuardianLists",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_OfPerson",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "ReasonUntil",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "BundleId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Counts",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "HeldBecause",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "LetThroughAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "GuardianReason",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "NextRungAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Promise",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "PromisesMade",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Argument",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "BundleId",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "Counts",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "HeldBecause",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "LetThroughAt",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "Picture",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "CardPosts");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReassignAt",
                table: "Offers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AlterColumn<Guid>(
                name: "LeadId",
                table: "CardPosts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_ReassignAt",
                table: "Offers",
                column: "ReassignAt",
                filter: "\"Outcome\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Due",
                table: "Notices",
                columns: new[] { "NotBefore", "Class" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_GuardianSince",
                table: "Leads",
                column: "GuardianSince",
                filter: "\"GuardianSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Due",
                table: "CardPosts",
                columns: new[] { "NotBefore", "Rank" },
                filter: "\"Shown\" < \"Wanted\" AND \"State\" < 3");
        }
    }
}

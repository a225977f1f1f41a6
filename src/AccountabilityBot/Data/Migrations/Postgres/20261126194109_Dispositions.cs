using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Dispositions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CampaignKey",
                table: "Leads",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DispositionAsks",
                table: "Leads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DispositionCode",
                table: "Leads",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DispositionDueAt",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DispositionReason",
                table: "Leads",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DispositionsMade",
                table: "Leads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "DoNotCall",
                table: "Leads",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "DoNotEmail",
                table: "Leads",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "EndedAt",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MeetingOn",
                table: "Leads",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpportunityCurrency",
                table: "Leads",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OpportunityMinor",
                table: "Leads",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "OpportunitySince",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Origin",
                table: "Leads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Parent",
                table: "Leads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RecycleAt",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Stage",
                table: "Leads",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactBans",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    DoNotCall = table.Column<bool>(type: "boolean", nullable: false),
                    DoNotEmail = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactBans", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DispositionAsks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DispositionAsks", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Dispositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    ValueMinor = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    MeetingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecycleOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Budget = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Authority = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Need = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Timing = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Bought = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    IsBeforeArrival = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dispositions_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Thread = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Department = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TellAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeLines", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Leads_CampaignKey",
                table: "Leads",
                column: "CampaignKey",
                filter: "\"CampaignKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_DispositionDueAt",
                table: "Leads",
                column: "DispositionDueAt",
                filter: "\"DispositionDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Origin",
                table: "Leads",
                column: "Origin",
                filter: "\"Origin\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_RecycleAt",
                table: "Leads",
                column: "RecycleAt",
                filter: "\"RecycleAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_At_To",
                table: "Dispositions",
                columns: new[] { "At", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_LeadId",
                table: "Dispositions",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeLines_NoticeId",
                table: "OutcomeLines",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeLines_TellAt",
                table: "OutcomeLines",
                column: "TellAt",
                filter: "\"NoticeId\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContactBans");

            migrationBuilder.DropTable(
                name: "DispositionAsks");

            migrationBuilder.DropTable(
                name: "Dispositions");

            migrationBuilder.DropTable(
                name: "OutcomeLines");

            migrationBuilder.DropIndex(
                name: "IX_Leads_CampaignKey",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_DispositionDueAt",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Origin",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_RecycleAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "CampaignKey",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionAsks",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionCode",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionDueAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionReason",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionsMade",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DoNotCall",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DoNotEmail",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "MeetingOn",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OpportunityCurrency",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OpportunityMinor",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OpportunitySince",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Parent",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "RecycleAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Leads");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Numbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NumberId",
                table: "Notices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NumberId",
                table: "Ledger",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NumberId",
                table: "CardPosts",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LastAnswers",
                columns: table => new
                {
                    Thread = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Numbers = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastAnswers", x => new { x.Thread, x.ObjectId });
                });

            migrationBuilder.CreateTable(
                name: "Numbers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    SupportsKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Origin = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Holding = table.Column<int>(type: "integer", nullable: false),
                    OwnerWritten = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Keeper = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Deputy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StillYoursAskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StillYoursRemindedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StillYoursToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Numbers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NumberValues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PeriodEnd = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReplacedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberValues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionGaps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Question = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Department = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    FirstAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionGaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Challenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    What = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Answer = table.Column<int>(type: "integer", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerWords = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    MendBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Challenges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Challenges_Numbers_NumberId",
                        column: x => x.NumberId,
                        principalTable: "Numbers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HandOvers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<Guid>(type: "uuid", nullable: true),
                    To = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EffectiveAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOvers_Numbers_NumberId",
                        column: x => x.NumberId,
                        principalTable: "Numbers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Ownerships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SeenIn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ownerships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ownerships_Numbers_NumberId",
                        column: x => x.NumberId,
                        principalTable: "Numbers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_NumberId",
                table: "Ledger",
                column: "NumberId",
                filter: "\"NumberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_NumberId",
                table: "CardPosts",
                column: "NumberId",
                filter: "\"NumberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_Number",
                table: "Challenges",
                column: "NumberId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_OneOpen",
                table: "Challenges",
                columns: new[] { "NumberId", "By" },
                unique: true,
                filter: "\"AnsweredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_Number",
                table: "HandOvers",
                column: "NumberId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_OneOpen",
                table: "HandOvers",
                column: "NumberId",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Numbers_Holding",
                table: "Numbers",
                column: "Holding",
                filter: "\"Holding\" <> 1");

            migrationBuilder.CreateIndex(
                name: "IX_Numbers_SupportsKey",
                table: "Numbers",
                column: "SupportsKey",
                filter: "\"SupportsKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NumberValues_NumberId_PeriodEnd",
                table: "NumberValues",
                columns: new[] { "NumberId", "PeriodEnd" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Ownerships_Number",
                table: "Ownerships",
                column: "NumberId");

            migrationBuilder.CreateIndex(
                name: "IX_Ownerships_OneCurrent",
                table: "Ownerships",
                column: "NumberId",
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Ownerships_Person",
                table: "Ownerships",
                column: "Person",
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionGaps_Department_Key",
                table: "QuestionGaps",
                columns: new[] { "Department", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Challenges");

            migrationBuilder.DropTable(
                name: "HandOvers");

            migrationBuilder.DropTable(
                name: "LastAnswers");

            migrationBuilder.DropTable(
                name: "NumberValues");

            migrationBuilder.DropTable(
                name: "Ownerships");

            migrationBuilder.DropTable(
                name: "QuestionGaps");

            migrationBuilder.DropTable(
                name: "Numbers");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_NumberId",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_NumberId",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "NumberId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "NumberId",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "NumberId",
                table: "CardPosts");
        }
    }
}

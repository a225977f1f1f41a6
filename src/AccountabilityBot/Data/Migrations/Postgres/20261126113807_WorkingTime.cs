using System;
using Microsoft.EntityFrameworkCore.Migrations;

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

            migrationBuilder.DropColumn(
                name: "ReassignAt",
                table: "Offers");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NextRungAt",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Leads_NextRungAt",
                table: "Leads",
                column: "NextRungAt",
                filter: "\"NextRungAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EndedPromises_EndedAt",
                table: "EndedPromises",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EndedPromises_LeadId",
                table: "EndedPromises",
                column: "LeadId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EndedPromises");

            migrationBuilder.DropIndex(
                name: "IX_Leads_NextRungAt",
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
        }
    }
}

CREATE TABLE "concept_beliefs" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"mean" double precision NOT NULL,
	"variance" double precision NOT NULL,
	"clock" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_beliefs" (
	"item_id" text PRIMARY KEY NOT NULL,
	"lesson_id" text NOT NULL,
	"mean" double precision NOT NULL,
	"variance" double precision NOT NULL,
	"answers" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offset_beliefs" (
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"mean" double precision NOT NULL,
	"variance" double precision NOT NULL,
	"answers" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offset_beliefs_user_id_lesson_id_pk" PRIMARY KEY("user_id","lesson_id")
);
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "over_time" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "clock" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "guess" double precision;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "sittings" ADD COLUMN "continues" text;--> statement-breakpoint
ALTER TABLE "sittings" ADD COLUMN "most" bigint;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ability_mean" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ability_variance" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ledger_clock" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "more" bigint;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "provisional" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "standing" double precision;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "receipt" text;--> statement-breakpoint
ALTER TABLE "offset_beliefs" ADD CONSTRAINT "offset_beliefs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_beliefs_lesson" ON "item_beliefs" USING btree ("lesson_id");--> statement-breakpoint
CREATE INDEX "responses_clock" ON "responses" USING btree ("clock","id");
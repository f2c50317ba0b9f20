CREATE TABLE "lesson_drafts" (
	"user_id" text NOT NULL,
	"track" text NOT NULL,
	"lesson" text NOT NULL,
	"files" text NOT NULL,
	"base" text NOT NULL,
	"base_number" bigint NOT NULL,
	"saves" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lesson_drafts_user_id_track_lesson_pk" PRIMARY KEY("user_id","track","lesson")
);
--> statement-breakpoint
CREATE TABLE "lesson_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"track" text NOT NULL,
	"lesson" text NOT NULL,
	"author_id" text NOT NULL,
	"files" text NOT NULL,
	"base" text NOT NULL,
	"base_number" bigint NOT NULL,
	"reason" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_revisions" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"track" text NOT NULL,
	"lesson" text NOT NULL,
	"number" bigint NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"approved_by" text,
	"approver_name" text,
	"reason" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"files" text NOT NULL,
	"restores" bigint,
	"deployed_hash" text NOT NULL,
	"edits" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "track_authors" (
	"track" text NOT NULL,
	"user_id" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "track_authors_track_user_id_pk" PRIMARY KEY("track","user_id")
);
--> statement-breakpoint
ALTER TABLE "lesson_drafts" ADD CONSTRAINT "lesson_drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_proposals" ADD CONSTRAINT "lesson_proposals_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_proposals" ADD CONSTRAINT "lesson_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_revisions" ADD CONSTRAINT "lesson_revisions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_revisions" ADD CONSTRAINT "lesson_revisions_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_authors" ADD CONSTRAINT "track_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_drafts_lesson" ON "lesson_drafts" USING btree ("track","lesson");--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_proposals_one_open" ON "lesson_proposals" USING btree ("author_id","track","lesson") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "lesson_proposals_time" ON "lesson_proposals" USING btree ("proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_revisions_number" ON "lesson_revisions" USING btree ("track","lesson","number");
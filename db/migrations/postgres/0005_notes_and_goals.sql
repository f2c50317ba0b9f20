CREATE TABLE "badge_shares" (
	"token" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"badge_id" text NOT NULL,
	"name" text NOT NULL,
	"shared_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"anchor" text NOT NULL,
	"passage" text NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notes_user_id_lesson_id_activity_anchor_pk" PRIMARY KEY("user_id","lesson_id","activity","anchor")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "weekly_goal" bigint;--> statement-breakpoint
ALTER TABLE "badge_shares" ADD CONSTRAINT "badge_shares_user_id_badge_id_badges_user_id_badge_id_fk" FOREIGN KEY ("user_id","badge_id") REFERENCES "public"."badges"("user_id","badge_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "badge_shares_badge" ON "badge_shares" USING btree ("user_id","badge_id");--> statement-breakpoint
CREATE INDEX "notes_user_time" ON "notes" USING btree ("user_id","written_at");
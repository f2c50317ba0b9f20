CREATE TABLE "activity_standings" (
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"solved" bigint NOT NULL,
	"tries" bigint NOT NULL,
	"wrong" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activity_standings_user_id_lesson_id_activity_pk" PRIMARY KEY("user_id","lesson_id","activity")
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"user_id" text NOT NULL,
	"badge_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"timed" text NOT NULL,
	"earned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "badges_user_id_badge_id_pk" PRIMARY KEY("user_id","badge_id")
);
--> statement-breakpoint
CREATE TABLE "classrooms" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"join_code" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"classroom_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_classroom_id_user_id_pk" PRIMARY KEY("classroom_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"sitting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"fields" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"revision" bigint NOT NULL,
	"device" text NOT NULL,
	"valid_fields" text,
	"valid_at" timestamp (3) with time zone,
	"others" text NOT NULL,
	"turns" text NOT NULL,
	CONSTRAINT "drafts_sitting_id_item_id_pk" PRIMARY KEY("sitting_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "identities_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "item_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"item_id" text NOT NULL,
	"item_version" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"seed" text NOT NULL,
	"shown" text NOT NULL,
	"answer" text,
	"verdict" text,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	"reply" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_standings" (
	"user_id" text NOT NULL,
	"item_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"tries" bigint NOT NULL,
	"best_score" double precision NOT NULL,
	"solved" boolean NOT NULL,
	"points" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_standings_user_id_item_id_pk" PRIMARY KEY("user_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "readings_user_id_lesson_id_activity_pk" PRIMARY KEY("user_id","lesson_id","activity")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"sitting_id" text NOT NULL,
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"item_id" text NOT NULL,
	"item_version" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"answer" text NOT NULL,
	"score" double precision NOT NULL,
	"verdict" text NOT NULL,
	"hints_opened" bigint NOT NULL,
	"points" bigint NOT NULL,
	"duration_ms" bigint,
	"received_at" timestamp (3) with time zone NOT NULL,
	"local_day" text NOT NULL,
	"idempotency_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"user_id" text NOT NULL,
	"item_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"state" bigint NOT NULL,
	"repetitions" bigint NOT NULL,
	"lapses" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviews_user_id_item_id_pk" PRIMARY KEY("user_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "server_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"sitting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"away_from" timestamp (3) with time zone NOT NULL,
	"away_to" timestamp (3) with time zone NOT NULL,
	"added_ms" bigint NOT NULL,
	CONSTRAINT "credits_sitting_id_item_id_away_from_pk" PRIMARY KEY("sitting_id","item_id","away_from")
);
--> statement-breakpoint
CREATE TABLE "servings" (
	"sitting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	"best_score" double precision DEFAULT 0 NOT NULL,
	"hints_opened" bigint DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone,
	"solved" boolean DEFAULT false NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "servings_sitting_id_item_id_pk" PRIMARY KEY("sitting_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"seed" text NOT NULL,
	"item_ids" text NOT NULL,
	"scope" text DEFAULT 'whole' NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"email" text,
	"display_name" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"time_zone" text NOT NULL,
	"board_name" text,
	"on_board" boolean DEFAULT false NOT NULL,
	"clock_factor" double precision DEFAULT 1 NOT NULL,
	"time_allowance" double precision DEFAULT 1 NOT NULL,
	"sessions_valid_from" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"xp" bigint DEFAULT 0 NOT NULL,
	"streak_days" bigint DEFAULT 0 NOT NULL,
	"streak_best" bigint DEFAULT 0 NOT NULL,
	"streak_freezes" bigint DEFAULT 0 NOT NULL,
	"last_active_day" text
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"sitting_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"outcome" text NOT NULL,
	"p_strong" double precision NOT NULL,
	"low" double precision NOT NULL,
	"high" double precision NOT NULL,
	"right_count" bigint NOT NULL,
	"asked" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity_standings" ADD CONSTRAINT "activity_standings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_classroom_id_classrooms_id_fk" FOREIGN KEY ("classroom_id") REFERENCES "public"."classrooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_standings" ADD CONSTRAINT "item_standings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_sitting_id_item_id_servings_sitting_id_item_id_fk" FOREIGN KEY ("sitting_id","item_id") REFERENCES "public"."servings"("sitting_id","item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "servings" ADD CONSTRAINT "servings_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_standings_lesson" ON "activity_standings" USING btree ("lesson_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "classrooms_join_code" ON "classrooms" USING btree ("join_code");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "item_reports_one_open" ON "item_reports" USING btree ("user_id","item_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "item_reports_time" ON "item_reports" USING btree ("reported_at");--> statement-breakpoint
CREATE INDEX "item_reports_user" ON "item_reports" USING btree ("user_id","reported_at");--> statement-breakpoint
CREATE INDEX "item_standings_lesson" ON "item_standings" USING btree ("user_id","lesson_id");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_once_per_key" ON "responses" USING btree ("user_id","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_once_per_attempt" ON "responses" USING btree ("sitting_id","item_id","ordinal");--> statement-breakpoint
CREATE INDEX "responses_user_time" ON "responses" USING btree ("user_id","received_at");--> statement-breakpoint
CREATE INDEX "reviews_due" ON "reviews" USING btree ("user_id","due_at");--> statement-breakpoint
CREATE INDEX "servings_item" ON "servings" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "servings_running" ON "servings" USING btree ("deadline_at") WHERE settled_at is null and deadline_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "sittings_ordinal" ON "sittings" USING btree ("user_id","lesson_id","activity","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "sittings_one_open" ON "sittings" USING btree ("user_id","lesson_id","activity") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "sittings_left" ON "sittings" USING btree ("activity","started_at") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_user_name" ON "users" USING btree ("user_name");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verdicts_user_lesson" ON "verdicts" USING btree ("user_id","lesson_id","at");
DROP TABLE "reviews" CASCADE;--> statement-breakpoint
CREATE TABLE "reviews" (
	"user_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"repetitions" bigint NOT NULL,
	"lapses" bigint NOT NULL,
	"last_grade" text NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"last_day" text NOT NULL,
	"due_day" text NOT NULL,
	CONSTRAINT "reviews_user_id_lesson_id_subject_subject_id_pk" PRIMARY KEY("user_id","lesson_id","subject","subject_id")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hides_points" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hides_streak" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hides_badges" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hides_board" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reviews_due" ON "reviews" USING btree ("user_id","due_day");
CREATE TABLE "late_answers" (
	"user_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"sitting_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity" text NOT NULL,
	"item_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "late_answers_user_id_idempotency_key_pk" PRIMARY KEY("user_id","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "late_answers" ADD CONSTRAINT "late_answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_answers" ADD CONSTRAINT "late_answers_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "late_answers_user_time" ON "late_answers" USING btree ("user_id","received_at");
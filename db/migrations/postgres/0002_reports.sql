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
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_reports_one_open" ON "item_reports" USING btree ("user_id","item_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "item_reports_time" ON "item_reports" USING btree ("reported_at");--> statement-breakpoint
CREATE INDEX "item_reports_user" ON "item_reports" USING btree ("user_id","reported_at");
CREATE TABLE "regraded_responses" (
	"regrade_id" text NOT NULL,
	"response_id" text NOT NULL,
	"score" double precision NOT NULL,
	"verdict" text NOT NULL,
	"points" bigint NOT NULL,
	"score_before" double precision NOT NULL,
	"verdict_before" text NOT NULL,
	"points_before" bigint NOT NULL,
	"replaced_by" text,
	CONSTRAINT "regraded_responses_regrade_id_response_id_pk" PRIMARY KEY("regrade_id","response_id")
);
--> statement-breakpoint
CREATE TABLE "regraded_verdicts" (
	"regrade_id" text NOT NULL,
	"sitting_id" text NOT NULL,
	"before" text NOT NULL,
	CONSTRAINT "regraded_verdicts_regrade_id_sitting_id_pk" PRIMARY KEY("regrade_id","sitting_id")
);
--> statement-breakpoint
CREATE TABLE "regrades" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" bigint NOT NULL,
	"item_id" text NOT NULL,
	"item_version" text NOT NULL,
	"policy" text NOT NULL,
	"reason" text NOT NULL,
	"regraded_by" text,
	"undoes" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "regraded_responses" ADD CONSTRAINT "regraded_responses_regrade_id_regrades_id_fk" FOREIGN KEY ("regrade_id") REFERENCES "public"."regrades"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regraded_responses" ADD CONSTRAINT "regraded_responses_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regraded_verdicts" ADD CONSTRAINT "regraded_verdicts_regrade_id_regrades_id_fk" FOREIGN KEY ("regrade_id") REFERENCES "public"."regrades"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regraded_verdicts" ADD CONSTRAINT "regraded_verdicts_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_regraded_by_users_id_fk" FOREIGN KEY ("regraded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "regraded_responses_current" ON "regraded_responses" USING btree ("response_id") WHERE replaced_by is null;--> statement-breakpoint
CREATE INDEX "regraded_verdicts_sitting" ON "regraded_verdicts" USING btree ("sitting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "regrades_ordinal" ON "regrades" USING btree ("ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "regrades_undone_once" ON "regrades" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "regrades_item" ON "regrades" USING btree ("item_id","ordinal");
CREATE TABLE "credits" (
	"sitting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"away_from" timestamp (3) with time zone NOT NULL,
	"away_to" timestamp (3) with time zone NOT NULL,
	"added_ms" bigint NOT NULL,
	CONSTRAINT "credits_sitting_id_item_id_away_from_pk" PRIMARY KEY("sitting_id","item_id","away_from")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "time_allowance" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_sitting_id_item_id_servings_sitting_id_item_id_fk" FOREIGN KEY ("sitting_id","item_id") REFERENCES "public"."servings"("sitting_id","item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "servings_running" ON "servings" USING btree ("deadline_at") WHERE settled_at is null and deadline_at is not null;--> statement-breakpoint
CREATE INDEX "sittings_left" ON "sittings" USING btree ("activity","started_at") WHERE closed_at is null;
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
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;
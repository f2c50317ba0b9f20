ALTER TABLE "item_standings" ADD COLUMN "solved" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "servings" ADD COLUMN "solved" boolean DEFAULT false NOT NULL;
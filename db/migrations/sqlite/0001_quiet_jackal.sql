ALTER TABLE `item_standings` ADD `solved` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `servings` ADD `solved` integer DEFAULT false NOT NULL;
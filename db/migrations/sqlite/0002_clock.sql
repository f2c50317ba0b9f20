CREATE TABLE `credits` (
	`sitting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`away_from` integer NOT NULL,
	`away_to` integer NOT NULL,
	`added_ms` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `item_id`, `away_from`),
	FOREIGN KEY (`sitting_id`,`item_id`) REFERENCES `servings`(`sitting_id`,`item_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `users` ADD `time_allowance` real DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `servings_running` ON `servings` (`deadline_at`) WHERE settled_at is null and deadline_at is not null;--> statement-breakpoint
CREATE INDEX `sittings_left` ON `sittings` (`activity`,`started_at`) WHERE closed_at is null;
CREATE TABLE `badge_shares` (
	`token` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`name` text NOT NULL,
	`shared_at` integer NOT NULL,
	FOREIGN KEY (`user_id`,`badge_id`) REFERENCES `badges`(`user_id`,`badge_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `badge_shares_badge` ON `badge_shares` (`user_id`,`badge_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`anchor` text NOT NULL,
	`passage` text NOT NULL,
	`body` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lesson_id`, `activity`, `anchor`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notes_user_time` ON `notes` (`user_id`,`written_at`);--> statement-breakpoint
ALTER TABLE `users` ADD `weekly_goal` integer;